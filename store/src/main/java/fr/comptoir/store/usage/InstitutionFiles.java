package fr.comptoir.store.usage;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.store.query.CountedMonth;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/**
 * {@code usage/...-institutions-<split>.usage}: what each institution used in a month, one after another in one file, so that a page of an
 * institution reads a few kilobytes for a month instead of the facts of its neighbours. At the end stands who is where. As {@link UsageFiles}
 * it can be deleted at any time, and answers for nothing but the figures and the catalogue that it was made of.
 */
final class InstitutionFiles {
    /** In the place of a customer, whose hash has digits only. */
    private static final String ALL = "institutions";

    /** Most lists of institutions are shorter. */
    private static final int READ_AT_ONCE = 1 << 14;

    private final UsageFiles files;

    InstitutionFiles(UsageFiles files) {
        this.files = files;
    }

    private Path file(CountedMonth month, Path catalogue, Split split) {
        return files.file(month, catalogue, ALL, split);
    }

    private static String origin(CountedMonth month, Path catalogue, Split split) throws IOException {
        return UsageFiles.origin(month, catalogue, ALL, split);
    }

    /** Whether the institutions' usage of a month is kept. */
    boolean has(CountedMonth month, Path catalogue, Split split) throws IOException {
        try (FileChannel in = FileChannel.open(file(month, catalogue, split))) {
            return list(in).map(PackedBytes.Reader::text).equals(Optional.of(origin(month, catalogue, split)));
        } catch (FileSystemException e) {
            return false;
        }
    }

    /**
     * What an institution used in a month, which may be nothing.
     *
     * @return none where it was not written, is of other figures or is damaged, and for consortia and the world
     */
    Optional<MonthUsage> read(CountedMonth month, Path catalogue, String customer, Split split, TitleNumbers titles)
            throws IOException {
        if (customer.equals(Institution.THE_WORLD)) {
            return Optional.empty();
        }
        Path file = file(month, catalogue, split);
        try (FileChannel in = FileChannel.open(file)) {
            Optional<PackedBytes.Reader> list = list(in);
            if (list.isEmpty()) {
                Files.deleteIfExists(file); // as damaged as a part may be
                return Optional.empty();
            }
            return list.get().text().equals(origin(month, catalogue, split))
                    ? find(file, in, list.get(), customer, split, titles)
                    : Optional.empty();
        } catch (FileSystemException e) {
            return Optional.empty(); // not there, or not for this process
        }
    }

    private static Optional<MonthUsage> find(
            Path file, FileChannel in, PackedBytes.Reader list, String customer, Split split, TitleNumbers titles)
            throws IOException {
        long at = 0;
        for (int left = list.number(); left > 0; left--) {
            String here = list.text();
            int size = list.number();
            if (here.equals(customer) && size == 0) {
                return Optional.empty();
            }
            if (here.equals(customer)) {
                Optional<PackedBytes.Reader> part = SummedBytes.read(in, at, size);
                if (part.isEmpty()) {
                    Files.deleteIfExists(file); // damaged: the service makes it again
                }
                return part.map(bytes -> PackedUsage.read(bytes, split, titles));
            }
            at += size;
        }
        return Optional.of(MonthUsage.NONE);
    }

    /** What is at the end of the file: what it was made of, then each customer and the size of its part, 0 for those of many sets. */
    private static Optional<PackedBytes.Reader> list(FileChannel in) throws IOException {
        return SummedBytes.readLast(in, READ_AT_ONCE);
    }

    /** Gives what each customer used. */
    @FunctionalInterface
    interface All {
        void give(Parts parts) throws IOException, SQLException;
    }

    /** Takes what a customer used; nothing for one of many sets. */
    @FunctionalInterface
    interface Parts {
        void take(String customer, Optional<MonthUsage> usage) throws IOException;
    }

    /** Writes the usage of a month: whole, or not at all. */
    void write(CountedMonth month, Path catalogue, Split split, TitleNumbers titles, All all)
            throws IOException, SQLException {
        PackedBytes.Writer customers = new PackedBytes.Writer();
        int[] count = {0};
        files.whole(file(month, catalogue, split), out -> {
            all.give((customer, usage) -> {
                customers.text(customer).number(usage.isEmpty() ? 0 : part(out, usage.get(), split, titles));
                count[0]++;
            });
            PackedBytes.Writer list = new PackedBytes.Writer();
            list.text(origin(month, catalogue, split)).number(count[0]).all(customers);
            SummedBytes.writeLast(out, list.bytes());
        });
    }

    private static int part(OutputStream out, MonthUsage usage, Split split, TitleNumbers titles) throws IOException {
        PackedBytes.Writer bytes = new PackedBytes.Writer();
        PackedUsage.write(bytes, usage, split, titles);
        return SummedBytes.write(out, bytes.bytes());
    }
}
