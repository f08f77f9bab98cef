package fr.comptoir.report;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.code.Release;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One request being read. Not thread-safe, and read once. */
final class RequestReading {
    /** Extensions of Release 5.1 that are filters: known to the Code, not offered here. */
    private static final Set<String> EXTENSIONS = Set.of("country_code", "subdivision_code");

    private static final String CUSTOMER = "customer_id";
    private static final String BEGIN = "begin_date";
    private static final String END = "end_date";

    private final ReportDeclaration report;
    private final YearMonth current;
    private final ParameterStyle style;
    private final List<RequestProblem> problems = new ArrayList<>();
    private final FilterValues filters;
    private final Map<String, Filter> filterNames = new LinkedHashMap<>();

    private String customer = "";
    private @Nullable YearMonth begin;
    private @Nullable YearMonth end;
    private List<Column> attributes = List.of();
    /** Parameters, as they were written, that want totals only, and those that want the months too. */
    private final List<String> totals = new ArrayList<>();

    private final List<String> monthly = new ArrayList<>();

    private boolean parentDetails;
    private boolean componentDetails;

    RequestReading(ReportDeclaration report, String platformId, YearMonth current, ParameterStyle style) {
        this.report = report;
        this.current = current;
        this.style = style;
        this.filters = new FilterValues(report, platformId, problems);
        for (Filter filter : Filter.values()) {
            if (report.filters().contains(filter)) {
                filterNames.put(filter.parameter(report.release()), filter);
            }
        }
    }

