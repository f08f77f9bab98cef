package fr.comptoir.server.signin;

import fr.comptoir.customers.account.Identity;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody of whom another says who they are.
 *
 * @param issuer of an OIDC provider its issuer, of a federation the entity id of the identity provider
 * @param subject who they are there, for good; never an e-mail address, which can pass to another person
 * @param email {@code ""} when it is not said, or not said to be theirs
 * @param entityId of the person's identity provider
 * @param scopes of the person's scoped affiliations, such as {@code univ-example.fr}
 * @param at when it was said
 */
record Arrival(
        Identity.Kind kind,
        String issuer,
        String subject,
        String name,
        String email,
        String entityId,
        Set<String> scopes,
        Instant at)
        implements Serializable {
    private static final String KEPT = Arrival.class.getName();
    private static final Duration GOOD = Duration.ofMinutes(30);

    Arrival {
        scopes = Set.copyOf(scopes);
    }

    /** Of scoped affiliations ({@code member@univ-example.fr}) or bare scopes, in any number of values. */
    static Set<String> scopes(List<String> values) {
        Set<String> scopes = new LinkedHashSet<>();
        for (String value : values) {
            for (String one : value.split("[;,\\s]+", -1)) {
                String scope = one.substring(one.lastIndexOf('@') + 1).strip();
                if (!scope.isEmpty()) {
                    scopes.add(scope);
                }
            }
        }
        return scopes;
    }

    /** The same without the address: nobody says that it is theirs. */
    Arrival withoutEmail() {
        return new Arrival(kind, issuer, subject, name, "", entityId, scopes, at);
    }

    void keep(HttpServletRequest request) {
        request.getSession(true).setAttribute(KEPT, this);
    }

    static void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(KEPT);
        }
    }

    /** The one of this browser's session, while it is fresh. */
    static Optional<Arrival> kept(HttpServletRequest request, Clock clock) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(KEPT) instanceof Arrival arrival
                        && arrival.at().plus(GOOD).isAfter(clock.instant())
                ? Optional.of(arrival)
                : Optional.empty();
    }
}
