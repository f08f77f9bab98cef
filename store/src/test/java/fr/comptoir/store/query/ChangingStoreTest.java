package fr.comptoir.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.action.Names;
import fr.comptoir.model.catalogue.CatalogueRow;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.FactQuery;
import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.model.fact.FactSource;
import fr.comptoir.model.fact.ItemFacts;
import fr.comptoir.model.fact.MonthFacts;
import fr.comptoir.model.fact.SearchFacts;
import fr.comptoir.model.fact.TitleFacts;
import fr.comptoir.store.Store;
import fr.comptoir.store.fact.SampleCatalogue;
import fr.comptoir.store.state.Counted;
import fr.comptoir.store.state.State;
import fr.comptoir.store.state.Versions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process keeps from one question to the next never outlives what it was made from. */
class ChangingStoreTest {
    private static final YearMonth MONTH = YearMonth.of(2024, 1);
    private static final SampleCatalogue CATALOGUE = SampleCatalogue.small();

    @TempDir
    Path data;

    @BeforeEach
    void count() throws Exception {
        change("Journal", "Kept name");
        recount(3);
    }

    @Test
    void aNewNameAndANewPlaceShowAtOnce() throws Exception {
        assertThat(titles()).containsExactly("Annals 3", "Kept name 30");
        change("Journal", "A new name");
        assertThat(titles()).containsExactly("A new name 30", "Annals 3");
    }

    @Test
    void whatIsNoTitleAnyMoreStaysOneInMonthsThatWereCounted() throws Exception {
        assertThat(titles()).containsExactly("Annals 3", "Kept name 30");
        change("Article", "An article now");
        assertThat(titles()).containsExactly("An article now 30", "Annals 3");
        change("Journal", "Kept name");
        assertThat(titles()).containsExactly("Annals 3", "Kept name 30");
    }

    @Test
    void aMonthThatIsCountedAgainAnswersAnew() throws Exception {
        assertThat(titles()).containsExactly("Annals 3", "Kept name 30");
        recount(4);
        assertThat(titles()).containsExactly("Annals 4", "Kept name 40");
    }

    @Test
    void whoReadsKeepsTheStateItOpenedWhileManyAsk() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (Store before = Store.openForReading(data)) {
            FactSource old = before.factSource();
            List<Future<List<String>>> oldTitles = new ArrayList<>();
            List<Future<List<String>>> newTitles = new ArrayList<>();
            change("Journal", "A new name");
            recount(4);
            for (int i = 0; i < 16; i++) {
                oldTitles.add(threads.submit(() -> titles(old)));
                newTitles.add(threads.submit(() -> titles()));
            }
            for (int i = 0; i < 16; i++) {
                assertThat(oldTitles.get(i).get()).containsExactly("Annals 3", "Kept name 30");
                assertThat(newTitles.get(i).get()).containsExactly("A new name 40", "Annals 4");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Requests of an article of j0, called "Annals", and ten times as many of one of j3. */
    private void recount(int requests) throws Exception {
        Names customers = new Names();
        ItemFacts items = new ItemFacts(0);
        byte controlled = (byte) AccessType.CONTROLLED.ordinal();
        byte regular = (byte) AccessMethod.REGULAR.ordinal();
        int small = items.add(customers.number("c1"), CATALOGUE.find("a0.0"), controlled, controlled, regular);
        items.count(small, ItemFacts.Count.TOTAL_ITEM_REQUESTS, requests);
        int large = items.add(customers.number("c1"), CATALOGUE.find("a3.0"), controlled, controlled, regular);
        items.count(large, ItemFacts.Count.TOTAL_ITEM_REQUESTS, 10 * requests);
        MonthFacts facts = new MonthFacts(MONTH, customers, items, new TitleFacts(1), new SearchFacts(1), 0, 0, 0);
        try (Store store = Store.openForWriting(data, () -> false)) {
            int version = store.state().month(MONTH).nextFacts();
            store.facts().write(facts, CATALOGUE, version);
            store.commit(store.state()
                    .withMonthFacts(MONTH, Counted.of(version, Instant.EPOCH, facts.totals(), Versions.NONE)));
        }
    }

    /** Imports the catalogue with another type and name of j3. */
    private void change(String dataType, String name) throws Exception {
        try (Store store = Store.openForWriting(data, () -> false)) {
            State state = store.state();
            int version = store.catalogue()
                    .write(
                            state,
                            row -> {
                                for (CatalogueRow each : CATALOGUE.rows()) {
                                    row.take(
                                            each.itemId().equals("j3")
                                                    ? SampleCatalogue.row("j3", "", dataType, name, "", "")
                                                    : each);
                                }
                            },
                            true,
                            (all, file) -> Files.createFile(file));
            store.commit(state.withCatalogue(version));
        }
    }

    private List<String> titles() throws Exception {
        try (Store store = Store.openForReading(data)) {
            return titles(store.factSource());
        }
    }

    private static List<String> titles(FactSource facts) throws Exception {
        FactQuery query = new FactQuery(
                Subject.TITLE,
                Release.R5_1,
                "c1",
                MONTH,
                MONTH,
                Set.of(MetricType.TOTAL_ITEM_REQUESTS),
                Set.of(),
                Set.of(),
                List.of(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
        List<String> titles = new ArrayList<>();
        facts.rows(query, row -> {
            assertThat(row.subject()).isNotNull();
            titles.add(row.subject().name() + " " + row.counts()[MetricType.TOTAL_ITEM_REQUESTS.ordinal()]);
        });
        return titles;
    }
}
