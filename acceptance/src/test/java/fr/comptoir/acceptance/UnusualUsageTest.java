package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.WORLD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import fr.comptoir.model.action.KeyedHash;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.operation.FindUnusual;
import fr.comptoir.operation.FindUnusual.Case;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.Site;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.unusual.Bounds;
import fr.comptoir.store.unusual.Explained;
import fr.comptoir.store.unusual.Explained.What;
import fr.comptoir.testkit.TestClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spikes and dips by the Code's thresholds, and what explains them. */
class UnusualUsageTest {
    private static final Bounds CODE = new Bounds(3, 100, 1, 20);
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final String[] MONTHS = {"Oct", "Nov", "Dec"};

    @TempDir
    Path folder;

    private final List<String> lines = new ArrayList<>();
    private TestSite site;

    @BeforeEach
    void makeSite() {
        site = TestSite.imported(folder);
    }

    /** Clicks of one day, a minute apart, from as many addresses as there are unless one is named. */
    private void clicks(String day, int count, String network, int address, String target) {
        for (int i = 0; i < count; i++) {
            String from = network + (address > 0 ? address : 1 + i % 100);
            String time = String.format(Locale.ROOT, "%s:%02d:%02d:00", day, i / 60, i % 60);
            lines.add(TestSite.get(from, time, target));
        }
    }

    private List<Case> cases(Map<String, Bounds> own) throws Exception {
        site.count(site.log(lines));
        return found(own).cases();
    }

    private FindUnusual.Found found(Map<String, Bounds> own) throws Exception {
        Site opened = Site.open(folder, new TestClock("2026-02-05T10:00:00Z"));
        return FindUnusual.in(ReportingSite.read(opened), JANUARY, CODE, own);
    }

    private static Optional<Case> find(List<Case> cases, String customer, Subject subject, MetricType metric) {
        return cases.stream()
                .filter(one -> one.usage().customer().equals(customer)
                        && one.usage().subject() == subject
                        && one.usage().metric() == metric)
                .findFirst();
    }

    private void hundredEachMonth() {
        for (String month : MONTHS) {
            clicks("05/" + month + "/2025", 100, "192.0.2.", 0, "/article/a1");
        }
    }

    @Test
    void fourHundredIsASpikeOfAMeanOfAHundredAndOneLessIsNone() throws Exception {
        hundredEachMonth();
        clicks("05/Jan/2026", 100, "192.0.2.", 0, "/article/a1");
        clicks("20/Jan/2026", 300, "192.0.2.", 7, "/article/a1");
        List<Case> cases = cases(Map.of());
        Case title = find(cases, "u1", Subject.TITLE, MetricType.TOTAL_ITEM_INVESTIGATIONS)
                .orElseThrow();
        assertThat(title.usage().spike()).isTrue();
        assertThat(title.usage().value()).isEqualTo(400);
        assertThat(title.usage().mean()).isEqualTo(100);
        assertThat(title.usage().id()).isEqualTo("j1");
        assertThat(title.usage().name()).isEqualTo("Journal of Examples");
        assertThat(find(cases, "u1", Subject.PLATFORM, MetricType.TOTAL_ITEM_INVESTIGATIONS))
                .isPresent();
        assertThat(find(cases, "cons", Subject.TITLE, MetricType.TOTAL_ITEM_INVESTIGATIONS))
                .isPresent();
        assertThat(find(cases, WORLD, Subject.TITLE, MetricType.TOTAL_ITEM_INVESTIGATIONS))
                .isPresent();
        assertThat(find(cases, "u2", Subject.TITLE, MetricType.TOTAL_ITEM_INVESTIGATIONS))
                .isEmpty();
        assertThat(cases).noneMatch(one -> one.usage().metric() == MetricType.TOTAL_ITEM_REQUESTS);
        assertThat(find(
                        found(Map.of("u1", new Bounds(3, 101, 1, 20))).cases(),
                        "u1",
                        Subject.TITLE,
                        MetricType.TOTAL_ITEM_INVESTIGATIONS))
                .as("399 would be none: one more is asked of this customer")
                .isEmpty();
    }

