package fr.comptoir.ingest.format;

import java.util.Locale;

/** The names of columns in {@code #Fields} lines. */
final class W3cColumns {
    private W3cColumns() {}

    /** The name of a column, see {@link FieldNames}. */
    static String name(String column) {
        String lower = column.toLowerCase(Locale.ROOT);
        if (lower.startsWith("cs(") && lower.endsWith(")")) {
            return FieldNames.requestHeader(lower.substring(3, lower.length() - 1));
        }
        if (lower.startsWith("sc(") && lower.endsWith(")")) {
            return FieldNames.responseHeader(lower.substring(3, lower.length() - 1));
        }
        return switch (lower) {
            case "cs-username", "cs-user" -> FieldNames.USER;
            case "x-forwarded-for" -> FieldNames.requestHeader(lower);
            case "cs-cookie" -> FieldNames.COOKIE_HEADER;
            default -> column;
        };
    }
}
