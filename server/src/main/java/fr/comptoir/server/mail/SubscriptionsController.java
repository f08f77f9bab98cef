package fr.comptoir.server.mail;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.mail.Subscription;
import fr.comptoir.customers.mail.Subscription.Delivery;
import fr.comptoir.customers.mail.Subscription.Kind;
import fr.comptoir.model.code.Release;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.report.Reports;
import fr.comptoir.server.mail.MailChoices.Choice;
import fr.comptoir.server.web.ListTable;
import fr.comptoir.server.web.LocalPath;
import fr.comptoir.server.web.NotFoundException;
import fr.comptoir.server.web.TableFile;
import fr.comptoir.server.web.Viewer;
import fr.comptoir.server.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private final CustomersDatabase database;
    private final MailChoices choices;
    private final Notices notices;
    private final Words words;

    SubscriptionsController(CustomersDatabase database, MailChoices choices, Notices notices, Words words) {
        this.database = database;
        this.choices = choices;
        this.notices = notices;
        this.words = words;
    }

    @GetMapping("/account/mails")
    String mine(Model model, HttpServletRequest request) {
        Viewer viewer = Viewer.of(request);
        model.addAttribute("choices", choices.of(viewer));
        model.addAttribute("areSent", notices.areSent());
        return "mail/mine";
    }

    private static final ListTable<Choice> CHOICES = ListTable.<Choice>of("mails")
            .column("Mail", Panel.Kind.CODE, Choice::kind)
            .column("Customer_ID", Panel.Kind.ID, choice -> customer(choice, Customer::customerId))
            .column("Name", Panel.Kind.TEXT, choice -> customer(choice, Customer::name))
            .column("Delivery", Panel.Kind.CODE, Choice::delivery)
            .column("Reports", Panel.Kind.TEXT, Choice::reports);

    /** Null for the whole platform. */
    private static @Nullable String customer(Choice choice, Function<Customer, String> part) {
        return Optional.ofNullable(choice.customer()).map(part).orElse(null);
    }

    @GetMapping({"/account/mails.json", "/account/mails.csv"})
    void file(HttpServletRequest request, HttpServletResponse response) throws IOException {
        TableFile.write(List.of(CHOICES.panel(choices.of(Viewer.of(request)))), "account", request, response);
    }

    @PostMapping("/account/mails")
    String choose(
            @RequestParam(defaultValue = "") String customer,
            @RequestParam Kind kind,
            @RequestParam Delivery delivery,
            @RequestParam(defaultValue = "") String reports,
            @RequestParam(defaultValue = "") String page,
            HttpServletRequest request,
            RedirectAttributes flash,
            Locale locale) {
        Viewer viewer = Viewer.of(request);
        Choice choice = choices.find(viewer, kind, customer).orElseThrow(() -> new NotFoundException("such mails"));
        List<String> wanted = Stream.of(reports.strip().toUpperCase(Locale.ROOT).split("[\\s,;]+", -1))
                .filter(report -> !report.isEmpty())
                .distinct()
                .toList();
        List<String> wrong = wanted.stream()
                .filter(report -> Reports.find(Release.R5_1, report).isEmpty())
                .toList();
        List<String> faults = new ArrayList<>();
        if (!wrong.isEmpty()) {
            faults.add(words.say(locale, "mine.reports.wrong", String.join(", ", wrong)));
        }
        if (!choice.deliveries().contains(delivery)) {
            String ways =
                    choice.deliveries().stream().map(way -> said(way, locale)).collect(Collectors.joining(", "));
            faults.add(words.say(locale, "mine.delivery.wrong", said(delivery, locale), ways));
        }
        if (!faults.isEmpty()) {
            flash.addFlashAttribute("faults", faults);
            return back(page);
        }
        Account account = MailChoices.account(viewer);
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
        return back(page);
    }

    private String said(Delivery delivery, Locale locale) {
        return words.say(locale, "delivery." + delivery);
    }

    /** The page whose form it was, with all that was asked there; that of mails when it names none. */
    private static String back(String page) {
        return "redirect:" + LocalPath.of(page, "/account/mails");
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
