package fr.comptoir.ingest.page;

/** A path as rules write it, {@code /search/{words...}}, to be looked at where nothing of it is taken. Immutable. */
public final class PathPattern {
    private final PathTemplate template;

    private PathPattern(PathTemplate template) {
        this.template = template;
    }

    /**
     * Compiles a path.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static PathPattern of(String path) {
        return new PathPattern(PathTemplate.of(path));
    }

    /** Whether a path, percent-encoded as it is sent, fits. */
    public boolean matches(byte[] path) {
        if (path.length == 0 || path[0] != '/') {
            return false;
        }
        PathSegments segments = new PathSegments();
        segments.read(path, 0, path.length);
        return template.matches(segments, new Captures(template.captures.size()));
    }
}
