package fr.comptoir.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.site.DocumentsRule;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.PageRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageRulesTest {
    private static final String NO_MATCH = "-";

    private static PageRule rule(String path, Map<String, String> query, String item, List<String> databases) {
        return new PageRule(
                7,
                path,
                query,
                Set.of("GET"),
                databases.isEmpty() ? PageRule.Action.REQUEST : PageRule.Action.SEARCH,
                item,
                "",
                AccessMethod.REGULAR,
                Map.of(),
                Optional.empty(),
                databases,
                ActionKind.SEARCHES_REGULAR);
    }

    private static PageRule rule(String path, String item) {
        return rule(path, Map.of(), item, List.of());
    }

    private static PageMatcher matcher(PageRule... rules) throws InputException {
        return PageRules.of(List.of(rules), "comptoir.yml").newMatcher();
    }

    private static int match(PageMatcher matcher, String target) {
        int question = target.indexOf('?');
        byte[] path = (question < 0 ? target : target.substring(0, question)).getBytes(UTF_8);
        byte[] query = (question < 0 ? "" : target.substring(question + 1)).getBytes(UTF_8);
        return matcher.match(path, 0, path.length, query, 0, query.length);
    }

    private static String item(PageMatcher matcher, String target) {
        if (match(matcher, target) == PageRules.NONE) {
            return NO_MATCH;
        }
        return new String(matcher.itemBytes(), matcher.itemFrom(), matcher.itemTo() - matcher.itemFrom(), UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "/article/a1, a1",
        "/article/10.5555%2Fa1, 10.5555/a1",
        "/article/10.5555%2fa1, 10.5555/a1",
        "/article/10.5555/a1, -",
        "/article/, -",
        "/article, -",
        "/article/a1/, -",
        "//article/a1, -",
        "/article//a1, -",
        "/Article/a1, -",
        "/%61rticle/a1, a1",
        "/article/a%20b, a b",
        "/article/a+b, a+b",
        "/article/100%, 100%",
        "/article/%zz%4, %zz%4",
        "/article/%C3%A9t%C3%A9, été",
        "article/a1, -",
        "*, -",
    })
    void aSegmentIsDecodedOnItsOwnAndMatchedLiterally(String path, String expected) throws InputException {
        assertThat(item(matcher(rule("/article/{item}", "{item}")), path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/book/b1.epub, b1",
        "/book/b1.epub.epub, b1.epub",
        "/book/.epub, -",
        "/book/b1.EPUB, -",
        "/book/b1.epubx, -",
        "/book/b1%2Eepub, b1",
    })
    void aCaptureMayBePartOfASegment(String path, String expected) throws InputException {
        assertThat(item(matcher(rule("/book/{item}.epub", "{item}")), path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/j/nature.12.34, nature-12-34",
        "/j/nature.12.34.5, nature-12-34.5",
        "/j/nature..34, -",
        "/j/nature.12., -",
        "/j/.12.34, -",
        "/j/n..1.2, n-.1-2",
        "/j/nature.12, -",
    })
    void ofSeveralCapturesEachTakesTheLeastAndTheLastTheRest(String path, String expected) throws InputException {
        assertThat(item(matcher(rule("/j/{journal}.{volume}.{page}", "{journal}-{volume}-{page}")), path))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/a, a",
        "/api/a/b%2Fc/d, a/b/c/d",
        "/api/a/, a/",
        "/api/, -",
        "/api, -",
        "/api//, /",
    })
    void threeDotsTakeTheRestOfThePath(String path, String expected) throws InputException {
        assertThat(item(matcher(rule("/api/{item...}", "{item}")), path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/view?id=7, 7",
        "/view?x=1&id=a%2Fb+c, a/b c",
        "/view?id=&id=9, 9",
        "/view?id=8&id=9, 8",
        "/view?id=, ''",
        "/view?ID=7, ''",
        "/view, ''",
    })
    void anItemMayComeFromTheQuery(String target, String expected) throws InputException {
        assertThat(item(matcher(rule("/view", "{query.id}")), target)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/search?q=cat, 0",
        "/search?a=b&q=cat&c, 0",
        "/search?q=&q=x, 0",
        "/search?%71=x, 0",
        "/search?q=, -1",
        "/search?q, -1",
        "/search?qq=x, -1",
        "/search, -1",
    })
    void aStarMeansPresentAndNotEmpty(String target, int expected) throws InputException {
        assertThat(match(matcher(rule("/search", Map.of("q", "*"), "", List.of("d"))), target))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/x?format=full+text, 0",
        "/x?format=full%20text, 0",
        "/x?format=pdf&format=full+text, 0",
        "/x?format=Full+text, -1",
        "/x?format=full+text2, -1",
    })
    void anyOtherConditionIsExactAfterDecoding(String target, int expected) throws InputException {
        assertThat(match(matcher(rule("/x", Map.of("format", "full text"), "i", List.of())), target))
                .isEqualTo(expected);
    }

    @Test
    void theFirstRuleWhosePathAndQueryMatchDecides() throws InputException {
        PageMatcher matcher = matcher(
                rule("/a/{item}", Map.of("v", "1"), "{item}", List.of()),
                rule("/{kind}/{item}", "{kind}:{item}"),
                rule("/a/{item}", "{item}"));

        assertThat(match(matcher, "/a/x?v=1")).isZero();
        assertThat(match(matcher, "/a/x?v=2")).isEqualTo(1);
        assertThat(item(matcher, "/a/x")).isEqualTo("a:x");
        assertThat(match(matcher, "/b/x")).isEqualTo(1);
        assertThat(match(matcher, "/b")).isEqualTo(PageRules.NONE);
    }

    /** The first segment is looked up as one word of bytes: as long as that, longer, shorter, encoded, at the end of the buffer or not. */
    @Test
    void firstSegmentsOfEveryLengthFindTheirRules() throws InputException {
        String letters = "abcdefghijklmnopq";
        List<PageRule> rules = new ArrayList<>();
        for (int length = 1; length <= letters.length(); length++) {
            rules.add(rule("/" + letters.substring(0, length) + "/{item}", "{item}"));
        }
        PageMatcher matcher = matcher(rules.toArray(PageRule[]::new));
        for (int length = 1; length <= letters.length(); length++) {
            String segment = letters.substring(0, length);
            assertThat(match(matcher, "/" + segment + "/x")).isEqualTo(length - 1);
            assertThat(match(matcher, "/" + segment + "/a-longer-item")).isEqualTo(length - 1);
            assertThat(match(matcher, "/%61" + segment.substring(1) + "/x")).isEqualTo(length - 1);
            assertThat(match(matcher, "/" + segment + "x/x")).isEqualTo(PageRules.NONE);
            assertThat(match(matcher, "/x" + segment.substring(1) + "/x")).isEqualTo(PageRules.NONE);
            assertThat(match(matcher, "/" + segment)).isEqualTo(PageRules.NONE);
            byte[] path = ("GET /" + segment + "/item HTTP/1.1 and more").getBytes(UTF_8);
            assertThat(matcher.match(path, 4, 10 + length, path, 0, 0)).isEqualTo(length - 1);
        }
        assertThat(match(matcher, "/")).isEqualTo(PageRules.NONE);
        assertThat(match(matcher, "//x")).isEqualTo(PageRules.NONE);
    }

    @Test
    void aRepeatedParameterNamesSeveralDatabasesAndTheSameOneOnce() throws InputException {
        PageMatcher matcher =
                matcher(rule("/s/{site}", Map.of(), "", List.of("{query.db}", "{site}-{query.db}", "always")));

        match(matcher, "/s/x?db=one&db=two&db=one&db=");
        assertThat(matcher.databases()).containsExactly("one", "two", "x-one", "x-two", "always");

        match(matcher, "/s/x");
        assertThat(matcher.databases()).containsExactly("always");
    }

    @Test
    void databasesAreBoundedHoweverLongTheQuery() throws InputException {
        PageMatcher matcher = matcher(rule("/s", Map.of(), "", List.of("{query.a}{query.b}")));
        StringBuilder target = new StringBuilder("/s?x=1");
        for (int i = 0; i < 2_000; i++) {
            target.append("&a=").append(i).append("&b=").append(i);
        }
        match(matcher, target.toString());
        assertThat(matcher.databases()).hasSize(ValueTemplate.VALUES_MAX);
    }

    @ParameterizedTest
    @CsvSource({
        "/archive?size=7, 7, false",
        "/archive?size=0, 0, false",
        "/archive?size=007, 7, false",
        "/archive?size=%37, 7, false",
        "/archive?size=&size=4, 4, false",
        "/archive?size=1000, 1000, false",
        "/archive?size=1001, 1000, true",
        "/archive?size=99999999999999999999999999999999999999, 1000, true",
        "/archive?size=-3, 5, true",
        "/archive?size=abc, 5, true",
        "/archive?size=1e3, 5, true",
        "/archive?size=%D9%A7, 5, true",
        "/archive?size=, 5, true",
        "/archive?q=ocean, 5, true",
        "/archive, 5, true",
    })
    void aNumberOfDocumentsIsDigitsAndNoneIsTooLarge(String target, int count, boolean assumed) throws InputException {
        PageMatcher matcher = matcher(extraction("/archive", "{query.size}"), rule("/a/{item}", "{item}"));
        match(matcher, target);
        assertThat(matcher.documents()).contains(new Documents(count, assumed));
        assertThat(matcher.hasItem()).isFalse();
        match(matcher, "/a/1?size=7");
        assertThat(matcher.documents()).isEmpty();
        match(matcher, "/none?size=7");
        assertThat(matcher.documents()).isEmpty();
    }

    @Test
    void aNumberOfDocumentsMayStandInThePath() throws InputException {
        PageMatcher matcher = matcher(extraction("/archive/{n}.zip", "{n}"));
        match(matcher, "/archive/12.zip");
        assertThat(matcher.documents()).contains(new Documents(12, false));
    }

    private static PageRule extraction(String path, String count) {
        return new PageRule(
                7,
                path,
                Map.of(),
                Set.of("GET"),
                PageRule.Action.IGNORE,
                "{item}",
                "",
                AccessMethod.REGULAR,
                Map.of(),
                Optional.empty(),
                List.of(),
                ActionKind.SEARCHES_REGULAR,
                Optional.empty(),
                Optional.of(new DocumentsRule(count, 5, 1_000)));
    }

    @Test
    void manySegmentsAndParametersAreNoTrouble() throws InputException {
        PageMatcher matcher = matcher(rule("/r/{item...}", "{item}"));
        assertThat(item(matcher, "/r" + "/a".repeat(5_000))).isEqualTo("a" + "/a".repeat(4_999));
        assertThat(item(matcher, "/r" + "/%2F".repeat(500))).hasSize(999);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "article/{item}|{item}|begins with a slash",
                "/a/{item|{item}|not closed",
                "/a/item}|x|never opened",
                "/a/{}|x|no name",
                "/a/{b}{c}|{b}|something between",
                "/a/{b...}/c|{b}|whole of the last segment",
                "/a/x{b...}|{b}|whole of the last segment",
                "/a/{...}|x|whole of the last segment",
                "/a/{b}/{b}|{b}|stands twice",
                "/a/{b}|{c}|neither in the path nor",
                "/a/{b}|{query.}|neither in the path nor",
            })
    void aWrongRuleIsSaidWithItsLine(String path, String item, String expected) {
        assertThatThrownBy(() -> PageRules.of(List.of(rule(path, item)), "comptoir.yml"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("comptoir.yml:7: pages: ")
                .hasMessageContaining(expected);
    }

    @Test
    void allWrongRulesAreSaidAtOnce() {
        assertThatThrownBy(() -> PageRules.of(List.of(rule("a", "x"), rule("/b", "x"), rule("/{", "x")), "f"))
                .isInstanceOfSatisfying(
                        InputException.class,
                        wrong -> assertThat(wrong.problems()).hasSize(2));
    }

    @Test
    void aRuleIsDescribedByItsPathAndConditions() throws InputException {
        PageRules rules = PageRules.of(
                List.of(rule("/a/{item}", "{item}"), rule("/s", Map.of("q", "*", "a", "1"), "i", List.of())), "f");
        List<String> descriptions = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            descriptions.add(rules.describe(i));
        }
        assertThat(descriptions).containsExactly("/a/{item}", "/s?a=1&q=*");
    }
}