    @Test
    void whatExplainsASpikeComesFirst() throws Exception {
        hundredEachMonth();
        clicks("05/Jan/2026", 100, "192.0.2.", 0, "/article/a1");
        clicks("20/Jan/2026", 900, "192.0.2.", 7, "/api/a2");
        Case platform = find(cases(Map.of()), "u1", Subject.PLATFORM, MetricType.TOTAL_ITEM_INVESTIGATIONS)
                .orElseThrow();
        assertThat(platform.parts())
                .filteredOn(part -> part.what() == What.ADDRESS)
                .first()
                .satisfies(part -> {
                    assertThat(part.value()).hasSize(8);
                    assertThat(part.before()).isEqualTo(1);
                    assertThat(part.now()).isEqualTo(901);
                    assertThat(part.share()).isCloseTo(1, within(1e-9));
                });
        assertThat(platform.parts())
                .extracting(Explained::what, Explained::value)
                .contains(
                        tuple(What.ACCESS_METHOD, "TDM"),
                        tuple(What.DAY, "20"),
                        tuple(What.PAGE_RULE, "/api/{item...}"));
    }

    private static String agent(int number) {
        return "Mozilla/5.0 (X11; Linux x86_64) Reader" + number + "/1.0";
    }

    /** Requests of several agents in turn on one day, each from another address, whose institution is found in it or not. */
    private void requests(String day, int count, String network, int... agents) {
        for (int i = 0; i < count; i++) {
            String time = String.format(Locale.ROOT, "%s:%02d:%02d:00", day, i / 60, i % 60);
            String target = "GET /article/a1/pdf HTTP/1.1";
            lines.add(TestSite.line(network + (1 + i % 100), time, target, 200, agent(agents[i % agents.length])));
        }
    }

    /** As pages show it: half of the agent's keyed hash under the secret of the site. */
    private String hash(int agent) throws Exception {
        byte[] secret = HexFormat.of().parseHex(site.read("data/secret.key").strip());
        return String.format(Locale.ROOT, "%08x", new KeyedHash(secret).of(agent(agent)) >>> 32);
    }

    private static List<Explained> parts(Case found, What what) {
        return found.parts().stream().filter(part -> part.what() == what).toList();
    }

    /** What an earlier program did not keep of one month is not held against the other; of neither it explains nothing. */
    @Test
    void oneAgentBehindManyAddressesIsSeenUnlessNobodyKeptIt() throws Exception {
        for (String month : MONTHS) {
            requests("05/" + month + "/2025", 90, "192.0.2.", 1, 2, 3);
        }
        requests("05/Jan/2026", 90, "192.0.2.", 1, 2, 3);
        requests("20/Jan/2026", 800, "192.0.2.", 4);
        requests("21/Jan/2026", 20, "203.0.113.", 1);
        Case platform = find(cases(Map.of()), "u1", Subject.PLATFORM, MetricType.TOTAL_ITEM_REQUESTS)
                .orElseThrow();
        assertThat(parts(platform, What.AGENT)).containsExactly(new Explained(What.AGENT, hash(4), 0, 800, 1));
        assertThat(parts(platform, What.ADDRESS))
                .as("no address has much of it")
                .hasSize(3)
                .allMatch(part -> part.share() < 0.02);
        assertThat(parts(platform, What.ARRIVAL))
                .as("the site has no rules for it")
                .isEmpty();
        assertThat(parts(platform, What.ROUTE)).as("all came by their address").isEmpty();
        for (String month : List.of("2025-12", "2026-01")) {
            forgetWhatEarlierProgramsDidNotKeep(month);
            Case world = find(found(Map.of()).cases(), WORLD, Subject.PLATFORM, MetricType.TOTAL_ITEM_REQUESTS)
                    .orElseThrow();
            assertThat(world.parts()).extracting(Explained::what).contains(What.ADDRESS, What.DAY);
            assertThat(world.parts()).extracting(Explained::what).doesNotContain(What.AGENT, What.ROUTE, What.ARRIVAL);
        }
    }

