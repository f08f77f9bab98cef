package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.get;
import static fr.comptoir.acceptance.TestSite.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.comptoir.ingest.format.LineFault;
import fr.comptoir.model.action.Ledger;
import fr.comptoir.model.action.LineOutcome;
import fr.comptoir.operation.MonthHistory;
import fr.comptoir.operation.Site;
import fr.comptoir.operation.ingestion.Ingestion;
import fr.comptoir.operation.ingestion.Ingestion.Frequent;
import fr.comptoir.operation.ingestion.Ingestion.Reason;
import fr.comptoir.operation.ingestion.IngestionPanels;
import fr.comptoir.operation.ingestion.MonthLedger;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.store.action.HeldItems;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What became of the lines, by day and log: whoever asks why a month is low finds the reason. */
class IngestionTest {
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final Clock FEBRUARY = Clock.fixed(Instant.parse("2026-02-10T10:00:00Z"), ZoneOffset.UTC);
    private static final String BOT = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";

    @TempDir
    Path folder;

    private Ingestion ingestion() throws Exception {
        return Ingestion.of(Site.open(folder, FEBRUARY));
    }

    /** Two logs, the second of which has gone on from a line that the first had cut. */
    private void count() throws Exception {
        TestSite site = TestSite.imported(folder);
        String first = String.join(
                "\n",
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/a1/pdf"),
                get("192.0.2.1", "05/Jan/2026:11:00:00", "/article/unknown-9/pdf"),
                get("192.0.2.2", "05/Jan/2026:11:00:00", "/article/unknown-9/pdf?login=somebody"),
                get("192.0.2.1", "05/Jan/2026:11:30:00", "/article/unknown-1/pdf"),
                "203.0.113.9 what is this",
                get("192.0.2.1", "05/Jan/2026:12:00:00", "/podcast/one?user=somebody"),
                get("192.0.2.1", "05/Jan/2026:12:00:01", "/podcast/one"),
                line("192.0.2.9", "31/Jan/2026:23:10:00", "GET /article/a1", 200, BOT));
        site.write("access.log", first);
        site.count(site.path("access.log"));
        site.write(
                "access.log",
                first + "\n"
                        + String.join(
                                "\n",
                                line("192.0.2.9", "06/Jan/2026:03:10:00", "GET /article/a1", 200, BOT),
                                line("192.0.2.1", "06/Jan/2026:03:10:00", "GET /article/a1", 404, TestSite.CHROME),
                                line("192.0.2.1", "01/Feb/2026:00:10:00", "GET /article/a2", 200, TestSite.CHROME))
                        + "\n");
        site.count(site.path("access.log"));
    }

    @Test
    void daysAndLogsAddUpToTheMonth() throws Exception {
        count();
        MonthLedger month = ingestion().month(JANUARY);
        Ledger days = new Ledger();
        month.days().values().forEach(day -> days.add(day.lines()));
        Ledger logs = new Ledger();
        month.logs().forEach(log -> logs.add(log.lines()));
        assertThat(days).isEqualTo(logs).isEqualTo(month.lines());
        assertThat(month.lines().lines()).isEqualTo(9);
        MonthHistory history = MonthHistory.of(Site.open(folder, FEBRUARY), JANUARY);
        for (LineOutcome outcome : LineOutcome.values()) {
            if (outcome != LineOutcome.MALFORMED) {
                assertThat(month.lines().count(outcome))
                        .as(outcome.code())
                        .isEqualTo(history.lines().get(outcome.code()));
            }
        }
        Panel ledger = IngestionPanels.ledger(month, ingestion().month(JANUARY.minusMonths(1)));
        long parts = ledger.rows().stream()
                .filter(row -> !"lines".equals(row.get(0)))
                .mapToLong(row -> row.get(1) instanceof Long lines ? lines : 0)
                .sum();
        assertThat(parts).isEqualTo(9);
    }

    @Test
    void aLogSaysWhatItWasAndADayWhichHoursItLacks() throws Exception {
        count();
        MonthLedger month = ingestion().month(JANUARY);
        assertThat(month.logs()).hasSize(2);
        MonthLedger.Log log = month.logs().get(0);
        assertThat(log.first()).contains(LocalDateTime.of(2026, 1, 5, 10, 0));
        assertThat(log.last()).contains(LocalDateTime.of(2026, 1, 31, 23, 0));
        assertThat(log.whole().count(LineOutcome.MALFORMED)).isEqualTo(1);
        assertThat(log.lines().count(LineOutcome.EXCLUDED_ROBOT))
                .as("the cut line counts where it was read whole")
                .isZero();
        assertThat(month.logs().get(1).input().firstLine()).isEqualTo(8);
        List<Integer> missing = month.days().get(LocalDate.of(2026, 1, 5)).missing();
        assertThat(missing).hasSize(21).doesNotContain(10, 11, 12);
        assertThat(month.days().get(LocalDate.of(2026, 1, 7)).missing()).hasSize(24);
        assertThat(ingestion().month(YearMonth.of(2026, 2)).days().lastKey())
                .as("days that have begun")
                .isEqualTo(LocalDate.of(2026, 2, 10));
        assertThat(IngestionPanels.days(month).rows().get(4)).last().isEqualTo("0–9, 13–23");
    }

