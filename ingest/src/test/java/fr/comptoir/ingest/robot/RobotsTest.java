package fr.comptoir.ingest.robot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.comptoir.model.site.InputException;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RobotsTest {
    private static final Robots SHIPPED = Robots.shipped();

    private static Robots list(String json) throws InputException {
        return Robots.of(json.getBytes(UTF_8), "robots.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "Mozilla/5.0",
                "curl/8.5.0",
                "Wget/1.21",
                "python-requests/2.31",
                "Java/17.0.1",
                "okhttp/4.12",
                "Apache-HttpClient/4.5",
                "Go-http-client/1.1",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/120.0.0.0 Safari/537.36",
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
                "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)",
                "ClaudeBot/1.0",
                "axios/1.6",
                "Scrapy/2.11",
                "libwww-perl/6",
                "facebookexternalhit/1.1",
                "Mozilla/5.0 (Linux; Android 9; CUBOT_NOVA) AppleWebKit/537.36 Chrome/90 Mobile Safari/537.36",
                "Mozilla/5.0 (compatible; Barkrowler/0.9; +https://babbar.tech/crawler)",
                "meta-externalagent/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)",
                "Mozilla/4.0 (compatible;)",
                "Mozilla/4.0+(compatible;)",
            })
    void theShippedListFindsRobots(String agent) {
        assertThat(SHIPPED.match(agent)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Java/17",
                "ChatGPT-User/1.0",
                "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; Claude-User/1.0; +Claude-User@anthropic.com)",
                "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; Perplexity-User/1.0; +https://perplexity.ai/perplexity-user)",
                "PostmanRuntime/7.36.0",
                "node-fetch/1.0",
                "Zotero/6.0.30",
                "EndNote/20.6",
                "Mendeley Desktop/1.19.8",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.2592.81",
                "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36",
                "Mozilla/5.0 (Linux; Android 12; moto g(60)) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36",
                "Mozilla/5.0 (Linux; Android 9; KFMAWI) AppleWebKit/537.36 (KHTML, like Gecko) Silk/108.4.6 like Chrome/108.0.5359.160 Safari/537.36",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 OPR/112.0.0.0",
            })
    void theShippedListLeavesPeopleAlone(String agent) {
        assertThat(SHIPPED.match(agent)).isEmpty();
    }

    @Test
    void theShippedListSaysWhichItIs() {
        assertThat(SHIPPED.size())
                .isGreaterThan(700)
                .isEqualTo(SHIPPED.patterns().size());
        assertThat(SHIPPED.date()).matches("20\\d\\d-\\d\\d-\\d\\d");
        assertThat(SHIPPED.sha256()).matches("[0-9a-f]{64}");
    }

    @Test
    void everyPatternOfTheShippedListCompiles() {
        assertThat(SHIPPED.patterns())
                .allSatisfy(entry ->
                        assertThat(RobotSearch.compile(entry).pattern()).isNotNull());
    }

    @Test
    void theFirstPatternThatMatchesIsGiven() throws InputException {
        Robots robots = list("[{\"pattern\": \"zeta\"}, {\"pattern\": \"bot\"}, {\"pattern\": \"googlebot\"}]");

        assertThat(robots.match("GoogleBot zeta").map(RobotPattern::number)).contains(1);
        assertThat(robots.match("GoogleBot").map(RobotPattern::pattern)).contains("bot");
        assertThat(robots.match("Firefox")).isEmpty();
    }

    @Test
    void plusSignsAreReadAsTheyAreAndAsBlanks() throws InputException {
        Robots robots = list("[{\"pattern\": \"^Full Text\"}, {\"pattern\": \"a\\\\+b\"}]");

        assertThat(robots.match("Full+Text")).isPresent();
        assertThat(robots.match("Full%20Text")).isPresent();
        assertThat(robots.match("a+b")).isPresent();
        assertThat(robots.match("a b")).isEmpty();
    }

    @Test
    void otherMembersOfAnEntryAreReadOver() throws InputException {
        Robots robots = list("""
                [{"description": "d\\u00e9j\\u00e0 \\"vu\\"", "x": [1, {"y": null}], "pattern": "b\\\\wt", "Listed as": -1.5e3,
                  "last_changed": "2020-02-03"},
                 {"pattern": "crawl", "last_changed": "2019-12-31", "ok": true}]
                """);

        assertThat(robots.size()).isEqualTo(2);
        assertThat(robots.date()).isEqualTo("2020-02-03");
        assertThat(robots.match("a bot")).isPresent();
    }

    @Test
    void aWrongExpressionIsSaidWithItsEntry() {
        assertThatThrownBy(() -> list("[{\"pattern\": \"ok\"}, {\"pattern\": \"a(b\"}, {\"pattern\": \"[\"}]"))
                .isInstanceOfSatisfying(InputException.class, wrong -> {
                    assertThat(wrong.problems()).hasSize(2);
                    assertThat(wrong).hasMessageContaining("robots.json: entry 2: \"a(b\"");
                    assertThat(wrong).hasMessageContaining("entry 3");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[1]",
                "[{\"pattern\": \"a\"}",
                "[{\"name\": \"a\"}]",
                "[] x",
                "[{\"pattern\": \"\\q\"}]"
            })
    void whatIsNoListIsRefused(String json) {
        assertThatThrownBy(() -> list(json))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("robots.json: not a list of robots");
    }

    @Test
    void theQuickSearchFindsWhatEachPatternWouldFind() {
        SplittableRandom random = new SplittableRandom(20_260_101L);
        List<Pattern> all =
                SHIPPED.patterns().stream().map(RobotSearch::compile).toList();
        List<String> parts = SHIPPED.patterns().stream()
                .map(entry -> entry.pattern().replaceAll("[\\\\^$()?:\\[\\]]|-i", ""))
                .toList();
        for (int i = 0; i < 400; i++) {
            String agent = random.nextInt(3) == 0 ? "Mozilla/5.0 (X11; Linux x86_64) " : "";
            agent += parts.get(random.nextInt(parts.size()));
            agent += random.nextInt(2) == 0 ? "/" + random.nextInt(20) + "." + random.nextInt(20) : "";
            String blank = agent.replace('+', ' ').replace("%20", " ");
            Optional<Integer> expected = Optional.empty();
            for (int n = 0; n < all.size() && expected.isEmpty(); n++) {
                if (all.get(n).matcher(agent).find()
                        || all.get(n).matcher(blank).find()) {
                    expected = Optional.of(n + 1);
                }
            }
            assertThat(SHIPPED.match(agent).map(RobotPattern::number)).as(agent).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bot=bot",
                "^Buck\\/[0-9]=buck/",
                "a(b|c)longer=longer",
                "ab?cde=cde",
                "abc+d=abc",
                "x{2,3}yz=yz",
                "one|two=",
                "(?i)abc=",
                "(?-i:Sonic)=sonic",
                "[^a]fish=fish",
                "[]abc]xyz=xyz",
                "\\d{1,2}.\\d=",
                "http.?client=client",
                "\\x41bcdef=",
                "abc\\Qdef\\E=",
            })
    void aPatternNeedsItsLongestLiteral(String patternAndLiteral) {
        int at = patternAndLiteral.lastIndexOf('=');
        assertThat(RequiredLiteral.of(patternAndLiteral.substring(0, at)))
                .isEqualTo(patternAndLiteral.substring(at + 1));
    }

    @Test
    void anEndlessAgentIsJudgedByItsBeginning() {
        assertThat(SHIPPED.match("y".repeat(100_000) + "bot")).isEmpty();
        assertThat(SHIPPED.match("bot" + "y".repeat(100_000))).isPresent();
    }
}
