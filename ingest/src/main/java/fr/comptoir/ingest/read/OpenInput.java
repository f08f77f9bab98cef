package fr.comptoir.ingest.read;

import fr.comptoir.ingest.format.LineReader;
import fr.comptoir.ingest.input.Content;
import fr.comptoir.ingest.input.Input;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An input while it is read. All but {@link #pieces} is guarded by the run's lock. */
final class OpenInput {
    /** A judged piece that waits for the ones before it. */
    record Judged(PieceResult result, JudgeMaps maps) {}

    final Input input;
    final Content content;
    final Pieces pieces;
    final InputPart part;
    final InputTally tally;
    /** Reads all lines in order, when the format needs that; then one thread has the input for itself. */
    final @Nullable LineReader onlyReader;

    final Map<Integer, Judged> waiting = new HashMap<>();
    private final byte[] head;
    int nextPiece;
    int users;
    boolean exhausted;
    boolean finished;

    OpenInput(Content content, byte[] head, InputPart part, int pieceBytes, @Nullable LineReader onlyReader) {
        this.input = content.input();
        this.content = content;
        this.head = head;
        this.part = part;
        this.onlyReader = onlyReader;
        tally = new InputTally(input, part, head);
        pieces = content.channel()
                .<Pieces>map(channel -> new FilePieces(channel, content.bytes(), pieceBytes))
                .orElseGet(() -> new StreamPieces(content));
    }

    /** Whether a content with that head could be this one, or this one grown, or grow to it. */
    boolean mayBeRelated(byte[] otherHead) {
        int length = Math.min(head.length, otherHead.length);
        return Arrays.equals(head, 0, length, otherHead, 0, length);
    }

    /** Whether another thread can join in. */
    boolean takesMore() {
        return !exhausted && (onlyReader == null || users == 0);
    }
}
