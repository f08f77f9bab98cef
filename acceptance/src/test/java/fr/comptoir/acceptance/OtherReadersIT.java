package fr.comptoir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages in a real browser as a publisher and an auditor have them, on paper, and on a phone with English words. */
class OtherReadersIT {
    private static final String PRESSES = "/space/" + BrowsedSite.PRESSES + "/";
    /** The width of a sheet of A4 in portrait, less margins of 12 mm, in CSS pixels. */
    private static final int SHEET = 703;

    private static final List<String> OF_PUBLISHER = List.of(
            PRESSES + "overview",
            PRESSES + "days?month=2026-10&day=2026-10-14",
            PRESSES + "titles",
            PRESSES + "institutions",
            PRESSES + "packages",
            "/space/" + BrowsedSite.PRESSES,
            "/account/mails");
    private static final List<String> OF_AUDITOR = List.of(
            "/space/0000000000000000/overview",
            "/space/0000000000000000/institutions",
            "/space/valmont/overview",
            "/space/valmont/explain?id=plankton",
            "/space/valmont/reports?report=TR&release=5",
            "/admin/customers",
            "/admin/customers/valmont",
            "/admin/customers/valmont/ranges",
            "/admin/packages",
            "/admin/accounts",
            "/admin/months",
            "/admin/months/2026-10",
            "/admin/ingestion",
            "/admin/robots?month=2026-10");

    /** The parts of a page within which something is that paper would not show, as their classes. */
    private static final String CUT_OFF = "() => [...document.querySelectorAll('table')].flatMap(table => {"
            + " const cut = [];"
            + " for (let part = table.parentElement; table.offsetWidth && part; part = part.parentElement) {"
            + "  const { overflowX, overflowY } = getComputedStyle(part);"
            + "  if (overflowX !== 'visible' && part.scrollWidth > part.clientWidth + 1"
            + "   || overflowY !== 'visible' && part.scrollHeight > part.clientHeight + 1) cut.push(part.className);"
            + " } return cut; })";

    /** Labels of pictures that reach out of their picture. */
    private static final String CLIPPED = "() => [...document.querySelectorAll('.picture svg')].flatMap(svg => {"
            + " const place = svg.getBoundingClientRect();"
            + " return [...svg.querySelectorAll('text')].filter(text => {"
            + "  const box = text.getBoundingClientRect();"
            + "  return box.right > place.right + 0.5 || box.left < place.left - 0.5; }).map(text => text.textContent); })";

    /** Names of lines and columns that a picture does not say. */
    private static final String UNNAMED =
            "() => [...document.querySelectorAll('.panel[data-picture=LINES]')].flatMap(panel => {"
                    + " const said = [...panel.querySelectorAll('.picture svg text')].map(text => text.textContent);"
                    + " const names = [...panel.querySelectorAll('thead th[data-kind=COUNT]')].map(head => head.textContent);"
                    + " return names.filter(name => names.length > 1 && !said.includes(name)); })";

    @TempDir
    private static Path folder;

    private static BrowsedSite site;

    private Page page;

    @BeforeAll
    static void serve() throws Exception {
        site = BrowsedSite.in(folder.resolve("site"), 1, 2_000);
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    @BeforeEach
    void forget() {
        site.said.clear();
    }

    private void open(String who, int width) {
        page = site.open(who, width, ColorScheme.LIGHT, true);
    }

    @AfterEach
    void close() {
        site.closeWindow();
    }

    private int status(String path) {
        return page.request().get(site.address(path)).status();
    }

    private List<String> wrong(List<String> paths) {
        return wrong(paths, () -> {});
    }

    /**
     * Opens each, in the language of the account and in light, then in the other language and in dark, and gives what is wrong with each.
     *
     * @param more what else is to hold of each page
     */
    private List<String> wrong(List<String> paths, Runnable more) {
        List<String> wrong = new ArrayList<>();
        for (String language : List.of("fr", "en")) {
            boolean isDark = language.equals("en");
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setColorScheme(isDark ? ColorScheme.DARK : ColorScheme.LIGHT));
            for (String path : paths) {
                int status = page.navigate(site.address(path)).status();
                if (status != 200 || page.content().contains("??")) {
                    wrong.add(path + " answers " + status + " or lacks words in " + language);
                }
                assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
                more.run();
                Axe.violations(page).forEach(found -> wrong.add(path + " in " + language + ": " + found));
            }
            String here = page.url();
            page.click("button[name=language]");
            page.locator("html[lang=" + (language.equals("fr") ? "en" : "fr") + "]")
                    .waitFor();
            assertThat(page.url()).as("the same page in the other language").isEqualTo(here);
        }
        return wrong;
    }

    @Test
    void aPublisherSeesItsTitlesAndNobodysActions() {
        open(BrowsedSite.PUBLISHER, 1440);
        page.navigate(site.address("/space"));
        assertThat(page.url()).endsWith(PRESSES + "overview");
        assertThat(page.locator("h1").textContent()).isEqualTo(BrowsedSite.PRESSES_NAME);
        assertThat(page.locator(".tile strong").nth(1).textContent()).containsPattern("[1-9]");
        page.click(".tabs >> text=Titres");
        assertThat(page.locator(".titles tbody td.long a").allTextContents())
                .isNotEmpty()
                .containsOnly(BrowsedSite.PRESSES_NAME);
        for (String path : List.of(
                "/space/valmont/overview",
                "/space/valmont/titles.csv",
                "/space/0000000000000000/overview",
                PRESSES + "explain?id=plankton",
                PRESSES + "routes",
                "/admin/customers",
                "/admin/months")) {
            assertThat(status(path)).as(path).isEqualTo(403);
        }
        assertThat(status(PRESSES + "reports"))
                .as("reports are of institutions")
                .isEqualTo(404);
        assertThat(wrong(OF_PUBLISHER)).isEmpty();
        assertThat(site.said).isEmpty();
    }

