package fr.comptoir.server.guide;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.account.Account;
import fr.comptoir.server.web.LocalPath;
import fr.comptoir.server.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Notes that a person has had the tour, or wants none: it is not offered again. */
@Controller
final class TourController {
    private final CustomersDatabase database;

    TourController(CustomersDatabase database) {
        this.database = database;
    }

    @PostMapping("/account/tour")
    String done(@RequestParam(defaultValue = "/space") String to, HttpServletRequest request) {
        Account account = Objects.requireNonNull(Viewer.of(request).account(), "the route wants an account");
        database.accounts().noteTour(account.id());
        return "redirect:" + LocalPath.of(to, "/space");
    }
}
