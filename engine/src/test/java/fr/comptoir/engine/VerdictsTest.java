package fr.comptoir.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.action.Actions;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.fact.MonthFacts;
import fr.comptoir.testkit.ActionCopies;
import fr.comptoir.testkit.ActionsBuilder;
import fr.comptoir.testkit.CatalogueRows;
import fr.comptoir.testkit.Figures;
import fr.comptoir.testkit.RandomActions;
import fr.comptoir.testkit.WorkedExample;
import fr.comptoir.testkit.WorkedExamples;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictsTest {
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);

    /** Writes down what it hears. */
    private static final class Heard implements Verdicts {
        final Map<fr.comptoir.testkit.Figure, Long> sums = new HashMap<>();
        final List<String> words = new ArrayList<>();
        final int[] fates;
        final boolean[] replaced;
        long counted;
        private final Actions actions;
        private final Catalogue catalogue;

        Heard(Actions actions, Catalogue catalogue) {
            this.actions = actions;
            this.catalogue = catalogue;
            fates = new int[actions.size];
            replaced = new boolean[actions.size];
        }

        private void fate(int row, String word) {
            fates[row]++;
            words.add(row + " " + word);
        }

        @Override
        public void decidesOnly(int row) {
            fate(row, "decides only");
        }

        @Override
        public void held(int row) {
            fate(row, "held");
        }

        @Override
        public void notContent(int row) {
            fate(row, "not content");
        }

        @Override
        public void doubleClick(int row, int replacedBy) {
            fate(row, "double click of " + replacedBy);
            replaced[row] = true;
            assertThat(actions.time[replacedBy] - actions.time[row]).isBetween(0L, 30_000L);
        }

        @Override
        public void counted(int row) {
            fate(row, "counted");
            counted += actions.part[row] == 0 ? 1 : 0;
        }

        @Override
        public void wholeBook(int row, int segments) {
            words.add(row + " whole book of " + segments);
        }

        @Override
        public void counts(int row, Figure figure) {
            sums.merge(inWords(row, figure), 1L, Long::sum);
        }

        @Override
        public void notAgain(int row, Figure figure, int first) {
            words.add("%d no more %s after %d".formatted(row, figure.metric().code(), first));
            assertThat(actions.session[first]).isEqualTo(actions.session[row]);
            assertThat(actions.time[first]).isLessThanOrEqualTo(actions.time[row]);
        }

        private fr.comptoir.testkit.Figure inWords(int row, Figure figure) {
            return new fr.comptoir.testkit.Figure(
                    figure.release(),
                    figure.metric(),
                    actions.dictionaries.customers().text(actions.customers[row]),
                    id(figure.subject()),
                    id(figure.database()),
                    figure.yop(),
                    figure.accessType() == null ? "" : figure.accessType().code(),
                    figure.accessMethod());
        }

        private String id(int number) {
            return number == Catalogue.NONE ? "" : catalogue.itemId(number);
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1001, 1060);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSumOfWhatIsSaidIsTheFacts(long seed) {
        RandomActions month = RandomActions.of(seed, 300);
        isTheFacts(month.month(), month.actions(), month.catalogue());
    }

    static List<WorkedExample> examples() {
        return WorkedExamples.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void theSumOfWhatIsSaidIsTheFactsOfEachExample(WorkedExample example) {
        isTheFacts(JANUARY, example.actions(), example.catalogue());
    }

    private static void isTheFacts(YearMonth month, Actions actions, Catalogue catalogue) {
        Heard heard = new Heard(actions, catalogue);
        Counting.explain(month, actions, catalogue, heard);
        MonthFacts facts = Counting.count(month, actions, catalogue, 1);
        assertThat(heard.fates).containsOnly(1);
        assertThat(Differences.between(heard.sums, Figures.of(facts, catalogue).values()))
                .isEmpty();
        assertThat(heard.counted).isEqualTo(facts.actions());
        assertThat(IntStream.range(0, actions.size)
                        .filter(row -> heard.replaced[row] && actions.part[row] == 0)
                        .count())
                .isEqualTo(facts.doubleClicks());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theRowsOfOneItemAreExplainedAsAmongAllRows(long seed) {
        RandomActions month = RandomActions.of(seed, 300);
        Actions all = month.actions();
        int article = all.dictionaries.items().number("article.1");
        int[] rows = IntStream.range(0, all.size)
                .filter(row -> all.item[row] == article)
                .toArray();
        Actions some = ActionCopies.copy(all, rows);
        Heard ofSome = new Heard(some, month.catalogue());
        Counting.explain(month.month(), some, month.catalogue(), ofSome);
        Map<fr.comptoir.testkit.Figure, Long> expected =
                new HashMap<>(Figures.of(Counting.count(month.month(), all, month.catalogue(), 1), month.catalogue())
                        .values());
        expected.keySet().removeIf(figure -> !figure.subject().equals("article.1"));
        assertThat(Differences.between(ofSome.sums, expected)).isEmpty();
    }

    @Test
    void saysOfEachRowWhatBecameOfIt() {
        Actions actions = new ActionsBuilder()
                .at("2026-01-15T10:00:00")
                .request("T.1")
                .after(20)
                .request("T.1")
                .after(60)
                .request("T.1")
                .request("unknown")
                .request("J")
                .request("T")
                .at("2026-02-01T00:00:05")
                .request("T.1")
                .actions();
        CatalogueRows catalogue = new CatalogueRows()
                .add("J", DataType.JOURNAL)
                .add("T", DataType.BOOK)
                .addSegments("T", 2);
        Heard heard = new Heard(actions, catalogue.catalogue());
        Counting.explain(JANUARY, actions, catalogue.catalogue(), heard);
        assertThat(heard.words)
                .contains(
                        "0 double click of 1",
                        "1 counted",
                        "2 counted",
                        "2 no more Unique_Item_Requests after 1",
                        "2 no more Unique_Title_Requests after 1",
                        "3 held",
                        "4 not content",
                        "5 counted",
                        "5 whole book of 2",
                        "5 no more Unique_Item_Investigations after 1",
                        "6 decides only");
    }

    @Test
    void theEarliestUseOfASessionCountsInWhateverOrderTheLinesCome() {
        Actions actions = new ActionsBuilder()
                .format("HTML")
                .request("A")
                .after(300)
                .format("PDF")
                .request("A")
                .actions();
        CatalogueRows catalogue = new CatalogueRows().add("A", DataType.ARTICLE);
        for (int seed = 0; seed < 10; seed++) {
            Actions shuffled = ActionCopies.shuffled(actions, new SplittableRandom(seed));
            int first = shuffled.time[0] < shuffled.time[1] ? 0 : 1;
            Heard heard = new Heard(shuffled, catalogue.catalogue());
            Counting.explain(JANUARY, shuffled, catalogue.catalogue(), heard);
            assertThat(heard.words).contains("%d no more Unique_Item_Requests after %d".formatted(1 - first, first));
        }
    }
}
