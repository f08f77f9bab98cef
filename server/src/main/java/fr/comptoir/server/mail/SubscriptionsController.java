package fr.comptoir.server.mail;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.mail.Subscription;
import fr.comptoir.customers.mail.Subscription.Delivery;
import fr.comptoir.customers.mail.Subscription.Kind;
import fr.comptoir.model.code.Release;
import fr.comptoir.report.Reports;
import fr.comptoir.server.web.NotFoundException;
import fr.comptoir.server.web.Viewer;
import fr.comptoir.server.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which mails an account gets, and how it stops them with one click. */
@Controller
final class SubscriptionsController {
    private static final int CUSTOMERS_MAX = 50;

    private final CustomersDatabase database;
    private final Notices notices;
    private final Words words;

    SubscriptionsController(CustomersDatabase database, Notices notices, Words words) {
        this.database = database;
        this.notices = notices;
        this.words = words;
    }

    /**
     * What may be subscribed to.
     *
     * @param customer null for the whole platform
     * @param delivery as it is now
     * @param reports as they are now; none for all
     */
    public record Choice(@Nullable Customer customer, Kind kind, Delivery delivery, String reports) {
        /** How it may come. */
        public List<Delivery> deliveries() {
            return kind == Kind.NEW_REPORT ? List.of(Delivery.values()) : List.of(Delivery.LINK, Delivery.NONE);
        }
    }

    @GetMapping("/account/mails")
    String mine(Model model, HttpServletRequest request) {
        Viewer viewer = Viewer.of(request);
        model.addAttribute("choices", choices(viewer));
        model.addAttribute("areSent", notices.areSent());
        return "mail/mine";
    }

    private List<Choice> choices(Viewer viewer) {
        Account account = account(viewer);
        List<Choice> choices = new ArrayList<>();
        if (viewer.isOverseer()) {
            for (Kind kind : List.of(Kind.MONTH_BLOCKED, Kind.RESTATEMENT, Kind.ANOMALY)) {
                choices.add(choice(account, null, kind, viewer.isAdministrator()));
            }
        }
        for (String id : customers(viewer)) {
            Optional<Customer> customer = database.customers().find(id);
            if (customer.isPresent()) {
                boolean manages = viewer.grants().stream()
                        .anyMatch(grant -> id.equals(grant.customerId()) && Recipients.MANAGERS.contains(grant.role()));
                choices.add(choice(account, customer.get(), Kind.NEW_REPORT, false));
                choices.add(choice(account, customer.get(), Kind.RESTATEMENT, manages));
                choices.add(choice(account, customer.get(), Kind.ANOMALY, false));
                if (viewer.mayManage(id)) {
                    choices.add(choice(account, customer.get(), Kind.KEY_EXPIRES, manages));
                }
            }
        }
        return choices;
    }

    /** Those that the viewer has a role for come first: of a large consortium not all members are offered. */
    private static List<String> customers(Viewer viewer) {
        TreeSet<String> own = new TreeSet<>();
        viewer.grants().forEach(grant -> Optional.ofNullable(grant.customerId()).ifPresent(own::add));
        LinkedHashSet<String> ids = new LinkedHashSet<>(own);
        ids.addAll(new TreeSet<>(viewer.members()));
        return ids.stream().limit(CUSTOMERS_MAX).toList();
    }

    /**
     * What an account has chosen.
     *
     * @param byDefault whether it gets these mails without having asked
     */
    private Choice choice(Account account, @Nullable Customer customer, Kind kind, boolean byDefault) {
        String id = customer == null ? null : customer.customerId();
        Optional<Subscription> now = database.subscriptions().find(account.id(), kind, id);
        return new Choice(
                customer,
                kind,
                now.map(Subscription::delivery).orElse(byDefault ? Delivery.LINK : Delivery.NONE),
                String.join(" ", now.map(Subscription::reports).orElse(List.of())));
    }

    @PostMapping("/account/mails")
    String choose(
            @RequestParam(defaultValue = "") String customer,
            @RequestParam Kind kind,
            @RequestParam Delivery delivery,
            @RequestParam(defaultValue = "") String reports,
            HttpServletRequest request,
            RedirectAttributes flash,
            Locale locale) {
        Viewer viewer = Viewer.of(request);
        Choice choice = choices(viewer).stream()
                .filter(one -> one.kind() == kind && id(one).equals(customer))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("such mails"));
        List<String> wanted = Stream.of(reports.strip().toUpperCase(Locale.ROOT).split("[\\s,;]+", -1))
                .filter(report -> !report.isEmpty())
                .distinct()
                .toList();
        List<String> wrong = wanted.stream()
                .filter(report -> Reports.find(Release.R5_1, report).isEmpty())
                .toList();
        if (!wrong.isEmpty() || !choice.deliveries().contains(delivery)) {
            flash.addFlashAttribute(
                    "faults", List.of(words.say(locale, "mine.reports.wrong", String.join(", ", wrong))));
            return "redirect:/account/mails";
        }
        Account account = account(viewer);
        database.subscriptions()
                .save(
                        new Subscription(
                                0,
                                account.id(),
                                kind,
                                customer.isEmpty() ? null : customer,
                                kind == Kind.NEW_REPORT ? wanted : List.of(),
                                delivery,
                                account.language()),
                        viewer.author());
        flash.addFlashAttribute("done", words.say(locale, "saved"));
        return "redirect:/account/mails";
    }

    private static String id(Choice choice) {
        Customer customer = choice.customer();
        return customer == null ? "" : customer.customerId();
    }

    private static Account account(Viewer viewer) {
        return Objects.requireNonNull(viewer.account(), "only who signed in gets here");
    }

    /** Looking ends nothing: programs that look at links in mails would end what nobody wanted to end. */
    @GetMapping("/unsubscribe/{token}")
    String ask(@PathVariable String token, Model model) {
        Optional<Subscription> found = database.subscriptions().findByToken(token);
        model.addAttribute("subscription", found.orElse(null));
        model.addAttribute("token", token);
        model.addAttribute("name", found.map(this::name).orElse(""));
        model.addAttribute("ended", false);
        return "mail/unsubscribe";
    }

    private String name(Subscription subscription) {
        String id = subscription.customerId();
        return id == null
                ? ""
                : database.customers().find(id).map(Customer::name).orElse(id);
    }

    /** With one click, of a mail program or of a person; the token is all that it takes (RFC 8058). */
    @PostMapping("/unsubscribe/{token}")
    String end(@PathVariable String token, Model model) {
        Optional<Subscription> found = database.subscriptions().findByToken(token);
        found.ifPresent(subscription -> database.subscriptions().end(subscription, author(subscription)));
        model.addAttribute("subscription", found.orElse(null));
        model.addAttribute("token", token);
        model.addAttribute("name", found.map(this::name).orElse(""));
        model.addAttribute("ended", found.isPresent());
        return "mail/unsubscribe";
    }

    private Author author(Subscription subscription) {
        return Author.of(database.accounts()
                .find(subscription.account())
                .map(Account::email)
                .orElse("comptoir serve"));
    }
}
