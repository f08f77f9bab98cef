package fr.comptoir.server.web;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.account.Identity;
import fr.comptoir.customers.account.SecondFactors;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.operation.Site;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Panel.Kind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's own account: name, password, second factor. */
@Controller
final class AccountController {
    private static final String BACK = "redirect:/account";

    private final CustomersDatabase database;
    private final Sessions sessions;
    private final Words words;
    private final String platform;

    AccountController(CustomersDatabase database, Sessions sessions, Words words, Site site) {
        this.database = database;
        this.sessions = sessions;
        this.words = words;
        this.platform = site.config().platform().name();
    }

    private static Account mine(HttpServletRequest request) {
        return Objects.requireNonNull(Viewer.of(request).account(), "the route wants an account");
    }

    @GetMapping("/account")
    String page(Model model, HttpServletRequest request) {
        Account account = mine(request);
        model.addAttribute("account", account);
        model.addAttribute("identities", database.identities().of(account.id()));
        model.addAttribute("grants", database.roles().of(account.id()));
        model.addAttribute(
                "codesLeft", account.secondFactor() ? database.secondFactors().recoveryCodesLeft(account.id()) : 0);
        return "account";
    }

    @GetMapping({"/account.json", "/account.csv"})
    void file(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Account account = mine(request);
        List<Panel> panels = new ArrayList<>(
                DirectoryTables.account(account, database.roles().of(account.id())));
        panels.add(ListTable.<Identity>of("identities")
                .column("Issuer", Kind.TEXT, Identity::issuer)
                .column("Linked_At", Kind.MOMENT, Identity::linkedAt)
                .panel(database.identities().of(account.id())));
        TableFile.write(panels, "account", request, response);
    }

    @PostMapping("/account")
    String rename(@RequestParam String name, RedirectAttributes flash, Locale locale, HttpServletRequest request) {
        Account account = mine(request);
        return tell(
                database.accounts()
                        .update(
                                account.id(),
                                account.version(),
                                name,
                                account.language(),
                                Viewer.of(request).author()),
                flash,
                locale);
    }

    @PostMapping("/account/password")
    String password(
            @RequestParam String old,
            @RequestParam String password,
            @RequestParam String again,
            RedirectAttributes flash,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        Account account = mine(request);
        if (!password.equals(again)) {
            return tell(Outcome.refused("again", Fault.Kind.WRONG, ""), flash, locale);
        }
        if (!database.logins().isPassword(account.id(), old)) {
            return tell(Outcome.refused("old", Fault.Kind.WRONG, ""), flash, locale);
        }
        Outcome<Account> set = database.logins()
                .setPassword(
                        account.id(),
                        password,
                        List.of(platform),
                        Viewer.of(request).author());
        if (set.isDone()) {
            sessions.endOthers(account, request, response);
        }
        return tell(set, flash, locale);
    }

    /** The secret is shown on the answer itself and kept nowhere else. */
    @PostMapping("/account/code")
    String beginCode(Model model, Locale locale, HttpServletRequest request, HttpServletResponse response) {
        Outcome<SecondFactors.Enrolment> begun =
                database.secondFactors().begin(mine(request).id(), platform);
        if (begun instanceof Outcome.Done<SecondFactors.Enrolment> done) {
            model.addAttribute("enrolment", done.value());
        } else {
            model.addAttribute("faults", words.refusal(begun, locale));
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        return "account-code";
    }

    /** Where a change of language leads after the answers below, which are shown once. */
    @GetMapping("/account/code")
    String codePage() {
        return "redirect:/account";
    }

    @PostMapping("/account/code/confirm")
    String confirmCode(
            @RequestParam String code,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        Outcome<List<String>> confirmed = database.secondFactors()
                .confirm(mine(request).id(), code, Viewer.of(request).author());
        if (confirmed instanceof Outcome.Done<List<String>> done) {
            model.addAttribute("codes", done.value());
        } else {
            model.addAttribute("faults", words.refusal(confirmed, locale));
            model.addAttribute("again", true);
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        return "account-code";
    }

    @PostMapping("/account/code/remove")
    String removeCode(
            @RequestParam String password, RedirectAttributes flash, Locale locale, HttpServletRequest request) {
        Account account = mine(request);
        return database.logins().isPassword(account.id(), password)
                ? tell(
                        database.secondFactors()
                                .remove(account.id(), Viewer.of(request).author()),
                        flash,
                        locale)
                : tell(Outcome.refused("old", Fault.Kind.WRONG, ""), flash, locale);
    }

    private String tell(Outcome<?> outcome, RedirectAttributes flash, Locale locale) {
        Told.tell(outcome, flash, words, locale);
        return BACK;
    }
}
