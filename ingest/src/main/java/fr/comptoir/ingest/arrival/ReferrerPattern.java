package fr.comptoir.ingest.arrival;

import fr.comptoir.ingest.page.PathPattern;
import org.jspecify.annotations.Nullable;

/** A host and perhaps a path from which people come. Immutable. */
final class ReferrerPattern {
    private final HostPattern host;
    private final @Nullable PathPattern path;

    /** @throws IllegalArgumentException with a sentence for the user */
    ReferrerPattern(String written) {
        int slash = written.indexOf('/');
        host = new HostPattern(slash < 0 ? written : written.substring(0, slash));
        path = slash < 0 ? null : PathPattern.of(written.substring(slash));
    }

    boolean hasPath() {
        return path != null;
    }

    boolean matches(Referrer referrer) {
        return host.matches(referrer.host()) && (path == null || path.matches(referrer.path()));
    }
}
