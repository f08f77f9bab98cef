package fr.comptoir.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.account.Grant;
import fr.comptoir.customers.account.Tokens;
import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Language;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.CustomerKind;
import fr.comptoir.operation.Import;
import fr.comptoir.operation.Site;
import fr.comptoir.server.ComptoirServer;
import fr.comptoir.server.customers.CustomersSetup;
import fr.comptoir.server.customers.PasswordCost;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;

/** A small site that is served: two institutions, one of them in a consortium, and a publisher. */
public final class Served implements AutoCloseable {
    /** A small platform: {@code comptoir.yml} up to its optional sections. */
    public static final String SETTINGS = """
            platform:
              id: alpha
              name: Alpha Journals
              time_zone: Europe/Paris
            provider:
              name: Alpha Publishing
              registry_record: https://registry.countermetrics.org/platform/00000000-0000-0000-0000-000000000000
              audit: {day: 2026-05-12, auditor: Ada Accountant}
            log:
              format: combined
            pages:
              - path: /article/{item}
                action: investigation
            """;

    static final String PASSWORD = "quartz vessel plume ninety orbit";
    static final Author TEST = Author.of("test");

    final CustomersDatabase database;
    private final ComptoirServer server;

    private Served(ComptoirServer server, CustomersDatabase database) {
        this.server = server;
        this.database = database;
    }

    static Served in(Path folder) throws Exception {
        return in(folder, "");
    }

    /** @param settings more of {@code comptoir.yml} */
    static Served in(Path folder, String settings) throws Exception {
        return in(folder, settings, Clock.systemUTC());
    }

    static Served in(Path folder, String settings, Clock clock) throws Exception {
        Files.writeString(folder.resolve("comptoir.yml"), SETTINGS + settings);
        Path institutions = Files.writeString(folder.resolve("institutions.csv"), """
                customer_id,name,requestor_id,ip_ranges,member_of
                uni,University of Uni,uni-requestor,192.0.2.0/24,cons
                other,Other Institute,,198.51.100.0/24,
                cons,Consortium,,,
                """);
        Site site = Site.open(folder, clock);
        Import.institutions(site, institutions, true, "Comptoir test", (what, done, total) -> {}, line -> {});
        ComptoirServer server = ComptoirServer.start(site, 0, "Comptoir test", PasswordCost.OF_TESTS, () -> {});
        CustomersDatabase database = CustomersSetup.open(site, PasswordCost.OF_TESTS);
        database.customers()
                .add(Customer.create("press", CustomerKind.PUBLISHER, "Press"), TEST)
                .orThrow();
        return new Served(server, database);
    }

    /** A site that was served before. */
    static Served again(Path folder) throws Exception {
        Site site = Site.open(folder, Clock.systemUTC());
        ComptoirServer server = ComptoirServer.start(site, 0, "Comptoir test", PasswordCost.OF_TESTS, () -> {});
        return new Served(server, CustomersSetup.open(site, PasswordCost.OF_TESTS));
    }

    int port() {
        return server.port();
    }

    Browser browser() {
        return new Browser(server.port());
    }

    Customer customer(String id) {
        return database.customers().find(id).orElseThrow();
    }

    /** That of a customer, as forms have it. */
    String version(String id) {
        return String.valueOf(customer(id).version());
    }

    /** The path of the first administrator's link. */
    String firstLink() {
        return server.firstAdministratorAddress().orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    boolean hasFirstLink() {
        return server.firstAdministratorAddress().isPresent();
    }

    /** A browser in which an account with this role was invited, set its password and is signed in. */
    Browser signedIn(String email, Grant grant) throws IOException, InterruptedException {
        Account account = database.accounts()
                .invite(email, "Person " + email, Language.EN, TEST)
                .orThrow();
        database.roles().give(account.id(), grant, TEST).orThrow();
        String token = database.tokens().make(Tokens.Purpose.INVITATION, account.id(), "");
        Browser browser = browser();
        int status = browser.post("/invitation/" + token, "password", PASSWORD, "again", PASSWORD)
                .statusCode();
        if (status != 302) {
            throw new IllegalStateException("the invitation was answered with " + status);
        }
        return browser;
    }

    @Override
    public void close() throws IOException {
        Objects.requireNonNull(database).close();
        server.close();
    }

    /** Somebody without an account who opened a shared link of a customer. */
    Browser guest(String customer) throws Exception {
        LocalDate day = LocalDate.of(2026, 2, 6);
        String secret = database.sharedLinks()
                .make(customer, "the board", "metric=No_License", day, day.plusDays(700), Author.of("test"))
                .orThrow()
                .secret();
        Browser guest = browser();
        HttpResponse<String> opened = guest.get("/shared/" + secret);
        assertThat(Browser.location(opened)).isEqualTo("/space/" + customer + "/overview?metric=No_License");
        return guest;
    }
}
