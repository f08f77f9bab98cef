package fr.comptoir.store.fact;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Sql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares two versions of a month. Differences come sorted by release, report, customer and metric; what is equal is left out. A shift
 * within a report that changes no sum of a customer, as from one title to another, is not a difference here.
 */
final class FactDifferences {
    /** One figure of a report. */
    private record Figure(Release release, String report, String customer, MetricType metric) {}

    private FactDifferences() {}

    static List<FactDifference> between(DataFolder folder, Path before, Path after) throws IOException {
        Map<Figure, long[]> figures = new HashMap<>();
        try (Duck duck = Duck.open(folder.temporary())) {
            for (Release release : Release.values()) {
                for (ReportSums sums : ReportSums.all()) {
                    sum(duck, before, release, sums, figures, 0);
                    sum(duck, after, release, sums, figures, 1);
                }
            }
        } catch (SQLException e) {
            throw Duck.failure(e, before + " and " + after + " cannot be compared");
        }
        List<FactDifference> differences = new ArrayList<>();
        figures.forEach((figure, counts) -> {
            if (counts[0] != counts[1]) {
                differences.add(new FactDifference(
                        figure.release, figure.report, figure.metric, figure.customer, counts[0], counts[1]));
            }
        });
        differences.sort(Comparator.comparing(FactDifference::release)
                .thenComparing(FactDifference::report)
                .thenComparing(FactDifference::customer)
                .thenComparing(FactDifference::metric));
        return differences;
    }

    private static void sum(
            Duck duck, Path version, Release release, ReportSums sums, Map<Figure, long[]> figures, int side)
            throws SQLException, IOException {
        List<MetricType> metrics = sums.metrics();
        StringBuilder columns = new StringBuilder();
        for (MetricType metric : metrics) {
            columns.append(", sum(").append(ReportSums.column(metric, release)).append(")::BIGINT");
        }
        String facts = Sql.parquet(List.of(version.resolve(sums.file())));
        String customers = Sql.parquet(List.of(version.resolve(FactFiles.CUSTOMERS)));
        String sql = "WITH s AS (SELECT Customers"
                + columns.toString().replaceAll("sum\\((\\w+)\\)::BIGINT", "sum($1) AS $1") + " FROM "
                + facts + " WHERE " + sums.condition() + " GROUP BY Customers) SELECT "
                + Sql.text(Institution.THE_WORLD) + columns
                + " FROM s UNION ALL SELECT c.Customer_ID" + columns + " FROM s JOIN " + customers
                + " c USING (Customers) WHERE c.Customer_ID IS NOT NULL GROUP BY c.Customer_ID";
        ColumnReader.read(duck, sql, (chunk, rows) -> {
            for (int row = 0; row < rows; row++) {
                String customer = chunk.vector(0).getString(row);
                for (int i = 0; i < metrics.size(); i++) {
                    if (!chunk.vector(i + 1).isNull(row)) {
                        Figure figure = new Figure(release, sums.report(), customer, metrics.get(i));
                        figures.computeIfAbsent(figure, unused -> new long[2])[side] +=
                                chunk.vector(i + 1).getLong(row);
                    }
                }
            }
        });
    }
}
