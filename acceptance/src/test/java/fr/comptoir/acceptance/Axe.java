package fr.comptoir.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Looks at a page with axe. Its own builder takes thrice as long: it hands all that is right to Java too, and opens another page for each
 * look.
 */
final class Axe {
    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** The rules that light and dark can answer differently: all others look at words and at how a page is built. */
    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    private static final String SOURCE = source();
    private static final String LOOK = """
            async rules => {
              const found = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
              return found.violations.map(one => `${one.id}: ${one.help} ${one.nodes[0].html}`);
            }
            """;

    private Axe() {}

    /** What keeps anybody out, by WCAG 2.2 at level AA and by good practice, each with the first place of it. */
    static List<String> violations(Page page) {
        return look(page, TAGS);
    }

    /** The same in light and in dark: in the mode that the page is not in, what depends on colours, without another load. */
    static List<String> violationsInBothModes(Page page) {
        List<String> found = new ArrayList<>(violations(page));
        boolean isDark = (Boolean) page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches");
        turn(page, isDark ? ColorScheme.LIGHT : ColorScheme.DARK);
        look(page, OF_COLOURS).forEach(one -> found.add((isDark ? "in light: " : "in dark: ") + one));
        turn(page, isDark ? ColorScheme.DARK : ColorScheme.LIGHT);
        return found;
    }

    private static void turn(Page page, ColorScheme to) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(to));
    }

    /** @param rules names or tags, not both */
    private static List<String> look(Page page, List<String> rules) {
        if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(SOURCE);
        }
        return ((List<?>) page.evaluate(LOOK, rules))
                .stream().map(String::valueOf).toList();
    }

    private static String source() {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script, "axe").readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
