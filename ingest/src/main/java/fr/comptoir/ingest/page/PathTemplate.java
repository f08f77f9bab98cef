package fr.comptoir.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The path of a rule, compiled. Literals are compared byte by byte with the decoded path: case-sensitively, with no tolerance for a
 * trailing or double slash. {@code {name...}}, as the whole last segment, is the rest of the path: at least one segment, not empty,
 * the decoded segments joined with slashes.
 */
final class PathTemplate {
    private final SegmentTemplate[] segments;
    private final boolean rest;

    /** Names of the captures, in the order of their numbers. */
    final List<String> captures;

    private PathTemplate(List<SegmentTemplate> segments, boolean rest, List<String> captures) {
        this.segments = segments.toArray(SegmentTemplate[]::new);
        this.rest = rest;
        this.captures = List.copyOf(captures);
    }

    /** @throws IllegalArgumentException with a sentence for the user */
    static PathTemplate of(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a path begins with a slash");
        }
        List<SegmentTemplate> segments = new ArrayList<>();
        List<String> captures = new ArrayList<>();
        String[] parts = path.substring(1).split("/", -1);
        boolean rest = false;
        for (int i = 0; i < parts.length; i++) {
            rest = parts[i].contains("...}");
            if (rest) {
                captures.add(restName(parts[i], i == parts.length - 1));
            } else {
                segments.add(segment(parts[i], captures));
            }
        }
        if (captures.stream().distinct().count() < captures.size()) {
            throw new IllegalArgumentException("a name in braces stands twice");
        }
        return new PathTemplate(segments, rest, captures);
    }

    private static SegmentTemplate segment(String part, List<String> captures) {
        TemplateText text = TemplateText.of(part);
        if (text.literals().subList(1, Math.max(1, text.names().size())).contains("")) {
            throw new IllegalArgumentException("two names in braces need something between them");
        }
        SegmentTemplate segment = new SegmentTemplate(text.literals(), captures.size());
        captures.addAll(text.names());
        return segment;
    }

    private static String restName(String part, boolean last) {
        TemplateText text = TemplateText.of(part);
        String name = text.names().get(0);
        if (!last || text.names().size() > 1 || part.length() != name.length() + 2 || name.length() == 3) {
            throw new IllegalArgumentException("{name...} must be the whole of the last segment");
        }
        return name.substring(0, name.length() - 3);
    }

    /** The first segment, when it is no more than a literal. */
    Optional<byte[]> firstLiteral() {
        return segments.length == 0 ? Optional.empty() : segments[0].literal();
    }

    boolean matches(PathSegments path, Captures found) {
        if (rest ? path.count <= segments.length : path.count != segments.length) {
            return false;
        }
        for (int i = 0; i < segments.length; i++) {
            if (!segments[i].matches(path.bytes, path.from(i), path.to(i), found)) {
                return false;
            }
        }
        if (!rest) {
            return true;
        }
        int from = path.from(segments.length);
        int to = path.to(path.count - 1);
        found.set(captures.size() - 1, from, to);
        return from < to;
    }
}
