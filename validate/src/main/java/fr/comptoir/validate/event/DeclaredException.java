package fr.comptoir.validate.event;

import org.jspecify.annotations.Nullable;

/**
 * An exception of the header (CoP 5.1, Appendix D).
 *
 * @param code -1 when it is no number
 * @param severity Release 5 JSON only
 */
public record DeclaredException(
        int code,
        String message,
        @Nullable String data,
        @Nullable String severity,
        String place) {}
