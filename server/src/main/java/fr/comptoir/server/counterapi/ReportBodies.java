package fr.comptoir.server.counterapi;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.BrotliOutputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of kept reports in the encoding that a client wants. Small ones stay in memory as they are sent, so that the views which
 * harvesters fetch every month cost nothing; large ones are streamed from their files in constant memory. Safe for many threads.
 */
final class ReportBodies {
    private static final int SMALL = 1 << 20;
    private static final long MEMORY = 64L << 20;
    /** Between speed and size; the highest are slower than the network. */
    private static final int BROTLI_QUALITY = 5;

    private final boolean brotli = Brotli4jLoader.isAvailable();
    private final Cache<String, byte[]> memory = Caffeine.newBuilder()
            .maximumWeight(MEMORY)
            .weigher((String key, byte[] bytes) -> key.length() + bytes.length)
            .build();

    /** Whether this machine can write Brotli. */
    boolean hasBrotli() {
        return brotli;
    }

    /** The whole body when it is small; null when it is to be streamed. */
    byte @Nullable [] small(KeptReport report, Encoding encoding) throws IOException {
        String key = encoding.token() + report.key();
        byte[] known = memory.getIfPresent(key);
        if (known != null) {
            return known;
        }
        if (Files.size(report.gzip()) > SMALL) {
            return null;
        }
        byte[] gzip = Files.readAllBytes(report.gzip());
        if (encoding == Encoding.IDENTITY && unpacked(gzip) > SMALL) {
            return null;
        }
        if (encoding != Encoding.GZIP) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            recode(new ByteArrayInputStream(gzip), encoding, out);
            gzip = out.toByteArray();
        }
        memory.put(key, gzip);
        return gzip;
    }

    /** The length that the trailer of a gzip file tells (RFC 1952, section 2.3.1): reports shrink to a thirtieth. */
    private static long unpacked(byte[] gzip) {
        return Integer.toUnsignedLong(
                ByteBuffer.wrap(gzip).order(ByteOrder.LITTLE_ENDIAN).getInt(gzip.length - Integer.BYTES));
    }

    /** Writes a body that is not small, and gives its length in bytes. */
    long stream(KeptReport report, Encoding encoding, OutputStream out) throws IOException {
        if (encoding == Encoding.GZIP) {
            return Files.copy(report.gzip(), out);
        }
        Counting counted = new Counting(out);
        try (InputStream in = Files.newInputStream(report.gzip())) {
            recode(in, encoding, counted);
        }
        return counted.bytes;
    }

    /** Counts what goes through it. */
    private static final class Counting extends FilterOutputStream {
        private long bytes;

        Counting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            out.write(some, from, length);
            bytes += length;
        }
    }

    private static void recode(InputStream gzip, Encoding encoding, OutputStream out) throws IOException {
        try (InputStream json = new GZIPInputStream(gzip, 1 << 16)) {
            if (encoding == Encoding.BR) {
                try (OutputStream br = new BrotliOutputStream(out, Encoder.Parameters.create(BROTLI_QUALITY))) {
                    json.transferTo(br);
                }
            } else {
                json.transferTo(out);
            }
        }
    }
}
