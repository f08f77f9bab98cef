package fr.comptoir.operation.view;

/**
 * What is wrong with a question.
 *
 * @param parameter of the address
 * @param value as it was given; of many, the first
 * @param expected values or a form that are right; blank when the kind says enough
 */
public record ViewProblem(Kind kind, String parameter, String value, String expected) {
    /** How it is wrong. */
    public enum Kind {
        /** There is no such parameter. */
        PARAMETER,
        /** The value is none of those expected. */
        VALUE,
        /** No month {@code yyyy-mm}. */
        MONTH,
        /** No year {@code yyyy} and no years {@code yyyy-yyyy}. */
        YEAR,
        /** No number. */
        NUMBER,
        /** The last month is before the first. */
        INVERTED,
        /** More months than can be looked at. */
        TOO_MANY_MONTHS,
        /** More values than can be looked at. */
        TOO_MANY,
        /** More rows than a sheet of Excel holds. */
        TOO_MANY_ROWS,
        /** The text is too long. */
        TOO_LONG,
        /** There is nothing of that id. */
        NOTHING,
        /** Given more than once. */
        TWICE,
        /** A value that is wanted and excluded at once. */
        BOTH
    }
}
