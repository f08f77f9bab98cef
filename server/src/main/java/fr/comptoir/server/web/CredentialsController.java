package fr.comptoir.server.web;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.CustomerField;
import fr.comptoir.customers.key.ApiKey;
import fr.comptoir.customers.key.Keys;
import fr.comptoir.model.code.Release;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.report.Reports;
import fr.comptoir.server.counterapi.ApiKeys;
import fr.comptoir.server.counterapi.TryHarvest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What opens a customer's reports: its requestor_id, its keys, and the addresses to give to harvesters. */
@Controller
final class CredentialsController {
    private static final int OVERLAP_DAYS_MAX = 365;

    private final CustomersDatabase database;
    private final ApiKeys known;
    private final Today today;
    private final Words words;
    private final BaseAddress base;
    private final TryHarvest trial;

    CredentialsController(
            CustomersDatabase database, ApiKeys known, Today today, Words words, BaseAddress base, TryHarvest trial) {
        this.database = database;
        this.known = known;
        this.today = today;
        this.words = words;
        this.base = base;
        this.trial = trial;
    }

    @GetMapping("/space/{customer}/credentials")
    String page(@PathVariable String customer, Model model, Locale locale, HttpServletRequest request) {
        Customer found = find(customer);
        String made = model.getAttribute("madeKey") instanceof String text ? text : "";
        String place = words.say(locale, "credentials.place");
        model.addAttribute("customer", found);
        model.addAttribute("requestorId", found.get(CustomerField.REQUESTOR_ID));
        List<KeyRow> keys = rows(found.customerId());
        model.addAttribute("keys", keys);
        model.addAttribute(
                "valid",
                keys.stream().filter(row -> row.state() == ApiKey.State.VALID).toList());
        model.addAttribute("lastMonth", YearMonth.from(today.get()).minusMonths(1));
        model.addAttribute("base", base.of(request));
        model.addAttribute(
                "releases",
                ReportAddresses.of(base.of(request), found.customerId(), made.isEmpty() ? place : made, today.get()));
        return "credentials";
    }

    /** A key as the page shows it. */
    record KeyRow(ApiKey key, ApiKey.State state, boolean canRotate) {}

    private List<KeyRow> rows(String customerId) {
        Instant now = today.now();
        return database.keys().of(customerId).stream()
                .map(key -> new KeyRow(
                        key, key.state(now), key.state(now) == ApiKey.State.VALID && key.replacedBy() == null))
                .toList();
    }

    private static final ListTable<KeyRow> KEYS = ListTable.<KeyRow>of("keys")
            .column("Name", Kind.TEXT, row -> row.key().name())
            .column("Hint", Kind.TEXT, row -> row.key().hint())
            .column("State", Kind.CODE, KeyRow::state)
            .column("Created_At", Kind.MOMENT, row -> row.key().createdAt())
            .column("Person", Kind.TEXT, row -> row.key().createdBy())
            .column("Expires_At", Kind.MOMENT, row -> row.key().expiresAt())
            .column("Last_Used_At", Kind.MOMENT, row -> row.key().lastUsedAt())
            .column("Replaced", Kind.CODE, row -> row.key().replacedBy() != null);

    /** Keys by name and first characters; the addresses have words where the key goes. */
    @GetMapping({"/space/{customer}/credentials.json", "/space/{customer}/credentials.csv"})
    void file(@PathVariable String customer, Locale locale, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Customer found = find(customer);
        String id = found.customerId();
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("customer_id", id);
        ids.put(CustomerField.REQUESTOR_ID.key(), found.get(CustomerField.REQUESTOR_ID));
        String place = words.say(locale, "credentials.place");
        List<ReportAddresses.OfRelease> releases = ReportAddresses.of(base.of(request), id, place, today.get());
        List<Panel> panels =
                List.of(KEYS.panel(rows(id)), ReportAddresses.panel(releases), DirectoryTables.fields(ids.entrySet()));
        TableFile.write(panels, id, request, response);
    }

    private Customer find(String customer) {
        return database.customers()
                .find(CustomerPath.read(customer))
                .orElseThrow(() -> new NotFoundException("such customer"));
    }

    /** Asks for a report with the right of a key, and shows what a harvester would get. */
    @PostMapping("/space/{customer}/credentials/try")
    String tryHarvest(
            @PathVariable String customer,
            @RequestParam long key,
            @RequestParam("report") String asked,
            @RequestParam YearMonth month,
            RedirectAttributes flash,
            Locale locale)
            throws IOException, InterruptedException {
        ApiKey found = own(customer, key);
        if (found.state(today.now()) != ApiKey.State.VALID) {
            flash.addFlashAttribute("faults", List.of(words.say(locale, "try.expired")));
            return back(customer);
        }
        String[] parts = asked.split(" ", 2);
        Release release = parts[0].equals(Release.R5.code()) ? Release.R5 : Release.R5_1;
        String report = parts.length > 1 ? parts[1] : "";
        if (Reports.find(release, report).isEmpty()) {
            throw new NotFoundException("such report");
        }
        flash.addFlashAttribute("tried", words.say(locale, "try.what.asked", report, release.code(), month));
        flash.addFlashAttribute("verdict", trial.run(found.customerId(), key, release, report, month));
        return back(customer) + "#try";
    }

    @PostMapping("/space/{customer}/credentials/keys")
    String make(
            @PathVariable String customer,
            @RequestParam String name,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate expires,
            RedirectAttributes flash,
            Locale locale,
            HttpServletRequest request) {
        String id = find(customer).customerId();
        Author author = Viewer.of(request).author();
        return show(
                database.keys().make(id, name, expires == null ? null : today.endOf(expires), author),
                customer,
                flash,
                locale);
    }

    @PostMapping("/space/{customer}/credentials/keys/{key}/rotate")
    String rotate(
            @PathVariable String customer,
            @PathVariable long key,
            @RequestParam int days,
            RedirectAttributes flash,
            Locale locale,
            HttpServletRequest request) {
        ApiKey old = own(customer, key);
        Duration overlap = Duration.ofDays(Math.max(0, Math.min(days, OVERLAP_DAYS_MAX)));
        Instant expires =
                old.expiresAt() == null ? null : today.now().plus(Duration.between(old.createdAt(), old.expiresAt()));
        Outcome<Keys.Made> made =
                database.keys().rotate(key, overlap, expires, Viewer.of(request).author());
        known.changed();
        return show(made, customer, flash, locale);
    }

    @PostMapping("/space/{customer}/credentials/keys/{key}/withdraw")
    String withdraw(
            @PathVariable String customer,
            @PathVariable long key,
            RedirectAttributes flash,
            Locale locale,
            HttpServletRequest request) {
        own(customer, key);
        Told.tell(database.keys().withdraw(key, Viewer.of(request).author()), flash, words, locale);
        known.changed();
        return back(customer);
    }

    /** The key, when it is this customer's: the right to one customer's keys is none to another's. */
    private ApiKey own(String customer, long key) {
        String id = find(customer).customerId();
        return database.keys()
                .find(key)
                .filter(found -> found.customerId().equals(id))
                .orElseThrow(() -> new NotFoundException("such key"));
    }

    private String show(Outcome<Keys.Made> made, String customer, RedirectAttributes flash, Locale locale) {
        if (made instanceof Outcome.Done<Keys.Made> done) {
            flash.addFlashAttribute("madeKey", done.value().text());
        } else {
            flash.addFlashAttribute("faults", words.refusal(made, locale));
        }
        return back(customer);
    }

    private static String back(String customer) {
        return "redirect:/space/" + CustomerPath.write(CustomerPath.read(customer)) + "/credentials";
    }
}
