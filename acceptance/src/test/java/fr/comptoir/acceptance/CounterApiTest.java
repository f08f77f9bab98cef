package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.ServedSite.MONTHS;
import static fr.comptoir.acceptance.ServedSite.json;
import static fr.comptoir.acceptance.ServedSite.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import fr.comptoir.model.code.Release;
import fr.comptoir.report.Reports;
import fr.comptoir.validate.ReportValidator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The COUNTER API over HTTP: every path and parameter in both releases (CoP 5.1, section 8); {@link ApiExceptionsTest} has
 * every exception. */
@TestInstance(Lifecycle.PER_CLASS)
class CounterApiTest {
    private static final String COTE = "?customer_id=cote&requestor_id=cote-api";
    private static final CounterSchemas SCHEMAS = new CounterSchemas();

    @TempDir
    private static Path folder;

    private ServedSite served;

    @BeforeAll
    void serve() throws Exception {
        served = served(folder);
    }

    @AfterAll
    void stop() throws Exception {
        served.close();
    }

    /** Serves from a new folder. */
    ServedSite served(Path in) throws Exception {
        return ServedSite.in(in, "");
    }

    static List<String> reports() {
        List<String> paths = new ArrayList<>();
        Reports.of(Release.R5).forEach(report -> paths.add("5 /reports/" + report.id()));
        Reports.of(Release.R5_1).forEach(report -> paths.add("5.1 /r51/reports/" + report.id()));
        return paths;
    }

    @ParameterizedTest
    @MethodSource("reports")
    void everyReportIsRightBySchemaAndValidator(String report) throws Exception {
        String release = report.split(" ", -1)[0];
        String path = report.split(" ", -1)[1];
        String id = path.substring(path.lastIndexOf('/') + 1);
        for (String customer : List.of("cote", "0000000000000000")) {
            HttpResponse<byte[]> answer =
                    served.get(path + "?customer_id=" + customer + "&requestor_id=cote-api" + MONTHS);
            assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/json;charset=UTF-8");
            assertThat(SCHEMAS.errors(release, id, text(answer))).isEmpty();
            Path file = Files.write(folder.resolve("answer.json"), answer.body());
            List<String> findings = new ArrayList<>();
            new ReportValidator().validate(file, finding -> findings.add(finding.toString()));
            assertThat(findings).isEmpty();
        }
    }

    @Test
    void theReportIsTheOneOfTheCommandLine() throws Exception {
        String api = text(
                served.get("/r51/reports/tr" + COTE + MONTHS + "&attributes_to_show=YOP|Access_Type|Access_Method"));
        String command = served.site
                .run(
                        "report",
                        "TR",
                        "--customer",
                        "cote",
                        "--begin",
                        "2026-09",
                        "--end",
                        "2026-10",
                        "--attributes-to-show",
                        "YOP|Access_Type|Access_Method")
                .succeeded()
                .out();
        assertThat(withoutCreated(api)).isEqualTo(withoutCreated(command));
    }

