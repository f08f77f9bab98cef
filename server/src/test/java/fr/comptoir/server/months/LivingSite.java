package fr.comptoir.server.months;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.account.Grant;
import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Language;
import fr.comptoir.operation.CountLogs;
import fr.comptoir.operation.Import;
import fr.comptoir.operation.Site;
import fr.comptoir.server.ComptoirServer;
import fr.comptoir.server.customers.CustomersSetup;
import fr.comptoir.server.customers.PasswordCost;
import fr.comptoir.server.settings.Patience;
import fr.comptoir.server.web.Browser;
import fr.comptoir.testkit.TestClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A small site with two institutions and a journal of two articles, served by a clock that the test moves. */
final class LivingSite implements AutoCloseable {
    static final Author TEST = Author.of("test");
    static final String PASSWORD = "quartz vessel plume ninety orbit";
    private static final String AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0";
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    final Path folder;
    final TestClock clock;
    private final Site site;
    private final Patience patience;
    private CustomersDatabase database;
    private ComptoirServer server;
    private int logs;

    private LivingSite(Path folder, TestClock clock, Patience patience) throws Exception {
        this.folder = folder;
        this.patience = patience;
        this.clock = clock;
        this.site = Site.open(folder, clock);
        serve();
    }

    /**
     * Imports and serves; nothing is counted.
     *
     * @param settings more of {@code comptoir.yml}
     */
    static LivingSite in(Path folder, String now, String settings) throws Exception {
        return in(folder, now, settings, Patience.USUAL);
    }

    static LivingSite in(Path folder, String now, String settings, Patience patience) throws Exception {
        Files.writeString(folder.resolve("comptoir.yml"), """
                platform: {id: alpha, name: Alpha Journals, time_zone: Europe/Paris}
                provider: {name: Alpha Publishing}
                log: {format: combined}
                pages:
                  - {path: "/article/{item}", action: investigation}
                  - {path: "/article/{item}/pdf", action: request, format: PDF}
                  - {path: "/archive", action: ignore, documents: {count: "{query.size}", default: 5}}
                server: {url: "http://stats.example.org"}
                """ + settings);
        Path institutions = Files.writeString(folder.resolve("institutions.csv"), """
                customer_id,name,requestor_id,ip_ranges
                uni,Université d’Uni,uni-requestor,192.0.2.0/24
                other,Other Institute,other-requestor,198.51.100.0/24
                """);
        Path catalogue = Files.writeString(folder.resolve("catalogue.csv"), """
                item_id,parent_id,data_type,name,publisher,yop,access_type,online_issn
                j1,,Journal,Journal of Examples,Example Press,,,1234-5679
                a1,j1,Article,On small numbers,Example Press,2024,Controlled,
                a2,j1,Article,On large numbers,Example Press,2024,Controlled,
                """);
        TestClock clock = new TestClock(now);
        Site site = Site.open(folder, clock);
        Import.institutions(site, institutions, true, "Comptoir test", (what, done, total) -> {}, line -> {});
        Import.catalogue(site, List.of(catalogue), true, "Comptoir test", (what, done, total) -> {}, line -> {});
        return new LivingSite(folder, clock, patience);
    }

