package fr.comptoir.model.catalogue;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The names of the indices of many customers, each with another. Customer_ids that differ only in signs, marks or the case of letters have
 * the same {@linkplain IndexName letters}: of those the name is the one's who is called so or chose it, and the others have the beginning of
 * a hash of their customer_id behind it, which stays whoever else comes.
 */
public final class IndexNames {
    /** A hyphen and eight digits. */
    private static final int MORE = 9;

    private IndexNames() {}

    /**
     * The name of each, by customer_id.
     *
     * @param chosen by customer_id; {@code ""} for none
     */
    public static Map<String, String> of(Map<String, String> chosen) {
        Map<String, Integer> times = new HashMap<>();
        chosen.forEach((id, name) -> times.merge(IndexName.of(id, name), 1, Integer::sum));
        Map<String, String> names = new TreeMap<>();
        chosen.forEach((id, name) -> {
            String plain = IndexName.of(id, name);
            boolean isOwn = !name.isEmpty() || plain.equals(id) || times.getOrDefault(plain, 0) == 1;
            names.put(id, isOwn ? plain : marked(plain, id));
        });
        return names;
    }

    /**
     * Whether one of some customers has that name, or would have it as soon as another customer has the same letters.
     *
     * @param chosen by customer_id; {@code ""} for none
     */
    public static boolean isTaken(String name, Map<String, String> chosen) {
        return of(chosen).containsValue(name)
                || chosen.entrySet().stream()
                        .filter(one -> one.getValue().isEmpty())
                        .anyMatch(one -> marked(IndexName.of(one.getKey(), ""), one.getKey())
                                .equals(name));
    }

    private static String marked(String plain, String id) {
        String begin = plain.substring(0, Math.min(plain.length(), IndexName.LENGTH_MAX - MORE));
        return begin + "-" + Integer.toHexString(id.hashCode());
    }
}
