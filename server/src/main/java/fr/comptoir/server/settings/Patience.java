package fr.comptoir.server.settings;

import java.time.Duration;

/**
 * How long who asks a page waits for what is made beside it.
 *
 * @param moment zero for not at all
 */
public record Patience(Duration moment) {
    public static final Patience USUAL = new Patience(Duration.ofSeconds(2));
    /** So that a test sees what is said meanwhile. */
    public static final Patience NONE = new Patience(Duration.ZERO);
}
