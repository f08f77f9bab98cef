package fr.comptoir.engine;

import fr.comptoir.testkit.Figure;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Where two sets of figures differ, one line each, so that a failure can be read. */
final class Differences {
    private Differences() {}

    static Set<String> between(Map<Figure, Long> actual, Map<Figure, Long> expected) {
        Set<String> lines = new TreeSet<>();
        Stream.concat(actual.keySet().stream(), expected.keySet().stream())
                .filter(figure -> !actual.getOrDefault(figure, 0L).equals(expected.getOrDefault(figure, 0L)))
                .forEach(figure -> lines.add("%s is %d and should be %d"
                        .formatted(figure, actual.getOrDefault(figure, 0L), expected.getOrDefault(figure, 0L))));
        return lines;
    }
}
