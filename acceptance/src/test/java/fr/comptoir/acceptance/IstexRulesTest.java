package fr.comptoir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.operation.CheckLog;
import fr.comptoir.operation.Site;
import fr.comptoir.testkit.TestClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example of rules for a platform like ISTEX says of lines like ISTEX's what they are, from where they came and by what access. */
class IstexRulesTest {
    private static final String ID = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path folder;

    @BeforeEach
    void copyTheExample() throws Exception {
        Files.copy(Path.of("..", "examples", "istex", "comptoir.yml"), folder.resolve("comptoir.yml"));
    }

    private Map<String, Object> read(String path, String referrer, String idp, String token) throws Exception {
        Path log = folder.resolve("access.log");
        Files.writeString(
                log,
                "192.0.2.7 - - [15/Jun/2026:10:00:00 +0200] \"GET " + path.replace("ID", ID)
                        + " HTTP/1.1\" 200 512 \"" + referrer
                        + "\" \"Mozilla/5.0 (X11; Linux x86_64) Firefox/128.0\" \""
                        + idp + "\" \"" + token + "\"\n");
        List<CheckLog.Line> lines = CheckLog.run(Site.open(folder, new TestClock("2026-06-20T10:00:00Z")), log);
        return lines.get(0).values();
    }

    @Test
    void theFileHasNoProblem() throws Exception {
        assertThat(Site.open(folder, new TestClock("2026-06-20T10:00:00Z")).warnings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/document/ID/fulltext/pdf, request, PDF",
        "/ark:/67375/6H6-N8MSH5XF-2/fulltext.pdf, request, PDF",
        "/document/ID/fulltext/tei, request, tei",
        "/document/ID/bundle.zip, request, ZIP",
        "/document/ID/enrichments/catWos, investigation, ",
        "/document/ID/metadata/mods, investigation, ",
        "/document/?q=ocean&size=10, Searches_Platform, "
    })
    void whatIsAUse(String path, String action, String ignored) throws Exception {
        assertThat(read(path, "-", "-", "-")).containsEntry("action", action);
    }

    @ParameterizedTest
    @CsvSource({
        "/document/?q=ocean&size=0",
        "/document/?q=ocean&extract=fulltext",
        "/document/openurl?rft_id=info:doi/10.1000/1&noredirect",
        "/document/ID/fulltext/pdf?sid=istex-exchange",
        "/document/ID/fulltext/pdf?sid=ezpaarse"
    })
    void whatIsNone(String path) throws Exception {
        assertThat(read(path, "-", "-", "-")).containsEntry("ends as", "excluded.not_content");
    }

    @ParameterizedTest
    @CsvSource({
        "/document/?q=ocean&extract=fulltext[pdf]&size=250, 250 documents",
        "/document/?q=ocean&extract=metadata, 5 documents (assumed)",
        "/document/?q=ocean&extract=metadata&size=99999999, 100000 documents (assumed)"
    })
    void whatIsAnExtraction(String path, String documents) throws Exception {
        assertThat(read(path, "-", "-", "-"))
                .containsEntry("extraction", documents)
                .containsEntry("ends as", "excluded.not_content")
                .doesNotContainKey("action");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/document/ID/fulltext/pdf?sid=istex-browser-addon | https://scholar.google.com/ | Google Scholar extension",
                "/document/ID/fulltext/pdf?sid=google,clickandread | - | Google Scholar extension",
                "/document/ID/fulltext/pdf | https://pubmed.ncbi.nlm.nih.gov/12345678/ | PubMed LinkOut",
                "/document/ID/fulltext/pdf | https://www.ncbi.nlm.nih.gov/pubmed/12345678 | PubMed LinkOut",
                "/document/ID/fulltext/pdf | https://insb.bib.cnrs.fr/search | BibCnrs",
                "/document/ID/fulltext/pdf | https://bib.cnrs.fr/article?q=ocean&page=1 | BibCnrs, article search",
                "/document/ID/fulltext/pdf | https://bib.cnrs.fr/journal?q=ocean | BibCnrs, journal search",
                "/document/ID/fulltext/pdf | https://bib.cnrs.fr/ | BibCnrs",
                "/document/ID/fulltext/pdf | https://biblioinserm.inist.fr/ | BiblioInserm",
                "/document/ID/fulltext/pdf?sid=lissa | - | LiSSa",
                "/document/ID/fulltext/pdf?sid=epn | - | EPN",
                "/document/ID/fulltext/pdf?sid=ebsco | https://eds.p.ebscohost.com/eds | EBSCO Discovery Service",
                "/document/ID/fulltext/pdf | https://scholar.google.fr/scholar?q=x | Google Scholar",
                "/document/ID/fulltext/pdf | https://univ-x.hosted.exlibrisgroup.com/sfx | Link resolver",
                "/document/ID/fulltext/pdf?sid=istex-view | https://view.istex.fr/ | ISTEX document view",
                "/document/ID/fulltext/pdf | https://revue-sommaire.data.istex.fr/ | within_platform",
                "/document/ID/fulltext/pdf | https://elsewhere.example/ | other_site",
                "/document/ID/fulltext/pdf | - | direct"
            })
    void fromWhere(String path, String referrer, String way) throws Exception {
        assertThat(read(path, referrer, "-", "-")).containsEntry("way of arrival", way);
    }

    @Test
    void byWhatAccess() throws Exception {
        assertThat(read("/document/ID/fulltext/tei", "-", "-", "1")).containsEntry("route of access", "token");
        assertThat(read("/document/ID/fulltext/tei", "-", "-", "-")).containsEntry("route of access", "none");
    }
}
