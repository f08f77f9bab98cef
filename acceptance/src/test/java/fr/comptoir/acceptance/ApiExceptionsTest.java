package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.ServedSite.json;
import static fr.comptoir.acceptance.ServedSite.text;
import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.report.ExceptionCode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Every exception that the API can tell, over HTTP, with its status, message, severity and data, in both releases (CoP 5.1, appendix D;
 * CoP 5.0.3, appendix F).
 */
@TestInstance(Lifecycle.PER_CLASS)
class ApiExceptionsTest {
    /** Nobody waits for a report, one is made at a time, and there is an end of asking. */
    static final String SETTINGS = "server:\n  report_wait: 0s\n  reports_waiting: 1\n  requests_per_minute: 150\n";

    /** What no request can meet here: reports of the world are for everybody, and no report requires a filter. */
    private static final Set<ExceptionCode> NEVER =
            Set.of(ExceptionCode.GLOBAL_REPORTS_NOT_SUPPORTED, ExceptionCode.REQUIRED_FILTER_MISSING);

    /**
     * Releases; how it is asked; path, where {@code tr} and {@code ir} stand for a report that can be answered, {@code *} for what was not
     * asked before; HTTP status; code; message; Severity, which Release 5 tells; a part of Data, or nothing.
     */
    private static final String TABLE = """
            5 5.1; failing; /reports/tr?WHO&SEPTEMBER&yop=0003;           503; 1000; Service Not Available;                                      Fatal;   the log of the service
            5 5.1; busy;    /reports/tr?NORD&SEPTEMBER&yop=*;             503; 1010; Service Busy;                                               Fatal;
            5 5.1; queued;  /reports/tr?WHO&SEPTEMBER&yop=*;              202; 1011; Report Queued for Processing;                               Warning;
            5 5.1; often;   /members?SUD;                                 429; 1020; Client has made too many requests;                          Fatal;   150 requests per minute
            5 5.1; once;    /reports/tr?requestor_id=cote-api&SEPTEMBER;  400; 1030; Insufficient Information to Process Request;                Fatal;   customer_id
            5 5.1; once;    /members?customer_id=cote;                    400; 1030; Insufficient Information to Process Request;                Fatal;   requestor_id or api_key
            5 5.1; once;    /reports/pr?WHO&end_date=2026-09;             400; 1030; Insufficient Information to Process Request;                Fatal;   begin_date
            5 5.1; once;    /reports?customer_id=cote&requestor_id=wrong; 401; 2000; Requestor Not Authorized to Access Service;                 Error;
            5 5.1; once;    /reports?customer_id=iode&requestor_id=cote-api; 403; 2010; Requestor is Not Authorized to Access Usage for Institution; Error;
            5 5.1; once;    /members?customer_id=cote&api_key=wrong;      401; 2020; APIKey Invalid;                                             Error;
            5;     once;    /reports/jr1?WHO&SEPTEMBER;                   404; 3000; Report Not Supported;                                       Error;   jr1
            5;     once;    /r4/reports/tr?WHO&SEPTEMBER;                 404; 3010; Report Version Not Supported;                               Error;   r4
            5;     once;    /r52/reports/tr?WHO&SEPTEMBER;                404; 3010; Report Version Not Supported;                               Error;   r52
            5 5.1; once;    /reports/tr?WHO&begin_date=2026-09-00&end_date=2026-09; 400; 3020; Invalid Date Arguments;                           Error;   begin_date
            5 5.1; once;    /reports/tr?WHO&begin_date=2026-10&end_date=2026-09; 400; 3020; Invalid Date Arguments;                              Error;   2026-09
            5 5.1; ready;   /reports/tr?WHO&SEPTEMBER&yop=0002;           200; 3030; No Usage Available for Requested Dates;                     Error;
            5 5.1; ready;   /reports/tr?WHO&begin_date=2026-10&end_date=2026-11; 200; 3031; Usage Not Ready for Requested Dates;                 Warning; only available to 2026-10
            5 5.1; ready;   /reports/tr?WHO&begin_date=2026-08&end_date=2026-08; 200; 3031; Usage Not Ready for Requested Dates;                 Error;   2026-08
            5 5.1; ready;   /reports/tr?WHO&begin_date=2020-01&end_date=2026-07; 200; 3032; Usage No Longer Available for Requested Dates;       Warning; only available from 2026-07
            5 5.1; ready;   /reports/tr?WHO&begin_date=2020-01&end_date=2020-02; 200; 3032; Usage No Longer Available for Requested Dates;       Error;   only available from 2026-07
            5 5.1; ready;   /reports/tr?WHO&begin_date=2026-07&end_date=2026-10; 200; 3040; Partial Data Returned;                               Warning; no usage is available for 2026-08
            5 5.1; ready;   /reports/tr?WHO&SEPTEMBER&foo=1&bar=2;        200; 3050; Parameter Not Recognized in this Context;                   Warning; foo, bar
            5 5.1; ready;   /reports/tr_j1?WHO&SEPTEMBER&yop=2020;        200; 3050; Parameter Not Recognized in this Context;                   Warning; yop
            5;     ready;   /reports/tr?WHO&SEPTEMBER&attributed=Yes;     200; 3050; Parameter Not Recognized in this Context;                   Warning; attributed
            5.1;   ready;   /reports/tr?WHO&SEPTEMBER&attributed=Maybe;   200; 3060; Invalid ReportFilter Value;                                 Warning; attributed=Maybe
            5.1;   ready;   /reports/tr?WHO&SEPTEMBER&country_code=FR;    200; 3060; Invalid ReportFilter Value;                                 Warning; country_code
            5.1;   ready;   /reports/tr?WHO&SEPTEMBER&attributed=No;      200; 3030; No Usage Available for Requested Dates;                     Error;
            5 5.1; ready;   /reports/tr?WHO&SEPTEMBER&data_type=Zork|Book; 200; 3060; Invalid ReportFilter Value;                                Warning; data_type=Zork
            5 5.1; ready;   /reports/tr?WHO&SEPTEMBER&platform=elsewhere; 200; 3060; Invalid ReportFilter Value;                                 Warning; platform=elsewhere
            5 5.1; ready;   /reports/dr?WHO&SEPTEMBER&database=Zork;      200; 3060; Invalid ReportFilter Value;                                 Warning; database=Zork
            5 5.1; ready;   /reports/tr?WHO&SEPTEMBER&item_id=DOI:10.1/a|ISBN:9783161484100; 200; 3061; Incongruous ReportFilter Value;          Warning; item_id
            5 5.1; ready;   /reports/tr?WHO&SEPTEMBER&attributes_to_show=Country_Name|YOP; 200; 3062; Invalid ReportAttribute Value;             Warning; Country_Name
            5;     ready;   /reports/ir?WHO&SEPTEMBER&include_component_details=True; 200; 3062; Invalid ReportAttribute Value;                  Warning; include_component_details=True
            5.1;   ready;   /reports/ir?WHO&SEPTEMBER&include_component_details=True; 200; 3063; Components Not Supported;                       Warning;
            """;

