package fr.comptoir.acceptance;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Locale;

/** Pictures of whole pages for people to look at, in {@code target/pictures}; with {@code -Dcomptoir.pictures=none} none, which saves a minute. */
final class Pictures {
    private static final Path FOLDER = Path.of("target", "pictures");
    private static final boolean TAKEN = !"none".equals(System.getProperty("comptoir.pictures"));

    private Pictures() {}

    static void of(Page page, String name) {
        if (TAKEN) {
            String file = name.toLowerCase(Locale.ROOT).replaceAll("\\W+", "-") + ".png";
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(FOLDER.resolve(file)).setFullPage(true));
        }
    }
}
