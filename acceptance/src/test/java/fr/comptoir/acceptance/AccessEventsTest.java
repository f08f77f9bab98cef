package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.CHROME;
import static fr.comptoir.acceptance.TestSite.get;
import static fr.comptoir.acceptance.TestSite.line;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code comptoir events}: what counted, as ezMESURE takes it. */
class AccessEventsTest {
    @TempDir
    Path folder;

    private TestSite site;

    @BeforeEach
    void count() {
        site = TestSite.imported(folder);
        site.count(site.log(
                get("192.0.2.7", "12/Jan/2026:10:00:00", "/article/a1"),
                get("192.0.2.7", "12/Jan/2026:10:00:05", "/article/a1/pdf"),
                get("192.0.2.7", "12/Jan/2026:10:00:20", "/article/a1/pdf"),
                get("192.0.2.7", "12/Jan/2026:10:05:00", "/article/a2/fulltext"),
                get("192.0.2.8", "12/Jan/2026:11:00:00", "/book/b1.epub"),
                get("192.0.2.8", "12/Jan/2026:11:01:00", "/search?q=tides&db=db1"),
                line("192.0.2.8", "12/Jan/2026:11:02:00", "GET /article/a3/pdf HTTP/1.1", 403, CHROME),
                line("192.0.2.8", "12/Jan/2026:11:03:00", "GET /article/a3/pdf HTTP/1.1", 200, "Googlebot/2.1"),
                get("198.51.100.9", "20/Jan/2026:09:00:00", "/chapter/c2/pdf"),
                get("203.0.113.1", "21/Jan/2026:09:00:00", "/article/a1")));
    }

    private List<NamedCsvRecord> events(String customer) throws Exception {
        String name = "events-" + customer + ".csv";
        site.run("events", "2026-01", "--customer", customer, "--output", site.path(name))
                .succeeded();
        return CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(site.read(name)).stream()
                .toList();
    }

    @Test
    void whatCountedOfAnInstitutionIsAnEventEach() throws Exception {
        List<NamedCsvRecord> events = events("u1");
        assertThat(events)
                .extracting(event -> event.getField("datetime") + " " + event.getField("rtype") + " "
                        + event.getField("mime") + " " + event.getField("unitid"))
                .containsExactly(
                        "2026-01-12T10:00:00+01:00 ABS HTML a1",
                        "2026-01-12T10:00:20+01:00 ARTICLE PDF a1",
                        "2026-01-12T10:05:00+01:00 ARTICLE HTML a2",
                        "2026-01-12T11:00:00+01:00 BOOK EPUB b1",
                        "2026-01-12T11:01:00+01:00 SEARCH HTML ");
        NamedCsvRecord open = events.get(2);
        assertThat(open.getField("title_id")).isEqualTo("j1");
        assertThat(open.getField("publication_title")).isEqualTo("Journal of Examples");
        assertThat(open.getField("print_identifier")).isEqualTo("2049-3630");
        assertThat(open.getField("online_identifier")).isEqualTo("1234-5679");
        assertThat(open.getField("doi")).isEqualTo("10.5555/joe.2");
        assertThat(open.getField("publication_date")).isEqualTo("2023");
        assertThat(open.getField("publisher_name")).isEqualTo("Example Press");
        assertThat(open.getField("is_oa")).isEqualTo("true");
        assertThat(open.getField("oa_status")).isEqualTo("gold");
        assertThat(open.getField("institutionName")).isEqualTo("University One");
        assertThat(open.getField("access_modality")).isEqualTo("ip");
        assertThat(events.get(1).getField("oa_status")).isEqualTo("closed");
        assertThat(events.get(3).getField("print_identifier")).isEqualTo("978-3-16-148410-0");
        assertThat(events.get(4).getField("is_oa")).isEmpty();
    }

    @Test
    void eachInstitutionHasTheNameOfItsIndex() throws Exception {
        assertThat(events("u1"))
                .extracting(event -> event.getField("index_name"))
                .containsOnly("u1");
        site.write("names.csv", """
                customer_id,name,ip_ranges,index_name
                u2,University Two,198.51.100.0/24,b-univ2
                """);
        site.run("import", "institutions", site.path("names.csv")).succeeded();
        assertThat(events(TestSite.WORLD))
                .extracting(event -> event.getField("index_name"))
                .containsExactly("u1", "u1", "u1", "u1", "u1", "b-univ2|u4", "");
        assertThat(site.run("events", "2026-01", "--customer", "u2", "--output", folder.toString())
                        .succeeded()
                        .out())
                .contains("alpha_b-univ2_events_2026-01.csv.gz: 1 events");
    }

