package fr.comptoir.operation.view;

import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.MakeReport;
import fr.comptoir.operation.ReportTotals;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.view.Panel.Column;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.operation.view.Panel.Picture;
import fr.comptoir.operation.view.Preset.Period;
import fr.comptoir.operation.view.ReleaseDifferences.Difference;
import fr.comptoir.operation.view.ReleaseDifferences.Reason;
import fr.comptoir.report.Filters;
import fr.comptoir.report.ReportDeclaration;
import fr.comptoir.report.Reports;
import fr.comptoir.store.query.CodeSql;
import fr.comptoir.store.usage.Usage;
import fr.comptoir.store.usage.UsageRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A report of Release 5 beside the same report of Release 5.1.
 *
 * @param totals by Metric_Type, as the reports add up; nothing where the report of a release has none
 * @param only the one release that has it; empty when both have
 * @param differences of the figures, each with a cause that the usage shows
 */
public record ReportReleases(Panel totals, Optional<Release> only, ReleaseDifferences differences) {
    /**
     * Makes both reports.
     *
     * @param report of either release
     * @param view whose usage in which months; its filters are not looked at
     * @throws InputException when the report cannot be made
     */
    public static ReportReleases of(ReportingSite now, ReportDeclaration report, View view)
            throws IOException, InputException {
        Map<Release, ReportDeclaration> both = new EnumMap<>(Release.class);
        Map<Release, Map<MetricType, Long>> totals = new EnumMap<>(Release.class);
        for (Release release : Release.values()) {
            Optional<ReportDeclaration> one = Reports.find(release, report.id());
            if (one.isPresent()) {
                both.put(release, one.get());
                totals.put(release, totals(now, one.get(), view));
            }
        }
        Panel panel = panel(both, totals);
        return both.size() == 1
                ? new ReportReleases(panel, Optional.of(report.release()), new ReleaseDifferences(List.of(), List.of()))
                : new ReportReleases(
                        panel,
                        Optional.empty(),
                        new ReleaseDifferences(differences(now, both, totals, view), List.of()));
    }

    private static Map<MetricType, Long> totals(ReportingSite now, ReportDeclaration report, View view)
            throws IOException, InputException {
        Period period = view.period();
        Map<String, String> months = Map.of(
                "begin_date",
                period.begin().toString(),
                "end_date",
                period.end().toString());
        return ReportTotals.of(MakeReport.prepare(
                now, report.id(), view.customer(), report.release().code(), "tsv", months));
    }

    /** A metric that the report of a release does not have has no figure in it, not even 0. */
    private static Panel panel(Map<Release, ReportDeclaration> both, Map<Release, Map<MetricType, Long>> totals) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (MetricType metric : MetricType.values()) {
            boolean any = totals.values().stream().anyMatch(one -> one.containsKey(metric));
            if (any) {
                List<@Nullable Object> row = new ArrayList<>();
                row.add(metric.code());
                for (Release release : List.of(Release.R5, Release.R5_1)) {
                    row.add(has(both, release, metric) ? (Object) total(totals, release, metric) : null);
                }
                rows.add(row);
            }
        }
        List<Column> columns = List.of(
                new Column("Metric_Type", Kind.CODE), new Column("R5", Kind.COUNT), new Column("R5_1", Kind.COUNT));
        return new Panel("releases", Picture.NONE, Optional.empty(), columns, rows);
    }

    private static boolean has(Map<Release, ReportDeclaration> both, Release release, MetricType metric) {
        return Optional.ofNullable(both.get(release))
                .filter(report -> report.metricTypes().contains(metric))
                .isPresent();
    }

    private static long total(Map<Release, Map<MetricType, Long>> totals, Release release, MetricType metric) {
        return totals.getOrDefault(release, Map.of()).getOrDefault(metric, 0L);
    }

    /** What differs in the reports, with the causes that are at work in the usage of any kind of content in them. */
    private static List<Difference> differences(
            ReportingSite now,
            Map<Release, ReportDeclaration> both,
            Map<Release, Map<MetricType, Long>> totals,
            View view)
            throws IOException {
        Map<MetricType, Set<Reason>> reasons = reasons(now, both, view);
        List<Difference> differences = new ArrayList<>();
        for (MetricType metric : MetricType.values()) {
            long r5 = total(totals, Release.R5, metric);
            long r51 = total(totals, Release.R5_1, metric);
            if (r5 != r51 && has(both, Release.R5, metric) && has(both, Release.R5_1, metric)) {
                reasons.getOrDefault(metric, Set.of())
                        .forEach(reason -> differences.add(new Difference(metric, r5, r51, reason)));
            }
        }
        return differences;
    }

    private static Map<MetricType, Set<Reason>> reasons(
            ReportingSite now, Map<Release, ReportDeclaration> both, View view) throws IOException {
        Map<DataType, Map<Release, List<UsageRow>>> kinds = new TreeMap<>();
        for (Map.Entry<Release, ReportDeclaration> one : both.entrySet()) {
            View whole =
                    view.withoutFilters().withoutText().with(Comparison.NONE).with(one.getKey());
            try (Usage usage = now.usage(whole.usage(now.availability().counted()))) {
                for (UsageRow row : usage.byAttributes()) {
                    if (has(one.getValue(), row)) {
                        kinds.computeIfAbsent(row.dataType().r5(), any -> new EnumMap<>(Release.class))
                                .computeIfAbsent(one.getKey(), any -> new ArrayList<>())
                                .add(row);
                    }
                }
            }
        }
        Map<MetricType, Set<Reason>> reasons = new EnumMap<>(MetricType.class);
        kinds.forEach((kind, usage) -> {
            for (Difference difference : ReleaseDifferences.of(
                            Optional.of(kind), usage, Arrays.asList(MetricType.values()))
                    .figures()) {
                boolean ofBook = difference.reason() != Reason.ACCESS_TYPES;
                reasons.computeIfAbsent(difference.metric(), any -> EnumSet.noneOf(Reason.class))
                        .add(ofBook && !kind.isWholeBook() ? Reason.OF_ACCESS_TYPE : difference.reason());
            }
        });
        return reasons;
    }

    /** Whether usage is in a report, as far as its presets tell of it; those of items tell of the items. */
    private static boolean has(ReportDeclaration report, UsageRow row) {
        Filters presets = report.presets();
        return (presets.accessTypes().isEmpty()
                        || (row.accessType() != null
                                && presets.accessTypes()
                                        .contains(CodeSql.named(row.accessType(), report.subject(), report.release()))))
                && (presets.accessMethods().isEmpty() || presets.accessMethods().contains(row.accessMethod()))
                && (presets.dataTypes().isEmpty()
                        || report.subject() == Subject.ITEM
                        || presets.dataTypes().contains(row.dataType()));
    }
}
