package fr.comptoir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The guide and the tour in a real browser. Also takes the guide's pictures, by doing what the guide says, into {@code target/guide}; with
 * {@code -Dcomptoir.guide=write} they take the place of those that the service shows.
 */
class GuideIT {
    private static final String SPACE = "/space/valmont/";
    private static final String CONSORTIUM_SPACE = "/space/garance/";
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 860;
    /** Where the service has them, from the folder of this module. */
    private static final Path SHOWN = Path.of("..", "server", "src", "main", "resources", "static", "app", "guide");

    /** No picture that is shown is without its drawing, and what was drawn last is on the screen. */
    private static final String DRAWN = "() => [...document.querySelectorAll('.picture')]"
            + ".every(picture => !picture.offsetParent || picture.querySelector('svg'))"
            + " && new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true))))";

    @TempDir
    private static Path folder;

    private static BrowsedSite site;

    private Page page;

    @BeforeAll
    static void serve() throws Exception {
        // Two years make the pictures; what they show is there in less.
        site = BrowsedSite.in(folder.resolve("site"), isWriting() ? 25 : 6, isWriting() ? 6_000 : 3_000);
    }

    private static boolean isWriting() {
        return "write".equals(System.getProperty("comptoir.guide"));
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    private void open(String who, int width, ColorScheme colours, boolean scripts) {
        page = site.open(who, width, HEIGHT, colours, scripts);
    }

    /** In light; and in French in dark too, for words have no colours. */
    private List<String> violations(String who) {
        return who.equals(BrowsedSite.READER) ? Axe.violationsInBothModes(page) : Axe.violations(page);
    }

    @AfterEach
    void close() {
        site.closeWindow();
    }

    @Test
    void whoIsNewIsShownAroundOnce() {
        open(BrowsedSite.NEW, 1440, ColorScheme.LIGHT, false);
        page.navigate(site.address(SPACE + "overview"));
        assertThat(page.locator(".tour li a").count())
                .as("without scripts, a list")
                .isEqualTo(7);
        for (Locator stop : page.locator(".tour li a").all()) {
            assertThat(page.locator(stop.getAttribute("href")).count()).isEqualTo(1);
        }

        open(BrowsedSite.NEW, 1440, ColorScheme.LIGHT, true);
        page.navigate(site.address(SPACE + "overview?compare=none"));
        assertThat(Axe.violations(page)).isEmpty();
        assertThat(page.locator(".tour li:visible").count()).isEqualTo(1);
        Locator next = page.locator(".tour button[value=next]");
        next.focus();
        for (int stop = 2; stop <= 7; stop++) {
            page.keyboard().press("Enter");
            assertThat(page.locator(".tour .at").textContent()).contains(stop + " sur 7");
            assertThat(page.locator(".toured").count()).isEqualTo(1);
        }
        assertThat(next.isVisible()).isFalse();
        page.keyboard().press("Enter");
        page.waitForURL("**/overview");
        assertThat(page.locator(".tour").count()).isZero();
        page.navigate(site.address(SPACE + "overview?tour"));
        assertThat(page.locator(".tour").count()).as("when asked for").isEqualTo(1);
        page.locator(".tour button[value=next]").focus();
        page.keyboard().press("Escape");
        page.waitForURL("**/overview");
        assertThat(page.locator(".tour").count()).isZero();
        assertThat(site.said).isEmpty();
    }

    /** It scrolls away with the page until somebody takes it, and then stays below what it shows. */
    @Test
    void theTourLeavesThePageOfAPhoneFree() {
        open(BrowsedSite.ENGLISH, 390, ColorScheme.LIGHT, true);
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        page.navigate(site.address(SPACE + "overview?tour"));
        Locator tour = page.locator(".tour");
        page.evaluate("scrollTo(0, 1500)");
        assertThat(tour.boundingBox().y + tour.boundingBox().height).isNegative();
        page.evaluate("scrollTo(0, 0)");
        page.locator(".tour button[value=next]").press("Enter");
        page.locator(".toured").waitFor();
        assertThat(tour.boundingBox().y).isGreaterThan(HEIGHT / 2.0);
        assertThat(page.locator(".toured").boundingBox().y).isBetween(0.0, tour.boundingBox().y);
        assertThat(Axe.violations(page)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"reader, 1440", "english, 1440", "reader, 390", "english, 390"})
    void theGuideIsWholeInBothLanguages(String who, int width) {
        open(who, width, ColorScheme.LIGHT, true);
        page.navigate(site.address("/guide"));
        assertThat(page.content()).doesNotContain("??");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        for (Locator chapter : page.locator(".guide nav a").all()) {
            assertThat(page.locator(chapter.getAttribute("href")).textContent().strip())
                    .hasSizeGreaterThan(100);
        }
        List<Locator> pictures = page.locator(".guide img").all();
        assertThat(pictures).hasSize(12);
        for (Locator picture : pictures) {
            picture.scrollIntoViewIfNeeded();
            page.waitForCondition(() -> Boolean.TRUE.equals(picture.evaluate("image => image.complete")));
            assertThat(picture.evaluate("image => image.naturalWidth + 'x' + image.naturalHeight"))
                    .as(picture.getAttribute("src"))
                    .isEqualTo(picture.getAttribute("width") + "x" + picture.getAttribute("height"));
        }
        assertThat(violations(who)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {BrowsedSite.READER, BrowsedSite.ENGLISH})
    void whatTheGuideSaysCanBeDone(String who) throws Exception {
        open(who, WIDTH, ColorScheme.LIGHT, true);
        page.navigate(site.address(SPACE + "overview"));
        picture(who, "overview");
        page.click("#panel-kinds tbody th a >> nth=0");
        page.waitForURL("**?data_type=*");
        page.click("#panel-access tbody th a >> nth=0");
        page.waitForURL("**access_type=*");
        page.locator(".chip .turn").last().click();
        page.waitForURL("**not_access_type=*");
        assertThat(page.locator(".chip").count()).isEqualTo(2);
        picture(who, "narrowed");
        page.navigate(site.address(SPACE + "titles"));
        page.click(".titles tbody th a >> nth=0");
        page.waitForURL("**/title?**");
        picture(who, "title");
        page.locator("#panel-title-months .show-table").check();
        page.click("#panel-title-months tbody tr:last-child th a");
        page.waitForURL("**/explain?**");
        picture(who, "explain");
        page.navigate(site.address(SPACE + "reports"));
        picture(who, "reports");
        page.navigate(site.address(SPACE + "overview"));
        page.locator("#panel-months .show-table").check();
        page.click("#panel-months tbody tr:last-child th a");
        page.waitForURL("**/days?month=*");
        page.locator("#panel-days .show-table").check();
        page.locator("#panel-days tbody th a").nth(13).click();
        page.waitForURL("**&day=*");
        picture(who, "days");
        page.navigate(site.address(SPACE + "packages"));
        assertThat(page.locator(".titles tbody tr").count()).isGreaterThan(2);
        picture(who, "packages");
        page.navigate(site.address(SPACE + "routes"));
        page.locator("#panel-flow .picture svg").waitFor();
        picture(who, "routes");
        assertThat(site.said).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {BrowsedSite.READER, BrowsedSite.ENGLISH})
    void aCorrectionIsMarkedAndTold(String who) throws Exception {
        open(consortium(who), WIDTH, ColorScheme.LIGHT, true);
        page.navigate(site.address(CONSORTIUM_SPACE + "overview"));
        assertThat(page.locator(".marks .corrected a").count()).isEqualTo(1);
        page.locator("#panel-months").evaluate("panel => { panel.scrollIntoView(); scrollBy(0, -8); }");
        picture(who, "marks", 410);
        page.click(".warnings[role=status] a");
        page.waitForURL("**/restatements/*");
        assertThat(page.locator("main table tbody tr").count()).isPositive();
        picture(who, "correction", endOfRow("main table tbody tr", 560));
        assertThat(violations(who)).isEmpty();
        assertThat(site.said).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {BrowsedSite.READER, BrowsedSite.ENGLISH})
    void whatIsUnusualIsACase(String who) throws Exception {
        boolean french = who.equals(BrowsedSite.READER);
        open(french ? BrowsedSite.ADMINISTRATOR : BrowsedSite.ENGLISH_ADMINISTRATOR, WIDTH, ColorScheme.LIGHT, true);
        page.navigate(site.address("/admin/anomalies"));
        page.click("main tbody a >> nth=0");
        page.waitForURL("**/admin/anomalies/*");
        picture(who, "unusual", 658);
        assertThat(violations(who)).isEmpty();
        page.navigate(site.address("/admin/restatements"));
        page.click("main tbody a[href*='/restatements/'] >> nth=0");
        page.waitForURL("**/admin/restatements/*");
        assertThat(page.locator("main table tbody tr").count()).isPositive();
        assertThat(violations(who)).isEmpty();
        assertThat(site.said).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {BrowsedSite.READER, BrowsedSite.ENGLISH})
    void aConsortiumSeesItsMembersSideBySide(String who) throws Exception {
        open(consortium(who), WIDTH, ColorScheme.LIGHT, true);
        page.navigate(site.address(CONSORTIUM_SPACE + "institutions"));
        assertThat(page.locator(".titles tbody tr").count()).isGreaterThan(2);
        picture(who, "institutions");
    }

    private static String consortium(String who) {
        return who.equals(BrowsedSite.READER) ? BrowsedSite.CONSORTIUM : BrowsedSite.ENGLISH_CONSORTIUM;
    }

    /** Where the last row ends that is whole above a place, from the top of the page. */
    private int endOfRow(String rows, int above) {
        Object end = page.evaluate(
                "([rows, above]) => Math.max(...[...document.querySelectorAll(rows)]"
                        + ".map(row => Math.floor(row.getBoundingClientRect().bottom + scrollY))"
                        + ".filter(end => end <= above))",
                List.of(rows, above));
        return ((Number) end).intValue();
    }

    private void picture(String who, String name) throws Exception {
        picture(who, name, HEIGHT);
    }

    /** Of what stands at the top, once all charts are drawn. */
    private void picture(String who, String name, int height) throws Exception {
        page.waitForLoadState();
        page.waitForFunction(DRAWN);
        String language = who.equals(BrowsedSite.READER) ? "fr" : "en";
        Path taken = Path.of("target", "guide", language, name + ".png");
        Files.createDirectories(taken.getParent());
        byte[] png = page.screenshot(new Page.ScreenshotOptions().setPath(taken).setClip(0, 0, WIDTH, height));
        Path shown = SHOWN.resolve(language).resolve(name + ".webp");
        if (isWriting()) {
            Files.createDirectories(shown.getParent());
            Files.write(shown, light(png));
        }
        assertThat(shown)
                .as("the guide's picture; -Dcomptoir.guide=write makes it")
                .exists();
    }

    /** As WebP, a third of the size, which the browser writes itself. */
    private byte[] light(byte[] png) {
        try (Page blank = page.context().newPage()) {
            Object webp = blank.evaluate("""
                    async png => {
                      const picture = await createImageBitmap(await (await fetch('data:image/png;base64,' + png)).blob());
                      const canvas = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height });
                      canvas.getContext('2d').drawImage(picture, 0, 0);
                      return canvas.toDataURL('image/webp', 0.45).split(',')[1];
                    }
                    """, Base64.getEncoder().encodeToString(png));
            return Base64.getDecoder().decode(webp.toString());
        }
    }

    /** With all its pictures the guide is no heavier than any page may be. */
    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void theGuideIsLight(String language) throws Exception {
        long bytes = 0;
        try (Stream<Path> pictures = Files.list(SHOWN.resolve(language))) {
            for (Path picture : pictures.toList()) {
                bytes += Files.size(picture);
            }
        }
        assertThat(bytes).isPositive().isLessThan(440_000);
    }
}