    @Test
    void neitherAddressesNorAgentsAreTold() {
        assertThat(site.run("events", "2026-01", "--customer", TestSite.WORLD, "--output", "-")
                        .succeeded()
                        .out())
                .startsWith("datetime;date;log_id;platform;")
                .doesNotContain("192.0.2", "Chrome", "Googlebot");
    }

    @Test
    void theWorldHasEveryEventAndAConsortiumThatOfItsMembers() throws Exception {
        assertThat(events(TestSite.WORLD))
                .extracting(event -> event.getField("customer_id"))
                .containsExactly("u1", "u1", "u1", "u1", "u1", "u2|u4", "");
        assertThat(events("cons"))
                .extracting(event -> event.getField("customer_id"))
                .containsExactly("u1", "u1", "u1", "u1", "u1", "u2|u4");
        assertThat(events("u4")).extracting(event -> event.getField("unitid")).containsExactly("c2");
    }

    /** Of who shares their ranges, a consortium is told those alone that belonged to it on the day of the event. */
    @Test
    void aConsortiumIsNotToldWhoElseSharesTheRangesOfItsMembers() throws Exception {
        String institutions = AlphaJournals.INSTITUTIONS + """
                u5,A Stranger,,,,,,198.51.100.0/24,,
                u6,Member of a member,,,,,,198.51.100.0/24,,branch
                u7,Of another consortium,,,,,,198.51.100.0/24,,other
                branch,Branch,,,,,,,,cons@..2026-01-19
                other,Other consortium,,,,,,,,
                """;
        site = new TestSite(
                        folder.resolve("shared"),
                        AlphaJournals.SITE + "attribution: every\n" + AlphaJournals.PAGES,
                        AlphaJournals.CATALOGUE,
                        institutions)
                .imported();
        site.count(site.log(
                get("198.51.100.9", "05/Jan/2026:09:00:00", "/article/a1"),
                get("198.51.100.9", "12/Jan/2026:09:00:00", "/article/a1"),
                get("198.51.100.9", "20/Jan/2026:09:00:00", "/article/a1")));
        assertThat(events("cons"))
                .extracting(event -> event.getField("customer_id") + " " + event.getField("institutionName"))
                .containsExactly("u4|u6 Shares with Two", "u2|u4|u6 University Two", "u2|u4 University Two");
        assertThat(events(TestSite.WORLD))
                .extracting(event -> event.getField("customer_id"))
                .containsOnly("u2|u4|u5|u6|u7");
        assertThat(site.read("events-cons.csv")).doesNotContain("u5", "u7", "Stranger");
    }

    @Test
    void anEventKeepsItsIdWhateverIsCountedLater() throws Exception {
        List<String> before = ids();
        assertThat(before).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{40}"));
        site.count(site.log(get("192.0.2.9", "11/Jan/2026:10:00:00", "/article/a3")));
        site.run("recount", "2026-01", "--apply").succeeded();
        assertThat(ids()).hasSize(before.size() + 1).containsAll(before);
    }

    private List<String> ids() throws Exception {
        return events("u1").stream().map(event -> event.getField("log_id")).toList();
    }

    @Test
    void aFileIsPackedWhenItsNameSaysSo() throws Exception {
        Path out = Files.createDirectory(folder.resolve("out"));
        Run run = site.run("events", "2026-01", "--customer", "u1", "--output", out.toString())
                .succeeded();
        Path file = out.resolve("alpha_u1_events_2026-01.csv.gz");
        assertThat(run.out()).isEqualTo(file + ": 5 events\n");
        try (InputStream unpacked = new GZIPInputStream(Files.newInputStream(file));
                InputStreamReader text = new InputStreamReader(unpacked, StandardCharsets.UTF_8)) {
            assertThat(CsvReader.builder().fieldSeparator(';').ofCsvRecord(text).stream())
                    .hasSize(6);
        }
    }

    @Test
    void whatIsNotThereIsSaidInOneSentence() {
        site.run("events", "2025-12", "--customer", "u1").saidInOneSentence("2025-12", "never counted");
        site.run("events", "2026-01", "--customer", "nobody")
                .saidInOneSentence("there is no customer \"nobody\"", "0000000000000000 is the world");
    }
}
