package fr.comptoir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that tells how a platform's usage is counted: what it says is so, in both languages. */
class AboutTest {
    @TempDir
    Path folder;

    private TestSite site;

    @BeforeEach
    void countOneLog() {
        site = TestSite.imported(folder);
        site.count(site.log(TestSite.get("192.0.2.1", "05/Jan/2026:10:00:00", "/article/a1/pdf")));
    }

    @Test
    void whatTheSiteIsAndCounts() {
        String page = page("en");
        assertThat(page)
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains("<h1>Usage statistics of Alpha Journals</h1>")
                .contains("time zone Europe/Paris", "Reports begin with January 2026.", "HTTP statuses 200, 304.")
                .contains("A user is known by address and user agent.")
                .contains("<th scope=\"row\">/article/{item}/pdf</th><td>Request (PDF)</td>"
                        + "<td>403: No_License, 429: Limit_Exceeded</td>")
                .contains("Host types, by what the catalogue holds: A&amp;I_Database, eBook, eJournal,"
                        + " Full_Content_Database")
                .contains("Searches_Federated: no page of the platform does this.")
                .doesNotContain("Limit_Exceeded:", "TDM: the platform has no access");
        assertThat(row(page, "TR_J1")).contains("requires it of this platform", "<td>yes</td>");
        assertThat(row(page, "IR_M1")).contains("leaves it open", "never: nothing that it shows occurs here");
    }

    @Test
    void inFrenchEverySentenceIsFrench() {
        assertThat(page("fr"))
                .contains("<html lang=\"fr\">", "<h1>Statistiques d’usage de Alpha Journals</h1>")
                .contains(
                        "Les rapports commencent en janvier 2026.",
                        "réussies comptent\u00a0: statuts HTTP 200, 304",
                        "jamais\u00a0: rien de ce qu’il montre")
                .doesNotContain("no page of", "Reports", "cannot happen");
        Run run = site.run("about", "--language", "de");
        run.saidInOneSentence("'de'", "fr, en");
    }

    @Test
    void whatTheSettingsSayCannotHappenIsSaidAndReportsAreWithoutIt() {
        site.write(
                "comptoir.yml",
                site.read("comptoir.yml")
                        .replace(
                                "  name: Alpha Journals\n",
                                "  name: Alpha Journals\n  host_types: [eJournal]\n  never: [Limit_Exceeded, No_License]\n")
                        .replaceAll("    on_status: .*\n", ""));
        String page = page("en");
        assertThat(page).contains("Host types: eJournal<").contains("Limit_Exceeded: cannot happen on this platform.");
        assertThat(row(page, "TR_J2")).contains("requires it", "never: nothing that it shows occurs here");
        assertThat(row(page, "TR_B1")).contains("leaves it open");
        Table denied = site.report("TR_J2", "u1", "2026-01", "5.1");
        assertThat(denied.rows()).isEmpty();
        assertThat(denied.header().get("Exceptions")).startsWith("3030: ");
    }

    @Test
    void theLastAuditIsSaid() {
        site.write(
                "comptoir.yml",
                site.read("comptoir.yml")
                        .replace("provider:\n", "provider:\n  audit: {day: 2026-05-01, auditor: Ada Accountant}\n"));
        assertThat(page("fr")).contains("Dernier audit\u00a0: le 1er mai 2026, par Ada Accountant");
        assertThat(page("en")).contains("Last audit: 1 May 2026, by Ada Accountant");
    }

    @Test
    void aFileIsThePrintedPage() {
        site.run("about", "--language", "fr", "--output", site.path("about.html"))
                .succeeded();
        assertThat(site.read("about.html")).isEqualTo(page("fr"));
    }

    @Test
    void inAFolderItsNameTellsWhatIsInIt() {
        String name = site.run("about", "--language", "fr", "--output", folder.toString())
                .succeeded()
                .out()
                .strip();
        assertThat(Path.of(name)).hasFileName("alpha_about_fr.html").hasParent(folder);
        assertThat(site.read("alpha_about_fr.html")).isEqualTo(page("fr"));
        site.run("about", "--output", site.path("nowhere") + "/").saidInOneSentence("nowhere", "is not there");
    }

    private String page(String language) {
        return site.run("about", "--language", language).succeeded().out();
    }

    private static String row(String page, String report) {
        int start = page.indexOf("<tr><th scope=\"row\">" + report + "</th>");
        assertThat(start).as(report).isPositive();
        return page.substring(start, page.indexOf("</tr>", start));
    }
}
