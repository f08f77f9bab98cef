package fr.comptoir.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.account.Grant;
import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Days;
import fr.comptoir.customers.base.Language;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.CustomerKind;
import fr.comptoir.customers.customer.DatedValue;
import fr.comptoir.customers.mail.Outbox;
import fr.comptoir.demo.DemoOptions;
import fr.comptoir.demo.DemoSite;
import fr.comptoir.operation.CloseMonth;
import fr.comptoir.operation.Progress;
import fr.comptoir.operation.Recount;
import fr.comptoir.operation.Site;
import fr.comptoir.server.ComptoirServer;
import fr.comptoir.server.customers.CustomersSetup;
import fr.comptoir.server.customers.PasswordCost;
import fr.comptoir.server.settings.Patience;
import fr.comptoir.testkit.TestClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A small demonstration that is served, and the system's Chromium to look at it. */
final class BrowsedSite implements AutoCloseable {
    static final YearMonth LAST = YearMonth.of(2026, 10);

    /** Readers of one institution, by the language of their accounts. */
    static final String READER = "reader";

    static final String ENGLISH = "english";
    /** French at first. */
    static final String UNDECIDED = "undecided";
    /** Keeps a consortium, in French. */
    static final String CONSORTIUM = "consortium";
    /** The same in English. */
    static final String ENGLISH_CONSORTIUM = "english.consortium";

    /** Keeps the space of a publisher of the catalogue, in French. */
    static final String PUBLISHER = "publisher";

    /** Audits until a day that is to come. */
    static final String AUDITOR = "auditor";

    /** Administrators, by the language of their accounts. */
    static final String ADMINISTRATOR = "administrator";

    static final String ENGLISH_ADMINISTRATOR = "english.administrator";

    /** Has not had the tour; the others have. */
    static final String NEW = "new";

    /** A publisher of the demonstration's catalogue, and the customer that has its name. */
    static final String PRESSES_NAME = "Presses universitaires de Valmont";

    static final String PRESSES = "presses";

    /** With so many months one of them is corrected, and what is unusual is found. */
    private static final int HISTORY = 4;

    private static final String LATE = "Le journal du 17 est arrivé en retard · The log of the 17th came late";

    /** What is made for a page is there when it is shown, however busy the machine is. */
    private static final Patience LONG = new Patience(Duration.ofMinutes(2));

    private static final Author TEST = Author.of("test");
    private static final String PASSWORD = "quartz vessel plume ninety orbit";
    private static final int PATIENCE_MILLIS = 15_000;
    private static final int HEIGHT = 900;

    private final ComptoirServer server;
    private final Playwright playwright;
    private final Browser browser;
    /** Playwright lowers the words it sends in the language of the machine, and the tests run in Turkish, which has another i. */
    private final Locale machine = Locale.getDefault();

    private final Map<String, String> sessions = new HashMap<>();
    private @Nullable BrowserContext current;
    /** What the consoles of all pages said. */
    final List<String> said = new ArrayList<>();

    private BrowsedSite(ComptoirServer server, Playwright playwright, Browser browser) {
        this.server = server;
        this.playwright = playwright;
        this.browser = browser;
        Locale.setDefault(Locale.ENGLISH);
    }

    /** Makes three months, counts and serves them. */
    static BrowsedSite in(Path folder) throws Exception {
        return in(folder, 3, 4_000);
    }

    /** Makes so many months of so many lines a month, counts and serves them. */
    static BrowsedSite in(Path folder, int months, int linesAMonth) throws Exception {
        DemoSite.Written written =
                new DemoSite(new DemoOptions(folder, 1, months, LAST, linesAMonth)).write(lines -> {});
        TestSite site = TestSite.at(folder);
        site.run("import", "institutions", written.institutions().toString()).succeeded();
        site.run("import", "catalogue", written.catalogue().toString()).succeeded();
        TestClock clock = new TestClock("2026-11-20T10:00:00Z");
        boolean isLong = months >= HISTORY;
        count(site, written.logs(), isLong, clock);
        ComptoirServer server = ComptoirServer.start(
                Site.open(folder, clock), 0, "Comptoir test", PasswordCost.OF_TESTS, LONG, () -> {});
        server.leaveUndone("reports"); // nobody harvests here, and the browser needs the processor
        accounts(Site.open(folder, clock));
        for (int hour = 0; isLong && hour < 3; hour++) {
            server.doWhatIsDue("months", "usage"); // what was closed and corrected is known, then examined
            clock.pass(Duration.ofHours(1));
        }
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        return new BrowsedSite(server, playwright, browser);
    }

    /**
     * A longer history has a month that was closed without the log of a day, which then came late. It changes figures of the consortium, and
     * none of the readers' institution, which used nothing that day: its pages tell of no correction.
     */
    private static void count(TestSite site, List<Path> logs, boolean isLong, Clock clock) throws Exception {
        YearMonth corrected = LAST.minusMonths(2);
        String late = "access-" + corrected.atDay(17) + ".log.gz";
        Map<Boolean, List<String>> isLate = logs.stream()
                .collect(Collectors.partitioningBy(
                        log -> isLong && log.endsWith(late), Collectors.mapping(Path::toString, Collectors.toList())));
        site.count(isLate.get(false).toArray(String[]::new));
        if (isLong) {
            Site closed = Site.open(site.folder, clock);
            CloseMonth.run(closed, List.of(corrected), "Comptoir test", line -> {});
            site.count(isLate.get(true).toArray(String[]::new));
            Recount.run(closed, List.of(corrected), true, LATE, "Comptoir test", Progress.NONE, line -> {});
        }
    }

