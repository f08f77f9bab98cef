package fr.comptoir.report;

import fr.comptoir.model.code.MetricType;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which report for whom and when. A standard view takes its filters from its declaration and has no attributes.
 *
 * @param customer customer id; {@link fr.comptoir.model.catalogue.Institution#THE_WORLD} for all usage
 * @param begin first month
 * @param end last month, not before {@code begin}
 * @param attributesToShow in the order of the columns
 * @param totals one figure for the whole period in place of one a month: Granularity=Totals in JSON, Exclude_Monthly_Details=True in
 *     tabular form
 * @param parentDetails Include_Parent_Details
 * @param componentDetails Include_Component_Details; no component usage is kept, so that the report has an exception and no columns for it
 */
public record ReportRequest(
        ReportDeclaration report,
        String customer,
        YearMonth begin,
        YearMonth end,
        Filters filters,
        List<Column> attributesToShow,
        boolean totals,
        boolean parentDetails,
        boolean componentDetails) {
    /** The parameter of the COUNTER API. */
    static final String COMPONENT_DETAILS = "include_component_details";

    public ReportRequest {
        if (begin.isAfter(end)) {
            throw new IllegalArgumentException("begin " + begin + " is after end " + end);
        }
        if (!report.isMaster()) {
            filters = preset(report, filters);
        }
        attributesToShow = report.attributesToShow().stream()
                .filter(Set.copyOf(attributesToShow)::contains)
                .toList();
    }

    /** A report as it is when nothing is chosen. */
    public static ReportRequest of(ReportDeclaration report, String customer, YearMonth begin, YearMonth end) {
        return new ReportRequest(report, customer, begin, end, Filters.NONE, List.of(), false, false, false);
    }

    /** The same narrowed to a database, or to none. */
    ReportRequest of(Optional<String> database) {
        return new ReportRequest(
                report,
                customer,
                begin,
                end,
                filters.with(database),
                attributesToShow,
                totals,
                parentDetails,
                componentDetails);
    }

    /** The same without Format. */
    ReportRequest withoutFormats() {
        List<Column> others = attributesToShow.stream()
                .filter(column -> column != Column.FORMAT)
                .toList();
        return new ReportRequest(
                report, customer, begin, end, filters, others, totals, parentDetails, componentDetails);
    }

    private static Filters preset(ReportDeclaration report, Filters filters) {
        Filters presets = report.presets();
        return new Filters(
                presets.metricTypes(),
                presets.dataTypes(),
                presets.parentDataTypes(),
                presets.sectionTypes(),
                presets.yop(),
                presets.accessTypes(),
                presets.accessMethods(),
                presets.itemId(),
                presets.author(),
                presets.database(),
                filters.platform(),
                presets.attributed());
    }

    /** The columns of this request in order, without those that end every report. */
    public List<Column> columns() {
        return report.columns().stream()
                .filter(column -> isShown(column))
                .map(DeclaredColumn::column)
                .toList();
    }

    /** The metrics of this request in order. */
    public List<MetricType> metricTypes() {
        return report.metricTypes().stream()
                .filter(metric ->
                        filters.metricTypes().isEmpty() || filters.metricTypes().contains(metric))
                .toList();
    }

    private boolean isShown(DeclaredColumn column) {
        return switch (column.presence()) {
            case ALWAYS -> true;
            case ATTRIBUTE_TO_SHOW, EXTENSION -> attributesToShow.contains(column.column());
            case PARENT_DETAILS -> parentDetails;
            case COMPONENT_DETAILS -> false;
        };
    }
}
