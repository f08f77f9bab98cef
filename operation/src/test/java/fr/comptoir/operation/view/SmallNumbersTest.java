package fr.comptoir.operation.view;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.operation.view.SmallNumbers.Hidden;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SmallNumbersTest {
    private static final int LEAST = 4;
    private static final MetricType REQUESTS = MetricType.TOTAL_ITEM_REQUESTS;
    private static final MetricType UNIQUE = MetricType.UNIQUE_ITEM_REQUESTS;
    private static final SmallNumbers OF_ONE = new SmallNumbers(LEAST, List.of(REQUESTS));

    private static Map<String, long[]> counts(long... requests) {
        Map<String, long[]> counts = new TreeMap<>();
        for (int i = 0; i < requests.length; i++) {
            long[] figures = new long[MetricType.values().length];
            figures[REQUESTS.ordinal()] = requests[i];
            counts.put("c" + i, figures);
        }
        return counts;
    }

    @Test
    void whatIsLargeIsTold() {
        Hidden hidden = OF_ONE.of(counts(10, 4, 0));
        assertThat(hidden.small()).isEmpty();
        assertThat(hidden.others()).isEmpty();
        assertThat(hidden.month()).isFalse();
    }

    @Test
    void aSmallOneAloneTakesAnotherWithIt() {
        Hidden hidden = OF_ONE.of(counts(3, 90, 40, 7));
        assertThat(hidden.small()).containsExactly("c0");
        assertThat(hidden.others()).containsExactly("c3");
        assertThat(hidden.has("c1")).isFalse();
    }

    @Test
    void whereNothingHidesItNothingIsTold() {
        assertThat(OF_ONE.of(counts(3)).month()).isTrue();
        assertThat(OF_ONE.of(counts(1, 1)).month()).isTrue();
        assertThat(OF_ONE.of(counts(3, 3)).month()).isTrue();
    }

    @Test
    void metricsThatSayMuchOfEachOtherAreHiddenTogether() {
        Map<String, long[]> counts = new HashMap<>(counts(20, 30));
        counts.values().forEach(figures -> figures[UNIQUE.ordinal()] = 9);
        counts.getOrDefault("c0", new long[0])[UNIQUE.ordinal()] = 2;
        Hidden hidden = new SmallNumbers(LEAST, List.of(REQUESTS, UNIQUE)).of(counts);
        assertThat(hidden.small()).containsExactly("c0");
        assertThat(hidden.others()).containsExactly("c1");
    }

    /** Whoever knows the sum, and how this works, tries all figures: each small one may still be any. */
    @Test
    void noSmallFigureIsWorkedOutFromTheSum() {
        Random random = new Random(7);
        int told = 0;
        for (int trial = 0; trial < 4_000; trial++) {
            long[] figures = random.longs(1 + random.nextInt(5), 0, 13).toArray();
            Map<String, long[]> counts = counts(figures);
            Hidden hidden = OF_ONE.of(counts);
            if (!hidden.month() && !hidden.small().isEmpty()) {
                told++;
                long sum = 0;
                List<String> unknown = new ArrayList<>();
                for (int i = 0; i < figures.length; i++) {
                    if (hidden.has("c" + i)) {
                        unknown.add("c" + i);
                        sum += figures[i];
                    }
                }
                Map<String, Set<Long>> possible = new TreeMap<>();
                possible(unknown, hidden, sum, new ArrayList<>(), possible);
                for (String small : hidden.small()) {
                    assertThat(possible.get(small))
                            .as("%s of %s", small, List.of(figures))
                            .containsExactly(1L, 2L, 3L);
                }
            }
        }
        assertThat(told).isGreaterThan(500);
    }

    private static void possible(
            List<String> unknown, Hidden hidden, long sum, List<Long> chosen, Map<String, Set<Long>> possible) {
        if (chosen.size() == unknown.size()) {
            if (sum == 0) {
                for (int i = 0; i < chosen.size(); i++) {
                    possible.computeIfAbsent(unknown.get(i), any -> new TreeSet<>())
                            .add(chosen.get(i));
                }
            }
            return;
        }
        boolean small = hidden.small().contains(unknown.get(chosen.size()));
        for (long value = small ? 1 : LEAST; value <= (small ? LEAST - 1 : sum); value++) {
            List<Long> more = new ArrayList<>(chosen);
            more.add(value);
            possible(unknown, hidden, sum - value, more, possible);
        }
    }
}
