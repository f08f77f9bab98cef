package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.WORLD;
import static fr.comptoir.acceptance.TestSite.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Months: their gaps, closing, late lines, recounting by what changed since, and restatements. */
class MonthsTest {
    @TempDir
    Path folder;

    private CountedJanuary january;
    private TestSite site;

    @BeforeEach
    void countJanuary() {
        january = new CountedJanuary(folder);
        site = january.site;
    }

    @Test
    void aMonthSaysItsStateItsInputsAndItsGaps() {
        JsonNode month = january.month("2026-01");
        assertThat(month.get("state").stringValue()).isEqualTo("open");
        assertThat(month.get("inputs")).hasSize(1);
        assertThat(month.get("inputs").get(0).stringValue()).isEqualTo(january.log);
        assertThat(month.get("lines_counted").asLong()).isEqualTo(4);
        assertThat(month.get("held").asLong()).isEqualTo(1);
        List<String> gaps = new ArrayList<>();
        long hours = 0;
        for (JsonNode gap : month.get("gaps")) {
            gaps.add(gap.get("from").stringValue() + " " + gap.get("to").stringValue());
            hours += gap.get("hours").asLong();
        }
        assertThat(gaps)
                .containsExactly(
                        "2026-01-01T00:00 2026-01-05T10:00",
                        "2026-01-05T11:00 2026-01-06T11:00",
                        "2026-01-06T13:00 2026-02-01T00:00");
        assertThat(hours).isEqualTo(31 * 24 - 3);
        assertThat(site.run("months").succeeded().out()).contains("2026-01", "open", "2026-01-05T11:00");
    }

