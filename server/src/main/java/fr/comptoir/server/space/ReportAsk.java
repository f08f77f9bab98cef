package fr.comptoir.server.space;

import fr.comptoir.model.code.Release;
import fr.comptoir.operation.view.Preset;
import fr.comptoir.report.ReportDeclaration;
import fr.comptoir.report.Reports;
import fr.comptoir.server.web.NotFoundException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A report as a form of the page asks for it. Whose report it is stands in the path of the page and nowhere else.
 *
 * @param values by parameter of the COUNTER API, as they were given; of a standard view the months only, for nothing else can be chosen
 */
public record ReportAsk(ReportDeclaration report, Map<String, List<String>> values) {
    private static final List<String> MONTHS = List.of("begin_date", "end_date");
    private static final List<String> CHOICES = List.of(
            "attributes_to_show", "metric_type", "data_type", "section_type", "yop", "access_type", "access_method");

    /** Reads the parameters of a form; a month that is not given is the latest one that is complete (CoP 5.1, section 5.2). */
    static ReportAsk read(String id, String release, Map<String, List<String>> parameters, YearMonth last) {
        ReportDeclaration report = Release.of(release)
                .flatMap(known -> Reports.find(known, id))
                .orElseThrow(() -> new NotFoundException("such report"));
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("begin_date", given(parameters, "begin_date", last));
        values.put("end_date", given(parameters, "end_date", last));
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