    /** All of it is there to be read; nothing that an auditor may not do is offered. */
    @Test
    void anAuditorReadsEverythingAndIsOfferedNothingElse() {
        open(BrowsedSite.AUDITOR, 1440);
        for (String path : List.of("/admin/new-customer", "/space/valmont/credentials", "/space/valmont/requests")) {
            assertThat(status(path)).as(path).isEqualTo(403);
        }
        assertThat(wrong(OF_AUDITOR, this::offersNothing)).isEmpty();
        assertThat(site.said).isEmpty();
    }

    private void offersNothing() {
        assertThat(page.locator(
                                "main form[method=post] :is(button, input:not([type=hidden]), select, textarea):enabled")
                        .count())
                .as(page.url())
                .isZero();
        assertThat(page.locator("a[href$='/admin/new-customer'], a[href$='/credentials']")
                        .count())
                .as(page.url())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/space/valmont/overview",
                "/space/valmont/titles",
                "/space/valmont/packages",
                "/space/valmont/routes",
                "/space/valmont/reports?report=TR",
                "/space/0000000000000000/institutions",
                "/admin/months",
                "/admin/ingestion",
                "/admin/robots?month=2026-10"
            })
    void paperHasWholeTablesAndNothingToClick(String path) {
        open(BrowsedSite.ADMINISTRATOR, SHEET);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.navigate(site.address(path));
        assertThat(page.locator("table:visible").count()).isPositive();
        assertThat((List<?>) page.evaluate(CUT_OFF)).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(SHEET);
        assertThat(page.locator(
                                ".top nav:visible, .who:visible, .tabs:visible, form:visible, button:visible, .presets:visible")
                        .count())
                .isZero();
    }

    @Test
    void thePrintedPageOfACustomerHasItsFields() {
        open(BrowsedSite.ADMINISTRATOR, SHEET);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.navigate(site.address("/admin/customers/valmont"));
        for (String field : List.of("#kind", "#name", "#ror")) {
            assertThat(page.locator(field).isVisible()).as(field).isTrue();
        }
        assertThat(page.locator("#name").inputValue()).isEqualTo("Université de Valmont");
        assertThat(page.locator("button:visible, #reason:visible, .apart:visible, .tabs:visible")
                        .count())
                .isZero();
    }

    /** The sheet itself, as Chromium prints it. */
    @Test
    void thePrintedListOfTitlesHasItsLastRowAndItsLastColumn() throws Exception {
        open(BrowsedSite.ENGLISH, 1440);
        page.navigate(site.address("/space/valmont/titles"));
        Locator names = page.locator(".titles tbody th");
        String last = names.last().textContent().strip();
        String column =
                page.locator(".titles thead tr").first().locator("th").last().textContent();
        try (PDDocument pdf = Loader.loadPDF(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)))) {
            assertThat(pdf.getPage(0).getMediaBox().getWidth())
                    .as("landscape, for so many columns")
                    .isGreaterThan(pdf.getPage(0).getMediaBox().getHeight());
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", "");
            assertThat(text)
                    .contains("UniversitédeValmont", last.replaceAll("\\s+", ""), column.replaceAll("\\s+", ""))
                    .doesNotContain("Signout", "Academicyear");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1440})
    void noLabelOfAPictureIsCutOff(int width) {
        open(BrowsedSite.ENGLISH, width);
        page.navigate(site.address("/space/valmont/days?month=2026-10&day=2026-10-14"));
        page.locator("#panel-days .picture svg text >> text=Oct").first().waitFor();
        assertThat((List<?>) page.evaluate(CLIPPED)).isEmpty();
    }

    /** French has the longer words. */
    @ParameterizedTest
    @ValueSource(ints = {390, 1000, 1440})
    void everyLineOfAPictureIsNamed(int width) {
        open(BrowsedSite.READER, width);
        page.navigate(site.address("/space/valmont/overview"));
        page.locator(".panel[data-picture=LINES] .picture svg").first().waitFor();
        assertThat((List<?>) page.evaluate(UNNAMED)).isEmpty();
        assertThat((List<?>) page.evaluate(CLIPPED)).isEmpty();
    }

    /** What was suggested for one text is no answer to another that is too long to be one. */
    @Test
    void suggestionsEndWhereTheTextIsNoQuestion() {
        open(BrowsedSite.READER, 1440);
        page.navigate(site.address("/space/valmont/overview"));
        Locator field = page.locator("input[name=q]");
        field.pressSequentially("science");
        page.locator("[role=option]").first().waitFor();
        field.evaluate("field => { field.removeAttribute('maxlength'); field.value = 'x'.repeat(301);"
                + " field.dispatchEvent(new Event('input')); }");
        page.locator("input[name=q][aria-expanded=false]").waitFor();
        assertThat(page.locator("[role=option]:visible").count()).isZero();
    }
}
