package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Comptoir says when something is asked that it cannot do: every problem at once, each in a sentence, and nothing is changed. */
class BadRequestTest {
    @TempDir
    Path folder;

    private TestSite site;
    private String good;
    private String before;

    @BeforeEach
    void countOneLog() {
        site = TestSite.imported(folder);
        good = site.log(get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/a1/pdf"));
        site.count(good);
        before = site.state();
    }

    private Run refused(String... arguments) {
        Run run = site.run(arguments);
        assertThat(site.state()).as("the state after %s", List.of(arguments)).isEqualTo(before);
        return run;
    }

    private Run report(String id, String... more) {
        List<String> arguments = new ArrayList<>(List.of("report", id, "--begin", "2026-01", "--end", "2026-01"));
        arguments.addAll(List.of(more));
        return refused(arguments.toArray(String[]::new));
    }

    @Test
    void anUnknownCustomer() {
        report("TR", "--customer", "nobody").saidInOneSentence("nobody", "0000000000000000 is the world");
        report("TR", "--customer", "").saidInOneSentence("--customer is missing");
        refused("explain", "TR", "--month", "2026-01", "--customer", "nobody")
                .saidInOneSentence("nobody", "0000000000000000 is the world");
    }

    @Test
    void anUnknownReport() {
        report("XR", "--customer", "u1").saidInOneSentence("XR");
    }

    @Test
    void anUnknownMetricOfAnExplanation() {
        for (String metric : List.of("Foo", "Searches_Regular")) {
            refused("explain", "TR", "--month", "2026-01", "--customer", "u1", "--metric-type", metric)
                    .saidInOneSentence(metric, "in TR; the metrics are Total_Item_Investigations, ", "No_License");
        }
    }

    @Test
    void monthsThatAreWantedAndNotWanted() {
        report("TR", "--customer", "u1", "--granularity", "totals", "--exclude-monthly-details=False")
                .saidInOneSentence("--exclude-monthly-details=False contradicts --granularity=Totals");
    }

    @Test
    void whatIsMissingIsNamedAsInTheUsage() {
        assertThat(refused("report", "TR", "--customer", "u1").endedWith(2).err())
                .isEqualTo("""
                        missing: --begin=YYYY-MM, --end=YYYY-MM
                        'comptoir report --help' says what is expected
                        """);
        assertThat(refused("reprot").endedWith(2).err()).startsWith("there is no command 'reprot'\nDid you mean: ");
    }

    @Test
    void unknownValuesOfAReportAreSaidAllAtOnce() {
        Run run = report(
                        "TR",
                        "--customer",
                        "u1",
                        "--metric-type",
                        "Total_Items",
                        "--attributes-to-show",
                        "Colour",
                        "--access-type",
                        "Closed",
                        "--data-type",
                        "Magazine",
                        "--yop",
                        "20x4")
                .endedWith(1)
                .said("Total_Items", "Colour", "Closed", "Magazine", "20x4");
        assertThat(run.err().strip().lines()).hasSize(5);
    }

    @Test
    void aFilterThatTheReportDoesNotHave() {
        report("PR", "--customer", "u1", "--yop", "2024").saidInOneSentence("yop", "PR");
    }

    @Test
    void anUnknownReleaseOrFormat() {
        report("TR", "--customer", "u1", "--release", "4").saidInOneSentence("4");
        report("TR", "--customer", "u1", "--format", "docx").saidInOneSentence("docx");
    }

    @Test
    void aPeriodThatEndsBeforeItBegins() {
        refused("report", "TR", "--customer", "u1", "--begin", "2026-02", "--end", "2026-01")
                .saidInOneSentence("2026-02", "2026-01");
    }

    @Test
    void aMonthThatDoesNotExist() {
        refused("report", "TR", "--customer", "u1", "--begin", "2026-13", "--end", "2026-13")
                .endedWith(1)
                .said("2026-13");
        refused("report", "TR", "--customer", "u1", "--begin", "January", "--end", "2026-01")
                .endedWith(1)
                .said("January");
        assertThat(refused("close", "2026-13").endedWith(2).err())
                .contains("2026-13")
                .doesNotContain("\tat ");
    }

    @Test
    void aMonthThatWasNeverCounted() {
        refused("close", "2025-01").saidInOneSentence("2025-01");
        refused("recount", "2025-01").saidInOneSentence("2025-01");
        refused("explain", "TR", "--month", "2025-01", "--customer", "u1").saidInOneSentence("2025-01");
    }

    @Test
    void wrongUsage() {
        for (String[] command :
                new String[][] {{"count"}, {"cuont", good}, {"report", "TR"}, {"count", "--colour", good}, {"import"}
                }) {
            Run run = refused(command).endedWith(2);
            assertThat(run.err()).as("%s", List.of(command)).isNotBlank().doesNotContain("\tat ");
        }
    }
}
