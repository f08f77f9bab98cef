package fr.comptoir.server.signin;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.account.Identity;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.operation.Site;
import fr.comptoir.server.web.Told;
import fr.comptoir.server.web.Viewer;
import fr.comptoir.server.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** By whose word an account signs in, as the person says on the own account's page. */
@Controller
final class IdentitiesController {
    private static final String BACK = "redirect:/account";

    private final CustomersDatabase database;
    private final Arrivals arrivals;
    private final Site site;
    private final Words words;

    IdentitiesController(CustomersDatabase database, Arrivals arrivals, Site site, Words words) {
        this.database = database;
        this.arrivals = arrivals;
        this.site = site;
        this.words = words;
    }

    private static Account mine(HttpServletRequest request) {
        return Objects.requireNonNull(Viewer.of(request).account(), "the route wants an account");
    }

    /** Links the account with who the person was just now said to be. */
    @PostMapping("/account/identity")
    String link(RedirectAttributes flash, Locale locale, HttpServletRequest request) {
        Optional<Arrival> arrival = Arrival.kept(request, site.clock());
        Outcome<List<Identity>> linked = arrival.map(one -> arrivals.link(mine(request), one))
                .orElseGet(() -> Outcome.refused("identity", Fault.Kind.BLANK, ""));
        Arrival.forget(request);
        Told.tell(linked, flash, words, locale);
        return BACK;
    }

    /** The last one of an account without a password stays: nothing else would open it. */
    @PostMapping("/account/identity/remove")
    String remove(
            @RequestParam(defaultValue = "-1") int number,
            RedirectAttributes flash,
            Locale locale,
            HttpServletRequest request) {
        Account account = mine(request);
        List<Identity> all = database.identities().of(account.id());
        if (number < 0 || number >= all.size()) {
            return BACK;
        }
        if (!account.hasPassword() && all.size() == 1) {
            Told.tell(
                    Outcome.refused(
                            "identity", Fault.Kind.STATE, all.get(number).issuer()),
                    flash,
                    words,
                    locale);
            return BACK;
        }
        Identity one = all.get(number);
        database.identities()
                .unlink(
                        account.id(),
                        one.kind(),
                        one.issuer(),
                        one.subject(),
                        Viewer.of(request).author());
        Told.tell(Outcome.done(one), flash, words, locale);
        return BACK;
    }
}
