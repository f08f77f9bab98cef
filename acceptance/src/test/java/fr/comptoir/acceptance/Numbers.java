package fr.comptoir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares many numbers and shows only those that differ. */
final class Numbers {
    private Numbers() {}

    static void assertEqual(Map<String, Long> actual, Map<String, Long> expected, String what, Object... arguments) {
        Set<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(actual.keySet());
        SortedMap<String, String> differences = new TreeMap<>();
        for (String key : keys) {
            if (!actual.getOrDefault(key, 0L).equals(expected.getOrDefault(key, 0L))) {
                differences.put(key, "expected " + expected.get(key) + ", is " + actual.get(key));
            }
        }
        assertThat(differences).as(what, arguments).isEmpty();
        assertThat(expected).as(what, arguments).isNotEmpty();
    }
}
