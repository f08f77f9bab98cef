package fr.comptoir.server.web;

/** A path of this service to which a form may lead back: a page that is read, never another host. */
public final class LocalPath {
    private LocalPath() {}

    /** What no path of ours has: braces would be taken for variables when it is led back to. */
    private static final String FOREIGN = "\\#{}";

    /** The path, with its query, when it is one of ours; else the other. */
    public static String of(String path, String other) {
        boolean plain = path.chars().allMatch(c -> c > ' ' && c < 0x7f && FOREIGN.indexOf(c) < 0);
        int query = path.indexOf('?');
        String bare = query < 0 ? path : path.substring(0, query);
        return plain && path.startsWith("/") && Access.route("GET", bare).isPresent() ? path : other;
    }
}
