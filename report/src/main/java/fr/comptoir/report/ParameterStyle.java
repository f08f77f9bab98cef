package fr.comptoir.report;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** How the parameters of one request are named; problems name them in the same way. */
public enum ParameterStyle {
    /** As in the COUNTER API: {@code metric_type}. */
    API,
    /** As options of the command line: {@code --metric-type}. */
    OPTION;

    private static final Map<String, String> SHORT_OPTIONS =
            Map.of("--customer", "customer_id", "--begin", "begin_date", "--end", "end_date");

    static ParameterStyle of(Collection<String> names) {
        return names.stream().anyMatch(name -> name.startsWith("--")) ? OPTION : API;
    }

    /** The API's name of a parameter, in lower case. */
    static String canonical(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("--")
                ? SHORT_OPTIONS.getOrDefault(lower, lower.substring(2).replace('-', '_'))
                : lower;
    }

    /** The name in this style. */
    String write(String canonical) {
        return switch (this) {
            case API -> canonical;
            case OPTION ->
                SHORT_OPTIONS.entrySet().stream()
                        .filter(option -> option.getValue().equals(canonical))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse("--" + canonical.replace('_', '-'));
        };
    }
}
