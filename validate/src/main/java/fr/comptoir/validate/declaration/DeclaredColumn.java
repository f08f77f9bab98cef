package fr.comptoir.validate.declaration;

/**
 * A column of a report's tabular form.
 *
 * @param name heading
 * @param shown when the column is there
 */
public record DeclaredColumn(String name, Shown shown) {
    /** What brings a column into a report. */
    public enum Shown {
        ALWAYS,
        /** Attributes_To_Show names it. */
        ON_REQUEST,
        /** Include_Parent_Details=True. */
        WITH_PARENTS,
        /** Include_Component_Details=True. */
        WITH_COMPONENTS
    }

    /** Reads {@code X}, {@code [X]}, {@code <X>} or {@code {X}}. */
    static DeclaredColumn of(String text) {
        String inner = text.substring(1, Math.max(1, text.length() - 1));
        return switch (text.charAt(0)) {
            case '[' -> new DeclaredColumn(inner, Shown.ON_REQUEST);
            case '<' -> new DeclaredColumn(inner, Shown.WITH_PARENTS);
            case '{' -> new DeclaredColumn(inner, Shown.WITH_COMPONENTS);
            default -> new DeclaredColumn(text, Shown.ALWAYS);
        };
    }
}
