package fr.comptoir.store.usage;

import fr.comptoir.store.query.CountedMonth;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * {@code usage/...-all-hours.usage}: what was used in a month in which hour, a block for each set of customers, of those used much several; at the
 * end stands what all blocks have in common, and which is whose. A row of a block is a title, an hour and the number of a combination of
 * figures, in some five bytes; rows lie by their attributes. As {@link UsageFiles} it can be deleted at any time.
 */
final class HourFile {
    /** Most ends are shorter. */
    private static final int READ_AT_ONCE = 1 << 16;

    private final UsageFiles files;
    private final Path file;
    private final String origin;

    /**
     * That of a month.
     *
     * @param catalogue its rows
     * @param madeOf what tells the actions, and how they were looked at, from others
     */
    HourFile(UsageFiles files, CountedMonth month, Path catalogue, String madeOf) throws IOException {
        this.files = files;
        this.file = files.file(month, catalogue, "all", "hours");
        this.origin = UsageFiles.origin(month, catalogue, madeOf, "HOURS");
    }

    /**
     * What all blocks have in common.
     *
     * @param ways the names of ways of arrival, by their numbers in attributes
     * @param attributes by number
     * @param counts combinations, {@link DistinctCounts#WIDTH} figures each
     * @param sets whose each block is
     * @param sizes of the blocks in bytes, with their sums
     */
    record End(List<String> ways, long[] attributes, int[] counts, List<String> sets, int[] sizes) {}

    /** Takes what is in the file. */
    @FunctionalInterface
    interface Blocks {
        /** Takes the packed rows of a set of customers. */
        void take(String customers, PackedBytes.Writer rows) throws IOException;
    }

    /** Gives what is in the file. */
    @FunctionalInterface
    interface Content {
        /** Gives all blocks, then the end, whose sets and sizes are not looked at. */
        End give(Blocks blocks) throws IOException;
    }

    /** Writes it: whole, or not at all. */
    void write(Content content) throws IOException {
        files.<IOException>whole(file, out -> {
            PackedBytes.Writer list = new PackedBytes.Writer();
            int[] blocks = {0};
            End end = content.give((customers, rows) -> {
                list.text(customers).number(SummedBytes.write(out, rows.bytes()));
                blocks[0]++;
            });
            PackedBytes.Writer bytes = new PackedBytes.Writer();
            bytes.text(origin).number(end.ways().size());
            end.ways().forEach(bytes::text);
            bytes.number(end.attributes().length);
            Arrays.stream(end.attributes()).forEach(bytes::number);
            bytes.number(end.counts().length);
            Arrays.stream(end.counts()).forEach(bytes::number);
            bytes.number(blocks[0]).all(list);
            SummedBytes.writeLast(out, bytes.bytes());
        });
    }

    /** Whether it is there; that each block is whole is seen when it is read. */
    boolean isThere() throws IOException {
        try (FileChannel in = FileChannel.open(file)) {
            return end(in).isPresent();
        } catch (FileSystemException e) {
            return false;
        }
    }

    /** Takes the blocks that are wanted. */
    interface Reading {
        /** Begins; comes first. */
        void begin(End end) throws IOException;

        /** Whether the blocks of a set are wanted. */
        boolean wants(String customers);

        void take(PackedBytes.Reader rows);
    }

    /** Reads it; false when it is not there, is of other actions or is damaged. */
    boolean read(Reading reading) throws IOException {
        try (FileChannel in = FileChannel.open(file)) {
            Optional<End> end = end(in);
            if (end.isEmpty()) {
                return false;
            }
            reading.begin(end.get());
            long at = 0;
            for (int block = 0; block < end.get().sizes().length; block++) {
                int size = end.get().sizes()[block];
                if (reading.wants(end.get().sets().get(block))) {
                    Optional<PackedBytes.Reader> rows = SummedBytes.read(in, at, size);
                    if (rows.isEmpty()) {
                        Files.deleteIfExists(file); // damaged: it is made again
                        return false;
                    }
                    reading.take(rows.get());
                }
                at += size;
            }
            return true;
        } catch (FileSystemException e) {
            return false; // not there, or not for this process
        }
    }

    private Optional<End> end(FileChannel in) throws IOException {
        return SummedBytes.readLast(in, READ_AT_ONCE)
                .filter(bytes -> bytes.text().equals(origin))
                .map(HourFile::end);
    }

    private static End end(PackedBytes.Reader bytes) {
        List<String> ways = new ArrayList<>();
        for (int left = bytes.number(); left > 0; left--) {
            ways.add(bytes.text());
        }
        long[] attributes = new long[bytes.number()];
        Arrays.setAll(attributes, i -> bytes.longNumber());
        int[] counts = new int[bytes.number()];
        Arrays.setAll(counts, i -> bytes.number());
        int[] sizes = new int[bytes.number()];
        List<String> sets = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            sets.add(bytes.text());
            sizes[i] = bytes.number();
        }
        return new End(ways, attributes, counts, sets, sizes);
    }
}
