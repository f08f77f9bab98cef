package fr.comptoir.report;

import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.FactRow.Described;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tabular form: header rows, a blank row, the column headings, one row for each metric that has usage (CoP 5.1 and 5.0.3, section
 * 3.2). UTF-8 with byte order mark, lines end with LF.
 */
final class TabularReportWriter implements ReportWriter {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final int BUFFER_BYTES = 1 << 16;

    private final ReportHeader header;
    private final Separation separation;
    private final OutputStream out;
    private final List<Column> columns;
    private final List<MetricType> metricTypes;
    private final boolean totals;
    private final String platform;
    private final String platformId;
    private final StringBuilder lines = new StringBuilder();
    private final StringBuilder cells = new StringBuilder();

    TabularReportWriter(ReportHeader header, Separation separation, OutputStream out) {
        this.header = header;
        this.separation = separation;
        this.out = new BufferedOutputStream(out, BUFFER_BYTES);
        this.columns = header.request().columns();
        this.metricTypes = header.request().metricTypes();
        this.totals = header.request().totals();
        this.platform = header.context().platform();
        this.platformId = header.context().platformId();
    }

    @Override
    public void begin() throws IOException {
        lines.append(BYTE_ORDER_MARK);
        ReportContext context = header.context();
        row("Report_Name", header.report().name());
        row("Report_ID", header.report().id());
        row("Release", header.release().code());
        row("Institution_Name", context.institution().name());
        row("Institution_ID", context.institution().ids().tabular());
        row("Metric_Types", String.join("; ", header.filters().getOrDefault(Filter.METRIC_TYPE, List.of())));
        row("Report_Filters", filters());
        row("Report_Attributes", attributes());
        row(
                "Exceptions",
                String.join(
                        "; ",
                        header.exceptions().stream()
                                .map(ReportException::toString)
                                .toList()));
        row(
                "Reporting_Period",
                "Begin_Date=" + Months.firstDay(header.begin()) + "; End_Date=" + Months.lastDay(header.end()));
        row("Created", context.created().toString());
        row("Created_By", context.createdBy());
        if (header.release() == Release.R5_1) {
            row("Registry_Record", context.registryRecord());
        }
        lines.append('\n');
        headings();
        flushLines();
    }

    @Override
    public void usage(Usage usage) throws IOException {
        cells.setLength(0);
        for (Column column : columns) {
            separation.append(cells, cell(column, usage));
            cells.append(separation.separator());
        }
        for (int metric = 0; metric < metricTypes.size(); metric++) {
            long total = usage.total(metric);
            if (total != 0) {
                lines.append(cells).append(metricTypes.get(metric).code());
                lines.append(separation.separator()).append(total);
                for (int month = 0; month < usage.months() && !totals; month++) {
                    lines.append(separation.separator()).append(usage.count(metric, month));
                }
                lines.append('\n');
            }
        }
        flushLines();
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }

    private void flushLines() throws IOException {
        out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        lines.setLength(0);
    }

    private void row(String label, String value) {
        lines.append(label).append(separation.separator());
        separation.append(lines, value);
        lines.append('\n');
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
        header.attributesToShow()
                .ifPresent(columns -> attributes.add("Attributes_To_Show=" + String.join("|", columns)));
        for (Map.Entry<String, String> attribute :
                header.switches("Exclude_Monthly_Details", "True").entrySet()) {
            attributes.add(attribute.getKey() + "=" + attribute.getValue());
        }
        return String.join("; ", attributes);
    }

    private void headings() {
        for (Column column : columns) {
            lines.append(column.code()).append(separation.separator());
        }
        lines.append("Metric_Type").append(separation.separator()).append("Reporting_Period_Total");
        if (!totals) {
            for (YearMonth month : Months.from(header.begin(), header.end())) {
                lines.append(separation.separator()).append(Months.heading(month));
            }
        }
        lines.append('\n');
    }

    private String cell(Column column, Usage usage) {
        return switch (column) {
            case PLATFORM -> platform;
            case DATABASE, TITLE, ITEM -> usage.subject().name();
            case PUBLISHER -> usage.subject().publisher();
            case PUBLISHER_ID ->
                OrganisationIds.ofPublisher(usage.subject().publisherId(), platformId)
                        .tabular();
            case AUTHORS -> Author.tabular(usage.subject().authors());
            case PUBLICATION_DATE -> usage.subject().publicationDate();
            case ARTICLE_VERSION -> usage.subject().articleVersion();
            case DOI -> ItemId.DOI.value(usage.subject(), platformId);
            case PROPRIETARY_ID -> ItemId.PROPRIETARY.value(usage.subject(), platformId);
            case ISBN -> ItemId.ISBN.value(usage.subject(), platformId);
            case PRINT_ISSN -> ItemId.PRINT_ISSN.value(usage.subject(), platformId);
            case ONLINE_ISSN -> ItemId.ONLINE_ISSN.value(usage.subject(), platformId);
            case URI -> ItemId.URI.value(usage.subject(), platformId);
            case DATA_TYPE -> code(usage.dataType());
            case SECTION_TYPE ->
                usage.sectionType() == null ? "" : usage.sectionType().code();
            case YOP -> usage.yop() == 0 ? "" : Filters.yop(usage.yop());
            case ACCESS_TYPE ->
                usage.accessType() == null ? "" : usage.accessType().code();
            case ACCESS_METHOD ->
                usage.accessMethod() == null ? "" : usage.accessMethod().code();
            case PARENT_TITLE,
                    PARENT_AUTHORS,
                    PARENT_PUBLICATION_DATE,
                    PARENT_ARTICLE_VERSION,
                    PARENT_DATA_TYPE,
                    PARENT_DOI,
                    PARENT_PROPRIETARY_ID,
                    PARENT_ISBN,
                    PARENT_PRINT_ISSN,
                    PARENT_ONLINE_ISSN,
                    PARENT_URI -> usage.parent() == null ? "" : parentCell(column, usage.parent());
            case COMPONENT_TITLE,
                    COMPONENT_AUTHORS,
                    COMPONENT_PUBLICATION_DATE,
                    COMPONENT_DATA_TYPE,
                    COMPONENT_DOI,
                    COMPONENT_PROPRIETARY_ID,
                    COMPONENT_ISBN,
                    COMPONENT_PRINT_ISSN,
                    COMPONENT_ONLINE_ISSN,
                    COMPONENT_URI -> "";
        };
    }

    private String parentCell(Column column, Described parent) {
        return switch (column) {
            case PARENT_TITLE -> parent.name();
            case PARENT_AUTHORS -> Author.tabular(parent.authors());
            case PARENT_PUBLICATION_DATE -> parent.publicationDate();
            case PARENT_ARTICLE_VERSION -> parent.articleVersion();
            case PARENT_DATA_TYPE -> parent.dataType() == DataType.DATABASE ? "" : code(parent.dataType());
            case PARENT_DOI -> ItemId.DOI.value(parent, platformId);
            case PARENT_PROPRIETARY_ID -> ItemId.PROPRIETARY.value(parent, platformId);
            case PARENT_ISBN -> ItemId.ISBN.value(parent, platformId);
            case PARENT_PRINT_ISSN -> ItemId.PRINT_ISSN.value(parent, platformId);
            case PARENT_ONLINE_ISSN -> ItemId.ONLINE_ISSN.value(parent, platformId);
            case PARENT_URI -> ItemId.URI.value(parent, platformId);
            default -> throw new IllegalArgumentException(column.code() + " is not about a parent");
        };
    }

    private static String code(@Nullable DataType dataType) {
        return dataType == null ? "" : dataType.code();
    }
}
