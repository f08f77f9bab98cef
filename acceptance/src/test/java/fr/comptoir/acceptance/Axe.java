package fr.comptoir.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * Looks at a page with axe. Its own builder takes thrice as long: it hands all that is right to Java too, and opens another page for each
 * look.
 */
final class Axe {
    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final String SOURCE = source();
    private static final String LOOK = """
            async tags => {
              const found = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
              return found.violations.map(one => `${one.id}: ${one.help} ${one.nodes[0].html}`);
            }
            """;

    private Axe() {}

    /** What keeps anybody out, by WCAG 2.2 at level AA and by good practice, each with the first place of it. */
    static List<String> violations(Page page) {
        if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(SOURCE);
        }
        return ((List<?>) page.evaluate(LOOK, TAGS))
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
