package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.WORLD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.operation.FindUnusual;
import fr.comptoir.operation.FindUnusual.Case;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.Site;
import fr.comptoir.store.unusual.Bounds;
import fr.comptoir.store.unusual.Explained;
import fr.comptoir.store.unusual.Explained.What;
import fr.comptoir.testkit.TestClock;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
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
