package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a new site is told before and after its first log: {@code init}, {@code check} and {@code check LOG}. */
class CheckTest {
    @TempDir
    Path folder;

    @Test
    void aNewSiteReadsTheLogItWasMadeFrom() {
        TestSite site = TestSite.imported(folder.resolve("site"));
        String log = site.log(
                "203.0.113.9 - - 05/Jan/2026:10:00:00 +0100 not this one",
                get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/a1/pdf"),
                get("192.0.2.1", "05/Jan/2026:10:00:01", "/style.css"));
        String made = folder.resolve("made").toString();
        assertThat(site.run("init", made, "--from", log).succeeded().out()).contains("combined", "2 of 3");
        TestSite other = site.copy(folder.resolve("other"));
        other.write("comptoir.yml", site.read("../made/comptoir.yml"));
        JsonNode count = other.count(log);
        assertThat(count.get("malformed").asLong()).isEqualTo(1);
        assertThat(count.get("actions").asLong()).isEqualTo(1);
        assertThat(site.run("init", made)
                        .saidInOneSentence("comptoir.yml", "already")
                        .out())
                .isEmpty();
    }

    @Test
    void pathsThatNoRuleMatchedAreListedWithTheirVolume() {
        TestSite site = TestSite.imported(folder);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            lines.add(get("192.0.2.1", "05/Jan/2026:10:00:0" + i, "/video/v" + i));
        }
        lines.add(get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/a1"));
        site.count(site.log(lines));
        JsonNode check = site.json("check");
        assertThat(check.get("errors").asLong()).isZero();
        assertThat(check.get("unmatched_paths")
                        .properties()
                        .iterator()
                        .next()
                        .getValue()
                        .asLong())
                .isEqualTo(7);
        assertThat(check.get("unmatched_paths").toString()).contains("/video/").doesNotContain("/article");
    }

    @Test
    void tenLinesOfALogShowHowTheyAreRead() {
        TestSite site = TestSite.imported(folder);
        List<String> lines = new ArrayList<>();
        for (int i = 10; i < 30; i++) {
            lines.add(get("192.0.2.1", "05/Jan/2026:10:00:" + i, "/article/a1/pdf"));
        }
        lines.set(1, "not a line");
        JsonNode read = site.json("check", site.log(lines)).get("lines");
        assertThat(read).hasSize(10);
        assertThat(read.get(0).toString()).contains("a1", "u1", "request");
        assertThat(read.get(1).get("ends as").asString()).isEqualTo("malformed");
        assertThat(read.get(1).get("because").asString())
                .isEqualTo("%u: expected one user name or - and then \" [\", found \"line\"");
    }
}
