package fr.comptoir.validate.event;

import fr.comptoir.model.code.Release;
import fr.comptoir.validate.declaration.DeclaredColumn;
import fr.comptoir.validate.declaration.ReportDeclaration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the body must look like, as it follows from the header. */
public final class Layout {
    /** More months than any report can have; a wrong year must not make a million columns. */
    private static final int MONTHS_MAX = 600;

    private static final List<String> MONTH_NAMES =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    public final Header header;
    public final ReportDeclaration report;
    public final YearMonth begin;
    public final YearMonth end;
    /** Whether there is one figure for the whole period: Granularity=Totals or Exclude_Monthly_Details=True. */
    public final boolean totalsOnly;

    public final boolean parents;
    public final boolean components;
    /** Headings without Metric_Type, Reporting_Period_Total and months. */
    public final List<String> columns = new ArrayList<>();

    public final Set<Attribute> attributes = EnumSet.noneOf(Attribute.class);
    private final Set<String> shown;

    private Layout(Header header, ReportDeclaration report, YearMonth begin, YearMonth end) {
        this.header = header;
        this.report = report;
        this.begin = begin;
        this.end = end;
        totalsOnly = header.json
                ? header.attributes.containsKey("Granularity")
                        && header.attributes.get("Granularity").values().contains("Totals")
                : header.isTrue("Exclude_Monthly_Details");
        parents = report.id().equals("IR_A1") || header.isTrue("Include_Parent_Details");
        components = header.isTrue("Include_Component_Details") && !header.hasException(3063);
        collectColumns();
        shown = Set.copyOf(columns);
    }

    /** The layout; empty when the report or its period is unknown. */
    public static Optional<Layout> of(Header header) {
        Optional<YearMonth> begin = header.month("Begin_Date");
        Optional<YearMonth> end = header.month("End_Date");
        ReportDeclaration report = header.report;
        if (report == null || begin.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        long months = begin.get().until(end.get(), java.time.temporal.ChronoUnit.MONTHS);
        return months < 0 || months >= MONTHS_MAX
                ? Optional.empty()
                : Optional.of(new Layout(header, report, begin.get(), end.get()));
    }

    private void collectColumns() {
        List<String> requested = header.attributes.containsKey("Attributes_To_Show")
                ? header.attributes.get("Attributes_To_Show").values()
                : List.of();
        if (report.isMaster()) {
            ReportDeclaration.LEADING_EXTENSIONS.stream()
                    .filter(requested::contains)
                    .forEach(columns::add);
        }
        for (DeclaredColumn column : report.columns()) {
            boolean shown = switch (column.shown()) {
                case ALWAYS -> true;
                case ON_REQUEST -> requested.contains(column.name());
                case WITH_PARENTS -> parents;
                case WITH_COMPONENTS -> components;
            };
            if (shown) {
                columns.add(column.name());
            }
        }
        if (report.id().equals("TR") && report.release() == Release.R5 && requested.contains("Format")) {
            columns.add("Format");
        }
        for (String column : columns) {
            Attribute attribute = Attribute.of(column);
            if (attribute != null) {
                attributes.add(attribute);
            }
        }
    }

    public boolean shows(String column) {
        return shown.contains(column);
    }

    public boolean shows(Attribute attribute) {
        return attributes.contains(attribute);
    }

    /** How many counts a row has: one for each month, or one for the whole period. */
    public int counts() {
        return totalsOnly ? 1 : months();
    }

    /** How many months the reporting period has. */
    public int months() {
        return (int) begin.until(end, java.time.temporal.ChronoUnit.MONTHS) + 1;
    }

    /** The place of a month in the counts, or -1. */
    public int month(YearMonth month) {
        int at = (month.getYear() - begin.getYear()) * 12 + month.getMonthValue() - begin.getMonthValue();
        return at >= 0 && at < months() ? at : -1;
    }

    /** {@code Jan-2025}. */
    public String heading(int month) {
        YearMonth at = begin.plusMonths(month);
        return MONTH_NAMES.get(at.getMonthValue() - 1) + "-" + year(at.getYear());
    }

    /** {@code 2025-01}. */
    public String key(int month) {
        YearMonth at = begin.plusMonths(month);
        return year(at.getYear()) + (at.getMonthValue() < 10 ? "-0" : "-") + at.getMonthValue();
    }

    private static String year(int year) {
        String digits = Integer.toString(year);
        return "0000".substring(Math.min(4, digits.length())) + digits;
    }

    /** The single value that a preset or a filter leaves for an attribute that is not shown. */
    public @Nullable String onlyValue(Attribute attribute) {
        List<String> preset = report.presets().get(attribute.code());
        List<String> values = preset == null ? header.filter(attribute.code()) : preset;
        return values.size() == 1 ? values.get(0) : null;
    }
}
