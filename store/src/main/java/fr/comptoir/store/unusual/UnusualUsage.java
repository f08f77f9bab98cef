package fr.comptoir.store.unusual;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.store.catalogue.CatalogueFiles;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.fact.FactFiles;
import fr.comptoir.store.fact.ReportSums;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Compares the usage of a month with the mean of the twelve months before, for each customer, the platform, each database and title, and
 * each metric of Release 5.1. A month before in which something was not used counts as zero; one that was never counted does not count.
 */
public final class UnusualUsage {
    private static final int MONTHS = 12;
    /** The columns before the metrics. */
    private static final int KEYS = 2;

    private final DataFolder folder;
    private final State state;

    public UnusualUsage(DataFolder folder, State state) {
        this.folder = folder;
        this.state = state;
    }

    /**
     * Finds it.
     *
     * @param usual bounds of customers that have none of their own
     * @param own bounds by customer
     * @param monthsMin how many months before must be counted; with fewer nothing is unusual
     * @return the largest differences first
     */
    public List<Unusual> in(YearMonth month, Bounds usual, Map<String, Bounds> own, int monthsMin) throws IOException {
        List<Path> versions = new ArrayList<>();
        for (YearMonth one = month.minusMonths(MONTHS); !one.isAfter(month); one = one.plusMonths(1)) {
            YearMonth counted = one;
            state.month(one).counted().ifPresent(facts -> versions.add(folder.facts(counted, facts.facts())));
        }
        int before = versions.size() - 1;
        boolean counted = state.month(month).counted().isPresent();
        if (!counted || before < Math.max(1, monthsMin)) {
            return List.of();
        }
        List<Unusual> found = new ArrayList<>();
        try (Duck duck = Duck.open(folder.temporary())) {
            bounds(duck, usual, own);
            for (ReportSums sums : ReportSums.all()) {
                if (!sums.report().equals("IR")) {
                    find(duck, sums, versions, before, own, usual, found);
                }
            }
        } catch (SQLException e) {
            throw Duck.failure(e, folder.facts() + " cannot be read");
        }
        found.sort(Comparator.comparingDouble((Unusual one) -> -Math.abs(one.value() - one.mean()))
                .thenComparing(Unusual::customer)
                .thenComparing(Unusual::id)
                .thenComparing(Unusual::metric));
        return found;
    }

    private static void bounds(Duck duck, Bounds usual, Map<String, Bounds> own) throws SQLException {
        duck.execute("CREATE TABLE bounds (customer VARCHAR, factor DOUBLE, more BIGINT, part DOUBLE, mean BIGINT)");
        if (!own.isEmpty()) {
            String rows = own.entrySet().stream()
                    .map(one -> "(" + Sql.text(one.getKey()) + ", " + values(one.getValue()) + ")")
                    .collect(Collectors.joining(", "));
            duck.execute("INSERT INTO bounds VALUES " + rows);
        }
        duck.execute(
                "CREATE TABLE usual AS SELECT * FROM (VALUES (" + values(usual) + ")) AS v (factor, more, part, mean)");
    }

    private static String values(Bounds bounds) {
        return String.format(
                Locale.ROOT,
                "%.6f::DOUBLE, %d::BIGINT, %.8f::DOUBLE, %d::BIGINT",
                bounds.factor(),
                bounds.more(),
                bounds.percent() / 100,
                bounds.mean());
    }

    private void find(
            Duck duck,
            ReportSums sums,
            List<Path> versions,
            int before,
            Map<String, Bounds> own,
            Bounds usual,
            List<Unusual> found)
            throws SQLException, IOException {
        Subject subject = subject(sums.report());
        List<MetricType> metrics = sums.metrics();
        ColumnReader.read(duck, sql(sums, subject, versions, before), (chunk, rows) -> {
            for (int row = 0; row < rows; row++) {
                String customer = chunk.vector(0).getString(row);
                String id = chunk.vector(1).getString(row);
                Bounds bounds = own.getOrDefault(customer, usual);
                for (int i = 0; i < metrics.size(); i++) {
                    long value = chunk.vector(KEYS + 2 * i).getLong(row);
                    double mean = chunk.vector(KEYS + 2 * i + 1).getDouble(row);
                    boolean spike = bounds.isSpike(value, mean);
                    if (spike || bounds.isDip(value, mean)) {
                        String name = chunk.vector(KEYS + 2 * metrics.size()).getString(row);
                        found.add(new Unusual(customer, subject, id, name, metrics.get(i), value, mean, spike));
                    }
                }
            }
        });
    }

