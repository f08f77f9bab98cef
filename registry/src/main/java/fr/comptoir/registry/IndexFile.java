package fr.comptoir.registry;

import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.registry.IndexedCatalogue.Columns;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * {@code index.bin}: the arrays of a catalogue one after another, little-endian, each after its length. The file begins with
 * {@link #MAGIC} and {@link #FORMAT} and ends with the CRC-32C of all before.
 */
final class IndexFile {
    private static final long MAGIC = 0x58444e49_544d4f43L;
    private static final int FORMAT = 1;
    private static final int SIZE_MIN = 3 * 8;

    private IndexFile() {}

    static void write(Path file, Columns columns) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            IndexOutput out = new IndexOutput(channel);
            out.putLong(MAGIC);
            out.putLong(FORMAT);
            out.put(columns.version().getBytes(StandardCharsets.US_ASCII));
            out.put(columns.countingVersion().getBytes(StandardCharsets.US_ASCII));
            out.put(columns.ids().bytes());
            out.put(columns.ids().offsets());
            out.put(columns.ids().slots());
            out.put(columns.dataTypes());
            out.put(columns.yops());
            out.put(columns.parents());
            out.put(columns.databases());
            out.put(columns.histories());
            out.put(columns.access().starts());
            out.put(columns.access().days());
            out.put(columns.access().types());
            out.put(columns.segmentStarts());
            out.put(columns.segments());
            out.finish();
            channel.force(true);
        } catch (IOException e) {
            throw e instanceof FileSystemException ? e : named(file, e);
        }
    }

    /** The system does not say the name of a file that is open. */
    private static IOException named(Path file, IOException failure) {
        FileSystemException named = new FileSystemException(file.toString(), null, failure.getMessage());
        named.initCause(failure);
        return named;
    }

    static Columns read(Path file) throws IOException, InputException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() < SIZE_MIN) {
                throw wrong(file, "is no index of a catalogue");
            }
            IndexInput in = new IndexInput(channel);
            long magic = in.getLong();
            long format = in.getLong();
            if (magic != MAGIC || format != FORMAT) {
                throw wrong(
                        file, magic == MAGIC ? "is of another version of this program" : "is no index of a catalogue");
            }
            Columns columns = new Columns(
                    new String(in.bytes(), StandardCharsets.US_ASCII),
                    new String(in.bytes(), StandardCharsets.US_ASCII),
                    ItemIds.of(in.bytes(), in.ints(), in.longs()),
                    in.bytes(),
                    in.shorts(),
                    in.ints(),
                    in.ints(),
                    in.ints(),
                    new AccessHistories(in.ints(), in.ints(), in.bytes()),
                    in.ints(),
                    in.ints());
            if (!in.isChecksumRight()) {
                throw wrong(file, "is damaged: its checksum is wrong");
            }
            return columns;
        } catch (EOFException e) {
            throw wrong(file, "is damaged: it ends too early");
        }
    }

    private static InputException wrong(Path file, String message) {
        return new InputException(Problem.error(file.toString(), 0, "", message + "; import the catalogue again"));
    }
}