    ParsedRequest read(Map<String, String> parameters) {
        Map<String, String> given = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            if (!value.isBlank()) {
                given.put(ParameterStyle.canonical(name), name);
                read(name, value.strip());
            }
        });
        for (String required : List.of(CUSTOMER, BEGIN, END)) {
            if (!given.containsKey(required)) {
                missing(required);
            }
        }
        YearMonth first = begin;
        YearMonth last = end;
        if (first == null || last == null) {
            return new ParsedRequest(Optional.empty(), problems, style);
        }
        checkMonths(first, last);
        checkMembers(given.getOrDefault("attributes_to_show", ""));
        checkTotals();
        boolean fatal = problems.stream().anyMatch(problem -> problem.code().isFatal());
        return new ParsedRequest(fatal ? Optional.empty() : Optional.of(request(first, last)), problems, style);
    }

    private ReportRequest request(YearMonth first, YearMonth last) {
        return new ReportRequest(
                report,
                customer,
                first,
                last,
                filters.filters(),
                attributes,
                !totals.isEmpty(),
                parentDetails,
                componentDetails);
    }

    private void read(String name, String value) {
        String canonical = ParameterStyle.canonical(name);
        Filter filter = filterNames.get(canonical);
        if (filter != null) {
            filters.read(filter, name, value);
            return;
        }
        switch (canonical) {
            case CUSTOMER -> customer = value;
            case BEGIN -> begin = month(name, value);
            case END -> end = month(name, value);
            case "requestor_id", "api_key" -> {
                // Who asks is known before the request is read.
            }
            default -> {
                if (!readAttribute(canonical, name, value)) {
                    unknown(canonical, name);
                }
            }
        }
    }

    /** Reads what only master reports have beside filters; gives false when it is none of that. */
    private boolean readAttribute(String canonical, String name, String value) {
        if (!report.isMaster()) {
            return false;
        }
        switch (canonical) {
            case "attributes_to_show" -> attributes = attributes(name, value);
            case "granularity" -> months(name, value, "Month", "Totals");
            case "exclude_monthly_details" -> months(name, value, "False", "True");
            case "include_parent_details" -> parentDetails = report.hasParentDetails() && isTrue(name, value);
            case "include_component_details" -> componentDetails = report.hasParentDetails() && isTrue(name, value);
            default -> {
                return false;
            }
        }
        return report.hasParentDetails() || !canonical.startsWith("include_");
    }

    private List<Column> attributes(String name, String text) {
        List<Column> found = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String part : FilterValues.parts(text)) {
            report.attributesToShow().stream()
                    .filter(column -> column.code().equalsIgnoreCase(part))
                    .findFirst()
                    .ifPresentOrElse(found::add, () -> unknown.add(part));
        }
        if (!unknown.isEmpty()) {
            notAllowed(
                    name,
                    unknown,
                    report.attributesToShow().stream().map(Column::code).toList());
        }
        return found;
    }

    private void months(String name, String value, String wanted, String leftOut) {
        if (isSecond(name, value, wanted, leftOut)) {
            totals.add(name + "=" + leftOut);
        } else if (value.equalsIgnoreCase(wanted)) {
            monthly.add(name + "=" + wanted);
        }
    }

    private boolean isTrue(String name, String value) {
        return isSecond(name, value, "False", "True");
    }

    private boolean isSecond(String name, String value, String first, String second) {
        if (!value.equalsIgnoreCase(first) && !value.equalsIgnoreCase(second)) {
            notAllowed(name, List.of(value), List.of(first, second));
        }
        return value.equalsIgnoreCase(second);
    }

    private @Nullable YearMonth month(String name, String value) {
        Optional<YearMonth> month = Months.parse(value);
        if (month.isEmpty()) {
            problem(
                    ExceptionCode.INVALID_DATE_ARGUMENTS,
                    name,
                    name,
                    name + ": there is no month or day \"" + value + "\"; write yyyy-mm or yyyy-mm-dd.");
        }
        return month.orElse(null);
    }

    private void checkMonths(YearMonth first, YearMonth last) {
        if (first.isAfter(last)) {
            problem(
                    ExceptionCode.INVALID_DATE_ARGUMENTS,
                    style.write(BEGIN),
                    style.write(BEGIN),
                    style.write(BEGIN) + " " + first + " is after " + style.write(END) + " " + last
                            + "; it must be the same month or an earlier one.");
        } else if (!first.isBefore(current)) {
            problem(
                    ExceptionCode.INVALID_DATE_ARGUMENTS,
                    style.write(BEGIN),
                    style.write(BEGIN),
                    style.write(BEGIN) + ": " + first + " is not over yet; the last month that can be reported is "
                            + current.minusMonths(1) + ".");
        }
    }

    /** The world is no consortium: who used what is the institutions' own affair (CoP 5.1, section 10.2). */
    private void checkMembers(String name) {
        List<Column> members = Columns.OF_MEMBERS;
        if (customer.equals(Institution.THE_WORLD) && !Collections.disjoint(attributes, members)) {
            List<String> refused = attributes.stream()
                    .filter(members::contains)
                    .map(Column::code)
                    .toList();
            attributes = attributes.stream()
                    .filter(column -> !members.contains(column))
                    .toList();
            problem(
                    ExceptionCode.INVALID_ATTRIBUTE_VALUE,
                    name,
                    name + "=" + String.join("|", refused),
                    name + ": " + FilterValues.quoted(refused)
                            + " can be chosen for a consortium, not for The World; allowed are "
                            + String.join(
                                    ", ",
                                    report.attributesToShow().stream()
                                            .filter(column -> !members.contains(column))
                                            .map(Column::code)
                                            .toList())
                            + ".");
        }
    }

    /** One leaves out the months, the other wants them: no report can have both. */
    private void checkTotals() {
        if (!totals.isEmpty() && !monthly.isEmpty()) {
            String ignored = monthly.get(0);
            problem(
                    ExceptionCode.INVALID_ATTRIBUTE_VALUE,
                    ignored.substring(0, ignored.indexOf('=')),
                    ignored,
                    ignored + " contradicts " + totals.get(0) + "; allowed is one of the two.");
        }
    }

    private void missing(String canonical) {
        String wanted = canonical.equals(CUSTOMER) ? "it says whose usage is asked for" : "write it as yyyy-mm";
        problem(
                ExceptionCode.INSUFFICIENT_INFORMATION,
                style.write(canonical),
                style.write(canonical),
                style.write(canonical) + " is missing; " + wanted + ".");
    }

    private void notAllowed(String name, List<String> values, List<String> allowed) {
        problem(
                ExceptionCode.INVALID_ATTRIBUTE_VALUE,
                name,
                name + "=" + String.join("|", values),
                name + ": " + FilterValues.quoted(values) + " cannot be chosen in " + report.title() + "; allowed are "
                        + String.join(", ", allowed) + ".");
    }

    private void unknown(String canonical, String name) {
        boolean extension = report.isMaster() && report.release() == Release.R5_1 && EXTENSIONS.contains(canonical);
        problem(
                extension ? ExceptionCode.INVALID_FILTER_VALUE : ExceptionCode.PARAMETER_NOT_RECOGNIZED,
                name,
                name,
                name + (extension ? " is not offered in " : " is not a parameter of ") + report.title()
                        + "; allowed are " + String.join(", ", allowedNames()) + ".");
    }

    private List<String> allowedNames() {
        List<String> names = new ArrayList<>(List.of(CUSTOMER, BEGIN, END));
        names.addAll(filterNames.keySet());
        if (report.isMaster()) {
            names.addAll(List.of("attributes_to_show", "granularity", "exclude_monthly_details"));
        }
        if (report.hasParentDetails()) {
            names.addAll(List.of("include_parent_details", "include_component_details"));
        }
        return names.stream().map(style::write).toList();
    }

    private void problem(ExceptionCode code, String parameter, String data, String message) {
        problems.add(new RequestProblem(code, parameter, data, message));
    }
}
