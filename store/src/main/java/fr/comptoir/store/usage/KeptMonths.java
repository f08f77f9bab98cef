package fr.comptoir.store.usage;

import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.disk.Disk;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.fact.FactFiles;
import fr.comptoir.store.query.CountedMonth;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The usage that was asked for last, a customer's of a month each, in memory: what a page asks is then a matter of milliseconds. A version
 * of a month's figures, or of the catalogue, that is new is another key, so that nothing is ever out of date; the customer is a part of the
 * key, so that nobody is answered with another's. Of the memory of Java it takes a part, the usage asked for longest ago goes first. Whoever
 * asks for what is being read waits for it. Thread-safe.
 */
final class KeptMonths {
    /** A month of more rows is written into a file: to read its facts takes a tenth of a second and more. */
    private static final int FEW_ROWS = 1 << 15;

    /** Of Java's memory a fourth: a service of 512 MiB keeps 30 million rows. */
    private static final KeptMonths OF_PROCESS =
            new KeptMonths(Runtime.getRuntime().maxMemory() / 4, FEW_ROWS);

    private static final int CATALOGUES_MAX = 3;
    /** What the name of a month's usage needs, and that it is too much to be kept: an estimate, in bytes. */
    private static final int OF_KEY = 400;

    private final long bytesMax;
    private final int fewRows;
    private final Map<String, TitleNumbers> catalogues = new LinkedHashMap<>(8, 0.75f, true);
    private final Map<Key, CompletableFuture<Optional<MonthUsage>>> months = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    /** @param fewRows what has more in a month is kept in {@link UsageFiles} too */
    KeptMonths(long bytesMax, int fewRows) {
        this.bytesMax = bytesMax;
        this.fewRows = fewRows;
    }

    static KeptMonths ofProcess() {
        return OF_PROCESS;
    }

    /**
     * Whose usage of which figures.
     *
     * @param figures told from others that had the same name before, in a site that was put in the place of another
     */
    private record Key(TitleNumbers titles, String customer, Split split, String figures) {
        static Key of(TitleNumbers titles, String customer, Split split, CountedMonth month) throws IOException {
            return new Key(titles, customer, split, Disk.identity(month.facts().resolve(FactFiles.ITEMS)));
        }
    }

    /** Usage in memory. */
    record Found(TitleNumbers titles, List<MonthUsage> months) {}

    /**
     * The usage of a customer in some months, read where it is not kept.
     *
     * @param split by what that of a month is wanted
     * @return by month; none when it is too much to be kept
     */
    Optional<Found> find(
            DataFolder folder,
            Path catalogue,
            String customer,
            Function<CountedMonth, Split> split,
            List<CountedMonth> asked)
            throws SQLException, IOException {
        TitleNumbers titles = titles(folder.temporary(), catalogue);
        List<CompletableFuture<Optional<MonthUsage>>> found = new ArrayList<>();
        List<CountedMonth> missing = new ArrayList<>();
        List<Key> keys = new ArrayList<>();
        for (CountedMonth month : asked) {
            keys.add(Key.of(titles, customer, split.apply(month), month));
        }
        List<Key> mine = new ArrayList<>();
        synchronized (this) {
            for (int i = 0; i < keys.size(); i++) {
                CompletableFuture<Optional<MonthUsage>> known = months.get(keys.get(i));
                if (known == null) {
                    known = new CompletableFuture<>();
                    months.put(keys.get(i), known);
                    mine.add(keys.get(i));
                    missing.add(asked.get(i));
                }
                found.add(known);
            }
        }
        if (!missing.isEmpty()) {
            keep(new UsageReading(folder, catalogue, titles, bytesMax, fewRows), missing, mine);
        }
        List<MonthUsage> usage = new ArrayList<>();
        for (CompletableFuture<Optional<MonthUsage>> each : found) {
            waitFor(each).ifPresent(usage::add);
        }
        return usage.size() < asked.size() ? Optional.empty() : Optional.of(new Found(titles, usage));
    }

    /** Writes the usage of a customer into a file, for whoever asks for it; gives false when it is there. */
    boolean prepare(DataFolder folder, Path catalogue, String customer, CountedMonth month)
            throws SQLException, IOException {
        TitleNumbers titles = titles(folder.temporary(), catalogue);
        return new UsageReading(folder, catalogue, titles, bytesMax, fewRows).prepare(customer, month);
    }

