package fr.comptoir.ingest.read;

import fr.comptoir.model.action.Actions;
import fr.comptoir.model.action.Extraction;
import fr.comptoir.model.action.InputRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the lines of one piece came to. Line numbers in it begin at 1 with the first line that ends in the piece. */
final class PieceResult {
    /** A malformed line, cut when it is very long. */
    static final class Reject {
        final int line;
        final byte[] bytes;

        Reject(int line, byte[] bytes) {
            this.line = line;
            this.bytes = bytes;
        }
    }

    final int piece;
    /** How much of the content the piece was. */
    final int bytes;

    final boolean last;
    final Actions rows;
    /** Two longs for each block of {@link fr.comptoir.ingest.input.ContentHash}. */
    final long[] hashes;

    final DayTallies days = new DayTallies();
    final List<Reject> rejects = new ArrayList<>();
    final FaultTally faults = new FaultTally();
    List<Extraction> extractions = List.of();
    /** Lines that end in the piece, those counted earlier and directives too. */
    int lines;
    /** Lines at its beginning that were counted earlier. */
    int oldLines;
    /** Lines counted here. */
    long counted;
    /** Lines counted here that are malformed. */
    long malformed;
    /** Malformed lines before the first counted line that is not. */
    long malformedAtBeginning;

    Optional<InputRecord.Tail> tail = Optional.empty();

    PieceResult(Piece piece, Actions rows, long[] hashes) {
        this.piece = piece.number;
        this.bytes = piece.blockTo - Piece.BLOCK_FROM;
        this.last = piece.last;
        this.rows = rows;
        this.hashes = hashes;
    }
}
