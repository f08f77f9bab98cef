package fr.comptoir.site;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of a page rule, taken apart to be checked: {@code {name}} is one segment or a part of one and never empty, {@code {name...}} the
 * rest of the path. A segment's shape is its text with every capture written {@code {}}.
 */
record PathTemplate(List<String> shapes, boolean endsInRest, Set<String> captures) {
    static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private static final Pattern CAPTURE = Pattern.compile("\\{([^{}]*)\\}");
    private static final String ANY = "{}";

    /**
     * Reads the path of a rule.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static PathTemplate parse(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("'" + path + "' must begin with '/'");
        }
        if (path.indexOf('?') >= 0 || path.indexOf('#') >= 0) {
            throw new IllegalArgumentException(
                    "'" + path + "' must have no '?' or '#'; parameters are written under 'query'");
        }
        Set<String> captures = new LinkedHashSet<>();
        List<String> shapes = new ArrayList<>();
        String[] segments = path.substring(1).split("/", -1);
        boolean rest = false;
        for (int i = 0; i < segments.length; i++) {
            rest = segments[i].endsWith("...}");
            boolean last = i == segments.length - 1;
            Matcher matcher = CAPTURE.matcher(segments[i]);
            while (matcher.find()) {
                String name = matcher.group(1);
                if (name.endsWith("...")) {
                    if (!last || !matcher.group().equals(segments[i])) {
                        throw new IllegalArgumentException(
                                matcher.group() + " must be the whole last segment of the path");
                    }
                    name = name.substring(0, name.length() - 3);
                }
                addCapture(captures, name);
            }
            shapes.add(shape(segments[i]));
        }
        return new PathTemplate(List.copyOf(shapes), rest, captures);
    }

    private static void addCapture(Set<String> captures, String name) {
        if (!NAME.matcher(name).matches() || name.equals("query")) {
            throw new IllegalArgumentException(
                    "{" + name + "}: a name of letters, digits and '_' was expected, other than 'query'");
        }
        if (!captures.add(name)) {
            throw new IllegalArgumentException("{" + name + "} stands twice in the path");
        }
    }

    private static String shape(String segment) {
        String shape = CAPTURE.matcher(segment).replaceAll(Matcher.quoteReplacement(ANY));
        if (shape.contains("{}{}")) {
            throw new IllegalArgumentException(
                    "'" + segment + "': two captures side by side; something must stand between them");
        }
        String literal = shape.replace(ANY, "");
        if (literal.indexOf('{') >= 0 || literal.indexOf('}') >= 0) {
            throw new IllegalArgumentException("'" + segment + "': a '{' without its '}'");
        }
        return shape;
    }

    /** Whether every path that {@code later} matches is matched by this one too; false where that is not plain to see. */
    boolean covers(PathTemplate later) {
        int fixed = endsInRest ? shapes.size() - 1 : shapes.size();
        if (endsInRest ? later.shapes.size() <= fixed : later.endsInRest || later.shapes.size() != fixed) {
            return false;
        }
        for (int i = 0; i < fixed; i++) {
            boolean laterIsRest = later.endsInRest && i == later.shapes.size() - 1;
            String shape = shapes.get(i);
            String other = later.shapes.get(i);
            if (laterIsRest || !(shape.equals(other) || (shape.equals(ANY) && !other.isEmpty()))) {
                return false;
            }
        }
        return !endsInRest || !later.shapes.get(fixed).isEmpty();
    }
}
