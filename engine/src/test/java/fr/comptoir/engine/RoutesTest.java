package fr.comptoir.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.action.Arrivals;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.fact.ItemFacts;
import fr.comptoir.model.fact.MonthFacts;
import fr.comptoir.model.fact.RouteFacts;
import fr.comptoir.testkit.ActionsBuilder;
import fr.comptoir.testkit.CatalogueRows;
import fr.comptoir.testkit.RandomActions;
import fr.comptoir.testkit.TestCatalogue;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From where usage came and by what access: steps within take the way of their session, and all sums are those of the items. */
class RoutesTest {
    private static final YearMonth MONTH = YearMonth.of(2026, 1);
    private static final TestCatalogue CATALOGUE = new CatalogueRows()
            .add("journal", DataType.JOURNAL)
            .add("a", DataType.ARTICLE)
            .parent("journal")
            .add("b", DataType.ARTICLE)
            .parent("journal")
            .add("report", DataType.REPORT)
            .add("book", DataType.BOOK)
            .add("book.1", DataType.BOOK_SEGMENT)
            .parent("book")
            .add("book.2", DataType.BOOK_SEGMENT)
            .parent("book")
            .catalogue();

    private static List<String> arrivals(Actions actions) {
        short[] found = Counting.arrivals(actions);
        List<String> texts = new ArrayList<>();
        for (short number : found) {
            texts.add(actions.dictionaries.arrivals().text(number));
        }
        return texts;
    }

    @Test
    void aStepWithinCameAsTheActionBeforeIt() {
        Actions actions = new ActionsBuilder()
                .arrival(Arrivals.WITHIN)
                .request("a")
                .after(10)
                .arrival("Portal")
                .request("a")
                .after(10)
                .arrival(Arrivals.WITHIN)
                .request("b")
                .after(10)
                .arrival(Arrivals.NOT_RECORDED)
                .request("b")
                .after(10)
                .arrival(Arrivals.WITHIN)
                .request("report")
                .after(10)
                .arrival(Arrivals.DIRECT)
                .request("a")
                .after(10)
                .arrival(Arrivals.WITHIN)
                .request("b")
                .actions();
        assertThat(arrivals(actions))
                .containsExactly(
                        Arrivals.WITHIN, "Portal", "Portal", Arrivals.NOT_RECORDED, "Portal", "direct", "direct");
    }

    @Test
    void anotherUserAnotherHourAndAnotherDayKnowNothingOfIt() {
        Actions actions = new ActionsBuilder()
                .at("2026-01-15T10:59:50")
                .arrival("Portal")
                .request("a")
                .arrival(Arrivals.WITHIN)
                .agent("Other/1.0")
                .request("a")
                .agent("Browser/1.0")
                .after(5)
                .request("b")
                .after(10)
                .request("b")
                .actions();
        assertThat(arrivals(actions)).containsExactly("Portal", Arrivals.WITHIN, "Portal", Arrivals.WITHIN);
    }

    @Test
    void inOneInstantThoseThatCameFromElsewhereAreEarlier() {
        Actions actions = new ActionsBuilder()
                .arrival(Arrivals.WITHIN)
                .request("a")
                .arrival("Portal")
                .request("b")
                .arrival("Addon")
                .request("report")
                .actions();
        assertThat(arrivals(actions)).containsExactly("Portal", "Portal", "Addon");
    }

    @Test
    void whatIsSearchedHeldOrDroppedTellsFromWhereSomeoneCameToo() {
        Actions actions = new ActionsBuilder()
                .arrival("Portal")
                .request("unknown")
                .after(10)
                .arrival(Arrivals.WITHIN)
                .request("a")
                .after(10)
                .request("a")
                .actions();
        MonthFacts facts = Counting.count(MONTH, actions, CATALOGUE, 1);
        assertThat(lines(facts, CATALOGUE)).containsExactly(" journal Portal  Regular [1, 1, 0, 0, 1, 1]");
    }

    /** Which of two clicks of one instant is kept must not depend on which stands first in the log. */
    @Test
    void ofTwoClicksInOneInstantTheWayDecidesWhichIsKept() {
        Actions one = new ActionsBuilder()
                .arrival("Portal")
                .request("a")
                .arrival("Addon")
                .request("a")
                .actions();
        Actions other = new ActionsBuilder()
                .arrival("Addon")
                .request("a")
                .arrival("Portal")
                .request("a")
                .actions();
        assertThat(lines(Counting.count(MONTH, one, CATALOGUE, 1), CATALOGUE))
                .containsExactly(" journal Portal  Regular [1, 1, 0, 0, 1, 1]")
                .isEqualTo(lines(Counting.count(MONTH, other, CATALOGUE, 1), CATALOGUE));
    }

