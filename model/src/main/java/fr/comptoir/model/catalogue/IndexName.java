package fr.comptoir.model.catalogue;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name under which other programs keep the usage of one customer, as of an index or alias of Elasticsearch: small letters, digits,
 * {@code . _ -}, a letter or digit first. {@code -r51} at the end is left for what those programs make of it: their index for Release 5.1.
 */
public final class IndexName {
    /** Most characters that a chosen name has. */
    public static final int LENGTH_MAX = 100;

    /** What a chosen name is like. */
    public static final String FORM = "[a-z0-9][a-z0-9._-]*(?<!-r51)";

    private static final Pattern WHOLE = Pattern.compile(FORM);
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9._-]+");
    private static final Pattern NO_BEGINNING = Pattern.compile("^[._-]+|-+$");

    private IndexName() {}

    /** Whether a name may be chosen. */
    public static boolean isGood(String name) {
        return name.length() <= LENGTH_MAX && WHOLE.matcher(name).matches();
    }

    /** The chosen name, else the customer_id in the letters of one. */
    public static String of(String customerId, String chosen) {
        return chosen.isEmpty() ? of(customerId) : chosen;
    }

    private static String of(String customerId) {
        String plain = MARKS.matcher(Normalizer.normalize(customerId, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String name =
                NO_BEGINNING.matcher(OTHERS.matcher(plain).replaceAll("-")).replaceAll("");
        return isGood(name) ? name : "customer-" + Integer.toHexString(customerId.hashCode());
    }
}
