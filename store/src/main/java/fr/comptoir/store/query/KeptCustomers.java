package fr.comptoir.store.query;

import fr.comptoir.store.disk.Disk;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.fact.FactFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the sets of customers of the months that were asked for last: each question needs them, and to open a small file for each month
 * costs a sixth of a small question. The process has one for all sites; safe for many threads.
 */
final class KeptCustomers {
    /** Pairs of a customer and a set that are kept: some 20 megabytes. */
    private static final int PAIRS_MAX = 250_000;

    private static final KeptCustomers KEPT = new KeptCustomers(PAIRS_MAX);

    private final int pairsMax;
    /** By file; the one asked for last comes last. */
    private final Map<String, MonthCustomers> months = new LinkedHashMap<>(16, 0.75f, true);

    private long pairs;

    KeptCustomers(int pairsMax) {
        this.pairsMax = pairsMax;
    }

    /** Those of the process. */
    static KeptCustomers kept() {
        return KEPT;
    }

    /** The sets of each of the months. */
    List<MonthCustomers> of(Duck duck, List<CountedMonth> asked) throws SQLException, IOException {
        Map<String, Path> missing = new LinkedHashMap<>();
        Map<String, MonthCustomers> known = new LinkedHashMap<>();
        List<String> keys = new ArrayList<>();
        for (CountedMonth month : asked) {
            Path file = month.facts().resolve(FactFiles.CUSTOMERS);
            String key = Disk.identity(file);
            keys.add(key);
            MonthCustomers here = get(key);
            if (here == null) {
                missing.put(key, file);
            } else {
                known.put(key, here);
            }
        }
        known.putAll(read(duck, missing));
        return keys.stream().map(known::get).toList();
    }

    private synchronized @Nullable MonthCustomers get(String key) {
        return months.get(key);
    }

    private Map<String, MonthCustomers> read(Duck duck, Map<String, Path> files) throws SQLException, IOException {
        Map<String, MonthCustomers> read = new LinkedHashMap<>();
        if (files.isEmpty()) {
            return read;
        }
        List<SortedMap<String, NavigableSet<Integer>>> sets = new ArrayList<>();
        files.forEach((key, file) -> sets.add(new TreeMap<>()));
        String sql =
                "SELECT file_index::INTEGER, Customers, Customer_ID FROM " + Sql.parquet(List.copyOf(files.values()));
        int[] nobody = new int[files.size()];
        Arrays.fill(nobody, -1);
        ColumnReader.read(duck, sql, (chunk, rows) -> {
            for (int row = 0; row < rows; row++) {
                int file = chunk.vector(0).getInt(row);
                int set = chunk.vector(1).getInt(row);
                if (chunk.vector(2).isNull(row)) {
                    nobody[file] = set;
                } else {
                    sets.get(file)
                            .computeIfAbsent(chunk.vector(2).getString(row), customer -> new TreeSet<>())
                            .add(set);
                }
            }
        });
        int place = 0;
        for (String key : files.keySet()) {
            MonthCustomers month = new MonthCustomers(sets.get(place), nobody[place]);
            place++;
            read.put(key, month);
            keep(key, month);
        }
        return read;
    }

    private synchronized void keep(String key, MonthCustomers month) {
        if (month.size() > pairsMax || months.putIfAbsent(key, month) != null) {
            return;
        }
        pairs += month.size();
        Iterator<MonthCustomers> eldest = months.values().iterator();
        while (pairs > pairsMax) {
            pairs -= eldest.next().size();
            eldest.remove();
        }
    }

    synchronized long pairs() {
        return pairs;
    }
}
