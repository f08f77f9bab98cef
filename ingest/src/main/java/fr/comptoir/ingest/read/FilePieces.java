package fr.comptoir.ingest.read;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicInteger;

/** Pieces of a plain file: threads read its blocks each by itself, and look back for the beginning of a block's first line. */
final class FilePieces implements Pieces {
    private static final int LOOK_BACK = 2_048;
    /** A file is read in steps small enough for the copy that the JDK makes on the way to stay in the processor's cache. */
    private static final int STEP = 1 << 18;

    private final FileChannel channel;
    private final long size;
    private final int blockBytes;
    private final AtomicInteger nextBlock = new AtomicInteger();

    FilePieces(FileChannel channel, long size, int blockBytes) {
        this.channel = channel;
        this.size = size;
        this.blockBytes = blockBytes;
    }

    @Override
    public boolean next(Piece piece) throws IOException {
        int block = nextBlock.getAndIncrement();
        long offset = (long) block * blockBytes;
        if (offset >= size) {
            return false;
        }
        int length = (int) Math.min(blockBytes, size - offset);
        int before = (int) Math.min(LOOK_BACK, offset);
        piece.begin(block, length, offset + length == size);
        readFully(piece.bytes, Piece.BLOCK_FROM - before, before + length, offset - before);
        int end = piece.last ? piece.blockTo : piece.afterLastLineEnd();
        if (end > Piece.BLOCK_FROM) {
            piece.to = end;
            findBeginning(piece, before);
        }
        return true;
    }

    @Override
    public long fileBytesRead() {
        return Math.min(size, (long) nextBlock.get() * blockBytes);
    }

    /** Looks further and further back, until the LF before the first line, the beginning of the file, or more than a line may have. */
    private void findBeginning(Piece piece, int lookedBack) throws IOException {
        int before = lookedBack;
        while (true) {
            int lowest = Piece.BLOCK_FROM - before;
            int at = Piece.BLOCK_FROM;
            while (at > lowest && piece.bytes[at - 1] != '\n') {
                at--;
            }
            if (at > lowest || before == piece.blockOffset) {
                piece.from = at;
                return;
            }
            if (before == Piece.LINE_MAX) {
                cutOverlong(piece);
                return;
            }
            int further = (int) Math.min(Math.min(4L * before, Piece.LINE_MAX), piece.blockOffset);
            readFully(piece.bytes, Piece.BLOCK_FROM - further, further - before, piece.blockOffset - further);
            before = further;
        }
    }

    private void cutOverlong(Piece piece) throws IOException {
        long start = lineStart(piece, piece.blockOffset - Piece.LINE_MAX);
        int lineEnd = piece.firstLineEnd();
        piece.overlong = true;
        piece.overlongIsTail = lineEnd < 0;
        piece.overlongOffset = start;
        piece.overlongKept = Piece.OVERLONG_KEPT;
        piece.from = lineEnd < 0 ? piece.blockTo : lineEnd + 1;
        readFully(piece.bytes, 0, Piece.OVERLONG_KEPT, start);
    }

    /** Where the line begins that {@code offset} lies in; uses the room before the block. */
    private long lineStart(Piece piece, long offset) throws IOException {
        long end = offset;
        while (end > 0) {
            int length = (int) Math.min(Piece.OVERLONG_KEPT, end);
            readFully(piece.bytes, 0, length, end - length);
            for (int i = length; i > 0; i--) {
                if (piece.bytes[i - 1] == '\n') {
                    return end - length + i;
                }
            }
            end -= length;
        }
        return 0;
    }

    private void readFully(byte[] into, int from, int length, long offset) throws IOException {
        int done = 0;
        while (done < length) {
            ByteBuffer step = ByteBuffer.wrap(into, from + done, Math.min(STEP, length - done));
            int count = channel.read(step, offset + done);
            if (count < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
            done += count;
        }
    }
}
