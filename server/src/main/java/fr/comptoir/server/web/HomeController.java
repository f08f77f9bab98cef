package fr.comptoir.server.web;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.base.Language;
import fr.comptoir.model.site.SiteConfig;
import fr.comptoir.operation.Site;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page, and the language of all of them. */
@Controller
final class HomeController {
    private final CustomersDatabase database;
    private final BaseAddress base;
    private final SiteConfig.Provider provider;

    HomeController(CustomersDatabase database, BaseAddress base, Site site) {
        this.database = database;
        this.base = base;
        this.provider = site.config().provider();
    }

    @GetMapping("/")
    String home(Model model, HttpServletRequest request) {
        model.addAttribute("base", base.of(request));
        model.addAttribute("registryRecord", provider.registryRecord());
        model.addAttribute("audit", provider.audit().orElse(null));
        return "home";
    }

    @PostMapping("/language")
    String language(
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Language> chosen = Stream.of(Language.values())
                .filter(one -> one.code().equals(language))
                .findFirst();
        chosen.ifPresent(one -> {
            Languages.choose(one, request, response);
            Account account = Viewer.of(request).account();
            if (account != null) {
                database.accounts()
                        .update(
                                account.id(),
                                account.version(),
                                account.name(),
                                one,
                                Viewer.of(request).author());
            }
        });
        return "redirect:" + LocalPath.of(to, "/");
    }
}