    @Test
    void usesAndRefusalsOfATitleAreAddedUp() {
        Actions actions = new ActionsBuilder()
                .customers("U")
                .arrival("Portal")
                .route(AccessRoute.IP)
                .request("a")
                .after(60)
                .investigation("b")
                .after(60)
                .noLicense("b")
                .after(60)
                .limitExceeded("a")
                .after(60)
                .route(AccessRoute.TOKEN)
                .accessMethod(AccessMethod.TDM)
                .request("a")
                .after(60)
                .request("report")
                .after(60)
                .arrival(Arrivals.DIRECT)
                .request("book")
                .actions();
        assertThat(lines(Counting.count(MONTH, actions, CATALOGUE, 1), CATALOGUE))
                .containsExactly(
                        "U book direct token TDM [2, 2, 0, 0, 1, 1]",
                        "U journal Portal ip Regular [2, 1, 1, 1, 2, 1]",
                        "U journal Portal token TDM [1, 1, 0, 0, 1, 1]",
                        "U report Portal token TDM [1, 1, 0, 0, 1, 1]");
    }

    private static List<String> lines(MonthFacts facts, Catalogue catalogue) {
        RouteFacts routes = facts.routes();
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < routes.size; row++) {
            int from = row * RouteFacts.Count.SIZE;
            lines.add(String.join(
                    " ",
                    facts.customers().text(routes.customers[row]),
                    catalogue.itemId(routes.title[row]),
                    routes.arrivals.text(routes.arrival[row]),
                    AccessRoute.of(routes.route[row]).code(),
                    AccessMethod.values()[routes.accessMethod[row]].code(),
                    Arrays.toString(Arrays.copyOfRange(routes.counts, from, from + RouteFacts.Count.SIZE))));
        }
        return lines.stream().sorted().toList();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    private static RandomActions month(long seed) {
        return RandomActions.of(seed, seed % 30 == 0 ? 6_000 : 20 + (int) seed * 8);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aPlainReadingOfTheRuleFindsTheSame(long seed) {
        Actions actions = month(seed).actions();
        List<String> plain = new ArrayList<>();
        for (int row = 0; row < actions.size; row++) {
            plain.add(plain(actions, row));
        }
        assertThat(arrivals(actions)).isEqualTo(plain);
    }

    private static String plain(Actions actions, int row) {
        String own = actions.dictionaries.arrivals().text(actions.arrival[row]);
        if (!own.equals(Arrivals.WITHIN)) {
            return own;
        }
        String latest = Arrivals.WITHIN;
        long time = Long.MIN_VALUE;
        for (int other = 0; other < actions.size; other++) {
            String way = actions.dictionaries.arrivals().text(actions.arrival[other]);
            boolean tells = !way.equals(Arrivals.WITHIN) && !way.equals(Arrivals.NOT_RECORDED);
            boolean before = actions.user[other] == actions.user[row]
                    && actions.session[other] == actions.session[row]
                    && actions.time[other] <= actions.time[row];
            boolean later = actions.time[other] > time || (actions.time[other] == time && way.compareTo(latest) > 0);
            if (tells && before && later) {
                latest = way;
                time = actions.time[other];
            }
        }
        return latest;
    }

    /** With the same customers, titles and methods the sums over ways and routes are those of the items. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSumsAreThoseOfTheItems(long seed) {
        RandomActions month = month(seed);
        MonthFacts facts = Counting.count(month.month(), month.actions(), month.catalogue(), 2);
        Map<String, List<Integer>> routes = new TreeMap<>();
        for (int row = 0; row < facts.routes().size; row++) {
            String key = key(
                    facts, facts.routes().customers[row], facts.routes().title[row], facts.routes().accessMethod[row]);
            for (RouteFacts.Count count : RouteFacts.Count.values()) {
                int value = facts.routes().counts[row * RouteFacts.Count.SIZE + count.ordinal()];
                add(routes, key + " " + count, value);
            }
        }
        Map<String, List<Integer>> items = new TreeMap<>();
        for (int row = 0; row < facts.items().size; row++) {
            int item = facts.items().item[row];
            int title = month.catalogue().title(item) == Catalogue.NONE
                    ? item
                    : month.catalogue().title(item);
            String key = key(facts, facts.items().customers[row], title, facts.items().accessMethod[row]);
            for (RouteFacts.Count count : RouteFacts.Count.values()) {
                add(items, key + " " + count, facts.items().count(row, ItemFacts.Count.valueOf(count.name())));
            }
        }
        assertThat(sums(routes)).isEqualTo(sums(items));
        assertThat(routes).isNotEmpty();
    }

    private static String key(MonthFacts facts, int customers, int title, byte method) {
        return facts.customers().text(customers) + " " + title + " " + method;
    }

    private static void add(Map<String, List<Integer>> all, String key, int count) {
        all.computeIfAbsent(key, any -> new ArrayList<>()).add(count);
    }

    private static Map<String, Integer> sums(Map<String, List<Integer>> all) {
        Map<String, Integer> sums = new TreeMap<>();
        all.forEach((key, counts) ->
                sums.put(key, counts.stream().mapToInt(Integer::intValue).sum()));
        return sums;
    }
}