    private static void accounts(Site site) throws Exception {
        try (CustomersDatabase database = CustomersSetup.open(site, PasswordCost.OF_TESTS)) {
            account(database, READER, Language.FR);
            account(database, ENGLISH, Language.EN);
            account(database, UNDECIDED, Language.FR);
            account(database, NEW, Language.FR);
            account(database, CONSORTIUM, Language.FR);
            publisher(database);
            account(database, PUBLISHER, Language.FR);
            account(database, AUDITOR, Language.FR);
            account(database, ENGLISH_CONSORTIUM, Language.EN);
            account(database, ADMINISTRATOR, Language.FR);
            account(database, ENGLISH_ADMINISTRATOR, Language.EN);
            mailThatWasGivenUp(database.outbox());
        }
    }

    private static void mailThatWasGivenUp(Outbox outbox) {
        outbox.queue(new Outbox.Draft("test", null, "gone@test.example", Language.FR, "new-reports", "{}"));
        Outbox.Claim claim = outbox.claim(1, Duration.ofMinutes(1)).get(0);
        outbox.failed(claim, "550 5.1.1 <gone@test.example>: Recipient address rejected: User unknown", true);
    }

    private static void publisher(CustomersDatabase database) {
        database.customers()
                .add(Customer.create(PRESSES, CustomerKind.PUBLISHER, PRESSES_NAME), TEST)
                .orThrow();
        database.publisherNames()
                .save(
                        PRESSES,
                        database.customers().find(PRESSES).orElseThrow().version(),
                        List.of(new DatedValue(PRESSES_NAME, Days.ALWAYS)),
                        TEST)
                .orThrow();
    }

    private static void account(CustomersDatabase database, String who, Language language) {
        Account account = database.accounts()
                .invite(who + "@test.example", "Person " + who, language, TEST)
                .orThrow();
        database.logins().setPassword(account.id(), PASSWORD, List.of(), TEST).orThrow();
        database.roles().give(account.id(), grant(who), TEST).orThrow();
        if (!who.equals(NEW)) {
            database.accounts().noteTour(account.id());
        }
    }

    private static Grant grant(String who) {
        return switch (who) {
            case PUBLISHER -> new Grant(Role.PUBLISHER, PRESSES, null);
            case AUDITOR -> new Grant(Role.AUDITOR, null, LocalDate.of(2027, 1, 31));
            case CONSORTIUM, ENGLISH_CONSORTIUM -> new Grant(Role.CONSORTIUM_MANAGER, "garance", null);
            case ADMINISTRATOR, ENGLISH_ADMINISTRATOR -> new Grant(Role.PLATFORM_ADMINISTRATOR, null, null);
            default -> new Grant(Role.INSTITUTION_READER, "valmont", null);
        };
    }

    String address(String path) {
        return "http://localhost:" + server.port() + path;
    }

    /** A page in a new window in which somebody is signed in; the window that was opened so before is closed. */
    Page open(String who, int width, ColorScheme colours, boolean scripts) {
        return open(who, width, HEIGHT, colours, scripts);
    }

    /** The same in a window of another height. */
    Page open(String who, int width, int height, ColorScheme colours, boolean scripts) {
        closeWindow();
        BrowserContext opened = window(who, width, height, colours, scripts);
        current = opened;
        return opened.newPage();
    }

    /** Closes the window that was opened last, if there is one. */
    void closeWindow() {
        if (current != null) {
            current.close();
            current = null;
        }
    }

    /** A window in which somebody is signed in; once for all windows. */
    BrowserContext window(String who, int width, ColorScheme colours, boolean scripts) {
        return window(who, width, HEIGHT, colours, scripts);
    }

    BrowserContext window(String who, int width, int height, ColorScheme colours, boolean scripts) {
        BrowserContext window = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("fr-FR")
                .setColorScheme(colours)
                .setStorageState(sessions.computeIfAbsent(who, this::signIn))
                .setJavaScriptEnabled(scripts));
        window.setDefaultTimeout(PATIENCE_MILLIS);
        window.onConsoleMessage(message -> said.add(message.type() + ": " + message.text()));
        window.onWebError(error -> said.add("error: " + error.error()));
        return window;
    }

    /** Gives the cookies of who has signed in. */
    private String signIn(String who) {
        try (BrowserContext window = browser.newContext()) {
            Page page = window.newPage();
            page.navigate(address("/sign-in"));
            page.fill("#email", who + "@test.example");
            page.fill("#password", PASSWORD);
            page.click("main form button");
            page.waitForURL(url -> !url.contains("/sign-in"));
            return window.storageState();
        }
    }

    @Override
    public void close() throws Exception {
        Locale.setDefault(machine);
        browser.close();
        playwright.close();
        server.close();
    }
}
