package fr.comptoir.server.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.account.JoinRequest;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.CustomerField;
import fr.comptoir.customers.customer.Customers;
import fr.comptoir.customers.customer.Logo;
import fr.comptoir.operation.Site;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.server.proxy.ClientNetwork;
import fr.comptoir.server.web.CustomerPath;
import fr.comptoir.server.web.Languages;
import fr.comptoir.server.web.ListTable;
import fr.comptoir.server.web.LogoAnswer;
import fr.comptoir.server.web.NotFoundException;
import fr.comptoir.server.web.TableFile;
import fr.comptoir.server.web.Viewer;
import fr.comptoir.server.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first visit: how to come in, whether one's institution is here, and asking to join it. */
@Controller
final class JoiningController {
    private static final int ROWS = 50;
    private static final int ASKED_PER_HOUR = 10;

    private final CustomersDatabase database;
    private final Arrivals arrivals;
    private final Joining joining;
    private final Site site;
    private final Words words;
    /** Requests of each network in the last hour: a program that fills the list with names is stopped. */
    private final Cache<String, AtomicInteger> asked = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    JoiningController(CustomersDatabase database, Arrivals arrivals, Joining joining, Site site, Words words) {
        this.database = database;
        this.arrivals = arrivals;
        this.joining = joining;
        this.site = site;
        this.words = words;
    }

    @GetMapping("/welcome")
    String welcome(
            @RequestParam(required = false) @Nullable String closed,
            @RequestParam(required = false) @Nullable String failed,
            @RequestParam(required = false) @Nullable String nobody,
            Model model,
            HttpServletRequest request) {
        String problem = closed != null ? "closed" : failed != null ? "failed" : nobody != null ? "nobody" : "";
        model.addAttribute("problem", problem);
        model.addAttribute(
                "institutions",
                Arrival.kept(request, site.clock()).map(arrivals::institutions).orElse(List.of()));
        return "welcome";
    }

    @GetMapping("/partners")
    String partners(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int from, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("rows", ROWS);
        model.addAttribute("page", listed(q, new Page.Ask(from, ROWS)));
        model.addAttribute("city", CustomerField.CITY);
        model.addAttribute("type", CustomerField.TYPE);
        return "partners";
    }

    /** Those of the public list, where the site has one. */
    private Page<Customer> listed(String text, Page.Ask ask) {
        if (!site.config().server().signIn().partnerList()) {
            throw new NotFoundException("public list of institutions");
        }
        return database.customers().search(new Customers.Search(text, null, true, false), ask);
    }

    private static final ListTable<Customer> PARTNERS = ListTable.<Customer>of("partners")
            .column("Customer_ID", Kind.ID, Customer::customerId)
            .column("Name", Kind.TEXT, Customer::name)
            .column("City", Kind.TEXT, customer -> customer.get(CustomerField.CITY))
            .column("Kind", Kind.CODE, Customer::kind)
            .column("Type", Kind.TEXT, customer -> customer.get(CustomerField.TYPE));

    @GetMapping({"/partners.json", "/partners.csv"})
    void partnersAsFile(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int from,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        List<Customer> listed = TableFile.rows(from, ask -> listed(q, ask));
        TableFile.write(List.of(PARTNERS.panel(listed)), "partners", request, response);
    }

    @GetMapping("/partners/{customer}/logo")
    ResponseEntity<byte[]> logo(@PathVariable String customer) {
        Customer found = database.customers()
                .find(CustomerPath.read(customer))
                .filter(this::isShown)
                .orElseThrow(() -> new NotFoundException("such institution"));
        Logo logo = database.logos().of(found.customerId()).orElseThrow(() -> new NotFoundException("logo"));
        return LogoAnswer.of(logo);
    }

    @GetMapping("/partners/{customer}/join")
    String joinPage(@PathVariable String customer, Model model, HttpServletRequest request) {
        Optional<Arrival> arrival = Arrival.kept(request, site.clock());
        Account account = Viewer.of(request).account();
        Customer found = joinable(customer, arrival);
        model.addAttribute("customer", found);
        model.addAttribute(
                "hasLogo",
                isShown(found) && database.logos().of(found.customerId()).isPresent());
        model.addAttribute(
                "email",
                account != null ? account.email() : arrival.map(Arrival::email).orElse(""));
        model.addAttribute(
                "name",
                account != null ? account.name() : arrival.map(Arrival::name).orElse(""));
        return "join";
    }

    private boolean isShown(Customer customer) {
        return site.config().server().signIn().partnerList() && customer.listed() && !customer.isWithdrawn();
    }

    /** Those of the public list, and those of which a provider says that the person belongs to them. */
    private Customer joinable(String customer, Optional<Arrival> arrival) {
        return database.customers()
                .find(CustomerPath.read(customer))
                .filter(found -> isShown(found)
                        || arrival.map(arrivals::institutions).orElse(List.of()).contains(found))
                .orElseThrow(() -> new NotFoundException("such institution"));
    }

    @PostMapping("/partners/{customer}/join")
    String join(
            @PathVariable String customer,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String message,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Arrival> arrival = Arrival.kept(request, site.clock());
        Customer found = joinable(customer, arrival);
        model.addAttribute("customer", found);
        if (isTooMany(request)) {
            model.addAttribute("faults", List.of(words.say(locale, "join.slow")));
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        } else {
            Outcome<JoinRequest> kept = keep(found, arrival, email, name, message, request, response);
            if (kept.isDone()) {
                model.addAttribute("asked", true);
                return "join";
            }
            model.addAttribute("faults", words.refusal(kept, locale));
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        model.addAttribute("email", email);
        model.addAttribute("name", name);
        model.addAttribute("message", message);
        return "join";
    }

    private boolean isTooMany(HttpServletRequest request) {
        return asked.get(ClientNetwork.of(request.getRemoteAddr()), network -> new AtomicInteger())
                        .incrementAndGet()
                > ASKED_PER_HOUR;
    }

    /** Whose address a provider vouches for gets an account without a right at once, so that the same person comes back as the same. */
    private Outcome<JoinRequest> keep(
            Customer customer,
            Optional<Arrival> arrival,
            String email,
            String name,
            String message,
            HttpServletRequest request,
            HttpServletResponse response) {
        Account account = Viewer.of(request).account();
        if (account != null) {
            return joining.ask(account, customer, account.email(), account.name(), message);
        }
        if (arrival.isEmpty() || arrival.get().email().isEmpty()) {
            return joining.ask(null, customer, email, name, message);
        }
        Account[] made = new Account[1];
        Outcome<JoinRequest> asked = database.attempt(() -> {
            Outcome<Account> added = arrivals.account(arrival.get(), Languages.of(request));
            if (!(added instanceof Outcome.Done<Account> done)) {
                return new Outcome.Refused<>(added.problems());
            }
            made[0] = done.value();
            return joining.ask(
                    done.value(), customer, done.value().email(), done.value().name(), message);
        });
        if (asked.isDone()) {
            arrivals.signIn(made[0], request, response);
        }
        return asked;
    }
}
