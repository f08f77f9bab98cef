package fr.comptoir.server.signin;

import fr.comptoir.operation.Site;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What pages show of the ways to sign in. */
@ControllerAdvice
final class SignInAdvice {
    private final Site site;
    private final List<Ways.Way> ways;

    SignInAdvice(Site site) {
        this.site = site;
        this.ways = Ways.of(site.config().server().signIn());
    }

    @ModelAttribute("ways")
    List<Ways.Way> ways() {
        return ways;
    }

    /** Whether there is a public list of institutions. */
    @ModelAttribute("partnerList")
    boolean partnerList() {
        return site.config().server().signIn().partnerList();
    }

    /** Who an identity provider says they are, and we did not know; null for nobody. */
    @ModelAttribute("arrival")
    @Nullable
    Arrival arrival(HttpServletRequest request) {
        return Arrival.kept(request, site.clock()).orElse(null);
    }
}
