package fr.comptoir.server.counterapi;

import fr.comptoir.model.code.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a path of the API asks for. Release 5 has the bare paths, Release 5.1 those below {@code /r51} (CoP 5.1, section 8.1); clients that
 * append the release to whatever address they were given are understood.
 *
 * @param report id of a report as it was written; {@code ""} unless {@code kind} is REPORT
 * @param other the release that was asked for where {@code kind} is OTHER_RELEASE, as it was written; else {@code ""}
 */
record ApiPath(Release release, Kind kind, String report, String other) {
    /** The four answers of the API, what describes them, and what is asked for of a release that is not there. */
    enum Kind {
        STATUS,
        REPORTS,
        REPORT,
        MEMBERS,
        OPENAPI,
        OTHER_RELEASE
    }

    /** What may stand before a path and says nothing. */
    private static final Set<String> NAMES = Set.of("counter", "sushi");

    private static final Map<String, Release> RELEASES =
            Map.of("r5", Release.R5, "v5", Release.R5, "r51", Release.R5_1, "v51", Release.R5_1);

    private static final Pattern RELEASE = Pattern.compile("[rv][0-9]{1,3}");

    /** The first segments of all paths of the API, the release before it and those that clients may try one day among them. */
    static final List<String> ROOTS = List.of(
            "counter",
            "sushi",
            "r5",
            "R5",
            "v5",
            "r51",
            "R51",
            "v51",
            "r4",
            "R4",
            "v4",
            "r52",
            "R52",
            "v52",
            "r6",
            "R6",
            "v6",
            "status",
            "reports",
            "members",
            "openapi.json");

    /** Reads a decoded path; empty when there is no such page. */
    static Optional<ApiPath> of(String path) {
        List<String> segments = new ArrayList<>(List.of(path.substring(1).split("/", -1)));
        if (segments.size() > 1 && segments.get(segments.size() - 1).isEmpty()) {
            segments.remove(segments.size() - 1); // a slash at the end
        }
        Release release = Release.R5;
        while (!segments.isEmpty()) {
            String first = segments.get(0).toLowerCase(Locale.ROOT);
            Release named = RELEASES.get(first);
            if (named == null && !NAMES.contains(first)) {
                return RELEASE.matcher(first).matches()
                        ? Optional.of(new ApiPath(release, Kind.OTHER_RELEASE, "", first))
                        : read(release, first, segments);
            }
            release = named == null ? release : named;
            segments.remove(0);
        }
        return Optional.empty();
    }

    private static Optional<ApiPath> read(Release release, String first, List<String> segments) {
        if (segments.size() == 1) {
            return switch (first) {
                case "status" -> Optional.of(new ApiPath(release, Kind.STATUS, "", ""));
                case "reports" -> Optional.of(new ApiPath(release, Kind.REPORTS, "", ""));
                case "members" -> Optional.of(new ApiPath(release, Kind.MEMBERS, "", ""));
                case "openapi.json" -> Optional.of(new ApiPath(release, Kind.OPENAPI, "", ""));
                default -> Optional.empty();
            };
        }
        return segments.size() == 2 && first.equals("reports")
                ? Optional.of(new ApiPath(release, Kind.REPORT, segments.get(1), ""))
                : Optional.empty();
    }

    /** Whether everybody may ask: the status of Release 5.1 (CoP 5.1, section 8.2), and what the API is. */
    boolean isPublic() {
        return kind == Kind.OPENAPI || (kind == Kind.STATUS && release == Release.R5_1);
    }
}
