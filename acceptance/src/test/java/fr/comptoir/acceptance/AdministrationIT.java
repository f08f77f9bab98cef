package fr.comptoir.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The administrator's pages in a real browser: in both languages, on a phone and on a desk, in light and dark; and what pages weigh. */
class AdministrationIT {
    private static final int LIGHT = 500_000;
    private static final String PASSWORD = "velvet harbour kestrel ninety loom";
    private static final List<String> PAGES = List.of(
            "/space",
            "/space/0000000000000000/overview",
            "/space/0000000000000000/institutions",
            "/space/valmont",
            "/space/valmont/credentials",
            "/space/valmont/harvests",
            "/admin/customers",
            "/admin/customers/valmont",
            "/admin/customers/valmont/ranges",
            "/admin/customers/valmont/history",
            "/admin/customers/valmont/belongings",
            "/admin/new-customer",
            "/admin/packages",
            "/admin/exchange",
            "/admin/whose?address=192.0.2.7",
            "/admin/requests",
            "/admin/accounts",
            "/admin/accounts/1",
            "/admin/months",
            "/admin/months/2026-10",
            "/admin/months/2026-10/ingestion",
            "/admin/ingestion",
            "/admin/robots?month=2026-10",
            "/admin/restatements",
            "/admin/anomalies",
            "/admin/statistics",
            "/admin/mails",
            "/account",
            "/account/mails",
            "/api/doc",
            "/partners");

    @TempDir
    private static Path folder;

    private static BrowsedSite site;

    private final List<String> wrong = new ArrayList<>();

    @BeforeAll
    static void serve() throws Exception {
        site = BrowsedSite.in(folder.resolve("site"), 1, 2_000);
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    /** Each page in both languages, and in each of them in light and in dark. */
    @ParameterizedTest
    @CsvSource({BrowsedSite.ADMINISTRATOR + ",390,DARK,0", BrowsedSite.ENGLISH_ADMINISTRATOR + ",1440,LIGHT,1"})
    void nobodyIsShutOutOfAnyPage(String who, int width, ColorScheme colours, int first) {
        site.said.clear();
        Page page = site.open(who, width, colours, true);
        for (int i = 0; i < PAGES.size(); i++) {
            String path = PAGES.get(i);
            String seen = who + " " + width + " " + colours + " " + path;
            assertThat(page.navigate(site.address(path)).status()).as(seen).isEqualTo(200);
            look(page, seen, width);
            wrong(page, seen);
            if (i % 2 == first) {
                Pictures.of(page, who + "-" + width + path);
            }
        }
        takeTitles(page, "package-" + width);
        look(page, "what looks wrong in a file of titles, " + width, width);
        assertThat(page.locator(".warnings li").count()).isEqualTo(3);
        wrong(page, "a file of titles");
        Pictures.of(page, who + "-" + width + "-titles");
        assertThat(wrong).isEmpty();
        assertThat(site.said).isEmpty();
    }

    private void wrong(Page page, String seen) {
        Axe.violationsInBothModes(page).forEach(found -> wrong.add(seen + ": " + found));
    }

    /** What is shown once something was sent: ranges to look at, robots compared, an invitation and what is wrong with an answer to it. */
    @ParameterizedTest
    @CsvSource({BrowsedSite.ADMINISTRATOR + ",390,DARK", BrowsedSite.ENGLISH_ADMINISTRATOR + ",1440,LIGHT"})
    void nobodyIsShutOutOfWhatFormsAnswer(String who, int width, ColorScheme colours) {
        Page page = site.open(who, width, colours, true);
        page.navigate(site.address("/admin/customers/valmont/ranges"));
        page.fill("#text", "192.0.2.7\n10.0.0.0/8\n198.51.100.0/24\nnot a range\n192.0.2.0/25 # a label");
        page.click("form[action$='/ranges/check'] button");
        page.locator(".flag").first().waitFor();
        see(page, who + "-ranges", width);

        page.navigate(site.address("/admin/robots"));
        page.setInputFiles(
                "#file",
                new FilePayload("robots.json", "application/json", "[{\"pattern\": \"Firefox\"}]".getBytes(UTF_8)));
        page.click("form[enctype] button");
        page.locator("#title-differences").waitFor();
        see(page, who + "-comparison", width);

        page.navigate(site.address("/admin/accounts"));
        page.fill("form[method=post] input[name=email]", "invited" + width + "@test.example");
        page.fill("form[method=post] input[name=name]", "Invited");
        page.fill("form[method=post] input[name=customer]", "valmont");
        page.press("form[method=post] input[name=name]", "Enter");
        String link = page.locator(".made .secret").textContent();
        see(page, who + "-invited", width);

        page.navigate(link);
        page.fill("input[name=password]", PASSWORD);
        page.fill("input[name=again]", "another");
        page.press("input[name=again]", "Enter");
        page.locator(".faults").waitFor();
        see(page, who + "-invitation", width);
        assertThat(wrong).isEmpty();
    }

    private void see(Page page, String seen, int width) {
        look(page, seen, width);
        wrong(page, seen);
        Pictures.of(page, seen);
    }

    private static void look(Page page, String seen, int width) {
        assertThat(page.content()).as("words without a translation: " + seen).doesNotContain("??");
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("nothing to scroll sideways: " + seen)
                .isEqualTo(width);
    }

    /** Makes a package, and gives it a file that lacks columns of KBART, has one of its own, and ISSNs that cannot be right. */
    private static void takeTitles(Page page, String id) {
        page.navigate(site.address("/admin/packages"));
        page.fill("input[name=package_id]", id);
        page.fill("input[name=name]", "Package of " + id);
        page.press("input[name=name]", "Enter");
        page.waitForURL("**/admin/packages/" + id);
        String titles = """
                publication_title\tprint_identifier\ttitle_id\tpublication_type\tshelf
                One\t1234-5678\tone\tserial\tA1
                Two\t1234-5678\ttwo\tserial\tA1
                """;
        page.setInputFiles(
                "input[type=file]",
                new FilePayload(
                        "titles-of-a-package-with-a-long-name_2026-11-22.txt", "text/plain", titles.getBytes(UTF_8)));
        page.locator("form:has(input[type=file]) button").first().click();
        page.locator(".warnings[role=status]").waitFor();
    }

    @AfterEach
    void close() {
        site.closeWindow();
    }

    /** Compressed, with an empty cache: pictures, scripts and all. */
    @ParameterizedTest
    @ValueSource(strings = {"overview", "titles", "routes", "days?month=2026-10&day=2026-10-14"})
    void aPageIsLightAndAsksNobodyElse(String path) {
        try (BrowserContext window = site.window(BrowsedSite.READER, 1440, ColorScheme.LIGHT, true)) {
            Page page = window.newPage();
            List<Request> requests = new ArrayList<>();
            page.onRequestFinished(requests::add);
            page.navigate(site.address("/space/valmont/" + path));
            page.waitForLoadState(LoadState.NETWORKIDLE);
            // asking a request for its size lets the browser report further ones into the list
            List<Request> finished = List.copyOf(requests);
            assertThat(finished)
                    .hasSizeGreaterThan(3)
                    .allSatisfy(request -> assertThat(request.url()).startsWith(site.address("/")));
            int bytes = finished.stream()
                    .mapToInt(request -> request.sizes().responseBodySize)
                    .sum();
            assertThat(bytes).isBetween(5_000, LIGHT);
        }
    }
}