    /** Writes the usage of each institution into files; gives false when they are there. */
    boolean prepareInstitutions(DataFolder folder, Path catalogue, CountedMonth month)
            throws SQLException, IOException {
        TitleNumbers titles = titles(folder.temporary(), catalogue);
        return new UsageReading(folder, catalogue, titles, bytesMax, fewRows).prepareInstitutions(month);
    }

    private void keep(UsageReading reading, List<CountedMonth> missing, List<Key> keys)
            throws SQLException, IOException {
        try {
            List<Optional<MonthUsage>> read = read(reading, keys, missing);
            List<CompletableFuture<Optional<MonthUsage>>> waiting = new ArrayList<>();
            synchronized (this) {
                for (Key key : keys) {
                    waiting.add(months.getOrDefault(key, new CompletableFuture<>()));
                }
                bytes += (long) OF_KEY * keys.size()
                        + read.stream()
                                .flatMap(Optional::stream)
                                .mapToLong(MonthUsage::bytes)
                                .sum();
            }
            for (int i = 0; i < keys.size(); i++) {
                waiting.get(i).complete(read.get(i));
            }
            forgetTheOldest();
        } catch (SQLException | IOException | RuntimeException | Error e) {
            fail(keys, e);
            throw e;
        }
    }

    /** In the order of the keys; what is too much of one {@link Split} is too much of all its months. */
    private static List<Optional<MonthUsage>> read(UsageReading reading, List<Key> keys, List<CountedMonth> missing)
            throws SQLException, IOException {
        List<Optional<MonthUsage>> all = new ArrayList<>(Collections.nCopies(keys.size(), Optional.empty()));
        for (Split split : Split.values()) {
            int[] places = IntStream.range(0, keys.size())
                    .filter(i -> keys.get(i).split() == split)
                    .toArray();
            List<CountedMonth> some =
                    Arrays.stream(places).mapToObj(missing::get).toList();
            Optional<List<MonthUsage>> read =
                    some.isEmpty() ? Optional.empty() : reading.read(keys.get(0).customer(), split, some);
            for (int i = 0; i < places.length && read.isPresent(); i++) {
                all.set(places[i], Optional.of(read.get().get(i)));
            }
        }
        return all;
    }

    private void fail(List<Key> keys, Throwable e) {
        List<CompletableFuture<Optional<MonthUsage>>> waiting = new ArrayList<>();
        synchronized (this) {
            keys.forEach(key -> Optional.ofNullable(months.remove(key)).ifPresent(waiting::add));
        }
        waiting.forEach(each -> each.completeExceptionally(e));
    }

    /** What is being read is never too old. */
    private synchronized void forgetTheOldest() {
        Iterator<CompletableFuture<Optional<MonthUsage>>> oldest =
                months.values().iterator();
        while (bytes > bytesMax && oldest.hasNext()) {
            CompletableFuture<Optional<MonthUsage>> each = oldest.next();
            if (each.isDone()) {
                bytes -= OF_KEY + each.join().map(MonthUsage::bytes).orElse(0L);
                oldest.remove();
            }
        }
    }

    private static Optional<MonthUsage> waitFor(CompletableFuture<Optional<MonthUsage>> usage) throws IOException {
        try {
            return usage.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw Duck.failure(failure, "the facts cannot be read");
            }
            throw new IOException("the facts cannot be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the facts were read", e);
        }
    }

    /** The numbers of a catalogue, made or kept. */
    synchronized TitleNumbers titles(Path temporary, Path catalogue) throws SQLException, IOException {
        String identity = Disk.identity(catalogue);
        TitleNumbers known = catalogues.get(identity);
        if (known == null) {
            known = TitleNumbers.of(temporary, catalogue);
            catalogues.put(identity, known);
            if (catalogues.size() > CATALOGUES_MAX) {
                catalogues.remove(catalogues.keySet().iterator().next());
            }
        }
        return known;
    }

    /** Of how many months and customers something is known, were it that it is too much to be kept. */
    synchronized int known() {
        return months.size();
    }

    /** How much is kept, in bytes. */
    synchronized long bytes() {
        return bytes;
    }
}