    private static Subject subject(String report) {
        return switch (report) {
            case "PR" -> Subject.PLATFORM;
            case "DR" -> Subject.DATABASE;
            case "TR" -> Subject.TITLE;
            default -> throw new IllegalArgumentException(report);
        };
    }

    private static String column(Subject subject) {
        return switch (subject) {
            case PLATFORM -> "''";
            case DATABASE -> "Database_ID";
            default -> "Title_ID";
        };
    }

    /** Customer, id, value and mean of each metric, name; only rows of which one metric is unusual. */
    private String sql(ReportSums sums, Subject subject, List<Path> versions, int before) {
        StringBuilder summed = new StringBuilder();
        StringBuilder compared = new StringBuilder();
        List<String> unusual = new ArrayList<>();
        for (int i = 0; i < sums.metrics().size(); i++) {
            String column = ReportSums.column(sums.metrics().get(i), Release.R5_1);
            summed.append(", sum(").append(column).append(") AS v").append(i);
            compared.append(", coalesce(sum(v" + i + ") FILTER (m = " + before + "), 0)::BIGINT AS value" + i)
                    .append(", (coalesce(sum(v" + i + ") FILTER (m < " + before + "), 0) / " + before
                            + ".0)::DOUBLE AS mean" + i);
            unusual.add("value" + i + " >= factor * mean" + i + " + more");
            unusual.add("mean" + i + " >= mean AND value" + i + " < part * mean" + i);
        }
        String facts = Sql.parquet(files(versions, sums.file()));
        String sets = Sql.parquet(files(versions, FactFiles.CUSTOMERS));
        return "WITH s AS (SELECT file_index AS m, Customers, " + column(subject) + " AS id" + summed + " FROM " + facts
                + " WHERE " + sums.condition()
                + " GROUP BY ALL), k AS (SELECT file_index AS m, Customers, Customer_ID FROM "
                + sets + " WHERE Customer_ID IS NOT NULL), f AS (SELECT k.Customer_ID AS customer, s.* FROM s JOIN k"
                + " USING (m, Customers) UNION ALL SELECT " + Sql.text(Institution.THE_WORLD)
                + " AS customer, s.* FROM s), c AS (SELECT customer, id" + compared
                + " FROM f GROUP BY customer, id) SELECT c.customer, c.id"
                + values(sums.metrics().size()) + ", coalesce(" + name() + ", '') FROM (SELECT c.*,"
                + " coalesce(b.factor, u.factor) AS factor, coalesce(b.more, u.more) AS more, coalesce(b.part, u.part) AS part,"
                + " coalesce(b.mean, u.mean) AS mean FROM c LEFT JOIN bounds b ON b.customer = c.customer CROSS JOIN usual u) c"
                + " WHERE (" + String.join(") OR (", unusual) + ")";
    }

    private static String values(int metrics) {
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < metrics; i++) {
            columns.append(", value").append(i).append(", mean").append(i);
        }
        return columns.toString();
    }

    private String name() {
        return state.catalogue() == 0
                ? "NULL"
                : "(SELECT any_value(name) FROM "
                        + Sql.parquet(
                                List.of(folder.catalogue(state.catalogue()).resolve(CatalogueFiles.ROWS)))
                        + " n WHERE n.item_id = c.id)";
    }

    private static List<Path> files(List<Path> versions, String name) {
        return versions.stream().map(version -> version.resolve(name)).toList();
    }
}