    /** Serves a copy of a site that is there and not served: what takes long is then done once for many tests, which leave nothing behind. */
    static LivingSite copied(Path original, Path folder, String now) throws Exception {
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Path copy = folder.resolve(original.relativize(file).toString());
                if (!Files.isDirectory(copy)) {
                    Files.copy(file, copy);
                }
            }
        }
        return again(folder, now);
    }

    /** Serves a site that is there. */
    static LivingSite again(Path folder, String now) throws Exception {
        return new LivingSite(folder, new TestClock(now), Patience.USUAL);
    }

    private void serve() throws Exception {
        server = ComptoirServer.start(site, 0, "Comptoir test", PasswordCost.OF_TESTS, patience, () -> {});
        database = CustomersSetup.open(site, PasswordCost.OF_TESTS);
    }

    void restart() throws Exception {
        close();
        serve();
    }

    CustomersDatabase database() {
        return database;
    }

    int port() {
        return server.port();
    }

    /** Lets the service do what is due now, but for the reports beforehand: they take longer than all the rest. */
    void work() {
        server.doWhatIsDue("months", "usage", "mails");
    }

    /** Lets the service make the reports of months that are closed. */
    void makeReports() {
        server.doWhatIsDue("reports");
    }

    /** Lets the service sum up the usage of many institutions. */
    void sumUp() {
        server.doWhatIsDue("sums");
    }

    /** A click of a visitor from an address: {@code time} is {@code yyyy-mm-dd hh:mm} in Paris in winter. */
    static String click(String address, String time, String target) {
        String month = MONTHS[Integer.parseInt(time.substring(5, 7)) - 1];
        return address + " - - [" + time.substring(8, 10) + "/" + month + "/" + time.substring(0, 4) + ":"
                + time.substring(11) + ":00 +0100] \"GET " + target + " HTTP/1.1\" 200 99 \"-\" \"" + AGENT + "\"";
    }

    /** A visitor of uni each three hours of a month of winter, and one at the beginning of the next. */
    static List<String> wholeMonth(String month) {
        List<String> lines = new ArrayList<>();
        YearMonth of = YearMonth.parse(month);
        for (int day = 1; day <= of.lengthOfMonth(); day++) {
            for (int hour = 0; hour < 24; hour += 3) {
                lines.add(click(
                        "192.0.2.1", month + String.format(Locale.ROOT, "-%02d %02d:10", day, hour), "/article/a1"));
            }
        }
        lines.add(click("192.0.2.1", of.plusMonths(1) + "-01 00:10", "/article/a1"));
        return lines;
    }

    void count(List<String> lines) throws Exception {
        Path log;
        do {
            logs++;
            log = folder.resolve("log" + logs + ".log");
        } while (Files.exists(log));
        Files.writeString(log, String.join("\n", lines) + "\n");
        CountLogs.run(site, List.of(log.toString()), "Comptoir test", 1, (what, done, total) -> {}, line -> {});
    }

    /** Imports other institutions, from rows without a head. */
    void importInstitutions(String rows) throws Exception {
        Path file = Files.writeString(
                folder.resolve("institutions.csv"), "customer_id,name,requestor_id,ip_ranges\n" + rows);
        Import.institutions(site, file, true, "Comptoir test", (what, done, total) -> {}, line -> {});
    }

    Browser browser() {
        return new Browser(server.port());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser().get(path);
    }

    /** Changes the embedded database as no program of ours does. */
    void sql(String statement) throws SQLException {
        String url =
                "jdbc:h2:file:" + folder.toAbsolutePath().resolve("data/customers/customers") + ";AUTO_SERVER=TRUE";
        try (Connection connection = DriverManager.getConnection(url, "comptoir", "");
                Statement made = connection.createStatement()) {
            made.execute(statement);
        }
    }

    /** What the service says of itself to programs on this machine. */
    String metrics() throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/manage/prometheus"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** An active account with a role. */
    Account account(String email, Language language, Role role, String customer) {
        return account(email, language, role, customer, null);
    }

    /** @param until the last day of the role, null for none */
    Account account(String email, Language language, Role role, String customer, @Nullable LocalDate until) {
        Account account = database.accounts()
                .invite(email, "Person " + email, language, TEST)
                .orThrow();
        database.roles()
                .give(account.id(), new Grant(role, customer.isEmpty() ? null : customer, until), TEST)
                .orThrow();
        database.logins().setPassword(account.id(), PASSWORD, List.of(), TEST).orThrow();
        return database.accounts().find(account.id()).orElseThrow();
    }

    /** A browser in which an account is signed in. */
    Browser signedIn(String email) throws IOException, InterruptedException {
        Browser browser = browser();
        int status =
                browser.post("/sign-in", "email", email, "password", PASSWORD).statusCode();
        if (status != 302) {
            throw new IllegalStateException("the sign-in was answered with " + status);
        }
        return browser;
    }

    @Override
    public void close() throws IOException {
        database.close();
        server.close();
    }

    /** What a path answers once it is made: until then it says when to ask again. */
    static HttpResponse<String> made(Browser browser, String path) throws Exception {
        HttpResponse<String> answer = browser.get(path);
        while (answer.statusCode() == 202) {
            assertThat(answer.headers().firstValue("Retry-After")).contains("4");
            TimeUnit.MILLISECONDS.sleep(20); // what makes it needs the processor
            answer = browser.get(path);
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }
}
