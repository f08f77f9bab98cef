package fr.comptoir.server.counterapi;

import java.nio.file.Path;

/**
 * A report that is made and lies in a file.
 *
 * @param key {@link fr.comptoir.operation.MakeReport#key}
 * @param fingerprint {@link fr.comptoir.operation.MakeReport#fingerprint}
 * @param gzip its JSON, compressed
 */
record KeptReport(String key, String fingerprint, Path gzip) {
    /** Weak: made again, the same report has another Created. */
    String etag() {
        return "W/\"" + key.substring(0, 32) + "\"";
    }
}
