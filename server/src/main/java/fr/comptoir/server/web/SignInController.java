package fr.comptoir.server.web;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.account.Logins.Attempt;
import fr.comptoir.customers.account.SecondFactors.Answer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in by password and, for accounts that have it, a code; signing out. */
@Controller
final class SignInController {
    private static final String START = "/space";

    private final CustomersDatabase database;
    private final Sessions sessions;
    private final Today today;
    private final Words words;

    SignInController(CustomersDatabase database, Sessions sessions, Today today, Words words) {
        this.database = database;
        this.sessions = sessions;
        this.today = today;
        this.words = words;
    }

    @GetMapping("/sign-in")
    String page(@RequestParam(defaultValue = "") String to, Model model, HttpServletRequest request) {
        if (Viewer.of(request).isKnown()) {
            return "redirect:" + START;
        }
        model.addAttribute("to", LocalPath.of(to, ""));
        return "sign-in";
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam String email,
            @RequestParam String password,
            @RequestParam(defaultValue = "") String to,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        String back = LocalPath.of(to, "");
        Attempt attempt = database.logins().attempt(email, password);
        if (attempt instanceof Attempt.LoggedIn in) {
            sessions.signIn(in.account(), request, response);
            String wanted = WantedPage.take(START, request, response);
            return "redirect:" + (back.isEmpty() ? wanted : back);
        }
        if (attempt instanceof Attempt.SecondFactorWanted wanted) {
            sessions.wantCode(wanted.account(), request, response);
            return "redirect:/sign-in/code";
        }
        Instant until = attempt instanceof Attempt.Delayed delayed ? delayed.until() : null;
        model.addAttribute("wrong", until == null ? words.say(locale, "signin.wrong") : delayed(until, locale));
        model.addAttribute("email", email);
        model.addAttribute("to", back);
        response.setStatus((until == null ? HttpStatus.BAD_REQUEST : HttpStatus.TOO_MANY_REQUESTS).value());
        return "sign-in";
    }

    private String delayed(@Nullable Instant until, Locale locale) {
        Duration left = until == null ? Duration.ZERO : Duration.between(today.now(), until);
        long seconds = Math.max(1, left.toSeconds() + 1);
        return seconds < 120
                ? words.say(locale, "signin.delayed.seconds", seconds)
                : words.say(locale, "signin.delayed.minutes", (seconds + 59) / 60);
    }

    @GetMapping("/sign-in/code")
    String codePage(HttpServletRequest request) {
        return sessions.codeWanted(request).isPresent() ? "sign-in-code" : "redirect:/sign-in";
    }

    @PostMapping("/sign-in/code")
    String code(
            @RequestParam String code,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Account> account = sessions.codeWanted(request)
                .flatMap(id -> database.accounts().find(id))
                .filter(found -> found.state() == Account.State.ACTIVE);
        if (account.isEmpty()) {
            return "redirect:/sign-in";
        }
        long id = account.get().id();
        Answer answer = database.secondFactors().check(id, code);
        if (answer == Answer.RIGHT) {
            sessions.signIn(database.logins().noteLogin(id), request, response);
            return "redirect:" + WantedPage.take(START, request, response);
        }
        boolean late = answer == Answer.DELAYED;
        model.addAttribute(
                "wrong", late ? delayed(account.get().delayedUntil(), locale) : words.say(locale, "signin.code.wrong"));
        response.setStatus((late ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.BAD_REQUEST).value());
        return "sign-in-code";
    }

    @PostMapping("/sign-out")
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, response);
        return "redirect:/";
    }
}
