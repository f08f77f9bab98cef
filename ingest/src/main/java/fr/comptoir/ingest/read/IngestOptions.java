package fr.comptoir.ingest.read;

import fr.comptoir.ingest.input.ContentHash;

/**
 * How to read. Nothing here changes what is counted.
 *
 * @param threads how many judge lines at the same time
 * @param pieceBytes how much of an input one of them takes at a time; a multiple of {@link ContentHash#BLOCK_BYTES}
 * @param batchRows a batch of actions is handed on when it has so many rows or a few more
 * @param rejectsMax how many malformed lines of the run are kept; all are counted
 * @param unmatchedPaths whether to count the paths that no rule matched
 */
public record IngestOptions(int threads, int pieceBytes, int batchRows, int rejectsMax, boolean unmatchedPaths) {
    public static final IngestOptions DEFAULT =
            new IngestOptions(2, ContentHash.BLOCK_BYTES, 3_000_000, 100_000, false);

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
        return new IngestOptions(count, pieceBytes, batchRows, rejectsMax, unmatchedPaths);
    }

    public IngestOptions withPieceBytes(int bytes) {
        return new IngestOptions(threads, bytes, batchRows, rejectsMax, unmatchedPaths);
    }

    public IngestOptions withBatchRows(int rows) {
        return new IngestOptions(threads, pieceBytes, rows, rejectsMax, unmatchedPaths);
    }

    public IngestOptions withRejectsMax(int count) {
        return new IngestOptions(threads, pieceBytes, batchRows, count, unmatchedPaths);
    }

    public IngestOptions withUnmatchedPaths() {
        return new IngestOptions(threads, pieceBytes, batchRows, rejectsMax, true);
    }
}
