package fr.comptoir.ingest.format;

/**
 * Why a line is malformed, with nothing of what stands in it.
 *
 * @param part the value that is meant: as the site's format writes it ({@code %>s}, {@code $status}), in formats without a pattern
 *     {@code address}, {@code date}, {@code request}, {@code status} or {@code time}; blank where the line as a whole is meant
 */
public record LineFault(Kind kind, String part) {
    public static final LineFault EMPTY = of(Kind.EMPTY);
    public static final LineFault TOO_LONG = of(Kind.TOO_LONG);
    static final LineFault BEGINNING = of(Kind.BEGINNING);
    static final LineFault REST = of(Kind.REST);
    static final LineFault INCOMPLETE = of(Kind.INCOMPLETE);
    static final LineFault NOT_JSON = of(Kind.NOT_JSON);
    static final LineFault NO_FIELDS = of(Kind.NO_FIELDS);
    static final LineFault FIELDS = of(Kind.FIELDS);
    static final LineFault COLUMNS = of(Kind.COLUMNS);

    /** What is wrong. */
    public enum Kind {
        EMPTY,
        /** A megabyte or more. */
        TOO_LONG,
        /** The text before the first value of a pattern is not there. */
        BEGINNING,
        /** A value is there and is not what it should be. */
        VALUE,
        /** The line ends before the value does. */
        END,
        /** More follows after the last value. */
        REST,
        /** All values are as they should be, and together are no time or no address. */
        INCOMPLETE,
        /** It is not one object of JSON. */
        NOT_JSON,
        /** No member of the object is the value. */
        MISSING,
        /** No {@code #Fields} line came before it. */
        NO_FIELDS,
        /** The {@code #Fields} line before it lacks what counting needs. */
        FIELDS,
        /** It has other columns than the {@code #Fields} line before it. */
        COLUMNS
    }

    static LineFault of(Kind kind) {
        return new LineFault(kind, "");
    }
}
