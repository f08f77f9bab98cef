package fr.comptoir.server.months;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.month.Anomaly;
import fr.comptoir.customers.month.Anomaly.State;
import fr.comptoir.customers.month.Thresholds;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.server.counterapi.CurrentSite;
import fr.comptoir.server.space.PageTexts;
import fr.comptoir.server.web.NotFoundException;
import fr.comptoir.server.web.SpaceOwners;
import fr.comptoir.server.web.TableFile;
import fr.comptoir.server.web.Told;
import fr.comptoir.server.web.Viewer;
import fr.comptoir.server.web.Words;
import fr.comptoir.store.unusual.Explained;
import fr.comptoir.store.usage.CatalogueNames;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The cases of unusual usage: looking, writing, deciding; and the thresholds of customers that have their own. */
@Controller
final class AnomaliesController {
    private static final int ROWS = 100;

    private final CustomersDatabase database;
    private final SpaceOwners owners;
    private final CurrentSite now;
    private final PageTexts texts;
    private final Words words;

    AnomaliesController(CustomersDatabase database, SpaceOwners owners, CurrentSite now, PageTexts texts, Words words) {
        this.now = now;
        this.database = database;
        this.owners = owners;
        this.texts = texts;
        this.words = words;
    }

    @GetMapping("/admin/anomalies")
    String all(
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(defaultValue = "") String customer,
            @RequestParam(defaultValue = "0") int from,
            Model model) {
        model.addAttribute("state", state);
        model.addAttribute("wanted", customer);
        model.addAttribute("states", State.values());
        Page<Anomaly> page = database.anomalies().all(state, blankAsNull(customer), new Page.Ask(from, ROWS));
        model.addAttribute("page", page);
        model.addAttribute("names", names(page.rows()));
        model.addAttribute("measures", measures(page.rows()));
        model.addAttribute("texts", texts);
        model.addAttribute("rows", ROWS);
        model.addAttribute("own", database.anomalies().thresholds().values());
        model.addAttribute("code", Thresholds.OF_THE_CODE);
        return "months/anomalies";
    }

    @GetMapping({"/admin/anomalies.json", "/admin/anomalies.csv"})
    void allAsFile(
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(defaultValue = "") String customer,
            @RequestParam(defaultValue = "0") int from,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        List<Anomaly> cases = TableFile.rows(from, ask -> database.anomalies().all(state, blankAsNull(customer), ask));
        TableFile.write(List.of(MonthPanels.anomalies(cases)), "admin", request, response);
    }

    /** What the customers of some cases are called, by customer_id. */
    private Map<String, String> names(List<Anomaly> cases) {
        return cases.stream().map(Anomaly::customerId).distinct().collect(Collectors.toMap(id -> id, owners::name));
    }

    /** By which thresholds some cases were opened, by the id of the case, as far as it is known. */
    private static Map<Long, AnomalyMeasure> measures(List<Anomaly> cases) {
        Map<Long, AnomalyMeasure> measures = new HashMap<>();
        for (Anomaly one : cases) {
            AnomalyMeasure measure = AnomalyParts.of(one).measure();
            if (measure != null) {
                measures.put(one.id(), measure);
            }
        }
        return measures;
    }

    private static @Nullable String blankAsNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private Anomaly find(long anomaly) {
        return database.anomalies().find(anomaly).orElseThrow(() -> new NotFoundException("such case"));
    }

    @GetMapping({"/admin/anomalies/{anomaly}.json", "/admin/anomalies/{anomaly}.csv"})
    void oneAsFile(@PathVariable long anomaly, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Anomaly found = find(anomaly);
        AnomalyParts parts = AnomalyParts.of(found);
        List<Panel> panels = MonthPanels.anomaly(
                found, parts, titles(parts), database.anomalies().notes(anomaly));
        TableFile.write(panels, "case_" + anomaly, request, response);
    }

    /** What the titles are called that explain a case, by id, as far as the catalogue of today has them. */
    private Map<String, String> titles(AnomalyParts parts) throws IOException {
        CatalogueNames names = now.get().catalogueNames();
        Map<String, String> titles = new HashMap<>();
        for (Explained one : parts.explained()) {
            if (one.what() == Explained.What.TITLE) {
                names.title(one.value(), Optional.empty()).ifPresent(name -> titles.put(one.value(), name));
            }
        }
        return titles;
    }

    @GetMapping("/admin/anomalies/{anomaly}")
    String one(@PathVariable long anomaly, Model model) throws IOException {
        Anomaly found = find(anomaly);
        model.addAttribute("anomaly", found);
        model.addAttribute("names", names(List.of(found)));
        AnomalyParts parts = AnomalyParts.of(found);
        model.addAttribute("parts", parts);
        model.addAttribute("titles", titles(parts));
        model.addAttribute("measure", parts.measure());
        model.addAttribute("notes", database.anomalies().notes(anomaly));
        model.addAttribute("states", State.values());
        model.addAttribute("texts", texts);
        return "months/anomaly";
    }

    /** Adds a note and sets the state. */
    @PostMapping("/admin/anomalies/{anomaly}")
    String note(
            @PathVariable long anomaly,
            @RequestParam int version,
            @RequestParam State state,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request,
            RedirectAttributes flash,
            Locale locale) {
        Told.tell(
                database.anomalies()
                        .note(anomaly, version, state, note, Viewer.of(request).author()),
                flash,
                words,
                locale);
        return "redirect:/admin/anomalies/" + anomaly;
    }

    /** Gives a customer its own thresholds, with a reason. */
    @PostMapping("/admin/thresholds")
    String thresholds(
            @RequestParam String customer,
            @RequestParam double factor,
            @RequestParam long more,
            @RequestParam double percent,
            @RequestParam long mean,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            RedirectAttributes flash,
            Locale locale) {
        Thresholds wanted = new Thresholds(factor, more, percent, mean);
        Told.tell(
                database.anomalies()
                        .setThresholds(
                                customer.strip(),
                                wanted,
                                Viewer.of(request).author().because(reason)),
                flash,
                words,
                locale);
        return "redirect:/admin/anomalies";
    }

    /** Those of a customer, for its people to read. */
    @GetMapping("/space/{customer}/anomalies")
    String ofCustomer(@PathVariable String customer, @RequestParam(defaultValue = "0") int from, Model model) {
        Customer found = owners.of(customer);
        model.addAttribute("customer", found);
        Page<Anomaly> page = database.anomalies().all(null, found.customerId(), new Page.Ask(from, ROWS));
        model.addAttribute("page", page);
        model.addAttribute("measures", measures(page.rows()));
        model.addAttribute("texts", texts);
        model.addAttribute("rows", ROWS);
        return "months/space-anomalies";
    }

    @GetMapping({"/space/{customer}/anomalies.json", "/space/{customer}/anomalies.csv"})
    void ofCustomerAsFile(
            @PathVariable String customer,
            @RequestParam(defaultValue = "0") int from,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String id = owners.of(customer).customerId();
        List<Anomaly> cases = TableFile.rows(from, ask -> database.anomalies().all(null, id, ask));
        TableFile.write(List.of(MonthPanels.anomalies(cases)), id, request, response);
    }
}
