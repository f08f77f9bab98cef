package fr.comptoir.server.web;

/** A value of the address or of a form that is none of those there can be; the page of the error says which. */
public final class WrongValueException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String parameter;
    private final String value;
    private final Class<?> wanted;

    /** @param wanted of which kind it should be */
    public WrongValueException(String parameter, String value, Class<?> wanted) {
        super(parameter + " is not " + value);
        this.parameter = parameter;
        this.value = value;
        this.wanted = wanted;
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
