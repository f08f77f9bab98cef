package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.WORLD;
import static fr.comptoir.acceptance.TestSite.get;
import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.operation.Site;
import fr.comptoir.operation.Verification;
import fr.comptoir.operation.Verification.Outcome;
import fr.comptoir.operation.VerifyReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code comptoir verify}: a report made again is identical, or what changed since is named. */
class VerifyTest {
    @TempDir
    private static Path counted;

    private static CountedJanuary january;

    @TempDir
    Path folder;

    private TestSite site;

    @BeforeAll
    static void countJanuary() {
        january = new CountedJanuary(counted);
    }

    @BeforeEach
    void copySite() {
        site = january.site.copy(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TR --format json",
                "TR --format json --pretty",
                "TR --format tsv --attributes-to-show YOP|Access_Type|Access_Method --yop 2000-2030",
                "TR --format csv --release 5 --data-type Journal|Book --exclude-monthly-details",
                "TR --format xlsx --release 5 --attributes-to-show Data_Type|Section_Type",
                "TR_J1 --format xlsx --platform alpha",
                "TR_B1 --format json --release 5",
                "IR --format json --include-parent-details --item-id alpha:a1",
                "IR --format tsv --release 5 --include-parent-details --include-component-details",
                "IR --format csv --include-component-details --metric-type Total_Item_Requests",
                "IR_A1 --format json --release 5",
                "DR --format json",
                "PR --format tsv --granularity Totals",
                "PR --format pdf",
                "TR_J1 --format pdf --language fr --release 5"
            })
    void aReportMadeAgainIsIdentical(String options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("report"));
        arguments.addAll(List.of(options.split(" ")));
        arguments.addAll(List.of("--customer", "u1", "--begin", "2025-11", "--end", "2026-01", "--output"));
        Path file = Files.createDirectory(folder.resolve("reports"));
        arguments.add(file.toString());
        Path report = Path.of(
                site.run(arguments.toArray(String[]::new)).succeeded().out().strip());
        assertThat(site.run("verify", report.toString()).succeeded().out()).isEqualTo(report + ": identical\n");
        if (!options.contains("pdf")) {
            Files.delete(side(report));
            assertThat(site.run("verify", report.toString()).succeeded().out())
                    .startsWith(report + ": identical\n")
                    .contains("there is no " + side(report), "read from the report's header");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf fr", "pdf en", "csv en"})
    void anAnnualReportMadeAgainIsIdentical(String form) {
        String file = site.path("annual." + form.substring(0, 3));
        site.run("annual", "--customer", "u1", "--year", "2026", "--language", form.substring(4), "--output", file)
                .succeeded();
        assertThat(site.run("verify", file).succeeded().out()).isEqualTo(file + ": identical\n");
    }

    @Test
    void theSideFileIsWhatSha256sumChecks() throws Exception {
        Path report = report("tr.json");
        List<String> lines = Files.readAllLines(side(report));
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(report)));
        assertThat(lines.get(0)).isEqualTo(hash + "  tr.json");
        assertThat(lines.subList(1, lines.size())).isNotEmpty().allMatch(line -> line.startsWith("# "));
        assertThat(String.join("\n", lines))
                .doesNotContain(site.read("data/secret.key").strip(), folder.toString());
    }

    @Test
    void theFingerprintIsTheSameInAnyFormAndInThePdf() throws IOException {
        String json = fingerprint(report("tr.json"));
        assertThat(fingerprint(report("tr.tsv"))).isEqualTo(json);
        Path pdf = report("tr.pdf");
        assertThat(fingerprint(pdf)).isEqualTo(json);
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(pdf))) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .contains(json);
        }
        assertThat(fingerprint(report("more.tsv", "--attributes-to-show", "YOP")))
                .isNotEqualTo(json);
        site.run(request("PR", WORLD, "pr.tsv")).succeeded();
        assertThat(fingerprint(folder.resolve("pr.tsv"))).isNotEqualTo(json);
    }

    /** Else only the machine that made a report could say that it is right. */
    @Test
    void whoCountsTheSameLogsElsewhereGetsTheSameFingerprint(@TempDir Path elsewhere) throws IOException {
        String more = site.log(get("192.0.2.1", "20/Jan/2026:10:00:00", "/article/a1/pdf"));
        site.count(more);
        TestSite other = TestSite.imported(elsewhere);
        Files.copy(Path.of(more), elsewhere.resolve("first"));
        Files.copy(Path.of(january.log), elsewhere.resolve("second"));
        other.count(elsewhere.resolve("first").toString());
        other.count(elsewhere.resolve("second").toString());
        other.run("recount", "2026-01", "--apply").succeeded();
        other.run(request("TR", "u1", elsewhere.resolve("tr.json").toString())).succeeded();
        String here = fingerprint(report("tr.json"));
        assertThat(fingerprint(elsewhere.resolve("tr.json")))
                .as("%s%n%s", Files.readString(side(elsewhere.resolve("tr.json"))), site.read("tr.json.sha256"))
                .isEqualTo(here);
    }

    @Test
    void aLogThatGrewIsOneLog() throws IOException {
        Path log = folder.resolve("logs/1.log");
        Files.writeString(
                log, Files.readString(log) + get("192.0.2.1", "20/Jan/2026:10:00:00", "/article/a1/pdf") + "\n");
        site.count(log.toString());
        assertThat(Files.readString(side(report("tr.json")))).contains("\"inputs\" : 1,");
    }

    @Test
    void anotherCatalogueIsNamedWithWhatItChanged() {
        Path tsv = report("tr.tsv");
        Path xlsx = report("tr.xlsx");
        Path json = report("tr.json");
        forgottenArticle();
        site.run("recount", "2026-01", "--apply").succeeded();
        for (Path file : List.of(tsv, xlsx, json)) {
            Run run = site.run("verify", file.toString()).endedWith(1);
            assertThat(run.out())
                    .startsWith(file + ": different from what is made now\n")
                    .contains("\n  catalogue: ", "2026-01: counted again at ", "2026-01: catalogue: ")
                    .contains(" | Total_Item_Requests, ", ": 2 in the file, 3 made now")
                    .doesNotContain("rules", "robots", "logs");
        }
        JsonNode result =
                site.run("verify", "--json", tsv.toString()).endedWith(1).json();
        assertThat(result.get("identical").asBoolean()).isFalse();
        JsonNode file = result.get("files").get(0);
        assertThat(file.get("outcome").stringValue()).isEqualTo("different");
        assertThat(file.get("fingerprint").stringValue())
                .isNotEqualTo(file.get("fingerprint_now").stringValue());
        assertThat(file.get("rows").asLong()).isPositive();
        assertThat(file.get("cells").toString()).contains("\"column\":\"Jan-2026\",\"file\":\"2\",\"now\":\"3\"");
    }

    @Test
    void aReportThatWouldStillBeTheSameIsIdenticalThoughTheCatalogueIsAnother() {
        Path file = report("tr.tsv");
        forgottenArticle();
        site.run("close", "2026-01").succeeded();
        Path pr = folder.resolve("pr.tsv");
        site.run(request("PR", "u2", pr.toString())).succeeded();
        site.run(
                        "import",
                        "catalogue",
                        site.write("c.csv", "item_id,data_type,name\nnever,Other,N\n")
                                .toString())
                .succeeded();
        assertThat(site.run("verify", pr.toString()).succeeded().out())
                .startsWith(pr + ": identical, although since then\n  catalogue: ");
        assertThat(file).exists();
    }

    @Test
    void otherPageRulesAreNamed() {
        Path file = report("tr.tsv");
        site.write(
                "comptoir.yml",
                AlphaJournals.SITE + AlphaJournals.PAGES
                        + "  - path: /articles/{item}/full\n    action: request\n    format: HTML\n");
        assertThat(site.run("verify", file.toString()).succeeded().out())
                .as("rules that are not yet applied")
                .isEqualTo(file + ": identical\n");
        site.run("recount", "2026-01", "--apply").succeeded();
        assertThat(site.run("verify", file.toString()).endedWith(1).out())
                .contains("2026-01: rules: ")
                .doesNotContain("catalogue: ");
    }

    @Test
    void aFigureThatWasChangedInTheFileIsFound() throws IOException {
        Path file = report("tr.tsv");
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("Total_Item_Requests\t2\t2", "Total_Item_Requests\t2\t7"));
        assertThat(Files.readString(file)).isNotEqualTo(text);
        assertThat(site.run("verify", file.toString()).endedWith(1).out())
                .startsWith(file + ": changed after it was made\n")
                .contains("made again, it is byte for byte what " + side(file) + " says")
                .contains("Total_Item_Requests, Jan-2026: 7 in the file, 2 made now")
                .contains("\n  1 row differs\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr.json", "tr.tsv", "tr.csv", "tr.xlsx", "tr.pdf"})
    void aByteThatWasChangedIsFoundInAnyFormat(String name) throws IOException {
        Path file = report(name);
        byte[] bytes = Files.readAllBytes(file);
        for (int at : new int[] {1, bytes.length / 2, bytes.length - 1}) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            Files.write(file, changed);
            Run run = site.run("verify", file.toString()).endedWith(1);
            assertThat(run.out()).startsWith(file + ": changed after it was made\n");
            assertThat(run.err()).isEmpty();
        }
        Files.write(file, bytes);
        site.run("verify", file.toString()).succeeded();
    }

    @Test
    void anotherProgramIsNamed() throws Exception {
        Path file = report("tr.json");
        Verification result = VerifyReport.verify(Site.open(folder, Clock.systemUTC()), file, "Comptoir 99");
        assertThat(result.outcome()).isEqualTo(Outcome.IDENTICAL);
        // What the program calls itself depends on whether it was packed.
        assertThat(result.changes()).singleElement().satisfies(change -> {
            assertThat(change.what()).isEqualTo("program");
            assertThat(change.then()).startsWith("Comptoir ").isNotEqualTo("Comptoir 99");
            assertThat(change.now()).isEqualTo("Comptoir 99");
        });
        assertThat(result.fingerprint()).isNotEqualTo(result.fingerprintNow());
    }

    @Test
    void aRestatementIsNamedWithItsReason() {
        site.run("close", "2026-01").succeeded();
        Path file = report("tr.csv");
        forgottenArticle();
        site.run("recount", "2026-01", "--apply", "--reason", "a forgotten article")
                .succeeded();
        assertThat(site.run("verify", file.toString()).endedWith(1).out())
                .contains("2026-01: restated at ", ": a forgotten article\n");
    }

    @Test
    void lateLogsOfAClosedMonthChangeNothingBeforeTheyAreRestated() {
        site.run("close", "2026-01").succeeded();
        Path file = report("tr.json");
        site.count(site.log(get("192.0.2.1", "20/Jan/2026:10:00:00", "/article/a1/pdf")));
        assertThat(site.run("verify", file.toString()).succeeded().out()).isEqualTo(file + ": identical\n");
        site.run("recount", "2026-01", "--apply", "--reason", "late").succeeded();
        assertThat(site.run("verify", file.toString()).endedWith(1).out()).contains("2026-01: logs: 1 (", " now");
    }

    @Test
    void aMonthThatWasCountedSinceIsNamed() {
        Path file = folder.resolve("tr.json");
        List<String> arguments = new ArrayList<>(List.of("report", "TR", "--customer", "u1", "--begin", "2026-01"));
        arguments.addAll(List.of("--end", "2026-02", "--output", file.toString()));
        site.run(arguments.toArray(String[]::new)).succeeded();
        site.run("verify", file.toString()).succeeded();
        site.count(site.log(get("192.0.2.1", "10/Feb/2026:10:00:00", "/article/a1/pdf")));
        assertThat(site.run("verify", file.toString()).endedWith(1).out())
                .contains("2026-02: counted at ", "header, Exceptions: ", "2026-02");
    }

    @Test
    void aCustomerThatIsGoneIsSaid() {
        Path file = report("tr.tsv");
        Path others = site.write("others.csv", "customer_id,name\nu9,University Nine\n");
        site.run("import", "institutions", "--replace", others.toString()).succeeded();
        assertThat(site.run("verify", file.toString()).endedWith(1).out())
                .startsWith(file + ": cannot be verified\n")
                .contains("there is no customer \"u1\"");
    }

    @Test
    void anotherPlatformNameIsNamed() {
        Path file = report("tr.tsv");
        site.write("comptoir.yml", site.read("comptoir.yml").replace("Alpha Journals", "Omega Journals"));
        assertThat(site.run("verify", file.toString()).endedWith(1).out())
                .contains("platform.name: Alpha Journals then, Omega Journals now");
    }

    @Test
    void aTitleThatBecameAnotherIsNamed() throws IOException {
        Path file = report("tr.tsv");
        String before = fingerprint(file);
        site.write(
                "comptoir.yml",
                site.read("comptoir.yml") + "titles:\n  changes:\n    - {from: j1, to: j2, month: 2025-01}\n");
        assertThat(site.run("verify", file.toString()).out())
                .contains(
                        "platform.titles: ", "j1 became j2 in 2025-01; Release 5 by MONTH, Release 5.1 by CONTENT now");
        assertThat(fingerprint(report("again.tsv"))).isNotEqualTo(before);
    }

    @Test
    void whatIsNoReportOfThisSiteIsSaid() throws IOException {
        Path file = report("tr.tsv");
        assertThat(notVerified(folder.resolve("absent.json"))).contains("there is no such file");
        assertThat(notVerified(folder)).contains("it is a folder");
        assertThat(notVerified(folder.resolve("catalogue.csv"))).contains("there is no ", "catalogue.csv.sha256");
        assertThat(notVerified(site.write("broken.json", "{\"Report_Header\": {")))
                .contains("cannot be read");
        assertThat(notVerified(site.write("list.json", "{}"))).contains("does not say the request");
        Path pdf = report("tr.pdf");
        Files.delete(side(pdf));
        assertThat(notVerified(pdf)).contains("there is no " + side(pdf));
        Files.writeString(side(file), "something else\n");
        assertThat(notVerified(file)).contains(side(file) + "", "not what sha256sum writes");
    }

    @Test
    void aSideFileThatWasChangedIsSaid() throws IOException {
        Path file = report("tr.tsv");
        String text = Files.readString(side(file));
        Files.writeString(side(file), text.replace("\"inputs\" : 1", "\"inputs\" : 2"));
        assertThat(notVerified(file)).contains(side(file) + "", "its fingerprint is not that of what it lists");
        Files.writeString(side(file), text.lines().findFirst().orElseThrow() + "\n");
        assertThat(site.run("verify", file.toString()).succeeded().out())
                .contains(side(file) + " does not say what the report was made from");
    }

    @Test
    void theSideFileOfAnotherReportIsSaid() throws IOException {
        Path file = report("tr.tsv");
        Files.writeString(file, Files.readString(file).replaceFirst("Created\t20..", "Created\t2020"));
        assertThat(site.run("verify", file.toString()).endedWith(1).out())
                .contains("it says that it was created at 2020-", side(file) + " is of a report created at 20");
    }

    @Test
    void allFilesOfAFolderAreVerifiedAtOnce() throws IOException {
        Path first = report("a.json");
        Path second = report("b.tsv");
        Files.writeString(second, "nonsense", StandardCharsets.UTF_8);
        String out = site.run(
                        "verify",
                        first.toString(),
                        side(first).toString(),
                        second.toString(),
                        side(second).toString())
                .endedWith(1)
                .out();
        assertThat(out.lines().filter(line -> !line.startsWith(" ")))
                .containsExactly(first + ": identical", second + ": changed after it was made");
    }

    @Test
    void aReportThatIsWrittenAnewGetsItsOwnSideFile() throws IOException {
        Path file = report("tr.tsv");
        String before = Files.readString(side(file));
        report("tr.tsv", "--metric-type", "Total_Item_Requests");
        assertThat(Files.readString(side(file))).isNotEqualTo(before);
        site.run("verify", file.toString()).succeeded();
        try (var files = Files.list(folder)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
        }
    }

    private void forgottenArticle() {
        Path catalogue = site.write("more.csv", "item_id,parent_id,data_type,name\nlater,j1,Article,Later\n");
        site.run("import", "catalogue", catalogue.toString()).succeeded();
    }

    private String notVerified(Path file) {
        Run run = site.run("verify", file.toString()).endedWith(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith(file + ": cannot be verified\n").doesNotContain("Exception");
        return run.out();
    }

    private Path report(String name, String... more) {
        Path file = folder.resolve(name);
        List<String> arguments = new ArrayList<>(List.of(request("TR", "u1", file.toString())));
        arguments.addAll(List.of(more));
        site.run(arguments.toArray(String[]::new)).succeeded();
        return file;
    }

    private String[] request(String id, String customer, String file) {
        Path output = folder.resolve(file);
        return new String[] {
            "report",
            id,
            "--customer",
            customer,
            "--begin",
            "2026-01",
            "--end",
            "2026-01",
            "--output",
            output.toString()
        };
    }

    private static Path side(Path report) {
        return report.resolveSibling(report.getFileName() + ".sha256");
    }

    private static String fingerprint(Path report) throws IOException {
        return Files.readAllLines(side(report)).stream()
                .filter(line -> line.contains("\"fingerprint\""))
                .findFirst()
                .orElseThrow()
                .replaceAll(".*: \"([0-9a-f]{64})\".*", "$1");
    }
}
