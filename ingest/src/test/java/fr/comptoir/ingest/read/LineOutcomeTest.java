package fr.comptoir.ingest.read;

import static fr.comptoir.ingest.read.Log.line;
import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.action.LineOutcome;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each place where a line can end, in the order in which they are tried. */
class LineOutcomeTest {
    private static LineOutcome outcome(String line) {
        Log.Read read = Log.read(Site.combined(), line);
        assertThat(read.ledger().lines()).isEqualTo(1);
        for (LineOutcome outcome : LineOutcome.values()) {
            if (read.ledger().count(outcome) == 1) {
                return outcome;
            }
        }
        throw new AssertionError(read);
    }

    private static LineOutcome outcome(String request, int status) {
        return outcome(line(request, status));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "not a line",
                "192.0.2.7 - - [31/Feb/2024:10:00:00 +0000] \"GET /article/a1 HTTP/1.1\" 200 512 \"-\" \"A\"",
                "192.0.2.7 - - [15/Jun/2024:10:00:00 +0000] \"GET /article/a1 HTTP/1.1\" 200 512 \"-\" \"A\" more",
                "192.0.2.7 - - [15/Jun/2024:10:00:00 +0000] \"GET /article/a1 HTTP/1.1\" 200 512 \"-\"",
            })
    void malformed(String line) {
        assertThat(outcome(line)).isEqualTo(LineOutcome.MALFORMED);
    }

    @Test
    void malformedLinesGoToTheRejectsWithTheirNumbers() {
        Log.Read read = Log.read(
                Site.combined(),
                line("GET /article/a1 HTTP/1.1", 200),
                "broken",
                "",
                line("GET /x HTTP/1.1", 200),
                "b\r");

        assertThat(read.rejects()).containsExactly("1:2:broken", "1:3:", "1:5:b");
        assertThat(read.result().rejectsKept()).isEqualTo(3);
        assertThat(read.ledger().count(LineOutcome.MALFORMED)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                "\\x16\\x03\\x01",
                "HEAD /article/a1 HTTP/1.1",
                "POST /article/a1 HTTP/1.1",
                "OPTIONS * HTTP/1.1",
                "get /article/a1 HTTP/1.1",
                "POST /unknown HTTP/1.1",
                "GET /share/a1 HTTP/1.1",
                "DELETE /share/a1 HTTP/1.1",
                "POST /search?q=x HTTP/1.1",
                "POST /api/status HTTP/1.1",
            })
    void excludedMethod(String request) {
        assertThat(outcome(request, 200)).isEqualTo(LineOutcome.EXCLUDED_METHOD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1",
                "GET /styles/main.css HTTP/1.1",
                "GET /article/a1/ HTTP/1.1",
                "GET //article/a1 HTTP/1.1",
                "GET /ARTICLE/a1 HTTP/1.1",
                "GET /api/status HTTP/1.1",
                "HEAD /api/status HTTP/1.1",
                "GET /journal/j1 HTTP/1.1",
                "GET /article/j1 HTTP/1.1",
                "GET /article/d1 HTTP/1.1",
                "GET /search HTTP/1.1",
                "GET /search?q= HTTP/1.1",
                "GET /styles/main.css",
            })
    void excludedNotContent(String request) {
        assertThat(outcome(request, 200)).isEqualTo(LineOutcome.EXCLUDED_NOT_CONTENT);
        assertThat(outcome(request, 404)).isEqualTo(LineOutcome.EXCLUDED_NOT_CONTENT);
        assertThat(outcome(line(request, 200, "Googlebot/2.1"))).isEqualTo(LineOutcome.EXCLUDED_NOT_CONTENT);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /article/a1 HTTP/1.1, 206",
        "GET /article/a1 HTTP/1.1, 301",
        "GET /article/a1 HTTP/1.1, 404",
        "GET /article/a1 HTTP/1.1, 403",
        "GET /article/unknown HTTP/1.1, 404",
        "GET /article/a1/fulltext HTTP/1.1, 500",
        "GET /search?q=x HTTP/1.1, 500",
    })
    void excludedStatus(String request, int status) {
        assertThat(outcome(request, status)).isEqualTo(LineOutcome.EXCLUDED_STATUS);
        assertThat(outcome(line(request, status, "Googlebot/2.1"))).isEqualTo(LineOutcome.EXCLUDED_STATUS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Googlebot/2.1", "-", "", "x", "a \\\"bot\\\"", "ro\\x62ot", "x full+text y"})
    void excludedRobot(String agent) {
        for (String request : List.of("/article/a1", "/article/unknown", "/search?q=x", "/article/a1/fulltext")) {
            assertThat(outcome(line("GET " + request + " HTTP/1.1", 200, agent)))
                    .isEqualTo(LineOutcome.EXCLUDED_ROBOT);
        }
    }

    @Test
    void aDeniedRobotIsARobot() {
        assertThat(outcome(line("GET /article/a1/fulltext HTTP/1.1", 403, "bot")))
                .isEqualTo(LineOutcome.EXCLUDED_ROBOT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /article/unknown HTTP/1.1", "GET /article/A1 HTTP/1.1", "GET /api/x/y HTTP/1.1"})
    void heldUnknownItem(String request) {
        assertThat(outcome(request, 200)).isEqualTo(LineOutcome.HELD_UNKNOWN_ITEM);
    }

    @Test
    void whatIsHeldIsKeptAsARow() {
        Log.Read read = Log.read(Site.combined(), line("GET /article/later/pdf HTTP/1.1", 200));

        assertThat(read.rows()).singleElement().satisfies(row -> {
            assertThat(row.item()).isEqualTo("later");
            assertThat(row.kind()).isEqualTo(ActionKind.REQUEST);
            assertThat(row.format()).isEqualTo("PDF");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "GET /article/a1 HTTP/1.1, 200, INVESTIGATION, a1, ''",
        "GET /article/a1 HTTP/1.1, 304, INVESTIGATION, a1, ''",
        "GET /article/a1, 200, INVESTIGATION, a1, ''",
        "GET /article/a1?utm=x&y HTTP/1.1, 200, INVESTIGATION, a1, ''",
        "GET http://www.example.org/article/a1 HTTP/1.1, 200, INVESTIGATION, a1, ''",
        "GET https://www.example.org:8443/article/a1?x=/y HTTP/1.1, 200, INVESTIGATION, a1, ''",
        "GET /article/10.5555%2Fa3 HTTP/1.1, 200, INVESTIGATION, 10.5555/a3, ''",
        "GET /article/%C3%A9t%C3%A9 HTTP/1.1, 200, INVESTIGATION, été, ''",
        "GET /article/\\xc3\\xa9t\\xc3\\xa9 HTTP/1.1, 200, INVESTIGATION, été, ''",
        "GET /article/a1/fulltext HTTP/1.1, 200, REQUEST, a1, HTML",
        "GET /article/a1/fulltext HTTP/1.1, 403, NO_LICENSE, a1, HTML",
        "GET /article/a1/fulltext HTTP/1.1, 429, LIMIT_EXCEEDED, a1, HTML",
        "GET /article/a2/pdf HTTP/1.1, 200, REQUEST, a2, PDF",
        "GET /book/b1.epub HTTP/1.1, 200, REQUEST, b1, EPUB",
        "POST /share/a1 HTTP/1.1, 200, INVESTIGATION, a1, ''",
        "GET /api/10.5555/a3 HTTP/1.1, 200, REQUEST, 10.5555/a3, ''",
    })
    void actions(String request, int status, ActionKind kind, String item, String format) {
        assertThat(outcome(request, status)).isEqualTo(LineOutcome.ACTION);
        assertThat(Log.read(Site.combined(), line(request, status)).rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.kind()).isEqualTo(kind);
                    assertThat(row.item()).isEqualTo(item);
                    assertThat(row.format()).isEqualTo(format);
                    assertThat(row.part()).isZero();
                    assertThat(row.line()).isEqualTo(1);
                });
    }

    @Test
    void aRuleMaySayHowContentWasReachedAndWhatRelease5CallsIt() {
        List<Log.Row> rows = Log.read(
                        Site.combined(),
                        line("GET /article/a1/fulltext HTTP/1.1", 200),
                        line("GET /api/a1 HTTP/1.1", 200))
                .rows();

        assertThat(rows.get(0).typeR5()).isEqualTo(AccessType.OA_GOLD);
        assertThat(rows.get(0).accessMethod()).isEqualTo(AccessMethod.REGULAR);
        assertThat(rows.get(0).pageRule()).isEqualTo("/article/{item}/fulltext");
        assertThat(rows.get(1).accessTypeR5()).isEqualTo(-1);
        assertThat(rows.get(1).accessMethod()).isEqualTo(AccessMethod.TDM);
    }

    private static List<String> kindsAndItems(String request, int status) {
        assertThat(outcome(request, status)).isEqualTo(LineOutcome.ACTION);
        return Log.read(Site.combined(), line(request, status)).rows().stream()
                .map(row -> row.part() + " " + row.kind().code() + " " + row.item())
                .toList();
    }

    @Test
    void aSearchCountsOnThePlatformAndForEachDatabaseOnce() {
        assertThat(kindsAndItems("GET /search?q=cat&db=d1&db=d2&db=d1 HTTP/1.1", 200))
                .containsExactly("0 Searches_Platform ", "1 Searches_Regular d1", "2 Searches_Regular d2");
        assertThat(kindsAndItems("GET /federated HTTP/1.1", 304))
                .containsExactly("0 Searches_Platform ", "1 Searches_Automated d1", "2 Searches_Automated d2");
        assertThat(kindsAndItems("GET /search?q=cat HTTP/1.1", 200)).containsExactly("0 Searches_Platform ");
    }

    @Test
    void aSearchIsNeverHeld() {
        assertThat(kindsAndItems("GET /search?q=cat&db=later HTTP/1.1", 200))
                .containsExactly("0 Searches_Platform ", "1 Searches_Regular later");
    }

    @Test
    void aDeniedSearchIsOneDenialForEachDatabase() {
        assertThat(kindsAndItems("GET /search?q=cat&db=d1&db=d2&db=d1 HTTP/1.1", 403))
                .containsExactly("0 No_License d1", "1 No_License d2");
        assertThat(kindsAndItems("GET /search?q=cat HTTP/1.1", 403)).containsExactly("0 No_License ");
    }

    @Test
    void linesEndAtLineFeedWithOneCarriageReturnRemoved() {
        String good = line("GET /article/a1 HTTP/1.1", 200);

        Log.Read read = Log.readText(Site.combined(), good + "\r\n" + good + "\r\r\n" + good + "\n\n" + good);

        assertThat(read.ledger().count(LineOutcome.ACTION)).isEqualTo(3);
        assertThat(read.ledger().count(LineOutcome.MALFORMED)).isEqualTo(2);
        assertThat(read.rejects()).hasSize(2).last().isEqualTo("1:4:");
    }
}
