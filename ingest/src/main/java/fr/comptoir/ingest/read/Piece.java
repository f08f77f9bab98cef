package fr.comptoir.ingest.read;

/**
 * A stretch of an input: the lines that end in one block of its content, in a buffer that is used again for the next one. The block itself
 * begins at {@link #BLOCK_FROM}; before it stands what its first line has in blocks before. Not thread-safe.
 */
final class Piece {
    /** A line of so many bytes, LF not counted, or more is malformed. */
    static final int LINE_MAX = 1 << 20;
    /** What is kept of a line that is too long. */
    static final int OVERLONG_KEPT = 1 << 16;
    /** Where the block begins in the buffer. */
    static final int BLOCK_FROM = LINE_MAX;

    /** Readers look at words of eight bytes, also at the last byte. */
    private static final int SLACK = 16;

    final byte[] bytes;
    /** Size of a whole block. */
    final int blockBytes;

    /** Number of the block in its content, from 0. */
    int number;
    /** Where the block begins in the content. */
    long blockOffset;
    /** End of the block in the buffer. */
    int blockTo;
    /** The lines, each with its LF; only the last line of the content may be without. */
    int from;

    int to;
    /** Whether the content ends with this block. */
    boolean last;
    /** Whether a line that is too long ends here, before the other lines; {@code bytes[0, overlongKept)} is its beginning. */
    boolean overlong;

    int overlongKept;
    /** Where that line begins in the content. */
    long overlongOffset;
    /** Whether that line is the last of the content, without LF. */
    boolean overlongIsTail;

    Piece(int blockBytes) {
        this.blockBytes = blockBytes;
        bytes = new byte[BLOCK_FROM + blockBytes + SLACK];
    }

    /** Where the byte at {@code index} of the buffer stands in the content. */
    long offset(int index) {
        return blockOffset + index - BLOCK_FROM;
    }

    /** Sets the piece to a block, as yet without any line. */
    void begin(int block, int length, boolean isLast) {
        number = block;
        blockOffset = (long) block * blockBytes;
        blockTo = BLOCK_FROM + length;
        from = blockTo;
        to = blockTo;
        last = isLast;
        overlong = false;
        overlongKept = 0;
        overlongOffset = 0;
        overlongIsTail = false;
    }

    /** Where the first LF of the block is in the buffer, or -1. */
    int firstLineEnd() {
        return LineEnds.next(bytes, BLOCK_FROM, blockTo);
    }

    /** One past the last LF of the block, or {@link #BLOCK_FROM} when it has none. */
    int afterLastLineEnd() {
        int at = blockTo;
        while (at > BLOCK_FROM && bytes[at - 1] != '\n') {
            at--;
        }
        return at;
    }
}
