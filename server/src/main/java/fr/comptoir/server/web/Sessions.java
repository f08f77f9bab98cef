package fr.comptoir.server.web;

import fr.comptoir.customers.account.Account;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/** Sessions of people who signed in. One ends after half an hour without a request, and after twelve hours in any case. */
public final class Sessions {
    /** However busy. */
    static final Duration LONGEST = Duration.ofHours(12);

    private static final Duration CODE_WAIT = Duration.ofMinutes(10);
    private static final String SIGNED_IN = "signedIn";
    private static final String CODE_WANTED = "codeWanted";

    private static final String OPENED = "opened";

    private final Clock clock;
    private final CsrfTokenRepository csrf;
    private final Map<Long, Instant> endedBefore = new ConcurrentHashMap<>();

    Sessions(Clock clock, CsrfTokenRepository csrf) {
        this.clock = clock;
        this.csrf = csrf;
    }

    /** An account and when its password was right. */
    private record Entry(long account, Instant at) {}

    /** The account that signed in; whether it still may is to be looked up. */
    public Optional<Long> account(HttpServletRequest request) {
        return entry(request, SIGNED_IN, LONGEST);
    }

    /** The shared link that was opened; whether it still opens anything is to be looked up. */
    Optional<Long> opened(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(OPENED) instanceof Long link
                ? Optional.of(link)
                : Optional.empty();
    }

    /** Notes that a shared link was opened; who signed in stays so. */
    void open(long link, HttpServletRequest request) {
        request.getSession(true).setAttribute(OPENED, link);
    }

    /** The account whose password was right a moment ago and whose code is waited for. */
    Optional<Long> codeWanted(HttpServletRequest request) {
        return entry(request, CODE_WANTED, CODE_WAIT);
    }

    private Optional<Long> entry(HttpServletRequest request, String name, Duration longest) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(name) instanceof Entry entry)) {
            return Optional.empty();
        }
        boolean ended = entry.at().isBefore(endedBefore.getOrDefault(entry.account(), Instant.MIN))
                || !entry.at().plus(longest).isAfter(clock.instant());
        return ended ? Optional.empty() : Optional.of(entry.account());
    }

    /** Begins a session in which only the code is asked for. */
    public void wantCode(Account account, HttpServletRequest request, HttpServletResponse response) {
        begin(CODE_WANTED, account, request, response);
    }

    /** Begins the session of an account that has shown all that it must. */
    public void signIn(Account account, HttpServletRequest request, HttpServletResponse response) {
        begin(SIGNED_IN, account, request, response);
    }

    /** Nothing of what was before, neither its number nor its token against forgery, is good afterwards. */
    private void begin(String name, Account account, HttpServletRequest request, HttpServletResponse response) {
        end(request, response);
        request.getSession(true).setAttribute(name, new Entry(account.id(), clock.instant()));
    }

    /** Ends all sessions of an account but the one of this request, which begins anew: its password changed. */
    void endOthers(Account account, HttpServletRequest request, HttpServletResponse response) {
        endAll(account.id());
        signIn(account, request, response);
    }

    /** Ends all sessions of an account. */
    public void endAll(long account) {
        endedBefore.put(account, clock.instant());
    }

    void end(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        csrf.saveToken(null, request, response);
    }
}