    @Test
    void whatWaitsWhatIsForgottenAndWhatIsDroppedIsNamed() throws Exception {
        count();
        Ingestion all = ingestion();
        HeldItems held = all.held(JANUARY, 10);
        assertThat(held.ids()).isEqualTo(2);
        assertThat(held.lines()).isEqualTo(3);
        assertThat(held.most())
                .extracting(HeldItems.Item::id, HeldItems.Item::lines)
                .containsExactly(tuple("unknown-9", 2L), tuple("unknown-1", 1L));
        assertThat(all.unmatched(JANUARY, 10)).containsExactly(new Frequent("/podcast/one", 2));
        assertThat(all.months()).contains(YearMonth.of(2026, 2));
        assertThat(all.unmatched(YearMonth.of(2026, 2), 10)).isEmpty();
        assertThat(all.hasPathsOfNoMonth(JANUARY)).isFalse();
        assertThat(all.robots(JANUARY, 10))
                .hasSize(1)
                .first()
                .satisfies(one -> assertThat(BOT).containsPattern("(?i)" + one.text()));
        assertThat(all.robots(YearMonth.of(2026, 2), 10)).isEmpty();
        assertThat(all.rejects(JANUARY)).hasSize(1);
        assertThat(all.rejects(JANUARY).get(0).lines()).isEqualTo(1);
        assertThat(all.rejects(JANUARY).get(0).reasons()).containsExactly(new Reason("end", "%u", 1, 5));
        assertThat(all.rejects(JANUARY).get(0).file())
                .hasValueSatisfying(file -> assertThat(file).exists());
        Files.delete(all.rejects(JANUARY).get(0).file().orElseThrow());
        assertThat(all.rejects(JANUARY).get(0).file()).isEmpty();
        assertThat(IngestionPanels.rejects(all.rejects(JANUARY)).rows().toString())
                .as("lines hold addresses")
                .doesNotContain("203.0.113.9");
        assertThat(Files.readString(folder.resolve("data/runs/run-3.json"), StandardCharsets.UTF_8))
                .contains("\"kind\" : \"end\"")
                .doesNotContain("203.0.113.9", "what is this");
    }

    @Test
    void aLineThatWasCutAndReadWholeLaterIsNotAmongThoseThatCouldNotBeRead() throws Exception {
        TestSite site = TestSite.imported(folder);
        String first = "\n\n" + get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/a1/pdf") + "\n";
        String last = get("192.0.2.1", "05/Jan/2026:11:00:00", "/article/a2/pdf");
        site.write("access.log", first + last.substring(0, 70));
        site.count(site.path("access.log"));
        assertThat(ingestion().rejects(null).get(0).reasons())
                .containsExactly(new Reason("empty", "", 2, 1), new Reason("end", "%r", 1, 4));
        site.write("access.log", first + last + "\n");
        site.count(site.path("access.log"));
        assertThat(ingestion().rejects(null))
                .singleElement()
                .satisfies(log -> assertThat(log.lines()).isEqualTo(2))
                .satisfies(log -> assertThat(log.reasons()).containsExactly(new Reason("empty", "", 2, 1)));
    }

    @Test
    void ofARecordOfAnEarlierProgramNoReasonIsKnown() throws Exception {
        count();
        Path record = folder.resolve("data/runs/run-3.json");
        String text = Files.readString(record, StandardCharsets.UTF_8);
        String earlier = text.replaceFirst("\"malformed\" : \\[[^]]*],\\s*", "");
        assertThat(earlier).isNotEqualTo(text);
        Files.writeString(record, earlier, StandardCharsets.UTF_8);
        assertThat(ingestion().rejects(JANUARY)).singleElement().satisfies(log -> {
            assertThat(log.lines()).isEqualTo(1);
            assertThat(log.reasons()).isEmpty();
        });
        assertThat(IngestionPanels.rejects(ingestion().rejects(JANUARY)).rows().get(0))
                .contains("not_noted", 1L)
                .containsNull();
    }

    @Test
    void everyReasonHasItsSentences() {
        for (String language : List.of("fr", "en")) {
            ResourceBundle texts =
                    ResourceBundle.getBundle("fr.comptoir.server.ingestion.messages", Locale.forLanguageTag(language));
            for (LineFault.Kind kind : LineFault.Kind.values()) {
                assertThat(texts.containsKey("read.reason." + kind.name().toLowerCase(Locale.ROOT)))
                        .as(language + " " + kind)
                        .isTrue();
            }
        }
    }

    @Test
    void anItemThatWasImportedSinceIsNotHeldAnyMore() throws Exception {
        count();
        TestSite site = TestSite.at(folder);
        site.write("more.csv", "item_id,parent_id,data_type,name\nunknown-9,,Article,Known at last\n");
        site.run("import", "catalogue", site.path("more.csv")).succeeded();
        assertThat(ingestion().held(JANUARY, 10).most())
                .extracting(HeldItems.Item::id)
                .containsExactly("unknown-1");
        assertThat(ingestion().held(YearMonth.of(2025, 1), 10)).isEqualTo(new HeldItems(0, 0, List.of()));
    }
}
