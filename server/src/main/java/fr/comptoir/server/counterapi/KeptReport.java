package fr.comptoir.server.counterapi;

import fr.comptoir.server.counterapi.ApiRequestLog.Told;
import java.nio.file.Path;
import java.util.List;

/**
 * A report that is made and lies in a file.
 *
 * @param key {@link fr.comptoir.operation.MakeReport#key}
 * @param fingerprint {@link fr.comptoir.operation.MakeReport#fingerprint}
 * @param exceptions of its header
 * @param gzip its JSON, compressed
 */
record KeptReport(String key, String fingerprint, List<Told> exceptions, Path gzip) {
    KeptReport {
        exceptions = List.copyOf(exceptions);
    }

    /** Weak: made again, the same report has another Created. */
    String etag() {
        return "W/\"" + key.substring(0, 32) + "\"";
    }
}
