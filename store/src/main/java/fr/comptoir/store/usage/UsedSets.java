package fr.comptoir.store.usage;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.fact.FactFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Usage by month and the customers to whom it belongs, as a Platform Report has it, denials as an Item Report. */
final class UsedSets {
    private final FileUsage usage;

    UsedSets(FileUsage usage) {
        this.usage = usage;
    }

    /** @param facts rows with {@code customers} and the metrics of a platform, in SQL */
    List<SetRow> rows(String facts) throws IOException {
        Set<MetricType> metrics = Sources.metrics(Sources.PLATFORM);
        Map<Long, List<String>> sets = sets();
        List<SetRow> rows = new ArrayList<>();
        usage.read(
                "SELECT m, customers::INTEGER" + UsageSql.sums(metrics) + " FROM " + facts + " GROUP BY m, customers",
                (columns, row) -> rows.add(new SetRow(
                        usage.months().get(columns[0].getInt(row)).month(),
                        sets.getOrDefault(set(columns[0].getInt(row), columns[1].getInt(row)), List.of()),
                        FileUsage.counts(columns, row, 2, metrics))));
        return rows;
    }

    /** The customers of each set, by month's place and number. */
    private Map<Long, List<String>> sets() throws IOException {
        Map<Long, List<String>> sets = new HashMap<>();
        List<Path> files = usage.months().stream()
                .map(month -> month.facts().resolve(FactFiles.CUSTOMERS))
                .toList();
        usage.read(
                "SELECT file_index::INTEGER, Customers::INTEGER, Customer_ID FROM " + Sql.parquet(files)
                        + " WHERE Customer_ID IS NOT NULL ORDER BY Customer_ID",
                (columns, row) -> sets.computeIfAbsent(
                                set(columns[0].getInt(row), columns[1].getInt(row)), any -> new ArrayList<>())
                        .add(columns[2].getString(row)));
        return sets;
    }

    /** One number for a set of a month. */
    private static long set(int month, int number) {
        return (long) month << Integer.SIZE | number;
    }
}
