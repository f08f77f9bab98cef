package fr.comptoir.site;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks a template such as {@code {journal}.{volume}} or {@code {query.db}}: what it refers to must be known. */
final class ValueTemplate {
    private static final Pattern REFERENCE = Pattern.compile("\\{([^{}]*)\\}");
    private static final String QUERY = "query.";

    private ValueTemplate() {}

    /** What is wrong with the template, if anything. */
    static Optional<String> wrong(String template, Set<String> captures) {
        Matcher matcher = REFERENCE.matcher(template);
        while (matcher.find()) {
            String name = matcher.group(1);
            boolean query = name.startsWith(QUERY) && name.length() > QUERY.length();
            if (!query && !captures.contains(name)) {
                return Optional.of("{" + name + "} is neither a capture of the path "
                        + (captures.isEmpty() ? "(it has none)" : new TreeSet<>(captures))
                        + " nor a parameter {query.NAME}"
                        + Suggestion.didYouMean(name, captures));
            }
        }
        String literal = matcher.replaceAll("");
        if (literal.indexOf('{') >= 0 || literal.indexOf('}') >= 0) {
            return Optional.of("'" + template + "' has a '{' without its '}'");
        }
        return Optional.empty();
    }
}
