package fr.comptoir.server.web;

import java.util.Collection;

/** A value of the address or of a form that is none of those there can be; the page of the error says which. */
public final class WrongValueException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String parameter;
    private final String value;
    private final Class<?> wanted;
    private final String known;

    /** @param wanted of which kind it should be */
    public WrongValueException(String parameter, String value, Class<?> wanted) {
        this(parameter, value, wanted, "");
    }

    /** @param known what it could be */
    WrongValueException(String parameter, String value, Collection<String> known) {
        this(parameter, value, String.class, String.join(", ", known));
    }

    private WrongValueException(String parameter, String value, Class<?> wanted, String known) {
        super(parameter + " is not " + value);
        this.parameter = parameter;
        this.value = value;
        this.wanted = wanted;
        this.known = known;
    }

    /** What it could be, of a few; blank when the kind says it. */
    String known() {
        return known;
    }

    String parameter() {
        return parameter;
    }

    String value() {
        return value;
    }

    Class<?> wanted() {
        return wanted;
    }
}
