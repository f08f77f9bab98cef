package fr.comptoir.server.signin;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.account.Identity;
import fr.comptoir.customers.account.JoinRequest;
import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.server.web.CustomerPath;
import fr.comptoir.server.web.Languages;
import fr.comptoir.server.web.ListTable;
import fr.comptoir.server.web.NotFoundException;
import fr.comptoir.server.web.TableFile;
import fr.comptoir.server.web.Told;
import fr.comptoir.server.web.Viewer;
import fr.comptoir.server.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who asks to join, for those who decide. */
@Controller
final class RequestsController {
    private final CustomersDatabase database;
    private final Joining joining;
    private final Words words;

    RequestsController(CustomersDatabase database, Joining joining, Words words) {
        this.database = database;
        this.joining = joining;
        this.words = words;
    }

    /**
     * A request as a page shows it.
     *
     * @param customer its name
     * @param vouched by whom the address is said to be the person's, {@code ""} for nobody
     */
    record Row(JoinRequest request, String customer, String path, String vouched) {}

    private static final ListTable<Row> TABLE = ListTable.<Row>of("requests")
            .column("Asked_At", Kind.MOMENT, row -> row.request().askedAt())
            .column("Name", Kind.TEXT, row -> row.request().name())
            .column("Email", Kind.TEXT, row -> row.request().email())
            .column("Vouched_By", Kind.TEXT, Row::vouched)
            .column("Customer_ID", Kind.ID, row -> row.request().customerId())
            .column("Customer", Kind.TEXT, Row::customer)
            .column("Message", Kind.TEXT, row -> row.request().message());

    private Row row(JoinRequest request) {
        Long account = request.account();
        String vouched = account == null
                ? ""
                : database.identities().of(account).stream()
                        .map(Identity::issuer)
                        .distinct()
                        .collect(Collectors.joining(", "));
        String customer = database.customers()
                .find(request.customerId())
                .map(Customer::name)
                .orElse(request.customerId());
        return new Row(request, customer, CustomerPath.write(request.customerId()), vouched);
    }

    @GetMapping("/admin/requests")
    String all(Model model) {
        model.addAttribute("requests", rows(database.joinRequests().waiting()));
        return "admin-requests";
    }

    private List<Row> rows(List<JoinRequest> requests) {
        return requests.stream().map(this::row).toList();
    }

    @GetMapping({"/admin/requests.json", "/admin/requests.csv"})
    void allAsFile(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Panel panel = TABLE.panel(rows(database.joinRequests().waiting()));
        TableFile.write(List.of(panel), "admin", request, response);
    }

    @GetMapping("/space/{customer}/requests")
    String of(@PathVariable String customer, Model model) {
        Customer found = find(customer);
        model.addAttribute("customer", found);
        model.addAttribute("roles", Joining.roles(found.kind()));
        model.addAttribute("requests", rows(database.joinRequests().waiting(found.customerId())));
        return "requests";
    }

    @GetMapping({"/space/{customer}/requests.json", "/space/{customer}/requests.csv"})
    void ofAsFile(@PathVariable String customer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String id = find(customer).customerId();
        Panel panel = TABLE.panel(rows(database.joinRequests().waiting(id)));
        TableFile.write(List.of(panel), id, request, response);
    }

    private Customer find(String customer) {
        return database.customers()
                .find(CustomerPath.read(customer))
                .orElseThrow(() -> new NotFoundException("such customer"));
    }

    @PostMapping("/space/{customer}/requests/{request}/approve")
    String approve(
            @PathVariable String customer,
            @PathVariable("request") long id,
            @RequestParam Role role,
            RedirectAttributes flash,
            Locale locale,
            HttpServletRequest request) {
        Customer found = find(customer);
        Outcome<JoinRequest> decided = Joining.roles(found.kind()).contains(role)
                ? joining.approve(
                        id,
                        found,
                        role,
                        Languages.of(locale),
                        Viewer.of(request).author())
                : Outcome.refused("role", Fault.Kind.KIND, role.name());
        Told.tell(decided, flash, words, locale);
        return back(found);
    }

    @PostMapping("/space/{customer}/requests/{request}/refuse")
    String refuse(
            @PathVariable String customer,
            @PathVariable("request") long id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash,
            Locale locale,
            HttpServletRequest request) {
        Customer found = find(customer);
        Author author = Viewer.of(request).author().because(reason);
        Told.tell(joining.refuse(id, found, Languages.of(locale), author), flash, words, locale);
        return back(found);
    }

    private static String back(Customer customer) {
        return "redirect:/space/" + CustomerPath.write(customer.customerId()) + "/requests";
    }
}
