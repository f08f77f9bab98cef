package fr.comptoir.server.web;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Change;
import fr.comptoir.customers.base.Changes;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.base.Subject;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.CustomerField;
import fr.comptoir.customers.customer.CustomerKind;
import fr.comptoir.customers.customer.Customers;
import fr.comptoir.model.catalogue.IndexNames;
import fr.comptoir.server.customers.CustomersSync;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The customers, for those who keep all of them. */
@Controller
final class CustomersController {
    private static final int ROWS = 50;

    private final CustomersDatabase database;
    private final CustomersSync sync;
    private final Words words;

    CustomersController(CustomersDatabase database, CustomersSync sync, Words words) {
        this.database = database;
        this.sync = sync;
        this.words = words;
    }

    @GetMapping("/admin/customers")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "false") boolean withdrawn,
            @RequestParam(defaultValue = "0") int from,
            Model model) {
        Customers.Search search = new Customers.Search(q, kindOrNull(kind), null, withdrawn);
        model.addAttribute("page", database.customers().search(search, new Page.Ask(from, ROWS)));
        model.addAttribute("q", q);
        model.addAttribute("kind", kind);
        model.addAttribute("city", CustomerField.CITY);
        model.addAttribute("kinds", CustomerKind.values());
        model.addAttribute("withdrawn", withdrawn);
        model.addAttribute("rows", ROWS);
        return "admin-customers";
    }

    @GetMapping({"/admin/customers.json", "/admin/customers.csv"})
    void searchAsFile(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "false") boolean withdrawn,
            @RequestParam(defaultValue = "0") int from,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Customers.Search search = new Customers.Search(q, kindOrNull(kind), null, withdrawn);
        List<Customer> found = TableFile.rows(from, ask -> database.customers().search(search, ask));
        TableFile.write(List.of(DirectoryTables.CUSTOMERS.panel(found)), "admin", request, response);
    }

    private static @Nullable CustomerKind kindOrNull(String name) {
        for (CustomerKind kind : CustomerKind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        if (!name.isBlank()) {
            throw new WrongValueException("kind", name, CustomerKind.class);
        }
        return null;
    }

    @GetMapping("/admin/new-customer")
    String newPage(Model model) {
        return form(Customer.create("", CustomerKind.INSTITUTION, ""), true, model);
    }

    @PostMapping("/admin/new-customer")
    String add(
            @RequestParam("customer_id") String customerId,
            @RequestParam Map<String, String> parameters,
            Model model,
            RedirectAttributes flash,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        Customer customer = read(customerId.strip(), 0, parameters);
        Outcome<Customer> added =
                database.customers().add(customer, Viewer.of(request).author());
        if (added.isDone()) {
            sync.changed();
            Told.tell(added, flash, words, locale);
            return back(customer.customerId());
        }
        return refused(customer, true, added, model, locale, response);
    }

    @GetMapping("/admin/customers/{customer}")
    String page(@PathVariable String customer, Model model, HttpServletRequest request) {
        return form(shown(customer, request), false, model);
    }

    /** As the viewer may see it: what opens reports is for administrators. */
    private Customer shown(String customer, HttpServletRequest request) {
        Customer found = find(customer);
        return Viewer.of(request).isAdministrator() ? found : found.with(CustomerField.REQUESTOR_ID, "");
    }

    @GetMapping({"/admin/customers/{customer}.json", "/admin/customers/{customer}.csv"})
    void pageAsFile(@PathVariable String customer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Customer found = shown(customer, request);
        TableFile.write(DirectoryTables.customer(found), found.customerId(), request, response);
    }

    @PostMapping("/admin/customers/{customer}")
    String update(
            @PathVariable String customer,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> parameters,
            Model model,
            RedirectAttributes flash,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        Customer changed = read(find(customer).customerId(), version, parameters);
        Author author = Viewer.of(request).author().because(reason);
        Outcome<Customer> updated = database.customers().update(changed, author);
        if (updated.isDone()) {
            sync.changed();
            Told.tell(updated, flash, words, locale);
            return back(changed.customerId());
        }
        return refused(changed, false, updated, model, locale, response);
    }

    @PostMapping("/admin/customers/{customer}/withdraw")
    String withdraw(
            @PathVariable String customer,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash,
            Locale locale,
            HttpServletRequest request) {
        String id = find(customer).customerId();
        Author author = Viewer.of(request).author().because(reason);
        Told.tell(database.customers().withdraw(id, version, author), flash, words, locale);
        sync.changed();
        return back(id);
    }

    @PostMapping("/admin/customers/{customer}/restore")
    String restore(
            @PathVariable String customer,
            @RequestParam int version,
            RedirectAttributes flash,
            Locale locale,
            HttpServletRequest request) {
        String id = find(customer).customerId();
        Told.tell(database.customers().restore(id, version, Viewer.of(request).author()), flash, words, locale);
        sync.changed();
        return back(id);
    }

    @GetMapping("/admin/customers/{customer}/history")
    String history(@PathVariable String customer, @RequestParam(defaultValue = "0") int from, Model model) {
        Customer found = find(customer);
        put(found, model);
        model.addAttribute("page", changes(found, new Page.Ask(from, ROWS)));
        model.addAttribute("rows", ROWS);
        return "admin-history";
    }

    private Page<Change> changes(Customer customer, Page.Ask ask) {
        return database.changes().find(Changes.Query.of(Subject.customer(customer.customerId())), ask);
    }

    @GetMapping({"/admin/customers/{customer}/history.json", "/admin/customers/{customer}/history.csv"})
    void historyAsFile(
            @PathVariable String customer,
            @RequestParam(defaultValue = "0") int from,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Customer found = find(customer);
        List<Change> changes = TableFile.rows(from, ask -> changes(found, ask));
        TableFile.write(List.of(DirectoryTables.CHANGES.panel(changes)), found.customerId(), request, response);
    }

    private Customer find(String customer) {
        return database.customers()
                .find(CustomerPath.read(customer))
                .orElseThrow(() -> new NotFoundException("such customer"));
    }

    private static Customer read(String customerId, int version, Map<String, String> parameters) {
        Map<CustomerField, String> fields = new EnumMap<>(CustomerField.class);
        for (CustomerField field : CustomerField.values()) {
            fields.put(field, parameters.getOrDefault(field.key(), "").replace("\r\n", "\n"));
        }
        CustomerKind kind = kindOrNull(parameters.getOrDefault("kind", ""));
        return new Customer(
                customerId,
                kind == null ? CustomerKind.INSTITUTION : kind,
                fields,
                parameters.containsKey("listed"),
                version,
                Instant.EPOCH,
                null);
    }

    private String refused(
            Customer customer,
            boolean isNew,
            Outcome<?> outcome,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        model.addAttribute("faults", words.refusal(outcome, locale));
        response.setStatus(
                (outcome instanceof Outcome.Conflict ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST).value());
        return form(customer, isNew, model);
    }

    private String form(Customer customer, boolean isNew, Model model) {
        put(customer, model);
        model.addAttribute("isNew", isNew);
        model.addAttribute("kinds", CustomerKind.values());
        model.addAttribute("fields", CustomerField.values());
        model.addAttribute("index", index(customer.customerId()));
        return "admin-customer";
    }

    /** The name that a customer has as long as none is chosen, besides those of all others. */
    private String index(String customerId) {
        Map<String, String> chosen = new HashMap<>();
        database.customers().all().forEach(one -> chosen.put(one.customerId(), one.get(CustomerField.INDEX_NAME)));
        chosen.put(customerId, "");
        return IndexNames.of(chosen).getOrDefault(customerId, "");
    }

    private static void put(Customer customer, Model model) {
        model.addAttribute("customer", customer);
    }

    private static String back(String customerId) {
        return "redirect:/admin/customers/" + CustomerPath.write(customerId);
    }
}
