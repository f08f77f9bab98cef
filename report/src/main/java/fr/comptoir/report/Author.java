package fr.comptoir.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An author of an item.
 *
 * @param namespace ORCID or ISNI; {@code ""} when the author has no identifier
 * @param identifier without the namespace; {@code ""} when there is none
 */
record Author(String name, String namespace, String identifier) {
    /** Reports name no more authors of an item than these (CoP 5.1, section 3.2). */
    static final int REPORTED_MAX = 3;

    /** The authors that a catalogue writes as {@code Name (ORCID:...); Name; ...}, each once. */
    static List<Author> list(String text) {
        List<Author> authors = new ArrayList<>();
        for (String part : text.split(";", -1)) {
            if (!part.isBlank()) {
                authors.add(of(part.strip()));
            }
        }
        return authors.stream().distinct().toList();
    }

    /** The first ones, as reports show them. */
    static List<Author> reported(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<Author> authors = list(text);
        return authors.size() > REPORTED_MAX ? authors.subList(0, REPORTED_MAX) : authors;
    }

    /** As reports show them in one cell. */
    static String tabular(String text) {
        return String.join("; ", reported(text).stream().map(Author::toString).toList());
    }

    boolean has(String otherNamespace, String otherIdentifier) {
        return namespace.equals(otherNamespace) && plain(identifier).equals(plain(otherIdentifier));
    }

    /** {@code Name (ORCID:0000-0000-0000-0000)}. */
    @Override
    public String toString() {
        return namespace.isEmpty() ? name : name + " (" + namespace + ":" + identifier + ")";
    }

    private static Author of(String text) {
        int open = text.lastIndexOf('(');
        if (open > 0 && text.endsWith(")")) {
            String inside = text.substring(open + 1, text.length() - 1).strip();
            int colon = inside.indexOf(':');
            String namespace =
                    colon < 0 ? "" : inside.substring(0, colon).strip().toUpperCase(Locale.ROOT);
            if (namespace.equals("ORCID") || namespace.equals("ISNI")) {
                return new Author(
                        text.substring(0, open).strip(),
                        namespace,
                        inside.substring(colon + 1).strip());
            }
        }
        return new Author(text, "", "");
    }

    /** Without the blanks and hyphens that an ISNI may be written with. */
    private static String plain(String identifier) {
        return identifier.replace(" ", "").replace("-", "").toUpperCase(Locale.ROOT);
    }
}
