package fr.comptoir.server.web;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.account.Grant;
import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.account.Tokens.Purpose;
import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Language;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.base.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The accounts: inviting, roles, locking, closing. */
@Controller
final class AccountsController {
    private static final int ROWS = 50;

    private final CustomersDatabase database;
    private final Sessions sessions;
    private final Words words;
    private final BaseAddress base;
    private final LinkMails mails;

    AccountsController(CustomersDatabase database, Sessions sessions, Words words, BaseAddress base, LinkMails mails) {
        this.database = database;
        this.sessions = sessions;
        this.words = words;
        this.base = base;
        this.mails = mails;
    }

    @GetMapping("/admin/accounts")
    String search(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int from, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("page", database.accounts().search(q, new Page.Ask(from, ROWS)));
        model.addAttribute("rows", ROWS);
        model.addAttribute("roles", Role.values());
        model.addAttribute("languages", Language.values());
        return "admin-accounts";
    }

    @GetMapping({"/admin/accounts.json", "/admin/accounts.csv"})
    void searchAsFile(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int from,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        List<Account> found = TableFile.rows(from, ask -> database.accounts().search(q, ask));
        TableFile.write(List.of(DirectoryTables.ACCOUNTS.panel(found)), "admin", request, response);
    }

    /** An account, its first role and the link with which it comes in; all of it or nothing. */
    @PostMapping("/admin/accounts")
    String invite(
            @RequestParam String email,
            @RequestParam String name,
            @RequestParam Language language,
            @RequestParam Role role,
            @RequestParam(defaultValue = "") String customer,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            Model model,
            RedirectAttributes flash,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        Author author = Viewer.of(request).author();
        Outcome<Account> invited = database.attempt(() -> {
            Outcome<Account> added = database.accounts().invite(email, name, language, author);
            if (!added.isDone()) {
                return added;
            }
            Outcome<List<Grant>> given =
                    database.roles().give(added.orThrow().id(), grant(role, customer, until), author);
            return given.isDone() ? added : new Outcome.Refused<>(given.problems());
        });
        if (invited instanceof Outcome.Done<Account> done) {
            putLink(done.value(), flash, request);
            return back(done.value().id());
        }
        model.addAttribute("faults", words.refusal(invited, locale));
        model.addAttribute("email", email);
        model.addAttribute("name", name);
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        return search("", 0, model);
    }

    private static Grant grant(Role role, String customer, @Nullable LocalDate until) {
        return new Grant(role, customer.isBlank() ? null : customer.strip(), until);
    }

    /** The link, to be shown once: whoever has it comes in. */
    private void putLink(Account account, RedirectAttributes flash, HttpServletRequest request) {
        Purpose purpose = account.state() == Account.State.INVITED ? Purpose.INVITATION : Purpose.PASSWORD_RESET;
        String token = database.tokens().make(purpose, account.id(), "");
        flash.addFlashAttribute("link", base.of(request) + "/invitation/" + token);
        flash.addFlashAttribute("linkHours", purpose.validity().toHours());
        boolean first = purpose == Purpose.INVITATION;
        flash.addFlashAttribute(
                "linkSent", mails.send(account, base.of(request) + "/invitation/" + token, purpose.validity(), first));
    }

    @GetMapping("/admin/accounts/{account}")
    String page(@PathVariable long account, Model model) {
        model.addAttribute("account", find(account));
        model.addAttribute("grants", database.roles().of(account));
        model.addAttribute("roles", Role.values());
        return "admin-account";
    }

    @GetMapping({"/admin/accounts/{account}.json", "/admin/accounts/{account}.csv"})
    void pageAsFile(@PathVariable long account, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Account found = find(account);
        TableFile.write(
                DirectoryTables.account(found, database.roles().of(account)), "account_" + account, request, response);
    }

    @PostMapping("/admin/accounts/{account}/invitation")
    String link(@PathVariable long account, RedirectAttributes flash, Locale locale, HttpServletRequest request) {
        Account found = find(account);
        if (found.state() == Account.State.INVITED || found.state() == Account.State.ACTIVE) {
            putLink(found, flash, request);
        } else {
            Told.tell(Outcome.refused("state", Fault.Kind.STATE, found.state().name()), flash, words, locale);
        }
        return back(account);
    }

    @PostMapping("/admin/accounts/{account}/role")
    String give(
            @PathVariable long account,
            @RequestParam Role role,
            @RequestParam(defaultValue = "") String customer,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            RedirectAttributes flash,
            Locale locale,
            HttpServletRequest request) {
        find(account);
        Author author = Viewer.of(request).author();
        Told.tell(database.roles().give(account, grant(role, customer, until), author), flash, words, locale);
        return back(account);
    }

    @PostMapping("/admin/accounts/{account}/role/take")
    String take(
            @PathVariable long account,
            @RequestParam Role role,
            @RequestParam(defaultValue = "") String customer,
            RedirectAttributes flash,
            Locale locale,
            HttpServletRequest request) {
        find(account);
        Author author = Viewer.of(request).author();
        Told.tell(database.roles().take(account, grant(role, customer, null), author), flash, words, locale);
        return back(account);
    }

    @PostMapping("/admin/accounts/{account}/state")
    String state(
            @PathVariable long account,
            @RequestParam int version,
            @RequestParam Account.State state,
            RedirectAttributes flash,
            Locale locale,
            HttpServletRequest request) {
        Account found = find(account);
        boolean activates = state == Account.State.ACTIVE && !found.hasPassword();
        Outcome<Account> set = activates || state == Account.State.INVITED
                ? Outcome.refused("state", Fault.Kind.STATE, found.state().name())
                : database.accounts()
                        .setState(account, version, state, Viewer.of(request).author());
        if (set.isDone()) {
            sessions.endAll(account);
        }
        Told.tell(set, flash, words, locale);
        return back(account);
    }

    private Account find(long account) {
        return database.accounts().find(account).orElseThrow(() -> new NotFoundException("such account"));
    }

    private static String back(long account) {
        return "redirect:/admin/accounts/" + account;
    }
}
