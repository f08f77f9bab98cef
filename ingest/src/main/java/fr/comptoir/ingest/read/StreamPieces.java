package fr.comptoir.ingest.read;

import fr.comptoir.ingest.input.Content;
import fr.comptoir.model.site.InputException;
import java.io.IOException;

/**
 * Pieces of a content that can only be read on: compressed, or from a pipe. One thread at a time reads (and decompresses) a block into its
 * own piece, and judges it while another reads the next.
 */
final class StreamPieces implements Pieces {
    private final Content content;
    private final byte[] carry = new byte[Piece.LINE_MAX];
    private int carried;
    private boolean overlong;
    private long overlongOffset;
    private int nextBlock;
    private boolean ended;
    private volatile long fileBytesRead;

    StreamPieces(Content content) {
        this.content = content;
    }

    @Override
    public synchronized boolean next(Piece piece) throws IOException, InputException {
        if (ended) {
            return false;
        }
        int length = content.readFully(piece.bytes, Piece.BLOCK_FROM, piece.blockBytes);
        ended = length < piece.blockBytes;
        fileBytesRead = content.fileBytesRead();
        if (length == 0 && carried == 0) {
            return false;
        }
        piece.begin(nextBlock++, length, ended);
        int end = ended ? piece.blockTo : piece.afterLastLineEnd();
        if (end == Piece.BLOCK_FROM && !ended) {
            keep(piece, Piece.BLOCK_FROM);
            return true;
        }
        piece.to = end;
        if (overlong) {
            cutOverlong(piece);
        } else {
            piece.from = Piece.BLOCK_FROM - carried;
            System.arraycopy(carry, 0, piece.bytes, piece.from, carried);
        }
        carried = 0;
        overlong = false;
        keep(piece, end);
        return true;
    }

    @Override
    public long fileBytesRead() {
        return fileBytesRead;
    }

    /** Keeps the beginning of a line that goes on in the next block. */
    private void keep(Piece piece, int from) {
        int length = piece.blockTo - from;
        if (!overlong && carried + length > Piece.LINE_MAX) {
            overlong = true;
            overlongOffset = piece.offset(from) - carried;
        }
        int kept = Math.min(length, Piece.LINE_MAX - carried);
        System.arraycopy(piece.bytes, from, carry, carried, kept);
        carried += kept;
    }

    private void cutOverlong(Piece piece) {
        int lineEnd = piece.firstLineEnd();
        piece.overlong = true;
        piece.overlongIsTail = lineEnd < 0;
        piece.overlongOffset = overlongOffset;
        piece.overlongKept = Piece.OVERLONG_KEPT;
        piece.from = lineEnd < 0 ? piece.blockTo : lineEnd + 1;
        System.arraycopy(carry, 0, piece.bytes, 0, Piece.OVERLONG_KEPT);
    }
}
