package fr.comptoir.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.ItemFacts;
import fr.comptoir.model.fact.MonthFacts;
import fr.comptoir.testkit.ActionsBuilder;
import fr.comptoir.testkit.CatalogueRows;
import fr.comptoir.testkit.Figures;
import fr.comptoir.testkit.TestCatalogue;
import java.time.Duration;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CountingTest {
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final TestCatalogue CATALOGUE = new CatalogueRows()
            .add("A", DataType.ARTICLE)
            .add("D1", DataType.DATABASE_FULL)
            .add("D2", DataType.DATABASE_FULL)
            .add("T", DataType.BOOK)
            .addSegments("T", 3)
            .catalogue();

    @Test
    void anEmptyMonthHasNoFacts() {
        MonthFacts facts = Counting.count(JANUARY, new ActionsBuilder().actions(), CATALOGUE, 2);
        assertThat(facts.items().size + facts.titles().size + facts.searches().size)
                .isZero();
        assertThat(facts.customers().size()).isZero();
    }

    @Test
    void everyTotalIsOfLinesNotRows() {
        Actions actions = new ActionsBuilder()
                .deniedSearch(ActionKind.LIMIT_EXCEEDED, "D1", "D2")
                .after(5)
                .deniedSearch(ActionKind.LIMIT_EXCEEDED, "D1", "D2")
                .request("unknown")
                .search(ActionKind.SEARCHES_REGULAR, "unknown too")
                .actions();
        MonthFacts facts = Counting.count(JANUARY, actions, CATALOGUE, 1);
        assertThat(facts.doubleClicks()).isEqualTo(1);
        assertThat(facts.held()).isEqualTo(1);
        assertThat(facts.actions()).isEqualTo(2);
    }

    @Test
    void setsOfCustomersAreThoseThatHaveUsageInTheOrderOfTheirText() {
        Actions actions = new ActionsBuilder()
                .customers("C")
                .request("unknown")
                .customers("B|CONSORTIUM")
                .request("A")
                .customers("")
                .after(60)
                .request("A")
                .actions();
        assertThat(Counting.count(JANUARY, actions, CATALOGUE, 1).customers().texts())
                .containsExactly("", "B|CONSORTIUM");
    }

    @Test
    void ofTwoClicksInOneInstantTheSameIsKeptInEitherOrder() {
        ActionsBuilder there = new ActionsBuilder().login("ada");
        there.sessionCookie("s1")
                .customers("X")
                .request("A")
                .sessionCookie("s2")
                .customers("Y")
                .request("A");
        ActionsBuilder back = new ActionsBuilder().login("ada");
        back.sessionCookie("s2")
                .customers("Y")
                .request("A")
                .sessionCookie("s1")
                .customers("X")
                .request("A");
        assertThat(Figures.of(Counting.count(JANUARY, there.actions(), CATALOGUE, 1), CATALOGUE)
                        .values())
                .isEqualTo(Figures.of(Counting.count(JANUARY, back.actions(), CATALOGUE, 1), CATALOGUE)
                        .values());
    }

    @Test
    void aUniqueOfRelease51StandsOnTheRowWithTheFirstAccessTypeOfRelease5() {
        Actions actions = new ActionsBuilder()
                .accessTypeR5(AccessType.OA_GOLD)
                .format("HTML")
                .request("A")
                .accessTypeR5(AccessType.CONTROLLED)
                .format("PDF")
                .request("A")
                .actions();
        ItemFacts items = Counting.count(JANUARY, actions, CATALOGUE, 1).items();
        assertThat(items.size).isEqualTo(2);
        for (int row = 0; row < 2; row++) {
            boolean first = items.accessTypeR5[row] == AccessType.CONTROLLED.ordinal();
            assertThat(items.count(row, ItemFacts.Count.UNIQUE_ITEM_REQUESTS)).isEqualTo(first ? 1 : 0);
            assertThat(items.count(row, ItemFacts.Count.UNIQUE_ITEM_REQUESTS_R5))
                    .isEqualTo(1);
        }
    }

    /** Three links on one item: HTML and PDF are told apart, the rest is in the total only (CoP 5.0.3, section 13.3). */
    @Test
    void requestsAreNotedByFormat() {
        Actions actions = new ActionsBuilder()
                .format("HTML")
                .request("A")
                .investigation("A")
                .format("PDF")
                .request("A")
                .after(60)
                .request("A")
                .format("EPUB")
                .request("A")
                .format("")
                .after(60)
                .request("A")
                .actions();
        ItemFacts items = Counting.count(JANUARY, actions, CATALOGUE, 1).items();
        assertThat(items.size).isEqualTo(1);
        assertThat(items.count(0, ItemFacts.Count.TOTAL_ITEM_REQUESTS)).isEqualTo(5);
        assertThat(items.formats[ItemFacts.Format.HTML.ordinal()]).isEqualTo(1);
        assertThat(items.formats[ItemFacts.Format.PDF.ordinal()]).isEqualTo(2);
        assertThat(items.formats[ItemFacts.Format.HTML_R5.ordinal()]).isEqualTo(1);
        assertThat(items.formats[ItemFacts.Format.PDF_R5.ordinal()]).isEqualTo(2);
    }

    /** One user on one link, one session: every sort that goes wrong on equal keys would take hours here. */
    @Test
    @Timeout(20)
    void aMillionClicksOfOneUserOnOneLinkAreNoTrouble() {
        ActionsBuilder one = new ActionsBuilder().request("T");
        Actions actions = one.actions();
        int rows = 1_000_000;
        for (int i = 1; i < rows; i++) {
            int row = actions.add();
            actions.time[row] = actions.time[0]
                    + (i % 2 == 0
                            ? 0
                            : (i % 1000) * 31_000L % Duration.ofHours(10).toMillis());
            actions.day[row] = actions.day[0];
            actions.user[row] = actions.user[0];
            actions.session[row] = actions.session[0];
            actions.kind[row] = actions.kind[0];
            actions.item[row] = actions.item[0];
            actions.accessTypeR5[row] = Actions.NO_ACCESS_TYPE;
            actions.line[row] = i + 1;
        }
        Figures figures = Figures.of(Counting.count(JANUARY, actions, CATALOGUE, 2), CATALOGUE);
        assertThat(figures.sum(Release.R5, MetricType.TOTAL_ITEM_REQUESTS)).isBetween(100L, 1000L);
        assertThat(figures.sum(Release.R5_1, MetricType.UNIQUE_ITEM_REQUESTS)).isEqualTo(3);
    }

    @Test
    void noThreadsIsAMistake() {
        assertThatThrownBy(() -> Counting.count(JANUARY, new ActionsBuilder().actions(), CATALOGUE, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one thread");
    }
}
