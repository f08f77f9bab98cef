package fr.comptoir.report;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.FactQuery.Attribute;
import fr.comptoir.model.fact.FactRow.Described;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tabular form: header rows, a blank row, the column headings, one row for each metric that has usage (CoP 5.1 and 5.0.3, section
 * 3.2). What the rows are is decided here, how they are written by the {@link Sheet}.
 */
final class TabularReportWriter implements ReportWriter {
    private final ReportHeader header;
    private final Sheet sheet;
    private final Cells cells;
    private final List<Column> columns;
    private final List<MetricType> metricTypes;
    private final List<YearMonth> months;
    private final long[] figures;
    /** By column: whether the cell says the same of all usage of one subject under one parent. */
    private final boolean[] ofSubject;

    private String[] last = new String[0];
    private @Nullable Described lastSubject;
    private @Nullable Described lastParent;

    TabularReportWriter(ReportHeader header, Sheet sheet) {
        this.header = header;
        this.sheet = sheet;
        this.cells = new Cells(header.context());
        this.columns = header.request().columns();
        this.metricTypes = header.request().metricTypes();
        this.months = header.request().totals() ? List.of() : Months.from(header.begin(), header.end());
        this.figures = new long[1 + months.size()];
        this.ofSubject = new boolean[columns.size()];
        for (int i = 0; i < ofSubject.length; i++) {
            ofSubject[i] = columns.get(i).attribute().orElse(Attribute.PARENT) == Attribute.PARENT;
        }
    }

    @Override
    public void begin() throws IOException {
        ReportContext context = header.context();
        row("Report_Name", header.report().name());
        row("Report_ID", header.report().id());
        row("Release", header.release().code());
        row("Institution_Name", context.institution().name());
        row("Institution_ID", context.institution().ids().tabular());
        row("Metric_Types", String.join("; ", header.filters().getOrDefault(Filter.METRIC_TYPE, List.of())));
        row("Report_Filters", filters());
        row("Report_Attributes", attributes());
        row("Exceptions", joined(header.exceptions()));
        row(
                "Reporting_Period",
                "Begin_Date=" + Months.firstDay(header.begin()) + "; End_Date=" + Months.lastDay(header.end()));
        row("Created", context.created().toString());
        row("Created_By", context.createdBy());
        if (header.release() == Release.R5_1) {
            row("Registry_Record", context.registryRecord());
        }
        sheet.headings(headings());
    }

    @Override
    public void usage(Usage usage) throws IOException {
        String[] attributes = attributeCells(usage);
        for (int metric = 0; metric < metricTypes.size(); metric++) {
            figures[0] = usage.total(metric);
            if (figures[0] != 0) {
                for (int month = 0; month < months.size(); month++) {
                    figures[month + 1] = usage.count(metric, month);
                }
                sheet.usage(attributes, metricTypes.get(metric).code(), figures);
            }
        }
    }

    // The same subject is the same object.
    @SuppressWarnings("ReferenceEquality")
    private String[] attributeCells(Usage usage) {
        boolean sameSubject = last.length > 0 && usage.subjectOrNull() == lastSubject && usage.parent() == lastParent;
        String[] attributes = new String[columns.size()];
        for (int i = 0; i < attributes.length; i++) {
            attributes[i] = sameSubject && ofSubject[i] ? last[i] : CellText.clean(cells.text(columns.get(i), usage));
        }
        lastSubject = usage.subjectOrNull();
        lastParent = usage.parent();
        last = attributes;
        return attributes;
    }

    @Override
    public void end() throws IOException {
        sheet.end();
    }

    private void row(String label, String value) throws IOException {
        sheet.header(label, CellText.clean(value));
    }

    private static String joined(List<ReportException> exceptions) {
        return String.join(
                "; ", exceptions.stream().map(ReportException::toString).toList());
    }

    private String filters() {
        List<String> filters = new ArrayList<>();
        header.filters().forEach((filter, values) -> {
            if (filter != Filter.METRIC_TYPE) {
                filters.add(filter.code(header.release()) + "=" + String.join("|", values));
            }
        });
        return String.join("; ", filters);
    }

    private String attributes() {
        List<String> attributes = new ArrayList<>();
        header.attributesToShow().ifPresent(shown -> attributes.add("Attributes_To_Show=" + String.join("|", shown)));
        header.switches("Exclude_Monthly_Details", "True").forEach((name, value) -> attributes.add(name + "=" + value));
        return String.join("; ", attributes);
    }

    private String[] headings() {
        List<String> headings =
                new ArrayList<>(columns.stream().map(Column::code).toList());
        headings.add("Metric_Type");
        headings.add("Reporting_Period_Total");
        months.forEach(month -> headings.add(Months.heading(month)));
        return headings.toArray(String[]::new);
    }
}
