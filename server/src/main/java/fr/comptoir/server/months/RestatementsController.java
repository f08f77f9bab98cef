package fr.comptoir.server.months;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.month.Restatement;
import fr.comptoir.customers.month.Restatement.Change;
import fr.comptoir.operation.ClosedMonths;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.server.counterapi.CurrentSite;
import fr.comptoir.server.web.NotFoundException;
import fr.comptoir.server.web.SpaceOwners;
import fr.comptoir.server.web.TableFile;
import fr.comptoir.server.web.Told;
import fr.comptoir.server.web.Viewer;
import fr.comptoir.server.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Corrections of closed months: asking for one, deciding, and what each changed, for those who oversee and for each customer. */
@Controller
final class RestatementsController {
    private static final int ROWS = 50;
    private static final int CHANGES_SHOWN = 300;

    private final CustomersDatabase database;
    private final CurrentSite now;
    private final Chores chores;
    private final RestatementKeeper keeper;
    private final SpaceOwners owners;
    private final Words words;

    RestatementsController(
            CustomersDatabase database,
            CurrentSite now,
            MonthChores chores,
            RestatementKeeper keeper,
            SpaceOwners owners,
            Words words) {
        this.database = database;
        this.now = now;
        this.chores = chores.chores();
        this.keeper = keeper;
        this.owners = owners;
        this.words = words;
    }

    @GetMapping("/admin/restatements")
    String all(@RequestParam(defaultValue = "0") int from, Model model) throws IOException {
        model.addAttribute("page", database.restatements().all(new Page.Ask(from, ROWS)));
        model.addAttribute("rows", ROWS);
        model.addAttribute("day", now.get().today());
        model.addAttribute(
                "months",
                ClosedMonths.of(now.get()).stream()
                        .map(ClosedMonths.Closed::month)
                        .sorted((one, other) -> other.compareTo(one))
                        .toList());
        return "months/restatements";
    }

    @GetMapping({"/admin/restatements.json", "/admin/restatements.csv"})
    void allAsFile(@RequestParam(defaultValue = "0") int from, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        List<Restatement> all =
                TableFile.rows(from, ask -> database.restatements().all(ask));
        TableFile.write(List.of(RestatementPanels.all(all)), "admin", request, response);
    }

    /** Asks for a closed month to be counted again. That happens beside the pages. */
    @PostMapping("/admin/restatements")
    String request(
            @RequestParam String month,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes flash,
            Locale locale)
            throws IOException {
        ReportingSite site = now.get();
        Author author = Viewer.of(request).author().because(reason);
        Optional<YearMonth> wanted = parsed(month)
                .filter(one -> ClosedMonths.of(site).stream()
                        .anyMatch(closed -> closed.month().equals(one)));
        Outcome<Restatement> asked = wanted.isEmpty()
                ? Outcome.refused("month", Fault.Kind.UNKNOWN, month)
                : database.restatements().request(wanted.get(), site.today(), author);
        Told.tell(asked, flash, words, locale);
        chores.soon();
        return "redirect:/admin/restatements";
    }

    private static Optional<YearMonth> parsed(String month) {
        try {
            return Optional.of(YearMonth.parse(month));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @GetMapping("/admin/restatements/{restatement}")
    String one(@PathVariable long restatement, Model model) {
        Restatement found = find(restatement);
        List<Change> changes = database.restatements().changes(restatement);
        model.addAttribute("restatement", found);
        model.addAttribute("hasFailed", keeper.hasFailed(found));
        model.addAttribute(
                "customers", changes.stream().map(Change::customerId).distinct().count());
        putChanges(changes, model);
        return "months/restatement";
    }

    private void putChanges(List<Change> changes, Model model) {
        List<Change> shown = changes.stream().limit(CHANGES_SHOWN).toList();
        model.addAttribute("total", changes.size());
        model.addAttribute("changes", shown);
        model.addAttribute(
                "names",
                shown.stream().map(Change::customerId).distinct().collect(Collectors.toMap(id -> id, owners::name)));
    }

    @GetMapping({"/admin/restatements/{restatement}.json", "/admin/restatements/{restatement}.csv"})
    void oneAsFile(@PathVariable long restatement, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Restatement found = find(restatement);
        Map<String, String> names = new HashMap<>();
        List<Panel> panels = RestatementPanels.one(
                found, database.restatements().changes(restatement), id -> names.computeIfAbsent(id, owners::name));
        TableFile.write(panels, name(found), request, response);
    }

    private static String name(Restatement restatement) {
        return "correction_" + restatement.month() + "_" + restatement.id();
    }

    /** Approves or refuses the figures that the person saw. */
    @PostMapping("/admin/restatements/{restatement}")
    String decide(
            @PathVariable long restatement,
            @RequestParam int facts,
            @RequestParam boolean approve,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes flash,
            Locale locale) {
        find(restatement);
        Author author = Viewer.of(request).author().because(reason);
        Told.tell(database.restatements().decide(restatement, facts, approve, author), flash, words, locale);
        chores.soon();
        return "redirect:/admin/restatements/" + restatement;
    }

    @GetMapping("/admin/restatements/{restatement}/differences.csv")
    ResponseEntity<byte[]> csv(@PathVariable long restatement) {
        Restatement found = find(restatement);
        return file(found, "", database.restatements().changes(restatement));
    }

    private static ResponseEntity<byte[]> file(Restatement of, String customer, List<Change> changes) {
        String disposition = ContentDisposition.attachment()
                .filename(DifferencesCsv.name(of, customer))
                .build()
                .toString();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .body(DifferencesCsv.of(of, changes));
    }

    /** What a correction in force changed of one customer. */
    @GetMapping("/space/{customer}/restatements/{restatement}")
    String ofCustomer(@PathVariable String customer, @PathVariable long restatement, Model model) {
        Customer found = owners.of(customer);
        model.addAttribute("customer", found);
        Restatement of = inForce(restatement);
        model.addAttribute("restatement", of);
        model.addAttribute("told", RestatementPanels.told(of));
        putChanges(changes(restatement, found), model);
        return "months/space-restatement";
    }

    @GetMapping({"/space/{customer}/restatements/{restatement}.json", "/space/{customer}/restatements/{restatement}.csv"
    })
    void ofCustomerAsFile(
            @PathVariable String customer,
            @PathVariable long restatement,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Customer found = owners.of(customer);
        Restatement of = inForce(restatement);
        List<Panel> panels = RestatementPanels.ofCustomer(of, changes(restatement, found), id -> found.name());
        TableFile.write(panels, found.customerId() + "_" + name(of), request, response);
    }

    @GetMapping("/space/{customer}/restatements/{restatement}/differences.csv")
    ResponseEntity<byte[]> csvOfCustomer(@PathVariable String customer, @PathVariable long restatement) {
        Customer found = owners.of(customer);
        return file(inForce(restatement), found.customerId(), changes(restatement, found));
    }

    private List<Change> changes(long restatement, Customer customer) {
        List<Change> changes = database.restatements().changes(restatement, customer.customerId());
        if (changes.isEmpty()) {
            throw new NotFoundException("correction of this customer");
        }
        return changes;
    }

    /** Until it is in force a correction is the platform's own affair. */
    private Restatement inForce(long id) {
        return Optional.of(find(id))
                .filter(one -> one.state() == Restatement.State.APPROVED)
                .orElseThrow(() -> new NotFoundException("such correction"));
    }

    private Restatement find(long id) {
        return database.restatements().find(id).orElseThrow(() -> new NotFoundException("such correction"));
    }
}
