package fr.comptoir.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.action.Names;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.testkit.RandomActions;
import java.io.IOException;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What rows add is what the verdicts say, row by row, in however many parts they come. */
class AdditionsTest {
    private static final AccessType[] TYPES = AccessType.values();
    private static final AccessMethod[] METHODS = AccessMethod.values();

    static LongStream seeds() {
        return LongStream.rangeClosed(2001, 2060);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rowsAddWhatTheVerdictsSay(long seed) throws IOException {
        RandomActions month = RandomActions.of(seed, seed % 20 == 0 ? 6_000 : 300);
        Map<String, Long> expected = new TreeMap<>();
        Counting.explain(month.month(), month.actions(), month.catalogue(), new Verdicts() {
            @Override
            public void counts(int row, Figure figure) {
                boolean title = figure.metric().code().startsWith("Unique_Title");
                if (!title || figure.database() == Catalogue.NONE) {
                    add(expected, month.actions(), row, figure);
                }
            }
        });
        short[] arrivals = Counting.arrivals(month.actions());
        for (int row = 0; row < month.actions().size; row++) {
            String way = month.actions().dictionaries.arrivals().text(arrivals[row]);
            expected.put("row " + place(month.actions(), row) + " came by " + way, 1L);
        }
        SplittableRandom random = new SplittableRandom(seed);
        for (int parts : new int[] {1, 2, 5}) {
            Map<String, Long> heard = new TreeMap<>();
            TestPartitions cut = new TestPartitions(month.actions(), parts, random);
            Counting.add(
                    month.month(),
                    cut,
                    month.catalogue(),
                    (actions, ways, names) -> new Heard(actions, ways, names, month.catalogue(), heard));
            assertThat(heard).as("%s parts", parts).isEqualTo(expected);
        }
    }

    /** A row by what no cut changes. */
    private static String place(Actions actions, int row) {
        return actions.input[row] + ":" + actions.line[row] + ":" + actions.part[row];
    }

    private static void add(Map<String, Long> sums, Actions actions, int row, Verdicts.Figure figure) {
        sums.merge(place(actions, row) + " " + figure, 1L, Long::sum);
    }

    /** Writes down what it hears, in the words of the verdicts. */
    private record Heard(Actions actions, short[] ways, Names names, Catalogue catalogue, Map<String, Long> sums)
            implements Additions {
        private void add(int row, Release release, MetricType metric, int subject, int yop, Access access) {
            AccessType type = TYPES[release == Release.R5 ? access.typeR5() : access.type()];
            AdditionsTest.add(
                    sums,
                    actions,
                    row,
                    new Verdicts.Figure(release, metric, subject, Catalogue.NONE, yop, type, METHODS[access.method()]));
        }

        @Override
        public void item(int row, Release release, MetricType metric, int item, Access access) {
            add(row, release, metric, item, catalogue.yop(item), access);
        }

        @Override
        public void title(int row, Release release, MetricType metric, int title, int yop, Access access) {
            add(row, release, metric, title, yop, access);
        }

        @Override
        public void search(int row, ActionKind kind, int database) {
            for (Release release : Release.values()) {
                MetricType metric = MetricType.valueOf(kind.name());
                AccessMethod method = METHODS[actions.accessMethod[row]];
                AdditionsTest.add(
                        sums,
                        actions,
                        row,
                        new Verdicts.Figure(release, metric, database, Catalogue.NONE, 0, null, method));
            }
        }

        @Override
        public void end() {
            for (int row = 0; row < actions.size; row++) {
                sums.put("row " + place(actions, row) + " came by " + names.text(ways[row]), 1L);
            }
        }
    }
}
