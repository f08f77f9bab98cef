package fr.comptoir.server.signin;

import fr.comptoir.customers.account.Identity;
import fr.comptoir.model.site.SignInConfig.Federation;
import fr.comptoir.operation.Site;
import fr.comptoir.server.proxy.Peer;
import fr.comptoir.server.web.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Signing in by a federation: the proxy in front speaks its protocol (Shibboleth, SAML) and hands on in headers who the person is. The
 * headers are read on this path alone, and of a trusted proxy alone.
 */
@Controller
final class FederationController {
    private static final Logger LOG = LoggerFactory.getLogger(FederationController.class);

    private final Site site;
    private final Arrivals arrivals;

    FederationController(Site site, Arrivals arrivals) {
        this.site = site;
        this.arrivals = arrivals;
    }

    @GetMapping("/sign-in/federation")
    String arrive(HttpServletRequest request, HttpServletResponse response) {
        Federation federation = site.config()
                .server()
                .signIn()
                .federation()
                .orElseThrow(() -> new NotFoundException("federation in the settings"));
        Peer peer = Peer.of(request);
        if (!peer.isTrusted()) {
            LOG.warn("{} is no trusted proxy and came to sign somebody in by the federation", peer.address());
            return "redirect:" + Arrivals.WELCOME + "?failed";
        }
        String subject = only(header(request, federation.persistentId()));
        String entity = only(header(request, federation.entityId()));
        if (subject.isEmpty() || entity.isEmpty()) {
            LOG.warn(
                    "the proxy {} named nobody: {} or {} is absent or has values that differ",
                    peer.address(),
                    federation.persistentId(),
                    federation.entityId());
            return "redirect:" + Arrivals.WELCOME + "?nobody";
        }
        String email = first(header(request, federation.mail()));
        String name = federation
                .displayName()
                .map(header -> first(header(request, header)))
                .filter(text -> !text.isEmpty())
                .orElse(email.isEmpty() ? subject : email);
        String scopes =
                federation.scope().map(header -> header(request, header)).orElse("");
        Arrival arrival = new Arrival(
                Identity.Kind.FEDERATION,
                entity,
                subject,
                name,
                email,
                entity,
                Arrival.scopes(List.of(scopes)),
                site.clock().instant());
        // Any identity provider can say any address; those that an administrator listed are believed.
        Arrival believed = arrivals.institutions(arrival).isEmpty() ? arrival.withoutEmail() : arrival;
        return "redirect:" + arrivals.arrive(believed, request, response);
    }

    /** Reached only when the provider of OpenID Connect could not be asked. */
    @GetMapping("/sign-in/with/{provider}")
    String unreachable(@PathVariable String provider) {
        if (!provider.equals(OidcProvider.ID)
                || site.config().server().signIn().oidc().isEmpty()) {
            throw new NotFoundException("such provider");
        }
        return "redirect:" + Arrivals.WELCOME + "?failed";
    }

    /** Of several values the first; proxies write them with {@code ;} between. */
    private static String first(String values) {
        return values.split(";", 2)[0].strip();
    }

    /** The value, also when it is said twice; {@code ""} when several differ, for then nobody is named. */
    private static String only(String values) {
        List<String> all = Arrays.stream(values.split(";", -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        return all.size() == 1 ? all.get(0) : "";
    }

    /** Proxies write UTF-8 where HTTP once had ISO 8859-1. */
    private static String header(HttpServletRequest request, String name) {
        String value = Optional.ofNullable(request.getHeader(name)).orElse("").strip();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return value; // it was ISO 8859-1
        }
    }
}
