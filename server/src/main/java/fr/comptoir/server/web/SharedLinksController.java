package fr.comptoir.server.web;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.key.SharedLink;
import fr.comptoir.customers.key.SharedLinks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Links that show the figures of a space, to be read only, to somebody who has no account. */
@Controller
final class SharedLinksController {
    private static final int USUAL_DAYS = 365;

    private final CustomersDatabase database;
    private final SpaceOwners owners;
    private final Sessions sessions;
    private final Today today;
    private final Words words;
    private final BaseAddress base;

    SharedLinksController(
            CustomersDatabase database,
            SpaceOwners owners,
            Sessions sessions,
            Today today,
            Words words,
            BaseAddress base) {
        this.database = database;
        this.owners = owners;
        this.sessions = sessions;
        this.today = today;
        this.words = words;
        this.base = base;
    }

    /** @param view the query of the page that a new link is to lead to */
    @GetMapping("/space/{customer}/links")
    String page(@PathVariable String customer, @RequestParam(defaultValue = "") String view, Model model) {
        Customer owner = owners.of(customer);
        model.addAttribute("customer", owner);
        model.addAttribute("asked", view);
        model.addAttribute("day", today.get());
        model.addAttribute("usual", today.get().plusDays(USUAL_DAYS));
        model.addAttribute("longest", today.get().plusDays(SharedLinks.DAYS_MAX));
        model.addAttribute("shared", database.sharedLinks().of(owner.customerId()));
        return "shared-links";
    }

    @GetMapping({"/space/{customer}/links.json", "/space/{customer}/links.csv"})
    void pageAsFile(@PathVariable String customer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String id = owners.of(customer).customerId();
        TableFile.write(
                List.of(DirectoryTables.LINKS.panel(database.sharedLinks().of(id))), id, request, response);
    }

    @PostMapping("/space/{customer}/links")
    String make(
            @PathVariable String customer,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(name = "last_day", defaultValue = "") String lastDay,
            RedirectAttributes flash,
            Locale locale,
            HttpServletRequest request) {
        String customerId = owners.of(customer).customerId();
        Outcome<SharedLinks.Made> made = make(customerId, name, view, lastDay.strip(), request);
        Told.tell(made, flash, words, locale);
        if (made.isDone()) {
            flash.addFlashAttribute(
                    "madeLink", base.of(request) + "/shared/" + made.orThrow().secret());
        }
        return "redirect:/space/" + CustomerPath.write(customerId) + "/links";
    }

    private Outcome<SharedLinks.Made> make(
            String customerId, String name, String view, String lastDay, HttpServletRequest request) {
        LocalDate last;
        try {
            last = LocalDate.parse(lastDay);
        } catch (DateTimeException e) {
            return Outcome.refused("last_day", Fault.Kind.FORM, lastDay);
        }
        return database.sharedLinks()
                .make(
                        customerId,
                        name,
                        view,
                        today.get(),
                        last,
                        Viewer.of(request).author());
    }

    @PostMapping("/space/{customer}/links/{link}/withdraw")
    String withdraw(
            @PathVariable String customer,
            @PathVariable long link,
            RedirectAttributes flash,
            Locale locale,
            HttpServletRequest request) {
        String customerId = owners.of(customer).customerId();
        Told.tell(
                database.sharedLinks()
                        .withdraw(customerId, link, Viewer.of(request).author()),
                flash,
                words,
                locale);
        return "redirect:/space/" + CustomerPath.write(customerId) + "/links";
    }

    /** Opens the figures that a link leads to. Its secret is in no other address, and so in no list of visited pages but this one. */
    @GetMapping("/shared/{link}")
    String open(@PathVariable String link, HttpServletRequest request) {
        SharedLink found = database.sharedLinks()
                .find(link)
                .filter(one -> one.isGood(today.get()))
                .orElseThrow(() -> new NotFoundException("such link"));
        sessions.open(found.id(), request);
        return "redirect:/space/" + CustomerPath.write(found.customerId()) + "/overview"
                + (found.query().isEmpty() ? "" : "?" + found.query());
    }
}
