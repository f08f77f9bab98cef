package fr.comptoir.server.web;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.account.Grant;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.customer.AddressRange;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.CustomerField;
import fr.comptoir.customers.customer.CustomerKind;
import fr.comptoir.customers.customer.DatedValue;
import fr.comptoir.customers.harvest.Harvests;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Panel.Kind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a customer sees of itself. */
@Controller
final class SpaceController {
    /** A report that is being made, usage that there is none of, data that the platform lacks. */
    private static final Set<Integer> NO_FAULTS = Set.of(1011, 3030, 3040);

    private static final int HARVESTS = 100;
    private static final int RANGES = 100;
    private static final Duration LOOKED_BACK = Duration.ofDays(92);
    private static final List<CustomerField> IDENTIFIERS = List.of(
            CustomerField.UAI,
            CustomerField.ABES_ID,
            CustomerField.ROR,
            CustomerField.ISNI,
            CustomerField.ISIL,
            CustomerField.OCLC,
            CustomerField.INDEX_NAME);

    private final CustomersDatabase database;
    private final Today today;

    SpaceController(CustomersDatabase database, Today today) {
        this.database = database;
        this.today = today;
    }

    /** The customers of the account; the page of the only one at once. */
    @GetMapping("/space")
    String mine(Model model, HttpServletRequest request) {
        Viewer viewer = Viewer.of(request);
        SortedSet<String> ids = own(viewer);
        if (ids.isEmpty() && viewer.isOverseer()) {
            return "redirect:/admin/customers";
        }
        if (ids.size() == 1) {
            return "redirect:/space/" + CustomerPath.write(ids.first()) + "/overview";
        }
        model.addAttribute("customers", customers(ids));
        return "spaces";
    }

    private static SortedSet<String> own(Viewer viewer) {
        TreeSet<String> ids = new TreeSet<>(viewer.members());
        viewer.grants().stream()
                .map(Grant::customerId)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .forEach(ids::add);
        return ids;
    }

    private List<Customer> customers(Collection<String> ids) {
        return ids.stream()
                .flatMap(id -> database.customers().find(id).stream())
                .toList();
    }

    @GetMapping({"/space.json", "/space.csv"})
    void mineAsFile(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<Customer> mine = customers(own(Viewer.of(request)));
        TableFile.write(List.of(DirectoryTables.named("customers", mine)), "space", request, response);
    }

    @GetMapping("/space/{customer}")
    String space(@PathVariable String customer, @RequestParam(defaultValue = "0") int from, Model model) {
        Customer found = put(customer, model);
        String id = found.customerId();
        model.addAttribute("identifiers", identifiers(found));
        putRanges(id, from, model);
        model.addAttribute("hasLogo", database.logos().of(id).isPresent());
        model.addAttribute("day", today.get());
        model.addAttribute("consortia", consortia(id));
        model.addAttribute("members", members(found));
        model.addAttribute("publisherNames", database.publisherNames().of(id, today.get()));
        return "space";
    }

    private List<Customer> consortia(String id) {
        return customers(database.memberships().of(id, today.get()).stream()
                .map(DatedValue::value)
                .toList());
    }

    /** Of a consortium, those of the consortia in it too. */
    private List<Customer> members(Customer customer) {
        return customer.kind() == CustomerKind.CONSORTIUM
                ? customers(database.memberships().below(customer.customerId(), today.get()))
                : List.of();
    }

    @GetMapping({"/space/{customer}.json", "/space/{customer}.csv"})
    void spaceAsFile(@PathVariable String customer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Customer found = find(customer);
        String id = found.customerId();
        List<Panel> panels = new ArrayList<>();
        panels.add(DirectoryTables.fields(identifiers(found)));
        panels.add(DirectoryTables.named("consortia", consortia(id)));
        panels.add(DirectoryTables.named("members", members(found)));
        panels.add(ListTable.<DatedValue>of("publisher_names")
                .column("Name", Kind.TEXT, DatedValue::value)
                .panel(database.publisherNames().of(id, today.get())));
        panels.add(RangeTables.own(database.addressRanges().of(id)));
        TableFile.write(panels, id, request, response);
    }

    private void putRanges(String id, int from, Model model) {
        List<AddressRange> all = database.addressRanges().of(id);
        int first = Math.max(0, Math.min(from, all.size()));
        model.addAttribute(
                "ranges", new Page<>(all.subList(first, Math.min(all.size(), first + RANGES)), all.size(), first));
        model.addAttribute("rows", RANGES);
    }

    private static List<Map.Entry<String, String>> identifiers(Customer customer) {
        return IDENTIFIERS.stream()
                .filter(field -> !customer.get(field).isEmpty())
                .map(field -> Map.entry(field.key(), customer.get(field)))
                .toList();
    }

    /** Who harvested what, when, with what result; and what to correct. What no harvester can change is with the harvests alone. */
    @GetMapping("/space/{customer}/harvests")
    String harvests(@PathVariable String customer, @RequestParam(defaultValue = "0") int from, Model model) {
        String id = put(customer, model).customerId();
        model.addAttribute("page", database.harvests().of(id, new Page.Ask(from, HARVESTS)));
        model.addAttribute("next", from + HARVESTS);
        model.addAttribute("corrections", corrections(id));
        return "harvests";
    }

    private List<Harvests.Correction> corrections(String customer) {
        return database.harvests().corrections(customer, today.now().minus(LOOKED_BACK), 1).stream()
                .filter(one -> !NO_FAULTS.contains(one.code()))
                .toList();
    }

    @GetMapping({"/space/{customer}/harvests.json", "/space/{customer}/harvests.csv"})
    void harvestsAsFile(
            @PathVariable String customer,
            @RequestParam(defaultValue = "0") int from,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String id = find(customer).customerId();
        List<Panel> panels = List.of(
                HarvestPanels.harvests(
                        TableFile.rows(from, ask -> database.harvests().of(id, ask))),
                HarvestPanels.corrections(corrections(id)));
        TableFile.write(panels, id, request, response);
    }

    private Customer put(String customer, Model model) {
        Customer found = find(customer);
        model.addAttribute("customer", found);
        return found;
    }

    private Customer find(String customer) {
        return database.customers()
                .find(CustomerPath.read(customer))
                .orElseThrow(() -> new NotFoundException("such customer"));
    }
}
