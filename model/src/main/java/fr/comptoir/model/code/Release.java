package fr.comptoir.model.code;

import java.util.Optional;

/** A release of the Code of Practice; {@link #code()} is the header value {@code Release}, whatever the fix level. */
public enum Release {
    R5("5"),
    R5_1("5.1");

    private final String code;

    Release(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The release written {@code 5} or {@code 5.1}, if {@code text} is one of them. */
    public static Optional<Release> of(String text) {
        for (Release release : values()) {
            if (release.code.equals(text)) {
                return Optional.of(release);
            }
        }
        return Optional.empty();
    }
}
