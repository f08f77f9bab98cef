package fr.comptoir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The institution's pages in a real browser: as a librarian uses them, with a keyboard, on a phone, without scripts. */
class SpaceIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SPACE = "/space/valmont/";
    private static final List<String> PAGES = List.of(
            "overview",
            "overview?data_type=Journal&not_access_type=Open",
            "titles",
            "title?id=TOP",
            "explain?id=TOP",
            "packages",
            "package?id=Sciences%20humaines",
            "routes",
            "overview?arrival=direct&not_oa_status=gold",
            "days?month=2026-10&day=2026-10-14",
            "reports",
            "reports?report=TR",
            "overview?from=x&colour=red");

    @TempDir
    private static Path folder;

    private static BrowsedSite site;

    private Page page;

    @BeforeAll
    static void serve() throws Exception {
        site = BrowsedSite.in(folder.resolve("site"));
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    @BeforeEach
    void open() {
        site.said.clear();
        open(BrowsedSite.READER, 1440, ColorScheme.LIGHT, true);
        page.navigate(site.address("/space"));
    }

    private void open(String who, int width, ColorScheme colours, boolean scripts) {
        page = site.open(who, width, colours, scripts);
    }

    @AfterEach
    void close() {
        site.closeWindow();
    }

    private JsonNode data(String path) {
        return JSON.readTree(page.request().get(site.address(SPACE + path)).text());
    }

    /** The most used title. */
    private String top() {
        return data("titles.json").at("/panels/titles/0/Title_ID").asString();
    }

    private List<String> pages() {
        String top = top();
        return PAGES.stream().map(path -> path.replace("TOP", top)).toList();
    }

    private static long headline(JsonNode data, String metric) {
        for (JsonNode row : data.at("/panels/headline")) {
            if (row.get("Metric_Type").asString().equals(metric)) {
                return row.get("Total").asLong();
            }
        }
        throw new AssertionError("no " + metric + " in " + data);
    }

    private long shown(int tile) {
        return Long.parseLong(
                page.locator(".tile strong").nth(tile).textContent().replaceAll("\\D", ""));
    }

    @Test
    void theOverviewComesFirstAndItsFiguresAreThoseOfItsData() {
        assertThat(page.url()).endsWith(SPACE + "overview");
        assertThat(page.locator("h1").textContent()).isEqualTo("Université de Valmont");
        JsonNode data = data("overview.json");
        assertThat(shown(0)).isPositive().isEqualTo(headline(data, "Total_Item_Investigations"));
        assertThat(shown(1)).isPositive().isEqualTo(headline(data, "Total_Item_Requests"));
        assertThat(page.locator(".picture svg").count()).isGreaterThan(2);
        assertThat(page.locator("#panel-months .picture").getAttribute("aria-label"))
                .contains("Mois par mois", "oct.\u00a02026");
        assertThat(page.locator("#panel-arrivals .measure").evaluateAll("""
                bars => new Set(bars.map(bar => Math.round(bar.getBoundingClientRect().left))).size"""))
                .as("bars begin one below the other, however long their figures are")
                .isEqualTo(1);
        assertThat(site.said).isEmpty();
    }

    @Test
    void aClickNarrowsEverythingAndChipsTakeItAway() {
        page.click("#panel-kinds tbody a >> text=Revues");
        page.waitForURL("**?data_type=Journal");
        assertThat(shown(1)).isEqualTo(headline(data("overview.json?data_type=Journal"), "Total_Item_Requests"));
        long journals = shown(1);
        page.click(".chip .turn");
        page.waitForURL("**?not_data_type=Journal");
        long others = shown(1);
        page.click(".chip .drop");
        page.waitForURL("**/overview");
        assertThat(page.locator(".chip").count()).isZero();
        assertThat(shown(1)).isEqualTo(journals + others);
    }

    @Test
    void aClickOnAColumnOfThePictureShowsItsDaysAndADayItsHours() {
        page.locator("#panel-months .picture svg").waitFor();
        Locator picture = page.locator("#panel-months .picture");
        // The columns stand evenly; only the last three months have figures.
        picture.click(new Locator.ClickOptions()
                .setPosition(picture.boundingBox().width * 0.955, picture.boundingBox().height - 45));
        page.waitForURL("**/days?month=2026-10");
        assertThat(page.locator("#panel-days tbody tr").count()).isEqualTo(31);
        JsonNode days = data("days.json?month=2026-10");
        long sum = 0;
        for (JsonNode row : days.at("/panels/days")) {
            sum += row.get("Total_Item_Requests").asLong();
        }
        assertThat(sum)
                .isPositive()
                .isEqualTo(headline(data("overview.json?from=2026-10&to=2026-10"), "Total_Item_Requests"));
        assertThat(page.locator(".strip").textContent()).contains("Europe/Paris");
        page.locator("#panel-days .picture svg").waitFor();
        page.locator("#panel-days .show-table").check();
        page.locator("#panel-days tbody th a").nth(13).click();
        page.waitForURL("**/days?month=2026-10&day=2026-10-14");
        assertThat(page.locator("#panel-hours tbody tr").count()).isEqualTo(24);
        assertThat(site.said).isEmpty();
    }

    @Test
    void aClickOnAWayOfArrivalInTheFlowNarrowsToIt() {
        page.navigate(site.address(SPACE + "routes"));
        page.locator("#panel-flow .picture svg [data-href]").first().click();
        page.waitForURL("**/routes?arrival=**");
        assertThat(page.locator(".chip").count()).isEqualTo(1);
        assertThat(page.locator("#panel-arrivals tbody tr").count()).isEqualTo(1);
    }

    @Test
    void theFormAsksAndTheAddressSaysIt() {
        page.fill("input[name=q]", "annales");
        page.selectOption("select[name=metric]", "Unique_Item_Requests");
        page.click(".question button");
        page.waitForURL("**q=annales**");
        assertThat(page.url()).contains("q=annales").contains("metric=Unique_Item_Requests");
        assertThat(page.locator("#panel-titles tbody tr").count()).isPositive();
        for (String title : page.locator("#panel-titles tbody th").allTextContents()) {
            assertThat(title).containsIgnoringCase("annales");
        }
    }

    @Test
    void aPanelIsDownloadedAndSaysTheSame() throws Exception {
        Download download = page.waitForDownload(() -> page.click("#panel-kinds .files >> text=CSV"));
        assertThat(download.suggestedFilename()).contains("valmont", "kinds").endsWith(".csv");
        List<String> lines = Files.readAllLines(download.path(), StandardCharsets.UTF_8);
        assertThat(lines.get(0)).startsWith("\ufeffData_Type,Total_Item_Requests");
        JsonNode first = data("overview.json").at("/panels/kinds/0");
        assertThat(lines.get(1))
                .startsWith(first.get("Data_Type").asString() + ","
                        + first.get("Total_Item_Requests").asLong() + ",");
        Download picture = page.waitForDownload(() -> page.click("#panel-kinds .draw[value=svg]"));
        assertThat(Files.readString(picture.path())).startsWith("<svg").contains("Revues");
        Download photo = page.waitForDownload(() -> page.click("#panel-months .draw[value=png]"));
        assertThat(Files.readAllBytes(photo.path())).startsWith(0x89, 'P', 'N', 'G');
        assertThat(site.said).isEmpty();
    }

    @Test
    void titlesAreSortedFilteredAndOpened() {
        page.click(".tabs >> text=Titres");
        page.click(".titles thead a >> text=Titre");
        page.waitForURL("**sort=Title");
        assertThat(page.locator(".titles [aria-sort=ascending]").textContent()).isEqualTo("Titre");
        page.fill("input[name=has_Publisher]", "valmont");
        page.press("input[name=has_Publisher]", "Enter");
        page.waitForURL("**has_Publisher=valmont**");
        List<String> publishers = page.locator(".titles tbody td.long a").allTextContents();
        assertThat(publishers).isNotEmpty().allMatch(name -> name.equals("Presses universitaires de Valmont"));
        page.locator(".titles tbody th a").first().click();
        page.waitForURL("**/title?**id=**");
        assertThat(page.locator("#panel-items tbody tr").count()).isPositive();
    }

    @Test
    void aFigureIsOpenedDownToItsActions() {
        String top = top();
        page.navigate(site.address(SPACE + "title?id=" + top));
        page.locator("#panel-title-months .show-table").check();
        page.click("#panel-title-months tbody tr:last-child a");
        page.waitForURL("**/explain?id=" + top + "&month=2026-10");
        Locator figures = page.locator("[aria-labelledby=title-figures] tbody tr");
        assertThat(figures.count()).isPositive();
        for (Locator figure : figures.all()) {
            List<String> both = figure.locator("td").allTextContents();
            assertThat(both.get(0)).isEqualTo(both.get(1));
        }
        List<String> ledger = page.locator("[aria-labelledby=title-ledger] td").allTextContents();
        List<Long> lines = ledger.stream()
                .map(text -> Long.parseLong(text.replaceAll("\\D", "")))
                .toList();
        assertThat(lines.subList(0, 4).stream().mapToLong(Long::longValue).sum())
                .isEqualTo(lines.get(4));
    }

    /** From a filtered list to the title and on to the actions: the filter comes along, and its figure is the one that was clicked. */
    @Test
    void aFilteredFigureIsOpenedToItsOwnActions() {
        String top = top();
        page.navigate(site.address(SPACE + "titles?access_type=Controlled"));
        page.locator(".titles tbody th a").first().click();
        page.waitForURL("**/title?access_type=Controlled&id=" + top);
        page.locator("#panel-title-months .show-table").check();
        Locator last = page.locator("#panel-title-months tbody tr:last-child");
        String clicked = last.locator("td").first().textContent();
        last.locator("a").click();
        page.waitForURL("**/explain?access_type=Controlled&id=" + top + "&month=2026-10");
        assertThat(page.locator(".chip").count()).isEqualTo(1);
        List<String> both = page.locator("[aria-labelledby=title-figures] tbody tr")
                .filter(new Locator.FilterOptions().setHas(page.locator("th >> text=/^Requêtes$/")))
                .locator("td")
                .allTextContents();
        assertThat(both).containsExactly(clicked, clicked);
        page.click(".chip .drop");
        page.waitForURL("**/explain?id=" + top + "&month=2026-10");
    }

    @Test
    void aReportIsChosenLookedAtAndDownloaded() throws Exception {
        page.navigate(site.address(SPACE + "reports"));
        page.click(".offers section:first-child >> text=TR_J1");
        page.waitForURL("**/reports?release=5.1&report=TR_J1");
        assertThat(page.locator("input[type=checkbox]").count())
                .as("only the months of a standard view")
                .isZero();
        assertThat(page.inputValue("input[name=begin_date]"))
                .as("the latest complete month")
                .isEqualTo(page.inputValue("input[name=end_date]"));
        page.click("nav.presets a:nth-of-type(4)");
        page.waitForURL("**begin_date=**");
        assertThat(YearMonth.parse(page.inputValue("input[name=begin_date]")).plusMonths(11))
                .isEqualTo(YearMonth.parse(page.inputValue("input[name=end_date]")));
        page.locator("[aria-labelledby=title-preview] tbody tr").first().waitFor();
        assertThat(page.evaluate("""
                        () => {
                          const right = box => Math.round(document.querySelector(box).getBoundingClientRect().right);
                          return right("#preview thead .total") <= right("#preview .titles")
                              && right("#preview thead .metric") < right("#preview thead .total");
                        }"""))
                .as("figures are in sight, however much identifies a row")
                .isEqualTo(true);
        Download download = page.waitForDownload(() -> page.click(".files.big >> text=TSV"));
        String report = Files.readString(download.path());
        assertThat(report).startsWith("\ufeffReport_Name\tJournal Requests").contains("belvedere:valmont");
        Download pack =
                page.waitForDownload(() -> page.evaluate("location.href = '" + SPACE + "reports/pack?year=2026'"));
        try (ZipFile zip = new ZipFile(pack.path().toFile())) {
            assertThat(Collections.list(zip.entries()).stream().map(ZipEntry::getName))
                    .anyMatch(name -> name.endsWith(".pdf"))
                    .anyMatch(name -> name.contains("TR_J1_r51_2026-01_2026-10"))
                    .anyMatch(name -> name.contains("TR_J1_r5_2026-01_2026-10"));
        }
    }

    @Test
    void theLanguageIsSwitchedAndKept() {
        open(BrowsedSite.UNDECIDED, 1440, ColorScheme.LIGHT, true);
        page.navigate(site.address(SPACE + "overview"));
        page.click("button[name=language]");
        page.locator("html[lang=en]").waitFor();
        assertThat(page.url()).endsWith(SPACE + "overview");
        assertThat(page.locator("#panel-months h2").textContent()).isEqualTo("Month by month");
        page.navigate(site.address(SPACE + "titles"));
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
    }

    @Test
    void theKeyboardAloneLeadsToAFilter() {
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
        page.keyboard().press("Enter");
        for (int i = 0; i < 200 && !focused().equals("Revues"); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(focused()).isEqualTo("Revues");
        page.keyboard().press("Enter");
        page.waitForURL("**?data_type=Journal");
    }

    private String focused() {
        return String.valueOf(page.evaluate("document.activeElement.textContent"))
                .strip();
    }

    @Test
    void aPhoneHasNothingToScrollSideways() {
        open(BrowsedSite.READER, 390, ColorScheme.DARK, true);
        for (String path : pages()) {
            page.navigate(site.address(SPACE + path));
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isEqualTo(390);
            Pictures.of(page, path + "-phone");
        }
    }

    @Test
    void aPhoneShowsTheFiguresByWhichTitlesAreSorted() {
        open(BrowsedSite.READER, 390, ColorScheme.LIGHT, true);
        page.navigate(site.address(SPACE + "titles"));
        BoundingBox figure = page.locator(".titles td.sorted").first().boundingBox();
        assertThat(figure.x + figure.width).isLessThanOrEqualTo(390);
    }

    /** A combobox as the keyboard and a screen reader know it; what is chosen is a filter, and its chip has its name. */
    @Test
    void theFieldSuggestsTitlesPublishersAndPackages() {
        Locator field = page.locator("input[name=q]");
        assertThat(field.getAttribute("role")).isEqualTo("combobox");
        field.pressSequentially("annales de li");
        page.locator("[role=option]").first().waitFor();
        assertThat(field.getAttribute("aria-expanded")).isEqualTo("true");
        assertThat(Axe.violations(page)).isEmpty();
        field.press("ArrowDown");
        Locator chosen = page.locator("#" + field.getAttribute("aria-activedescendant"));
        assertThat(chosen.getAttribute("aria-selected")).isEqualTo("true");
        String name = chosen.evaluate("option => option.firstChild.textContent").toString();
        field.press("Enter");
        page.waitForURL("**title=**");
        assertThat(page.url()).doesNotContain("annales+de+li");
        assertThat(page.locator(".chip b").textContent()).isEqualTo(name).startsWith("Annales de limnologie");
        field = page.locator("input[name=q]");
        field.pressSequentially("science");
        page.locator("[data-field=package]").first().waitFor();
        field.press("Escape");
        assertThat(field.getAttribute("aria-expanded")).isEqualTo("false");
        assertThat(field.inputValue()).isEqualTo("science");
        assertThat(site.said).isEmpty();
    }

    @Test
    void withoutScriptsTheTablesSayAll() {
        open(BrowsedSite.READER, 1440, ColorScheme.LIGHT, false);
        page.navigate(site.address(SPACE + "overview"));
        assertThat(page.locator("#panel-months tbody tr").count()).isEqualTo(12);
        assertThat(page.locator("#panel-months tbody tr").last().isVisible()).isTrue();
        assertThat(page.locator("#panel-months .picture").isVisible()).isFalse();
        assertThat(page.locator("#panel-months .draw").first().isVisible()).isFalse();
        page.click("#panel-kinds tbody a >> text=Revues");
        assertThat(page.locator(".chip").count()).isEqualTo(1);
        page.fill("input[name=package]", "humaines");
        page.click(".question button");
        page.click(".warnings a >> text=Sciences humaines");
        assertThat(page.url()).contains("data_type=Journal").contains("package=Sciences+humaines");
        assertThat(page.locator(".chip").count()).isEqualTo(2);
    }

    @Test
    void aMistakeInTheAddressIsSaidWithAWayBack() {
        Response answer = page.navigate(site.address(SPACE + "overview?from=lately&colour=red&data_type=Journal"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(page.locator(".faults li").count()).isEqualTo(2);
        assertThat(page.locator(".faults").textContent()).contains("lately", "colour");
        page.click("main .button");
        page.waitForURL("**/overview?data_type=Journal");
    }

    @Test
    void anotherInstitutionIsNotShown() {
        for (String path : List.of(
                "overview",
                "overview.json",
                "overview.csv?panel=kinds",
                "rows.csv",
                "explain?id=plankton",
                "reports/file?report=TR",
                "reports/pack?year=2026",
                "titles.csv",
                "packages.csv",
                "routes.json",
                "suggestions.json?q=re",
                "days.csv?month=2026-10",
                "institutions.csv",
                "title.json?id=plankton")) {
            assertThat(page.request().get(site.address("/space/kermor/" + path)).status())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    /** Axe looks, and says what it finds. */
    @Test
    void aPageWithoutALanguageIsFound() {
        page.evaluate("document.documentElement.removeAttribute('lang')");
        assertThat(Axe.violations(page)).singleElement().asString().startsWith("html-has-lang: ");
    }

    /** In light and in dark, the one with the words of one language, the other with those of the other. */
    @ParameterizedTest
    @CsvSource({BrowsedSite.READER + ",LIGHT", BrowsedSite.ENGLISH + ",DARK"})
    void nobodyIsShutOut(String who, ColorScheme colours) {
        open(who, 1440, colours, true);
        for (String path : pages()) {
            page.navigate(site.address(SPACE + path));
            assertThat(page.content()).as("words without a translation").doesNotContain("??");
            assertThat(Axe.violations(page)).as(path).isEmpty();
            Pictures.of(page, path + "-" + who + "-" + colours);
        }
    }
}
