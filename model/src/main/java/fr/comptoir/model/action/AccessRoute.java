package fr.comptoir.model.action;

import java.util.Locale;

/** How someone came to have access: by what the institution was found, or with what the program showed that it may. */
public enum AccessRoute {
    /** Read by a program that did not record it. */
    NOT_RECORDED,
    /** The institution was found by the client's address. */
    IP,
    /** The institution was found by the organisation that the log names: an identity federation, a login of the institution. */
    FEDERATION,
    /** A personal token or an API key gave access. */
    TOKEN,
    /** Nothing tells whose usage it is. */
    NONE;

    private static final AccessRoute[] VALUES = values();

    private final String code = name().toLowerCase(Locale.ROOT);

    /** As in files; that of {@link #NOT_RECORDED} is blank there. */
    public String code() {
        return this == NOT_RECORDED ? "" : code;
    }

    public static AccessRoute of(byte ordinal) {
        return VALUES[ordinal];
    }
}
