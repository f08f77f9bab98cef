package fr.comptoir.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.action.Names;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.FactQuery;
import fr.comptoir.model.fact.FactQuery.Attribute;
import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.model.fact.ItemFacts;
import fr.comptoir.model.fact.MonthFacts;
import fr.comptoir.model.fact.SearchFacts;
import fr.comptoir.model.fact.TitleFacts;
import fr.comptoir.store.Store;
import fr.comptoir.store.fact.SampleCatalogue;
import fr.comptoir.store.state.Counted;
import fr.comptoir.store.state.State;
import fr.comptoir.store.state.Versions;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A consortium of so many sets that its months are summed one after another; a set has another number in each month. */
class ManySetsTest {
    private static final YearMonth FIRST = YearMonth.of(2024, 1);
    private static final int MONTHS = 3;
    private static final int SETS = 60;
    private static final SampleCatalogue CATALOGUE = SampleCatalogue.small();

    private final Map<String, Long> expected = new TreeMap<>();

    @TempDir
    Path data;

    @Test
    void aLargeConsortiumIsSummedMonthByMonth() throws Exception {
        try (Store store = Store.openForWriting(data, () -> false)) {
            State state = store.state();
            for (int i = 0; i < MONTHS; i++) {
                MonthFacts facts = month(i);
                store.facts().write(facts, CATALOGUE, 1);
                state = state.withMonthFacts(
                        facts.month(), Counted.of(1, Instant.EPOCH, facts.totals(), Versions.NONE));
            }
            store.commit(state);
        }
        Map<String, Long> sums = new TreeMap<>();
        try (Store store = Store.openForReading(data)) {
            store.factSource()
                    .rows(
                            query(),
                            row -> sums.merge(
                                    row.month() + " " + row.customer(),
                                    row.counts()[MetricType.TOTAL_ITEM_REQUESTS.ordinal()],
                                    Long::sum));
        }
        assertThat(sums).hasSize(SETS * MONTHS - 3).isEqualTo(expected);
    }

    /** In month {@code i} the first {@code i} sets are missing, and strangers lie between the others. */
    private MonthFacts month(int i) {
        YearMonth month = FIRST.plusMonths(i);
        Names customers = new Names();
        ItemFacts items = new ItemFacts(0);
        int item = CATALOGUE.find("a1.0");
        for (int set = i; set < SETS; set++) {
            String member = member(set);
            int requests = 1 + set * 10 + i;
            add(items, customers.number("cons|" + member), item, requests);
            add(items, customers.number("d" + set), item, 1_000_000);
            expected.put(month + " " + member, (long) requests);
        }
        return new MonthFacts(month, customers, items, new TitleFacts(1), new SearchFacts(1), 0, 0, 0);
    }

    private static void add(ItemFacts items, int customers, int item, int requests) {
        byte controlled = (byte) AccessType.CONTROLLED.ordinal();
        int row = items.add(customers, item, controlled, controlled, (byte) AccessMethod.REGULAR.ordinal());
        items.count(row, ItemFacts.Count.TOTAL_ITEM_REQUESTS, requests);
    }

    private static String member(int set) {
        return String.format(Locale.ROOT, "m%02d", set);
    }

    private static FactQuery query() {
        List<String> members =
                IntStream.range(0, SETS).mapToObj(ManySetsTest::member).toList();
        return new FactQuery(
                Subject.TITLE,
                Release.R5_1,
                "cons",
                FIRST,
                FIRST.plusMonths(MONTHS - 1),
                Set.of(MetricType.TOTAL_ITEM_REQUESTS),
                Set.of(),
                Set.of(),
                List.of(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Set.of(Attribute.CUSTOMER),
                members);
    }
}
