package fr.comptoir.server.directory;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.Logo;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.server.customers.CustomersSync;
import fr.comptoir.server.web.CustomerPath;
import fr.comptoir.server.web.ListTable;
import fr.comptoir.server.web.LogoAnswer;
import fr.comptoir.server.web.NotFoundException;
import fr.comptoir.server.web.TableFile;
import fr.comptoir.server.web.Told;
import fr.comptoir.server.web.Viewer;
import fr.comptoir.server.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What belongs to a customer for some days, and its logo. */
@Controller
final class BelongingsController {
    private final CustomersDatabase database;
    private final CustomersSync sync;
    private final Words words;

    BelongingsController(CustomersDatabase database, CustomersSync sync, Words words) {
        this.database = database;
        this.sync = sync;
        this.words = words;
    }

    @GetMapping("/admin/customers/{customer}/belongings")
    String page(@PathVariable String customer, Model model) {
        return show(find(customer), Map.of(), model);
    }

    /** One list as the page shows it. */
    record Shown(BelongingList list, List<BelongingList.Line> lines, String text, Map<String, String> names) {}

    /** @param texts what was just sent and refused, under the field of its list */
    private String show(Customer customer, Map<String, String> texts, Model model) {
        model.addAttribute("customer", customer);
        model.addAttribute("version", customer.version());
        model.addAttribute("hasLogo", database.logos().of(customer.customerId()).isPresent());
        model.addAttribute(
                "lists",
                BelongingList.of(customer.kind()).stream()
                        .map(list -> shown(list, customer, texts))
                        .toList());
        return "admin-belongings";
    }

    /** An entry of one of the lists. */
    private record Entry(
            BelongingList list,
            BelongingList.Line line,
            @Nullable String name) {}

    private static final ListTable<Entry> ENTRIES = ListTable.<Entry>of("belongings")
            .column("List", Kind.CODE, one -> one.list().field())
            .column("Value", Kind.TEXT, one -> one.line().value())
            .column("Name", Kind.TEXT, Entry::name)
            .column("First_Day", Kind.DAY, one -> one.line().days().from())
            .column("Last_Day", Kind.DAY, one -> one.line().days().to());

    @GetMapping({"/admin/customers/{customer}/belongings.json", "/admin/customers/{customer}/belongings.csv"})
    void file(@PathVariable String customer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Customer found = find(customer);
        List<Entry> entries = BelongingList.of(found.kind()).stream()
                .map(list -> shown(list, found, Map.of()))
                .flatMap(shown -> shown.lines().stream()
                        .map(line -> new Entry(shown.list(), line, shown.names().get(line.value()))))
                .toList();
        TableFile.write(List.of(ENTRIES.panel(entries)), found.customerId(), request, response);
    }

    private Shown shown(BelongingList list, Customer customer, Map<String, String> texts) {
        List<BelongingList.Line> lines = list.lines(database, customer.customerId());
        Map<String, String> names = new LinkedHashMap<>();
        if (list == BelongingList.MEMBERSHIPS || list == BelongingList.PARENTS) {
            lines.forEach(line ->
                    database.customers().find(line.value()).ifPresent(other -> names.put(line.value(), other.name())));
        }
        return new Shown(list, lines, texts.getOrDefault(list.field(), BelongingList.text(lines)), names);
    }

    private Customer find(String customer) {
        return database.customers()
                .find(CustomerPath.read(customer))
                .orElseThrow(() -> new NotFoundException("such customer"));
    }

    @PostMapping("/admin/customers/{customer}/belongings/{list}")
    String save(
            @PathVariable String customer,
            @PathVariable("list") String field,
            @RequestParam int version,
            @RequestParam String text,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes flash,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        Customer found = find(customer);
        BelongingList list = Stream.of(BelongingList.values())
                .filter(one -> one.field().equals(field)
                        && BelongingList.of(found.kind()).contains(one))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("such list"));
        Author author = Viewer.of(request).author().because(reason);
        Outcome<?> saved =
                list.save(database, found.customerId(), version, text.lines().toList(), author);
        if (saved.isDone()) {
            if (list.isCounted()) {
                sync.changed();
            }
            Told.tell(saved, flash, words, locale);
            return back(found);
        }
        model.addAttribute("faults", words.refusal(saved, locale));
        response.setStatus((saved instanceof Outcome.Conflict ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST).value());
        return show(found, Map.of(field, text), model);
    }

    @PostMapping("/admin/customers/{customer}/logo")
    String saveLogo(
            @PathVariable String customer,
            @RequestParam int version,
            @RequestParam MultipartFile logo,
            RedirectAttributes flash,
            Locale locale,
            HttpServletRequest request)
            throws IOException {
        Customer found = find(customer);
        byte[] content = logo.getInputStream().readNBytes(Logo.BYTES_MAX + 1); // one more: too large is refused
        Outcome<Integer> saved = database.logos()
                .save(found.customerId(), version, content, Viewer.of(request).author());
        Told.tell(saved, flash, words, locale);
        return back(found);
    }

    @GetMapping("/space/{customer}/logo")
    ResponseEntity<byte[]> logo(@PathVariable String customer) {
        return LogoAnswer.of(
                database.logos().of(find(customer).customerId()).orElseThrow(() -> new NotFoundException("logo")));
    }

    private static String back(Customer customer) {
        return "redirect:/admin/customers/" + CustomerPath.write(customer.customerId()) + "/belongings";
    }
}
