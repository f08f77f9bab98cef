package fr.comptoir.server.web;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.account.Tokens;
import fr.comptoir.customers.account.Tokens.Purpose;
import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.operation.Site;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Coming in by a link that is good once: the first administrator, whoever was invited, whoever wants another password. */
@Controller
final class ComingInController {
    private final CustomersDatabase database;
    private final FirstAdministrator first;
    private final Sessions sessions;
    private final Words words;
    private final String platform;

    ComingInController(
            CustomersDatabase database, FirstAdministrator first, Sessions sessions, Words words, Site site) {
        this.database = database;
        this.first = first;
        this.sessions = sessions;
        this.words = words;
        this.platform = site.config().platform().name();
    }

    @GetMapping("/first/{token}")
    String firstPage(@PathVariable String token, HttpServletResponse response) {
        return first.isGood(token) ? "first" : gone(response);
    }

    @PostMapping("/first/{token}")
    String first(
            @PathVariable String token,
            @RequestParam String email,
            @RequestParam String name,
            @RequestParam String password,
            @RequestParam String again,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!first.isGood(token)) {
            return gone(response);
        }
        Outcome<Account> made = password.equals(again)
                ? first.make(token, email, name, Languages.of(locale), password)
                : Outcome.refused("again", Fault.Kind.WRONG, "");
        if (made instanceof Outcome.Done<Account> done) {
            sessions.signIn(database.logins().noteLogin(done.value().id()), request, response);
            return "redirect:/admin/customers";
        }
        model.addAttribute("email", email);
        model.addAttribute("name", name);
        return refused("first", made, model, locale, response);
    }

    @GetMapping("/invitation/{token}")
    String invitationPage(@PathVariable String token, Model model, HttpServletResponse response) {
        Optional<Account> account =
                look(token).flatMap(found -> database.accounts().find(found.account()));
        if (account.isEmpty()) {
            return gone(response);
        }
        model.addAttribute("account", account.get());
        return "invitation";
    }

    private Optional<Tokens.Token> look(String token) {
        Tokens tokens = database.tokens();
        return Stream.of(Purpose.INVITATION, Purpose.PASSWORD_RESET)
                .flatMap(purpose -> tokens.look(purpose, token).stream())
                .findFirst();
    }

    @PostMapping("/invitation/{token}")
    String invitation(
            @PathVariable String token,
            @RequestParam String password,
            @RequestParam String again,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Tokens.Token> found = look(token);
        Optional<Account> account = found.flatMap(one -> database.accounts().find(one.account()));
        if (found.isEmpty() || account.isEmpty()) {
            return gone(response);
        }
        Outcome<Account> set = password.equals(again)
                ? setPassword(token, found.get(), account.get(), password)
                : Outcome.refused("again", Fault.Kind.WRONG, "");
        if (!(set instanceof Outcome.Done<Account> done)) {
            model.addAttribute("account", account.get());
            return refused("invitation", set, model, locale, response);
        }
        sessions.endAll(done.value().id());
        if (done.value().secondFactor()) {
            return "redirect:/sign-in";
        }
        sessions.signIn(database.logins().noteLogin(done.value().id()), request, response);
        return "redirect:/space";
    }

    /** The token is used up with the password that is kept, or not at all. */
    private Outcome<Account> setPassword(String text, Tokens.Token token, Account account, String password) {
        return database.attempt(() -> {
            if (database.tokens().use(token.purpose(), text).isEmpty()) {
                return Outcome.refused("token", Fault.Kind.WRONG, "");
            }
            if (!account.hasPassword()) {
                unlinkAll(account);
            }
            return database.logins().setPassword(account.id(), password, List.of(platform), Author.of(account.email()));
        });
    }

    /**
     * The first mail that is answered says whose the address is. Identities that were linked before may be of somebody else who claimed it;
     * whoever has the mail links theirs again.
     */
    private void unlinkAll(Account account) {
        database.identities()
                .of(account.id())
                .forEach(one -> database.identities()
                        .unlink(account.id(), one.kind(), one.issuer(), one.subject(), Author.of(account.email())));
    }

    private String refused(String page, Outcome<?> outcome, Model model, Locale locale, HttpServletResponse response) {
        model.addAttribute("faults", words.refusal(outcome, locale));
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        return page;
    }

    private static String gone(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "link-gone";
    }
}