    private static final CounterSchemas SCHEMAS = new CounterSchemas();

    @TempDir
    private static Path folder;

    private final AtomicInteger year = new AtomicInteger(1000);
    private ServedSite served;

    /** One row of the table in one of its releases. */
    record Row(
            String release,
            String how,
            String path,
            int status,
            int code,
            String message,
            String severity,
            String data) {
        static List<Row> of(String line) {
            String[] cells =
                    Arrays.stream(line.split(";", -1)).map(String::strip).toArray(String[]::new);
            return Arrays.stream(cells[0].split(" ", -1))
                    .map(release -> new Row(
                            release,
                            cells[1],
                            (release.equals("5") ? "" : "/r51") + address(cells[2]),
                            Integer.parseInt(cells[3]),
                            Integer.parseInt(cells[4]),
                            cells[5],
                            cells[6],
                            cells[7]))
                    .toList();
        }

        @Override
        public String toString() {
            return code + " in Release " + release + ", " + how + ": " + path;
        }

        private static String address(String path) {
            return path.replace("WHO", "customer_id=cote&requestor_id=cote-api")
                    .replace("NORD", "customer_id=nord&requestor_id=littoral-api")
                    .replace("SUD", "customer_id=sud&requestor_id=littoral-api")
                    .replace("SEPTEMBER", "begin_date=2026-09&end_date=2026-09");
        }
    }

    static List<Row> rows() {
        return TABLE.lines().flatMap(line -> Row.of(line).stream()).toList();
    }

    @BeforeAll
    void serve() throws Exception {
        served = served(folder);
        // One article is in a database, too.
        TestSite site = served.site;
        site.write("catalogue.csv", withDatabase(site.read("catalogue.csv")));
        site.run("import", "catalogue", site.path("catalogue.csv")).succeeded();
        site.run("recount", "2026-09", "--apply").succeeded();
        // August has nothing between July and September.
        served.site.count(served.site.log(TestSite.get("127.0.0.1", "12/Jul/2026:10:00:00", "/article/coast-1/pdf")));
    }

    private static String withDatabase(String catalogue) {
        List<String> rows = catalogue.lines().toList();
        String database = "shore,,Database_Full,Base du rivage"
                + ","
                        .repeat((int) rows.get(0)
                                        .chars()
                                        .filter(character -> character == ',')
                                        .count()
                                - 2);
        return Stream.concat(
                        rows.stream()
                                .map(row -> row
                                        + (row.startsWith("item_id,")
                                                ? ",database_id"
                                                : row.startsWith("coast-1,") ? ",shore" : ",")),
                        Stream.of(database))
                .collect(Collectors.joining("\n"));
    }

    @AfterAll
    void stop() throws Exception {
        served.close();
    }

