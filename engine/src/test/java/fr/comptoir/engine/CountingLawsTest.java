package fr.comptoir.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.MonthFacts;
import fr.comptoir.testkit.ActionCopies;
import fr.comptoir.testkit.FactLines;
import fr.comptoir.testkit.Figures;
import fr.comptoir.testkit.RandomActions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any month; the seed is in the name of each run. */
class CountingLawsTest {
    /** Many small months, in which little happens beside what meets, and some that fill several buckets. */
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }

    private static RandomActions month(long seed) {
        return RandomActions.of(seed, seed % 50 == 0 ? 12_000 : 20 + (int) (seed % 50) * 12);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void countsAsThePlainReadingOfTheCode(long seed) {
        RandomActions month = month(seed);
        MonthFacts facts = Counting.count(month.month(), month.actions(), month.catalogue(), 2);
        NaiveCounting plain = new NaiveCounting(month.month(), month.actions(), month.catalogue());
        assertThat(Differences.between(Figures.of(facts, month.catalogue()).values(), plain.figures))
                .isEmpty();
        assertThat(List.of(facts.actions(), facts.doubleClicks(), facts.held()))
                .containsExactly(plain.actions, plain.doubleClicks, plain.held);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void orderAndThreadsAndPartsChangeNothing(long seed) throws IOException {
        RandomActions month = month(seed);
        SplittableRandom random = new SplittableRandom(seed);
        List<String> expected =
                FactLines.of(Counting.count(month.month(), month.actions(), month.catalogue(), 1), month.catalogue());
        assertThat(expected).doesNotHaveDuplicates();
        for (int threads = 1; threads <= 3; threads++) {
            Actions shuffled = ActionCopies.shuffled(month.actions(), random);
            MonthFacts facts = Counting.count(month.month(), shuffled, month.catalogue(), threads);
            assertThat(FactLines.of(facts, month.catalogue())).isEqualTo(expected);
        }
        for (int parts : new int[] {1, 2, 5}) {
            TestPartitions partitions = new TestPartitions(month.actions(), parts, random);
            List<MonthFacts> found = new ArrayList<>();
            Counting.count(month.month(), partitions, month.catalogue(), 2, found::add);
            assertThat(found).hasSize(parts);
            MonthFacts facts = Together.of(found);
            assertThat(FactLines.of(facts, month.catalogue())).isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void metricsRelateAsTheValidatorDemands(long seed) {
        RandomActions month = month(seed);
        MonthFacts facts = Counting.count(month.month(), month.actions(), month.catalogue(), 2);
        assertThat(MetricRelations.broken(Figures.of(facts, month.catalogue()), month.catalogue()))
                .isEmpty();
    }

    /** The totals count each action once, whatever it is broken down by; in Release 5 even a whole book. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void totalsAreTheActionsLeft(long seed) {
        RandomActions month = month(seed);
        long[] counted = new long[ActionKind.values().length];
        Counting.explain(month.month(), month.actions(), month.catalogue(), new Verdicts() {
            @Override
            public void counted(int row) {
                counted[month.actions().kind[row]]++;
            }
        });
        Figures figures =
                Figures.of(Counting.count(month.month(), month.actions(), month.catalogue(), 2), month.catalogue());
        long requests = counted[ActionKind.REQUEST.ordinal()];
        assertThat(figures.sum(Release.R5, MetricType.TOTAL_ITEM_REQUESTS)).isEqualTo(requests);
        assertThat(figures.sum(Release.R5, MetricType.TOTAL_ITEM_INVESTIGATIONS))
                .isEqualTo(requests + counted[ActionKind.INVESTIGATION.ordinal()]);
        for (Release release : Release.values()) {
            assertThat(figures.sum(release, MetricType.NO_LICENSE)).isEqualTo(counted[ActionKind.NO_LICENSE.ordinal()]);
            assertThat(figures.sum(release, MetricType.LIMIT_EXCEEDED))
                    .isEqualTo(counted[ActionKind.LIMIT_EXCEEDED.ordinal()]);
            assertThat(figures.sum(release, MetricType.SEARCHES_PLATFORM))
                    .isEqualTo(counted[ActionKind.SEARCHES_PLATFORM.ordinal()]);
        }
    }
}
