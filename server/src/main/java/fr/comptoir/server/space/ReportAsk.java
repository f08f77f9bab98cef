package fr.comptoir.server.space;

import fr.comptoir.model.code.Release;
import fr.comptoir.operation.view.Preset;
import fr.comptoir.operation.view.ViewProblem;
import fr.comptoir.operation.view.ViewProblem.Kind;
import fr.comptoir.report.ReportDeclaration;
import fr.comptoir.report.Reports;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A report as a form of the page asks for it. Whose report it is stands in the path of the page and nowhere else.
 *
 * @param values by parameter of the COUNTER API, as they were given; of a standard view the months only, for nothing else can be chosen
 */
public record ReportAsk(ReportDeclaration report, Map<String, List<String>> values) {
    private static final String REPORT = "report";
    private static final String RELEASE = "release";
    private static final List<String> MONTHS = List.of("begin_date", "end_date");
    private static final List<String> CHOICES = List.of(
            "attributes_to_show", "metric_type", "data_type", "section_type", "yop", "access_type", "access_method");

    /** The parameters that say which report is meant. */
    static final Set<String> WHICH = Set.of(REPORT, RELEASE);

    private static final int LENGTH_MAX = 60;

    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");

    /** How many months a report of Release 5 has when none are said. */
    private static final int MONTHS_R5 = 24;

    /**
     * The report that is meant.
     *
     * @param problems gets what is wrong; then there is none
     */
    static Optional<ReportDeclaration> report(
            Map<String, List<String>> parameters, String id, String release, List<ViewProblem> problems) {
        single(parameters, WHICH, problems);
        Optional<Release> known = release(release, problems);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Optional<ReportDeclaration> report = Reports.find(known.get(), id);
        if (report.isEmpty()) {
            String reports =
                    Reports.of(known.get()).stream().map(ReportDeclaration::id).collect(Collectors.joining(", "));
            problems.add(new ViewProblem(Kind.VALUE, REPORT, shortened(id), reports));
        }
        return report;
    }

    /**
     * The release that is meant.
     *
     * @param problems gets what is wrong; then there is none
     */
    static Optional<Release> release(String code, List<ViewProblem> problems) {
        Optional<Release> known = Release.of(code);
        if (known.isEmpty()) {
            String releases = Stream.of(Release.values()).map(Release::code).collect(Collectors.joining(", "));
            problems.add(new ViewProblem(Kind.VALUE, RELEASE, shortened(code), releases));
        }
        return known;
    }

    /**
     * What is wrong with the names of parameters: of a page, or of a file of it.
     *
     * @param more that the page knows too
     */
    static void check(
            Optional<ReportDeclaration> report,
            Map<String, List<String>> parameters,
            Set<String> more,
            List<ViewProblem> problems) {
        Set<String> known = new TreeSet<>(more);
        known.addAll(WHICH);
        if (report.isPresent()) {
            known.addAll(MONTHS);
            known.addAll(report.get().isMaster() ? CHOICES : List.of());
            single(parameters, MONTHS, problems);
        }
        parameters.forEach((name, values) -> {
            if (!known.contains(name)) {
                problems.add(new ViewProblem(
                        Kind.PARAMETER,
                        shortened(name),
                        values.stream().findFirst().map(ReportAsk::shortened).orElse(""),
                        ""));
            }
        });
    }

    /** What is wrong with parameters that have one value, of whatever page. */
    static void single(Map<String, List<String>> parameters, Collection<String> names, List<ViewProblem> problems) {
        for (String name : names) {
            List<String> values = parameters.getOrDefault(name, List.of());
            if (values.size() > 1) {
                problems.add(new ViewProblem(Kind.TWICE, name, shortened(values.get(1)), ""));
            }
        }
    }

    private static String shortened(String text) {
        return text.length() <= LENGTH_MAX ? text : text.substring(0, LENGTH_MAX) + "…";
    }

    /**
     * Reads the parameters of a form. Without months a report of Release 5.1 has the latest one that is complete (CoP 5.1, section 5.2), a
     * report of Release 5 all of the last 24, as its readers know it from the releases before.
     *
     * @param first the first month that reports can show
     * @param last the latest complete month
     */
    static ReportAsk read(
            ReportDeclaration report, Map<String, List<String>> parameters, YearMonth first, YearMonth last) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        List<String> end = given(parameters, "end_date", last);
        values.put("begin_date", given(parameters, "begin_date", begin(report.release(), first, month(end, last))));
        values.put("end_date", end);
        for (String choice : report.isMaster() ? CHOICES : List.<String>of()) {
            List<String> some = parameters.getOrDefault(choice, List.of()).stream()
                    .filter(value -> !value.isBlank())
                    .toList();
            if (!some.isEmpty()) {
                values.put(choice, some);
            }
        }
        return new ReportAsk(report, values);
    }

    /** With which month a report begins that ends with {@code end} and of which nobody said more. */
    private static YearMonth begin(Release release, YearMonth first, YearMonth end) {
        YearMonth begin = release == Release.R5 ? end.minusMonths(MONTHS_R5 - 1) : end;
        return begin.isBefore(first) && !first.isAfter(end) ? first : begin;
    }

    /** The month that was given; what is none is told when the report is asked for. */
    private static YearMonth month(List<String> given, YearMonth last) {
        return MONTH.matcher(given.get(0)).matches() ? YearMonth.parse(given.get(0)) : last;
    }

    private static List<String> given(Map<String, List<String>> parameters, String name, YearMonth usual) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() || values.get(0).isBlank() ? List.of(usual.toString()) : List.of(values.get(0));
    }

    /** The same of other months. */
    public ReportAsk during(Preset preset, YearMonth last) {
        Preset.Period period = preset.period(last);
        Map<String, List<String>> other = new LinkedHashMap<>(values);
        other.put("begin_date", List.of(period.begin().toString()));
        other.put("end_date", List.of(period.end().toString()));
        return new ReportAsk(report, other);
    }

    /** The same of the report as it is, of which only months are chosen. */
    public ReportAsk ofMonths() {
        Map<String, List<String>> months = new LinkedHashMap<>(values);
        months.keySet().retainAll(MONTHS);
        return new ReportAsk(report, months);
    }

    /** The parameters of the COUNTER API. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        values.forEach((name, all) -> parameters.put(name, String.join("|", all)));
        return parameters;
    }

    public boolean has(String name, String value) {
        return values.getOrDefault(name, List.of()).contains(value);
    }

    /** The first value of a parameter; blank for none. */
    public String first(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? "" : all.get(0);
    }

    /** What stands in addresses of this report, in another form too. */
    public String query(String format) {
        StringJoiner query = new StringJoiner("&");
        query.add("report=" + report.id()).add("release=" + report.release().code());
        List<String> names = new ArrayList<>(MONTHS);
        names.addAll(CHOICES);
        for (String name : names) {
            values.getOrDefault(name, List.of())
                    .forEach(value -> query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        }
        if (!format.isEmpty()) {
            query.add("format=" + format);
        }
        return query.toString();
    }
}
