package fr.comptoir.ingest.input;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Decompresses gzip (RFC 1952) of one or more members. Unlike {@link java.util.zip.GZIPInputStream} it never takes a pause of its source
 * for the end of the last member, and tells an end in the middle ({@link EOFException}) and anything but zeros after the last member
 * ({@link ZipException}). Not thread-safe.
 */
final class GzipStream extends InputStream {
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final InputStream source;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] packed = new byte[1 << 17];
    private int next;
    private int end;
    private boolean inMember;
    private boolean finished;

    /** Begins at the first byte of the first member. */
    GzipStream(InputStream source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        while (!finished && length > 0) {
            if (!inMember && !beginMember()) {
                finished = true;
                break;
            }
            int count = inflate(into, from, length);
            if (count > 0) {
                return count;
            }
        }
        return finished ? -1 : 0;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        source.close();
    }

    private int inflate(byte[] into, int from, int length) throws IOException {
        try {
            while (true) {
                int count = inflater.inflate(into, from, length);
                if (count > 0) {
                    crc.update(into, from, count);
                    return count;
                }
                if (inflater.finished()) {
                    endMember();
                    return 0;
                }
                if (inflater.needsDictionary()) {
                    throw new ZipException("needs a dictionary");
                }
                if (!fill()) {
                    throw new EOFException();
                }
                inflater.setInput(packed, 0, end);
            }
        } catch (DataFormatException e) {
            throw new ZipException(e.getMessage() == null ? "broken data" : e.getMessage());
        }
    }

    private boolean beginMember() throws IOException {
        int first = nextByte();
        while (first == 0) {
            first = nextByte();
        }
        if (first < 0) {
            return false;
        }
        if (first != 0x1F || needByte() != 0x8B) {
            throw new ZipException("other bytes follow the end of the compressed data");
        }
        if (needByte() != 8) {
            throw new ZipException("unknown method of compression");
        }
        int flags = needByte();
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(needByte() | needByte() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CRC) != 0) {
            skip(2);
        }
        inflater.reset();
        inflater.setInput(packed, next, end - next);
        crc.reset();
        inMember = true;
        return true;
    }

    private void endMember() throws IOException {
        next = end - inflater.getRemaining();
        if (needInt() != crc.getValue()) {
            throw new ZipException("the check sum is wrong");
        }
        if (needInt() != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
            throw new ZipException("the length is wrong");
        }
        inMember = false;
    }

    private long needInt() throws IOException {
        return needByte() | needByte() << 8 | needByte() << 16 | (long) needByte() << 24;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            needByte();
        }
    }

    private void skipText() throws IOException {
        int b = needByte();
        while (b != 0) {
            b = needByte();
        }
    }

    private int needByte() throws IOException {
        int b = nextByte();
        if (b < 0) {
            throw new EOFException();
        }
        return b;
    }

    private int nextByte() throws IOException {
        return next < end || fill() ? packed[next++] & 0xFF : -1;
    }

    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(0, source.read(packed, 0, packed.length));
        return end > 0;
    }
}