    @Test
    void theHourThatSpringSkipsIsNoGapAndTheOneThatAutumnRepeatsIsOne() {
        List<String> lines = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            for (int day = 1; day <= 31; day++) {
                if (hour != 2 || day != 30) {
                    lines.add(get("192.0.2.1", String.format("%02d/Mar/2025:%02d:00:00", day, hour), "/style.css")
                            .replace("+0100", day > 30 || (day == 30 && hour > 2) ? "+0200" : "+0100"));
                }
            }
        }
        site.count(site.log(lines));
        assertThat(january.month("2025-03").get("gaps")).isEmpty();
    }

    @Test
    void aClosedMonthKeepsItsFiguresUntilALateLineIsApplied() {
        site.run("close", "2026-01").succeeded();
        assertThat(january.month("2026-01").get("state").stringValue()).isEqualTo("closed");
        Map<String, Long> published = january.requests();
        JsonNode late = site.count(site.log(get("192.0.2.9", "07/Jan/2026:10:00:00", "/article/a1/pdf")));
        assertThat(late.get("actions").asLong()).isEqualTo(1);
        assertThat(late.get("awaiting_restatement").toString()).isEqualTo("[\"2026-01\"]");
        assertThat(january.requests()).isEqualTo(published);
        assertThat(january.month("2026-01").get("restatements").toString()).contains("waits");
        site.run("recount", "2026-01", "--apply").saidInOneSentence("2026-01", "--reason");
        assertThat(january.requests()).isEqualTo(published);
        JsonNode result = january.recount("--apply", "--reason", "a server's log came late");
        assertThat(CountedJanuary.differences(result))
                .containsEntry("u1", List.of(2L, 3L, 1L))
                .containsEntry(WORLD, List.of(4L, 5L, 1L))
                .doesNotContainKey("u2");
        assertThat(january.requests()).isEqualTo(Map.of(WORLD, 5L, "u1", 3L, "u2", 1L));
        JsonNode restated = january.month("2026-01");
        assertThat(restated.get("state").stringValue()).isEqualTo("restated");
        assertThat(restated.get("restatements").toString())
                .contains("a server's log came late")
                .doesNotContain("waits");
    }

    @Test
    void aClosedMonthIsNotChangedByImports() {
        site.run("close", "2026-01").succeeded();
        Map<String, Long> published = january.requests();
        Path institutions = site.write("changed.csv", "customer_id,name,ip_ranges\nu1,University One,203.0.113.0/24\n");
        site.run("import", "institutions", institutions.toString()).succeeded();
        Path catalogue = site.write("more.csv", "item_id,parent_id,data_type,name\nlater,j1,Article,Later\n");
        site.run("import", "catalogue", catalogue.toString()).succeeded();
        assertThat(january.requests()).isEqualTo(published);
    }

    @Test
    void aLineThatReplacesTheLastClickOfAClosedMonthWaitsToo() {
        site.count(site.log(get("192.0.2.1", "31/Jan/2026:23:59:50", "/article/a1/pdf")));
        site.run("close", "2026-01").succeeded();
        JsonNode february = site.count(site.log(get("192.0.2.1", "01/Feb/2026:00:00:10", "/article/a1/pdf")));
        assertThat(february.get("awaiting_restatement").toString()).isEqualTo("[\"2026-01\"]");
        assertThat(january.requests()).containsEntry("u1", 3L);
        january.recount("--apply", "--reason", "the turn of the month");
        assertThat(january.requests()).containsEntry("u1", 2L);
        assertThat(site.metrics("TR", "u1", "2026-02", "5.1")).containsEntry(CountedJanuary.REQUESTS, 1L);
    }

    /** A difference that was applied is still shown afterwards: what was published, what is in force, and why. */
    @Test
    void eachRestatementOfAMonthIsShownWithItsReasonAndItsDifference() {
        site.run("close", "2026-01").succeeded();
        site.count(site.log(get("192.0.2.9", "07/Jan/2026:10:00:00", "/article/a1/pdf")));
        january.recount("--apply", "--reason", "a server's log came late");
        site.count(site.log(get("198.51.100.9", "08/Jan/2026:10:00:00", "/article/a1/pdf")));
        JsonNode restatements =
                site.json("months", "2026-01").get("months").get(0).get("restatements");
        assertThat(restatements).hasSize(2);
        JsonNode first = restatements.get(0);
        assertThat(first.get("reason").stringValue()).isEqualTo("a server's log came late");
        assertThat(first.get("applied_at").stringValue()).startsWith("20");
        assertThat(first.get("rows").asLong()).isPositive();
        assertThat(CountedJanuary.differences(first))
                .containsEntry("u1", List.of(2L, 3L, 1L))
                .containsEntry(WORLD, List.of(4L, 5L, 1L))
                .doesNotContainKey("u2");
        JsonNode second = restatements.get(1);
        assertThat(second.get("state").stringValue()).isEqualTo("waits to be applied");
        assertThat(second.get("applied_at")).isNull();
        assertThat(CountedJanuary.differences(second))
                .containsEntry("u2", List.of(1L, 2L, 1L))
                .containsEntry(WORLD, List.of(5L, 6L, 1L))
                .doesNotContainKey("u1");
        assertThat(site.run("months", "2026-01").succeeded().out())
                .contains("restated at 20", "a server's log came late", "waits to be applied", "difference")
                .containsPattern("TR \\(5.1\\) +u1 +Total_Item_Requests +2 +3 +1");
        assertThat(site.run("months").succeeded().out())
                .contains("a server's log came late")
                .doesNotContain("Total_Item_Requests");
        site.run("months", "2025-12").saidInOneSentence("2025-12", "never counted");
    }

    @Test
    void aProposalThatLaterLinesMakeIdleIsDropped() throws IOException {
        site.run("close", "2026-01").succeeded();
        Path log = folder.resolve("cut.log");
        Files.writeString(log, get("192.0.2.9", "07/Jan/2026:10:00:00", "/article/a1/pdf"));
        assertThat(site.count(log.toString()).get("awaiting_restatement").toString())
                .isEqualTo("[\"2026-01\"]");
        Files.writeString(log, " and more of it, so that the line was none\n", StandardOpenOption.APPEND);
        assertThat(site.count(log.toString()).get("awaiting_restatement")).isEmpty();
        assertThat(january.month("2026-01").get("restatements")).isEmpty();
    }

    @Test
    void closedMonthsArePrintedAsJsonToo() {
        assertThat(site.json("close", "2026-01").toString()).isEqualTo("{\"closed\":[\"2026-01\"]}");
    }

    @Test
    void aMonthClosesOnce() {
        site.run("close", "2026-01").succeeded();
        site.run("close", "2026-01").saidInOneSentence("2026-01", "closed");
    }

    @Test
    void lateLinesOfAnOpenMonthCountAtOnce() {
        site.count(site.log(get("192.0.2.9", "07/Jan/2026:10:00:00", "/article/a1/pdf")));
        assertThat(january.requests()).isEqualTo(Map.of(WORLD, 5L, "u1", 3L, "u2", 1L));
    }
}
