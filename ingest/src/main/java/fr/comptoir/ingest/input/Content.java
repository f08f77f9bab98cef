package fr.comptoir.ingest.input;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.model.text.Sentence;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/**
 * What is in an input, after decompression. A plain file is what it was when it was opened: what is written to it later belongs to
 * another time. Not thread-safe, but {@link #channel()} may be read by many threads at given places.
 */
public final class Content implements Closeable {
    private final Input input;
    private final Compression compression;
    private final Optional<FileChannel> channel;
    private final CountingStream raw;
    private final InputStream stream;
    private final long fileBytes;
    private byte[] head = new byte[0];
    private int headNext;
    private long read;
    private long lines;
    /** Once the data were found broken they stay so, whoever reads on. */
    private Optional<InputException> broken = Optional.empty();

    private Content(
            Input input,
            Compression compression,
            Optional<FileChannel> channel,
            CountingStream raw,
            InputStream stream,
            long fileBytes) {
        this.input = input;
        this.compression = compression;
        this.channel = channel;
        this.raw = raw;
        this.stream = stream;
        this.fileBytes = fileBytes;
    }

    /**
     * Opens an input.
     *
     * @param standardInput what {@code -} is; not closed by {@link #close()}
     * @throws InputException when there is no such file, or it is packed in a way that cannot be read
     */
    public static Content open(Input input, InputStream standardInput) throws IOException, InputException {
        Path path = input.path();
        if (path == null) {
            return open(input, standardInput, Optional.empty());
        }
        FileChannel channel;
        try {
            channel = FileChannel.open(path, StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            throw broken(input, Sentence.of("log.absent", "no such file"));
        }
        try {
            return open(
                    input,
                    Channels.newInputStream(channel),
                    Files.isRegularFile(path) ? Optional.of(channel) : Optional.empty());
        } catch (IOException | InputException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static Content open(Input input, InputStream bytes, Optional<FileChannel> file)
            throws IOException, InputException {
        CountingStream raw = new CountingStream(bytes);
        byte[] first = raw.readNBytes(Compression.MAGIC_BYTES);
        Optional<String> unreadable = Compression.unreadable(first, first.length);
        if (unreadable.isPresent()) {
            throw broken(
                    input,
                    Sentence.of(
                            "log.packed",
                            "is packed with {0}; gzip, zstd, bzip2 and plain text can be read",
                            unreadable.get()));
        }
        Compression compression = Compression.of(first, first.length);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(first), raw);
        long fileBytes = file.isPresent() ? file.get().size() : -1;
        Optional<FileChannel> plain = compression == Compression.NONE ? file : Optional.empty();
        try {
            return new Content(input, compression, plain, raw, decompressed(compression, whole), fileBytes);
        } catch (IOException e) {
            if (compression == Compression.NONE) {
                throw e;
            }
            throw broken(input, Sentence.of("log.not-whole", "is no whole {0} file: {1}", name(compression), said(e)));
        }
    }

    private static InputStream decompressed(Compression compression, InputStream packed) throws IOException {
        return switch (compression) {
            case NONE -> packed;
            case GZIP -> new GzipStream(packed);
            case ZSTD -> new ZstdInputStreamNoFinalizer(packed);
            case BZIP2 -> new BZip2CompressorInputStream(packed, true);
        };
    }

    public Input input() {
        return input;
    }

    public Compression compression() {
        return compression;
    }

    /** The file, when it is plain and can be read at any place; its content is its first {@link #bytes()} bytes. */
    public Optional<FileChannel> channel() {
        return channel;
    }

    /** Length of the content, or -1 when only reading it through would tell. */
    public long bytes() {
        return channel.isPresent() ? fileBytes : -1;
    }

    /** Length of the file as it lies on the disk, or -1 when it is none. */
    public long fileBytes() {
        return fileBytes;
    }

    /** How many bytes of the file were read, for a progress bar. */
    public long fileBytesRead() {
        return raw.count();
    }

    /**
     * Reads some of the next bytes, at least one.
     *
     * @return how many, or -1 at the end
     * @throws InputException when the compressed data end too early or are broken; it says how many bytes and lines came before
     */
    public int read(byte[] into, int from, int length) throws IOException, InputException {
        if (headNext < head.length) {
            int count = Math.min(length, head.length - headNext);
            System.arraycopy(head, headNext, into, from, count);
            headNext += count;
            return count;
        }
        return readOn(into, from, length);
    }

    /** Reads until {@code length} bytes are there or the content ends; gives how many, 0 at the end. */
    public int readFully(byte[] into, int from, int length) throws IOException, InputException {
        int total = 0;
        while (total < length) {
            int count = read(into, from + total, length - total);
            if (count < 0) {
                break;
            }
            total += count;
        }
        return total;
    }

    /** The first {@link InputRecord#HEAD_BYTES} of the content, or all of a shorter one, before anything was read; they are read later too. */
    public byte[] head() throws IOException, InputException {
        if (head.length == 0 && read == 0) {
            byte[] buffer = new byte[InputRecord.HEAD_BYTES];
            head = Arrays.copyOf(buffer, 0);
            int length = readFully(buffer, 0, buffer.length);
            head = Arrays.copyOf(buffer, length);
            headNext = 0;
        }
        return head.clone();
    }

    /**
     * Writes all that is left to a file, so that it can be read more than once.
     *
     * @return an input of the same name that reads that file
     */
    public Input copyTo(Path file) throws IOException, InputException {
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int count = read(buffer, 0, buffer.length); count >= 0; count = read(buffer, 0, buffer.length)) {
                out.write(buffer, 0, count);
            }
        }
        return new Input(input.name(), file);
    }

    @Override
    public void close() throws IOException {
        if (input.path() != null) {
            stream.close();
        }
    }

    private int readOn(byte[] into, int from, int length) throws IOException, InputException {
        if (broken.isPresent()) {
            throw broken.get();
        }
        int wanted = channel.isPresent() ? (int) Math.min(length, fileBytes - read) : length;
        if (wanted == 0 && length > 0) {
            return -1;
        }
        try {
            int count = stream.read(into, from, wanted);
            if (count > 0) {
                read += count;
                countLines(into, from, from + count);
            }
            return count;
        } catch (EOFException e) {
            throw broken(Sentence.of("log.early", "ends too early"));
        } catch (ZipException | ZstdIOException e) {
            throw broken(Sentence.of("log.broken", "is broken ({0})", said(e)));
        } catch (IOException e) {
            if (compression != Compression.BZIP2) {
                throw e;
            }
            throw broken(Sentence.of("log.broken", "is broken ({0})", said(e)));
        }
    }

    private void countLines(byte[] bytes, int from, int to) {
        if (compression != Compression.NONE) {
            lines += Lines.count(bytes, from, to);
        }
    }

    private InputException broken(Sentence how) {
        InputException failure = broken(
                input,
                Sentence.of(
                        "log.data",
                        "the {0} data {1}, after {2} bytes and {3} whole lines of content; nothing of it is counted",
                        name(compression),
                        how,
                        read,
                        lines));
        broken = Optional.of(failure);
        return failure;
    }

    private static String name(Compression compression) {
        return compression.name().toLowerCase(Locale.ROOT);
    }

    /** What the library that unpacks says. */
    private static Sentence said(IOException e) {
        return Sentence.of("log.reason", "{0}", String.valueOf(e.getMessage()));
    }

    private static InputException broken(Input input, Sentence sentence) {
        return new InputException(Problem.error(input.name(), 0, "", sentence));
    }
}