    /** Whose institution nobody knows, and who came from where; and those whose agents are gone explain a dip. */
    @Test
    void waysOfArrivalAndRoutesOfAccessExplainToo() throws Exception {
        site = new TestSite(
                        folder,
                        AlphaJournals.SITE
                                + "arrivals: [{name: Portal, kind: portal, referrer: '*.portal.example'}]\n"
                                + AlphaJournals.PAGES,
                        AlphaJournals.CATALOGUE,
                        AlphaJournals.INSTITUTIONS)
                .imported();
        for (String month : MONTHS) {
            requests("05/" + month + "/2025", 150, "192.0.2.", 1, 2, 3);
        }
        requests("05/Jan/2026", 150, "192.0.2.", 1, 2);
        requests("20/Jan/2026", 800, "203.0.113.", 1, 2);
        lines.replaceAll(
                line -> line.contains("203.0.113.") ? line.replace("\"-\"", "\"https://my.portal.example/\"") : line);
        Case platform = find(cases(Map.of()), WORLD, Subject.PLATFORM, MetricType.TOTAL_ITEM_REQUESTS)
                .orElseThrow();
        assertThat(parts(platform, What.ROUTE)).containsExactly(new Explained(What.ROUTE, "none", 0, 800, 1));
        assertThat(parts(platform, What.ARRIVAL)).containsExactly(new Explained(What.ARRIVAL, "Portal", 0, 800, 1));
        assertThat(parts(platform, What.AGENT))
                .extracting(Explained::value, Explained::before, Explained::now)
                .containsExactlyInAnyOrder(tuple(hash(1), 50L, 475L), tuple(hash(2), 50L, 475L));
    }

    private void forgetWhatEarlierProgramsDidNotKeep(String month) throws Exception {
        Path file = folder.resolve("data/actions/" + month + "/run-3.parquet");
        Path without = folder.resolve("without.parquet");
        try (Duck duck = Duck.open(folder)) {
            duck.execute("COPY (SELECT * EXCLUDE (arrival, route, agent_hash) FROM " + Sql.parquet(List.of(file))
                    + ") TO " + Sql.text(without.toString()) + " (FORMAT PARQUET)");
        }
        Files.move(without, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Two months of page furniture after two of usage: a dip, of which there is nothing to take apart. */
    @Test
    void nothingAtAllIsADipToo() throws Exception {
        clicks("05/Oct/2025", 100, "192.0.2.", 0, "/article/a1");
        clicks("05/Nov/2025", 100, "192.0.2.", 0, "/article/a1");
        clicks("05/Dec/2025", 1, "192.0.2.", 0, "/style.css");
        clicks("05/Jan/2026", 1, "192.0.2.", 0, "/style.css");
        Case dip = find(cases(Map.of()), "u1", Subject.PLATFORM, MetricType.TOTAL_ITEM_INVESTIGATIONS)
                .orElseThrow();
        assertThat(dip.usage().value()).isZero();
        assertThat(dip.parts()).isEmpty();
    }

    @Test
    void aDipIsLessThanAHundredthAndAMissingLogIsNamed() throws Exception {
        for (String month : MONTHS) {
            clicks("05/" + month + "/2025", 500, "192.0.2.", 0, "/article/a1");
            clicks("06/" + month + "/2025", 500, "198.51.100.", 0, "/article/a2");
        }
        clicks("05/Jan/2026", 4, "192.0.2.", 0, "/article/a1");
        clicks("07/Jan/2026", 5, "198.51.100.", 0, "/article/a2");
        List<Case> cases = cases(Map.of());
        Case dip = find(cases, "u1", Subject.TITLE, MetricType.TOTAL_ITEM_INVESTIGATIONS)
                .orElseThrow();
        assertThat(dip.usage().spike()).isFalse();
        assertThat(dip.usage().value()).isEqualTo(4);
        assertThat(dip.usage().mean()).isEqualTo(500);
        assertThat(find(cases, "u4", Subject.TITLE, MetricType.TOTAL_ITEM_INVESTIGATIONS))
                .as("five of five hundred is no dip")
                .isEmpty();
        assertThat(found(Map.of()).daysWithoutLines())
                .contains(LocalDate.of(2026, 1, 6))
                .doesNotContain(LocalDate.of(2026, 1, 5));
    }

    @Test
    void aYoungPlatformHasNoMean() throws Exception {
        clicks("05/Dec/2025", 10, "192.0.2.", 0, "/article/a1");
        clicks("20/Jan/2026", 900, "192.0.2.", 7, "/article/a1");
        assertThat(cases(Map.of())).isEmpty();
    }
}