    private static String withoutCreated(String json) {
        return json.replaceAll("\"Created\":\"[^\"]*\"", "").strip();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/r51/reports/TR_J1",
                "/r51/reports/tr_j1",
                "/r51/reports/Tr_J1/",
                "/R51/reports/tr_j1",
                "/v51/reports/tr_j1",
                "/counter/r51/reports/tr_j1",
                "/r51/r51/reports/tr_j1",
                "/counter/R51/Reports/tr_j1",
                "/r51//reports/tr_j1",
                "//r51/reports//tr_j1/"
            })
    void pathsAreReadAsClientsWriteThem(String path) throws Exception {
        JsonNode header = json(served.get(path + COTE + MONTHS)).get("Report_Header");
        assertThat(header.get("Report_ID").asString()).isEqualTo("TR_J1");
        assertThat(header.get("Release").asString()).isEqualTo("5.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reports/pr",
                "/r5/reports/pr",
                "/v5/reports/PR",
                "/counter/reports/pr",
                "/counter/r5/reports/pr"
            })
    void release5IsTheBasePath(String path) throws Exception {
        assertThat(json(served.get(path + COTE + MONTHS))
                        .get("Report_Header")
                        .get("Release")
                        .asString())
                .isEqualTo("5");
    }

    @Test
    void bothFormsOfDatesAndOneMonthAlone() throws Exception {
        String months =
                withoutCreated(text(served.get("/r51/reports/pr" + COTE + "&begin_date=2026-10&end_date=2026-10")));
        String days = withoutCreated(
                text(served.get("/r51/reports/pr" + COTE + "&begin_date=2026-10-01&end_date=2026-10-31")));
        assertThat(days).isEqualTo(months).contains("\"Begin_Date\":\"2026-10-01\",\"End_Date\":\"2026-10-31\"");
    }

    @Test
    void whatIsSaidTwiceIsSaidOnceAndThePlatformInAnyCase() throws Exception {
        JsonNode report = json(served.get("/r51/reports/pr" + COTE + COTE.replace('?', '&') + MONTHS
                + MONTHS.toUpperCase(Locale.ROOT) + "&platform=Rivages"));
        assertThat(report.get("Report_Header")
                        .get("Report_Filters")
                        .get("Platform")
                        .asString())
                .isEqualTo("rivages");
        assertThat(report.get("Report_Header").has("Exceptions")).isFalse();
    }

    @Test
    void aBareBarIsUnderstoodAsManyHarvestersSendIt() throws Exception {
        String raw = RawHttp.get(
                served.port(), "/r51/reports/tr" + COTE + MONTHS + "&attributes_to_show=YOP|Access_Type", "HTTP/1.1");
        assertThat(raw).startsWith("HTTP/1.1 200").contains("[\"YOP\",\"Access_Type\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/r51/reports/tr; 400; 1030; Insufficient Information to Process Request; customer_id",
                "/r51/reports/tr?customer_id=cote; 400; 1030; Insufficient Information to Process Request; requestor_id",
                "/r51/reports/tr?customer_id=cote&requestor_id=cote-api; 400; 1030; Insufficient Information to Process Request; begin_date",
                "/r51/reports?customer_id=%ff&requestor_id=cote-api; 400; 1030; Insufficient Information to Process Request; UTF-8",
                "/r51/reports/tr?customer_id=cote&requestor_id=cote-api&yop=%c3%28; 400; 1030; Insufficient Information to Process Request; UTF-8",
                "/r51/reports?requestor_id=cote-api; 400; 1030; Insufficient Information to Process Request; customer_id",
                "/r51/members?customer_id=cote; 400; 1030; Insufficient Information to Process Request; api_key",
                "/r51/reports/tr?customer_id=cote&requestor_id=wrong; 401; 2000; Requestor Not Authorized to Access Service; ''",
                "/r51/reports/tr?customer_id=plaine&requestor_id=cote-api; 403; 2010; Requestor is Not Authorized to Access Usage for Institution; ''",
                "/r51/reports/tr?customer_id=nobody&requestor_id=cote-api; 403; 2010; Requestor is Not Authorized to Access Usage for Institution; ''",
                "/r51/reports/tr?customer_id=cote&api_key=cpt_wrong; 401; 2020; APIKey Invalid; ''",
                "/r51/reports/tr?customer_id=cote&requestor_id=cote-api&api_key=cpt_wrong; 401; 2020; APIKey Invalid; ''",
                "/r51/reports/tr?customer_id=cote&requestor_id=wrong&api_key=cpt_wrong; 401; 2000; Requestor Not Authorized to Access Service; ''",
                "/r51/reports/tr?customer_id=cote&requestor_id=cote-api&begin_date=2026-10&end_date=2026-09; 400; 3020; Invalid Date Arguments; 2026-10",
                "/r51/reports/tr?customer_id=cote&requestor_id=cote-api&begin_date=2026-13&end_date=2026-09; 400; 3020; Invalid Date Arguments; 2026-13",
                "/r51/reports/tr?customer_id=cote&requestor_id=cote-api&begin_date=2999-01&end_date=2999-02; 400; 3020; Invalid Date Arguments; 2999-01"
            })
    void aRequestThatCannotBeAnsweredGetsOneException(String path, int status, int code, String message, String data)
            throws Exception {
        HttpResponse<byte[]> newer = served.get(path);
        assertThat(newer.statusCode()).isEqualTo(status);
        assertThat(json(newer).get("Code").asInt()).isEqualTo(code);
        assertThat(json(newer).get("Message").asString()).isEqualTo(message);
        assertThat(json(newer).has("Severity")).isFalse();
        if (!data.isEmpty()) {
            assertThat(json(newer).get("Data").asString()).contains(data);
        }
        HttpResponse<byte[]> older = served.get(path.replace("/r51", ""));
        assertThat(older.statusCode()).isEqualTo(status);
        assertThat(json(older).get("Code").asInt()).isEqualTo(code);
        assertThat(json(older).get("Severity").asString()).isIn("Fatal", "Error");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "&foo=bar; 3050; foo",
                "&data_type=Zork; 3060; data_type=Zork",
                "&country_code=FR; 3060; country_code",
                "&item_id=DOI:10.1/a|ISBN:9783161484100; 3061; item_id",
                "&attributes_to_show=Country_Name|YOP; 3062; Country_Name"
            })
    void whatCanBeIgnoredIsIgnoredAndTold(String parameter, int code, String data) throws Exception {
        HttpResponse<byte[]> answer = served.get("/r51/reports/tr" + COTE + MONTHS + parameter);
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode exceptions = json(answer).get("Report_Header").get("Exceptions");
        assertThat(exceptions.size()).isEqualTo(1);
        assertThat(exceptions.get(0).get("Code").asInt()).isEqualTo(code);
        assertThat(exceptions.get(0).get("Data").asString()).contains(data);
        assertThat(json(answer).get("Report_Items").size()).isPositive();
    }

    @Test
    void severalWarningsStandInOneHeader() throws Exception {
        JsonNode exceptions = json(served.get(
                        "/r51/reports/ir" + COTE + MONTHS + "&foo=1&bar=2&yop=x&include_component_details=True"))
                .get("Report_Header")
                .get("Exceptions");
        assertThat(exceptions.valueStream().map(one -> one.get("Code").asInt())).containsExactly(3050, 3060, 3063);
        assertThat(exceptions.get(0).get("Data").asString()).isEqualTo("foo, bar");
    }

    @Test
    void aStandardViewTakesOnlyDates() throws Exception {
        JsonNode header = json(served.get("/r51/reports/tr_j1" + COTE + MONTHS + "&yop=2020"))
                .get("Report_Header");
        assertThat(header.get("Exceptions").get(0).get("Code").asInt()).isEqualTo(3050);
        assertThat(header.get("Report_Filters").has("YOP")).isFalse();
    }

    @Test
    void monthsOutsideOfTheUsageHaveTheirExceptions() throws Exception {
        JsonNode exceptions = json(served.get("/r51/reports/pr" + COTE + "&begin_date=2020-01&end_date=2026-10"))
                .get("Report_Header")
                .get("Exceptions");
        assertThat(exceptions.valueStream().map(one -> one.get("Code").asInt())).contains(3032);
    }

    @Test
    void anUnknownReportIs404InTheWordsOfItsRelease() throws Exception {
        HttpResponse<byte[]> newer = served.get("/r51/reports/xx" + COTE + MONTHS);
        assertThat(newer.statusCode()).isEqualTo(404);
        assertThat(json(newer).has("Code")).isFalse();
        HttpResponse<byte[]> older = served.get("/reports/xx" + COTE + MONTHS);
        assertThat(older.statusCode()).isEqualTo(404);
        assertThat(json(older).get("Code").asInt()).isEqualTo(3000);
        assertThat(served.get("/r51/nothing").statusCode()).isEqualTo(404);
        assertThat(served.get("/r51").statusCode()).isEqualTo(404);
        HttpResponse<byte[]> other = served.get("/r51/r52/reports/tr" + COTE + MONTHS);
        assertThat(other.statusCode()).isEqualTo(404);
        assertThat(json(other).has("Code")).isFalse();
    }

    @Test
    void onlyGetAndHead() throws Exception {
        HttpResponse<byte[]> post = served.send("POST", "/r51/reports/pr" + COTE + MONTHS);
        assertThat(post.statusCode()).isEqualTo(405);
        assertThat(post.headers().firstValue("Allow")).contains("GET, HEAD");
        HttpResponse<byte[]> head = served.send("HEAD", "/r51/reports/pr" + COTE + MONTHS);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValueAsLong("Content-Length").orElse(0)).isPositive();
    }

    @Test
    void theStatusOfRelease51IsPublic() throws Exception {
        JsonNode status = json(served.get("/r51/status")).get(0);
        assertThat(status.get("Service_Active").asBoolean()).isTrue();
        assertThat(status.has("Registry_Record")).isTrue();
        assertThat(served.get("/status").statusCode()).isEqualTo(400);
        assertThat(json(served.get("/status" + COTE)).get(0).has("Registry_URL"))
                .isTrue();
        assertThat(served.get("/r51/status?foo=bar").statusCode()).isEqualTo(200);
    }

    @Test
    void theListOfReportsIsThatOfItsRelease() throws Exception {
        JsonNode newer = json(served.get("/r51/reports" + COTE));
        assertThat(newer.size()).isEqualTo(16);
        assertThat(newer.get(0).get("First_Month_Available").asString()).isEqualTo("2026-09");
        JsonNode older = json(served.get("/reports" + COTE));
        assertThat(older.valueStream().map(one -> one.get("Release").asString()))
                .hasSize(16)
                .containsOnly("5");
        assertThat(json(served.get("/reports" + COTE + "&search=journal")).size())
                .isBetween(1, 8);
    }

    @Test
    void aConsortiumSeesItsMembersOfTodayAndNobodyElse() throws Exception {
        String littoral = "&requestor_id=littoral-api";
        JsonNode members = json(served.get("/r51/members?customer_id=littoral" + littoral));
        assertThat(members.valueStream().map(one -> one.get("Customer_ID").asString()))
                .containsExactly("cote", "nord", "sud");
        assertThat(served.get("/r51/reports/pr?customer_id=nord" + littoral + MONTHS)
                        .statusCode())
                .isEqualTo(200);
        assertThat(served.get("/r51/reports/pr?customer_id=littoral" + littoral + MONTHS)
                        .statusCode())
                .isEqualTo(200);
        assertThat(json(served.get("/r51/members?customer_id=0000000000000000" + littoral))
                        .valueStream()
                        .map(one -> one.get("Institution_Name").asString()))
                .containsExactly("The World");
        // Was a member until the end of 2025.
        assertThat(served.get("/r51/reports/pr?customer_id=iode" + littoral + MONTHS)
                        .statusCode())
                .isEqualTo(403);
        assertThat(served.get("/r51/reports/pr?customer_id=plaine" + littoral + MONTHS)
                        .statusCode())
                .isEqualTo(403);
        assertThat(json(served.get("/r51/members?customer_id=iode&requestor_id=iode-api"))
                        .size())
                .isEqualTo(1);
        assertThat(json(served.get("/members?customer_id=littoral" + littoral))
                        .get(0)
                        .has("Name"))
                .isTrue();
    }

    @Test
    void aKeyOpensItsCustomerUntilItIsWithdrawn() throws Exception {
        JsonNode made = served.site
                .run("key", "make", "--customer", "littoral", "--json")
                .succeeded()
                .json();
        String key = "&api_key=" + made.get("key").asString();
        String path = "/r51/reports/pr?customer_id=";
        assertThat(served.get(path + "littoral" + key + MONTHS).statusCode()).isEqualTo(200);
        assertThat(served.get(path + "sud" + key + MONTHS).statusCode()).isEqualTo(200);
        assertThat(served.get(path + "0000000000000000" + key + MONTHS).statusCode())
                .isEqualTo(200);
        HttpResponse<byte[]> other = served.get(path + "plaine" + key + MONTHS);
        assertThat(json(other).get("Code").asInt()).isEqualTo(2020);
        assertThat(json(served.get(path + "nobody" + key + MONTHS)).get("Code").asInt())
                .isEqualTo(2010);
        served.site.run("key", "withdraw", made.get("id").asString()).succeeded();
        served.restart(); // a valid key is believed for some seconds
        assertThat(json(served.get(path + "littoral" + key + MONTHS))
                        .get("Code")
                        .asInt())
                .isEqualTo(2020);
    }

    @Test
    void answersAreCompressedAsTheClientLikes() throws Exception {
        String path = "/r51/reports/ir" + COTE + MONTHS;
        byte[] plain = served.get(path).body();
        HttpResponse<byte[]> gzip = served.get(path, "Accept-Encoding", "gzip, deflate");
        assertThat(gzip.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(bytes(new GZIPInputStream(new ByteArrayInputStream(gzip.body()))))
                .isEqualTo(plain);
        HttpResponse<byte[]> br = served.get(path, "Accept-Encoding", "gzip, deflate, br");
        assertThat(br.headers().firstValue("Content-Encoding")).contains("br");
        Brotli4jLoader.ensureAvailability();
        assertThat(bytes(new BrotliInputStream(new ByteArrayInputStream(br.body()))))
                .isEqualTo(plain);
        assertThat(served.get(path, "Accept-Encoding", "br;q=0, gzip;q=0").body())
                .isEqualTo(plain);
        assertThat(gzip.headers().firstValue("Vary")).contains("Accept-Encoding");
    }

    private static byte[] bytes(InputStream in) throws IOException {
        try (in) {
            return in.readAllBytes();
        }
    }

    @Test
    void whatTheClientHasIsNotSentAgain() throws Exception {
        String path = "/r51/reports/dr" + COTE + MONTHS;
        HttpResponse<byte[]> first = served.get(path);
        String etag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> again = served.get(path, "If-None-Match", etag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(served.get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Comptoir-Fingerprint").orElse(""))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void thatWhichWasMadeIsKeptOverARestart() throws Exception {
        String path = "/r51/reports/ir" + COTE + MONTHS + "&attributes_to_show=YOP";
        byte[] first = served.get(path).body();
        served.restart();
        assertThat(served.get(path).body()).isEqualTo(first); // Created and all
    }

    @Test
    void aNewImportIsSeenAtOnce() throws Exception {
        String path = "/r51/reports/pr?customer_id=plaine&requestor_id=plaine-api" + MONTHS;
        assertThat(served.get(path).statusCode()).isEqualTo(401);
        served.site.write(
                "more.csv", "customer_id,name,requestor_id,ror\nplaine,Université de la Plaine,plaine-api,00cdep181\n");
        served.site.run("import", "institutions", served.site.path("more.csv")).succeeded();
        assertThat(served.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void theDescriptionNamesEveryReportAndEveryParameterThatIsRead() throws Exception {
        JsonNode api = json(served.get("/openapi.json"));
        assertThat(api.get("openapi").asString()).startsWith("3.");
        for (String report : reports()) {
            String path = report.split(" ", -1)[1].toLowerCase(Locale.ROOT);
            JsonNode parameters = api.get("paths").get(path).get("get").get("parameters");
            StringBuilder query = new StringBuilder(path + "?customer_id=cote&requestor_id=cote-api" + MONTHS);
            parameters
                    .valueStream()
                    .map(one -> one.get("name").asString())
                    .filter(name -> !List.of("customer_id", "requestor_id", "api_key", "begin_date", "end_date")
                            .contains(name))
                    .forEach(name -> query.append('&').append(name).append("=no-such-value"));
            JsonNode exceptions =
                    json(served.get(query.toString())).get("Report_Header").get("Exceptions");
            assertThat(exceptions.valueStream().map(one -> one.get("Code").asInt()))
                    .as(query.toString())
                    .isNotEmpty()
                    .doesNotContain(3050);
        }
    }

    @Test
    void aSecondServiceOfTheSameSiteIsRefused() {
        Run second = served.site.run("serve", "--port", "0");
        assertThat(second.status()).isEqualTo(1);
        assertThat(second.err()).contains("is served by another comptoir already");
    }

    @Test
    void hostileRequestsGetAnAnswerOfTheCodeOrA4xx() throws Exception {
        for (String path : List.of(
                "/r51/reports/tr" + COTE + MONTHS + "&yop=" + "9".repeat(30_000),
                "/r51/reports/tr" + COTE + MONTHS + "&item_id=" + ServedSite.encoded("DOI:'; drop table facts; --"),
                "/r51/reports/tr" + COTE + MONTHS + "&database=" + ServedSite.encoded("\r\nSet-Cookie: a=b"),
                "/r51/reports/..%2f..%2fetc%2fpasswd" + COTE + MONTHS,
                "/r51/reports/%00" + COTE + MONTHS,
                "/r51/reports/tr;x=y" + COTE + MONTHS)) {
            HttpResponse<byte[]> answer = served.get(path);
            assertThat(answer.statusCode()).as(path.substring(0, 40)).isIn(200, 400, 404);
            assertThat(text(answer)).doesNotContain("<html", "Exception:", "fr.comptoir");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
        assertThat(RawHttp.get(served.port(), "/r51/status?x=" + "a".repeat(100_000), "HTTP/1.1"))
                .startsWith("HTTP/1.1 4")
                .doesNotContain("<html");
        assertThat(RawHttp.get(served.port(), "/r51/status", "GARBAGE")).startsWith("HTTP/1.1 4");
    }
}
