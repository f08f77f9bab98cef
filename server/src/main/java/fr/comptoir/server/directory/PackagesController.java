package fr.comptoir.server.directory;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Days;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.customer.PackageSubscription;
import fr.comptoir.customers.customer.TitlePackage;
import fr.comptoir.model.site.Problem.Severity;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.server.web.CustomerPath;
import fr.comptoir.server.web.NotFoundException;
import fr.comptoir.server.web.TableFile;
import fr.comptoir.server.web.Told;
import fr.comptoir.server.web.Viewer;
import fr.comptoir.server.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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

/** Packages of titles: what is in them, and who subscribes to them. */
@Controller
final class PackagesController {
    private static final int ROWS = 100;

    private final CustomersDatabase database;
    private final Words words;

    PackagesController(CustomersDatabase database, Words words) {
        this.database = database;
        this.words = words;
    }

    @GetMapping("/admin/packages")
    String all(Model model) {
        model.addAttribute("packages", database.titlePackages().all());
        return "admin-packages";
    }

    @GetMapping({"/admin/packages.json", "/admin/packages.csv"})
    void allAsFile(HttpServletRequest request, HttpServletResponse response) throws IOException {
        TableFile.write(List.of(PackageTables.all(database.titlePackages().all())), "admin", request, response);
    }

    @PostMapping("/admin/packages")
    String add(
            @RequestParam("package_id") String id,
            @RequestParam String name,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        Outcome<TitlePackage> added = database.titlePackages()
                .add(id.strip(), name, Viewer.of(request).author());
        if (added.isDone()) {
            return back(added.orThrow());
        }
        model.addAttribute("faults", words.refusal(added, locale));
        model.addAttribute("packageId", id);
        model.addAttribute("name", name);
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        return all(model);
    }

    @GetMapping("/admin/packages/{package}")
    String page(@PathVariable("package") String id, @RequestParam(defaultValue = "0") int from, Model model) {
        return show(find(id), from, null, model);
    }

    @GetMapping({"/admin/packages/{package}.json", "/admin/packages/{package}.csv"})
    void oneAsFile(@PathVariable("package") String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        TitlePackage found = find(id);
        List<Panel> panels = PackageTables.one(
                found,
                database.titlePackages().items(found.packageId()),
                database.titlePackages().subscriptions(found.packageId()));
        TableFile.write(panels, found.packageId(), request, response);
    }

    private String show(TitlePackage found, int from, @Nullable String text, Model model) {
        List<String> items = database.titlePackages().items(found.packageId());
        int first = Math.max(0, Math.min(from, items.size()));
        List<PackageSubscription> subscriptions = database.titlePackages().subscriptions(found.packageId());
        model.addAttribute("one", found);
        model.addAttribute(
                "page", new Page<>(items.subList(first, Math.min(items.size(), first + ROWS)), items.size(), first));
        model.addAttribute("rows", ROWS);
        model.addAttribute("subscriptions", subscriptions);
        model.addAttribute(
                "names",
                subscriptions.stream()
                        .map(PackageSubscription::customerId)
                        .distinct()
                        .collect(Collectors.toMap(one -> one, one -> RangeOverlaps.name(database, one))));
        model.addAttribute("text", text == null ? text(subscriptions) : text);
        return "admin-package";
    }

    private TitlePackage find(String id) {
        return database.titlePackages()
                .find(CustomerPath.read(id))
                .orElseThrow(() -> new NotFoundException("such package"));
    }

    @PostMapping("/admin/packages/{package}")
    String update(
            @PathVariable("package") String id,
            @RequestParam int version,
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean withdrawn,
            RedirectAttributes flash,
            Locale locale,
            HttpServletRequest request) {
        TitlePackage found = find(id);
        Outcome<TitlePackage> updated = database.titlePackages()
                .update(
                        found.packageId(),
                        version,
                        name,
                        withdrawn,
                        Viewer.of(request).author());
        Told.tell(updated, flash, words, locale);
        return back(found);
    }

