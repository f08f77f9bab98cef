package fr.comptoir.ingest.read;

import fr.comptoir.ingest.input.ContentHash;
import java.nio.file.Path;

/**
 * How to read. Nothing here changes what is counted.
 *
 * @param threads how many judge lines at the same time
 * @param pieceBytes how much of an input one of them takes at a time; a multiple of {@link ContentHash#BLOCK_BYTES}
 * @param batchRows a batch of actions is handed on when it has so many rows or a few more
 * @param rejectsMax how many malformed lines of the run are kept; all are counted
 * @param unmatchedPaths whether to count the paths that no rule matched
 * @param temporary folder for the copy of a stream that must be read twice; a log is for the owner's eyes only
 */
public record IngestOptions(
        int threads, int pieceBytes, int batchRows, int rejectsMax, boolean unmatchedPaths, Path temporary) {
    public static final IngestOptions DEFAULT = new IngestOptions(
            2, ContentHash.BLOCK_BYTES, 3_000_000, 100_000, false, Path.of(System.getProperty("java.io.tmpdir")));

    public IngestOptions {
        if (threads < 1 || batchRows < 1 || rejectsMax < 0) {
            throw new IllegalArgumentException(
                    "threads " + threads + ", rows " + batchRows + ", rejects " + rejectsMax);
        }
        if (pieceBytes < 1 || pieceBytes % ContentHash.BLOCK_BYTES != 0) {
            throw new IllegalArgumentException("pieces of " + pieceBytes + " bytes are not made of whole blocks");
        }
    }

    public IngestOptions withThreads(int count) {
        return new IngestOptions(count, pieceBytes, batchRows, rejectsMax, unmatchedPaths, temporary);
    }

    public IngestOptions withPieceBytes(int bytes) {
        return new IngestOptions(threads, bytes, batchRows, rejectsMax, unmatchedPaths, temporary);
    }

    public IngestOptions withBatchRows(int rows) {
        return new IngestOptions(threads, pieceBytes, rows, rejectsMax, unmatchedPaths, temporary);
    }

    public IngestOptions withRejectsMax(int count) {
        return new IngestOptions(threads, pieceBytes, batchRows, count, unmatchedPaths, temporary);
    }

    public IngestOptions withUnmatchedPaths() {
        return new IngestOptions(threads, pieceBytes, batchRows, rejectsMax, true, temporary);
    }

    public IngestOptions withTemporary(Path folder) {
        return new IngestOptions(threads, pieceBytes, batchRows, rejectsMax, unmatchedPaths, folder);
    }
}
