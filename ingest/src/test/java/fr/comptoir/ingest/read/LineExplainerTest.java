package fr.comptoir.ingest.read;

import static fr.comptoir.ingest.read.Log.line;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.ingest.input.Content;
import fr.comptoir.ingest.input.Input;
import fr.comptoir.ingest.robot.RobotPattern;
import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.action.Ledger;
import fr.comptoir.model.action.LineOutcome;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class LineExplainerTest {
    private static List<ExplainedLine> explain(String text, Predicate<String> wanted, int max) throws Exception {
        List<ExplainedLine> explained = new ArrayList<>();
        try (Content content = Content.open(Input.STANDARD_INPUT, new ByteArrayInputStream(text.getBytes(UTF_8)))) {
            new LineExplainer(Site.combined().rules()).explain(content, wanted, max, explained::add);
        }
        return explained;
    }

    private static final String TEXT = String.join(
            "\n",
            line("GET /article/a1/fulltext HTTP/1.1", 200),
            line("GET /article/a1/fulltext?x=1 HTTP/1.1", 403),
            line("GET /article/a1 HTTP/1.1", 404),
            line("GET /article/a1 HTTP/1.1", 200, "Googlebot/2.1"),
            line("GET /article/j1 HTTP/1.1", 200),
            line("GET /search?q=x&db=d1 HTTP/1.1", 200),
            line("GET /style.css HTTP/1.1", 200),
            "broken",
            line("GET /article/later HTTP/1.1", 200));

    @Test
    void everyLineOfAnItemIsExplained() throws Exception {
        List<ExplainedLine> lines = explain(TEXT, "a1"::equals, 100);

        assertThat(lines).extracting(ExplainedLine::line).containsExactly(1, 2, 3, 4);
        assertThat(lines)
                .extracting(ExplainedLine::outcome)
                .containsExactly(
                        LineOutcome.ACTION,
                        LineOutcome.ACTION,
                        LineOutcome.EXCLUDED_STATUS,
                        LineOutcome.EXCLUDED_ROBOT);
        assertThat(lines.get(0).kind()).contains(ActionKind.REQUEST);
        assertThat(lines.get(0).pageRule()).isEqualTo("/article/{item}/fulltext");
        assertThat(lines.get(0).agent()).isEqualTo(Log.BROWSER);
        assertThat(lines.get(1).kind()).contains(ActionKind.NO_LICENSE);
        assertThat(lines.get(2).status()).isEqualTo(404);
        assertThat(lines.get(2).kind()).isEmpty();
        assertThat(lines.get(3).robot().map(RobotPattern::pattern)).contains("bot");
        assertThat(lines.get(3).time()).isPresent();
    }

    @Test
    void aDatabaseIsWantedToo() throws Exception {
        assertThat(explain(TEXT, "d1"::equals, 100)).singleElement().satisfies(line -> {
            assertThat(line.line()).isEqualTo(6);
            assertThat(line.databases()).containsExactly("d1");
            assertThat(line.kind()).contains(ActionKind.SEARCHES_PLATFORM);
        });
    }

    @Test
    void withoutAWishEveryLineIsExplainedUpToTheLimit() throws Exception {
        List<ExplainedLine> lines = explain(TEXT, item -> true, 100);

        assertThat(lines).hasSize(9);
        assertThat(lines.get(4).item()).isEqualTo("j1");
        assertThat(lines.get(4).outcome()).isEqualTo(LineOutcome.EXCLUDED_NOT_CONTENT);
        assertThat(lines.get(6).path()).isEqualTo("/style.css");
        assertThat(lines.get(6).pageRule()).isEmpty();
        assertThat(lines.get(7).outcome()).isEqualTo(LineOutcome.MALFORMED);
        assertThat(lines.get(7).text()).isEqualTo("broken");
        assertThat(lines.get(8).outcome()).isEqualTo(LineOutcome.HELD_UNKNOWN_ITEM);
        assertThat(explain(TEXT, item -> true, 4)).isEqualTo(lines.subList(0, 4));
    }

    @Test
    void explanationsSumToTheLedger() throws Exception {
        SplittableRandom random = new SplittableRandom(99);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            lines.add(RandomLines.combined(random));
        }
        String text = String.join("\n", lines);

        Ledger ledger = new Ledger();
        explain(text, item -> true, Integer.MAX_VALUE).forEach(line -> ledger.add(line.outcome(), 1));

        assertThat(ledger).isEqualTo(Log.readText(Site.combined(), text).ledger());
    }
}