    /** Serves from a new folder. */
    ServedSite served(Path in) throws Exception {
        return ServedSite.in(in, SETTINGS);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyExceptionIsThatOfTheCode(Row row) throws Exception {
        HttpResponse<byte[]> answer = answer(row);
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(row.status());
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json;charset=UTF-8");
        JsonNode exception = json(answer);
        if (row.status() == 200) {
            String report = exception.get("Report_Header").get("Report_ID").asString();
            assertThat(SCHEMAS.errors(row.release(), report, text(answer))).isEmpty();
            boolean answered = !Set.of(3030, 3031, 3032).contains(row.code())
                    || row.severity().equals("Warning");
            assertThat(exception.get("Report_Items").isEmpty()).isNotEqualTo(answered);
            JsonNode all = exception.get("Report_Header").get("Exceptions");
            assertThat(all.size()).isEqualTo(1);
            exception = all.get(0);
        }
        assertThat(SCHEMAS.errors(row.release(), row.code(), exception.toString()))
                .isEmpty();
        assertThat(exception.get("Code").asInt()).isEqualTo(row.code());
        assertThat(exception.get("Message").asString()).isEqualTo(row.message());
        assertThat(exception.path("Severity").asString(""))
                .isEqualTo(row.release().equals("5") ? row.severity() : "");
        assertThat(exception.path("Data").asString("")).contains(row.data());
        assertThat(answer.headers().firstValue("Retry-After").isPresent())
                .isEqualTo(Set.of(1010, 1011, 1020).contains(row.code()));
    }

    private HttpResponse<byte[]> answer(Row row) throws Exception {
        return switch (row.how()) {
            case "once" -> get(row);
            case "ready" -> until(row, answer -> !isQueuedOrBusy(answer));
            case "queued" -> until(row, answer -> answer.statusCode() != 503);
            case "busy" -> until(row, answer -> answer.statusCode() != 202);
            case "often" -> until(row, answer -> answer.statusCode() != 200);
            case "failing" -> whileNothingCanBeKept(row);
            default -> throw new IllegalArgumentException(row.how());
        };
    }

    private HttpResponse<byte[]> get(Row row) throws Exception {
        return served.get(row.path().replace("*", Integer.toString(year.incrementAndGet())));
    }

    /** Asks again until there is such an answer; a report that is being made is waited for. */
    private HttpResponse<byte[]> until(Row row, Predicate<HttpResponse<byte[]>> wanted) throws Exception {
        HttpResponse<byte[]> answer = get(row);
        while (!wanted.test(answer)) {
            if (!row.how().equals("busy")) {
                waitForReports();
            }
            answer = get(row);
        }
        return answer;
    }

    private static boolean isQueuedOrBusy(HttpResponse<byte[]> answer) {
        return answer.statusCode() == 202
                || (answer.statusCode() == 503 && json(answer).get("Code").asInt() == 1010);
    }

    /** Until none is being made, as the metrics of the service say. */
    private void waitForReports() throws Exception {
        while (!text(served.get("/manage/prometheus?includedNames=comptoir_reports_queued"))
                .contains("comptoir_reports_queued 0.0")) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private HttpResponse<byte[]> whileNothingCanBeKept(Row row) throws Exception {
        waitForReports();
        Path answers = served.site.folder.resolve("data/answers");
        Files.createDirectories(answers);
        Path away = Files.move(answers, served.site.folder.resolve("answers"));
        Files.createFile(answers);
        try {
            return until(row, answer -> !isQueuedOrBusy(answer));
        } finally {
            Files.delete(answers);
            Files.move(away, answers);
        }
    }

    @Test
    void theTableHasEveryException() {
        Set<Integer> all = new TreeSet<>();
        Arrays.stream(ExceptionCode.values())
                .filter(code -> !NEVER.contains(code))
                .forEach(code -> all.add(code.number()));
        Set<Integer> shown = new TreeSet<>();
        rows().forEach(row -> shown.add(row.code()));
        assertThat(shown).isEqualTo(all);
    }

    @Test
    void aQueuedReportIsThereTheNextTime() throws Exception {
        String path = "/r51/reports/ir?customer_id=cote&requestor_id=cote-api" + ServedSite.MONTHS;
        waitForReports();
        assertThat(served.get(path).statusCode()).isEqualTo(202);
        waitForReports();
        assertThat(served.get(path).statusCode()).isEqualTo(200); // at once: nobody waits here
    }

    @Test
    void theLimitIsForEachCustomerSoThatAConsortiumGetsAllItsMembers() throws Exception {
        String path = "/r51/reports?requestor_id=littoral-api&customer_id=";
        int answered = 0;
        while (served.get(path + "littoral").statusCode() == 200) {
            answered++;
        }
        assertThat(answered).isEqualTo(150);
        assertThat(served.get(path + "littoral").statusCode()).isEqualTo(429);
        assertThat(served.get(path + "cote").statusCode()).isEqualTo(200);
    }
}