    /** A KBART file: its titles take the place of those that are there. */
    @PostMapping("/admin/packages/{package}/titles")
    String titles(
            @PathVariable("package") String id,
            @RequestParam int version,
            @RequestParam MultipartFile kbart,
            RedirectAttributes flash,
            Locale locale,
            HttpServletRequest request)
            throws IOException {
        TitlePackage found = find(id);
        UploadedTitles titles = UploadedTitles.read(kbart);
        if (titles.hasErrors()) {
            flash.addFlashAttribute("findings", FileFindings.of(Severity.ERROR, titles));
            return back(found);
        }
        Author author = Viewer.of(request).author().because(titles.name());
        Outcome<TitlePackage> saved =
                database.titlePackages().saveItems(found.packageId(), version, titles.items(), author);
        Told.tell(saved, flash, words, locale);
        FileFindings warnings = FileFindings.of(Severity.WARNING, titles);
        if (saved.isDone() && !warnings.isEmpty()) {
            flash.addFlashAttribute("findings", warnings);
        }
        return back(found);
    }

    /** All that is wrong with a file, as a file; nothing is changed. The page says so when there is nothing. */
    @PostMapping("/admin/packages/{package}/titles/findings.csv")
    Object findings(
            @PathVariable("package") String id,
            @RequestParam MultipartFile kbart,
            RedirectAttributes flash,
            Locale locale)
            throws IOException {
        TitlePackage found = find(id);
        UploadedTitles titles = UploadedTitles.read(kbart);
        if (titles.problems().isEmpty()) {
            flash.addFlashAttribute("done", words.say(locale, "packages.findings.none", titles.name()));
            return back(found);
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"findings.csv\"")
                .body("\uFEFF" + titles.csv(words, locale)); // with the mark that spreadsheets look for
    }

    @PostMapping("/admin/packages/{package}/subscriptions")
    String subscriptions(
            @PathVariable("package") String id,
            @RequestParam int version,
            @RequestParam String text,
            Model model,
            RedirectAttributes flash,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        TitlePackage found = find(id);
        List<PackageSubscription> all = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
            try {
                all.add(subscription(found.packageId(), line.strip()));
            } catch (IllegalArgumentException e) {
                faults.add(new Fault("subscription", Fault.Kind.FORM, line.strip()));
            }
        }
        Outcome<TitlePackage> saved = faults.isEmpty()
                ? database.titlePackages()
                        .saveSubscriptions(
                                found.packageId(),
                                version,
                                all,
                                Viewer.of(request).author())
                : new Outcome.Refused<>(faults.subList(0, Math.min(20, faults.size())));
        if (saved.isDone()) {
            Told.tell(saved, flash, words, locale);
            return back(found);
        }
        model.addAttribute("faults", words.refusal(saved, locale));
        response.setStatus((saved instanceof Outcome.Conflict ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST).value());
        return show(found, 0, text, model);
    }

    /** {@code customer_id@2024-01-01.. 1200.00 EUR}; days and price may be left out. */
    private static PackageSubscription subscription(String packageId, String line) {
        String[] parts = line.split("\\s+", -1);
        if (parts.length != 1 && parts.length != 3) {
            throw new IllegalArgumentException("a price has its currency");
        }
        Days.Value customer = Days.Value.parse(parts[0]);
        return new PackageSubscription(
                packageId,
                customer.value(),
                customer.days(),
                parts.length == 1 ? null : new BigDecimal(parts[1].replace(',', '.')),
                parts.length == 1 ? "" : parts[2]);
    }

    private static String text(List<PackageSubscription> subscriptions) {
        StringBuilder text = new StringBuilder();
        for (PackageSubscription one : subscriptions) {
            BigDecimal price = one.pricePerYear();
            text.append(one.days().of(one.customerId()))
                    .append(price == null ? "" : " " + price.toPlainString() + " " + one.currency())
                    .append('\n');
        }
        return text.toString();
    }

    private static String back(TitlePackage one) {
        return "redirect:/admin/packages/" + CustomerPath.write(one.packageId());
    }
}
