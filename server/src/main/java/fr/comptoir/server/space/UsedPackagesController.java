package fr.comptoir.server.space;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.customer.PackagePrice;
import fr.comptoir.operation.view.PackageTable;
import fr.comptoir.operation.view.PackageTerms;
import fr.comptoir.operation.view.PackageUsage;
import fr.comptoir.operation.view.PackageUsage.Use;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.TitleAsk;
import fr.comptoir.operation.view.ViewProblem;
import fr.comptoir.server.space.Spaces.Asked;
import fr.comptoir.server.web.CustomerPath;
import fr.comptoir.server.web.NotFoundException;
import fr.comptoir.server.web.Told;
import fr.comptoir.server.web.Viewer;
import fr.comptoir.server.web.Words;
import fr.comptoir.store.usage.CatalogueNames.Kind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a customer uses the packages of the catalogue, each of them, and what they cost. */
@Controller
final class UsedPackagesController {
    private static final String PANEL = "panel";
    private static final String ID = "id";
    private static final String USE = "use";
    /** More changes of a package's price than these are not shown. */
    private static final int PRICES = 100;

    private final Spaces spaces;
    private final Answers answers;
    private final CustomersDatabase database;
    private final Words words;

    UsedPackagesController(Spaces spaces, PageTexts texts, CustomersDatabase database, Words words) {
        this.spaces = spaces;
        this.answers = new Answers(texts);
        this.database = database;
        this.words = words;
    }

    private PackageTerms terms(Asked asked) {
        return asked.ownsPrices() ? CustomerTerms.of(database, asked.view().customer()) : PackageTerms.UNKNOWN;
    }

    @GetMapping("/space/{customer}/packages")
    String page(
            @PathVariable String customer,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Listed listed = Listed.read(spaces, customer, parameters, PackageTable.sortable());
        Asked asked = listed.asked();
        Optional<String> other =
                answers.put(asked, "packages", listed.ask().page(1).query(), model, response);
        if (other.isPresent()) {
            return other.get();
        }
        model.addAttribute("table", PackageTable.page(asked.site(), asked.view(), listed.ask(), terms(asked)));
        return "space-packages";
    }

    @GetMapping({"/space/{customer}/packages.json", "/space/{customer}/packages.csv", "/space/{customer}/packages.xlsx"
    })
    void file(
            @PathVariable String customer,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Listed listed = Listed.read(spaces, customer, parameters, PackageTable.sortable());
        Asked asked = listed.asked();
        if (!asked.problems().isEmpty()) {
            answers.refuse(asked, request, response);
            return;
        }
        Panel panel = PackageTable.all(asked.site(), asked.view(), listed.ask(), terms(asked))
                .panel();
        answers.write(asked, "packages", List.of(panel), request, response);
    }

    /** What is asked of one package. */
    private record One(Asked asked, String id, Use use, TitleAsk ask) {}

    private One one(String customer, MultiValueMap<String, String> parameters, Locale locale) throws IOException {
        Set<String> own = new TreeSet<>(TitleAsk.parameters());
        own.addAll(List.of(PANEL, ID, USE));
        Asked asked = spaces.read(customer, parameters, own);
        String id = parameters.getFirst(ID);
        if (id == null || id.isBlank()) {
            throw new NotFoundException("package without a name");
        }
        List<ViewProblem> problems = new ArrayList<>(asked.problems());
        TitleAsk ask = TitleAsk.parse(parameters, answers.texts().called(locale), problems);
        String use = Optional.ofNullable(parameters.getFirst(USE)).orElse(Use.ALL.code());
        if (Use.of(use).isEmpty()) {
            String known = Arrays.stream(Use.values()).map(Use::code).collect(Collectors.joining(", "));
            problems.add(
                    new ViewProblem(ViewProblem.Kind.VALUE, USE, use.substring(0, Math.min(60, use.length())), known));
        }
        return new One(asked.with(problems), id.strip(), Use.of(use).orElse(Use.ALL), ask);
    }

    @GetMapping("/space/{customer}/package")
    String packagePage(
            @PathVariable String customer,
            @RequestParam MultiValueMap<String, String> parameters,
            Locale locale,
            Model model,
            HttpServletResponse response)
            throws IOException {
        One one = one(customer, parameters, locale);
        Asked asked = one.asked();
        String own = ID + "=" + URLEncoder.encode(one.id(), StandardCharsets.UTF_8)
                + (one.use() == Use.ALL ? "" : "&" + USE + "=" + one.use().code());
        String order = one.ask().page(1).query();
        Optional<String> other =
                answers.put(asked, "package", own + (order.isEmpty() ? "" : "&" + order), model, response);
        if (other.isPresent()) {
            return other.get();
        }
        PackageUsage usage =
                PackageUsage.page(asked.site(), asked.view(), one.id(), one.use(), one.ask(), terms(asked));
        boolean isKnown = isKnown(asked, usage);
        if (!isKnown) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        model.addAttribute("isKnown", isKnown);
        model.addAttribute("bundle", usage);
        model.addAttribute("table", usage.titles());
        model.addAttribute("own", own);
        model.addAttribute("uses", Use.values());
        model.addAttribute(
                "prices", database.packagePrices().history(asked.view().customer(), one.id(), Page.first(PRICES)));
        model.addAttribute("year", asked.view().period().end().getYear());
        return "space-package";
    }

    /** Whether the catalogue has it, or figures of the months asked do. */
    private static boolean isKnown(Asked asked, PackageUsage usage) throws IOException {
        return usage.row().isPresent()
                || asked.site()
                        .catalogueNames()
                        .knows(Kind.PACKAGE, usage.name(), asked.view().publishers());
    }

    @GetMapping({"/space/{customer}/package.json", "/space/{customer}/package.csv", "/space/{customer}/package.xlsx"})
    void packageFile(
            @PathVariable String customer,
            @RequestParam MultiValueMap<String, String> parameters,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        One one = one(customer, parameters, locale);
        Asked asked = one.asked();
        if (!asked.problems().isEmpty()) {
            answers.refuse(asked, request, response);
            return;
        }
        PackageUsage usage = PackageUsage.all(asked.site(), asked.view(), one.id(), one.use(), one.ask(), terms(asked));
        if (!isKnown(asked, usage)) {
            throw new NotFoundException("such package");
        }
        List<Panel> panels = new ArrayList<>(List.of(usage.titles().panel()));
        usage.figures().ifPresent(panels::add);
        answers.write(
                asked.of(usage.titles().view()),
                "package",
                Answers.chosen(panels, parameters.getFirst(PANEL)),
                request,
                response);
    }

    /** Enters the price of a year; without an amount, takes back what was entered. */
    @PostMapping("/space/{customer}/package/price")
    String price(
            @PathVariable String customer,
            @RequestParam String id,
            @RequestParam String year,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String currency,
            RedirectAttributes flash,
            Locale locale,
            HttpServletRequest request)
            throws IOException {
        String customerId = spaces.customer(customer).customerId();
        Told.tell(entered(customerId, id.strip(), year.strip(), amount, currency, request), flash, words, locale);
        return "redirect:/space/" + CustomerPath.write(customerId) + "/package?id="
                + URLEncoder.encode(id.strip(), StandardCharsets.UTF_8);
    }

    /** An amount as people write it in either language, with thousands apart or not. */
    private static String plain(String amount) {
        String bare = amount.replaceAll("(?U)\\s", "");
        if (bare.matches("[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]{1,2})?")) {
            return bare.replace(",", "");
        }
        return bare.matches("[0-9]{1,3}(\\.[0-9]{3})+(,[0-9]{1,2})?")
                ? bare.replace(".", "").replace(',', '.')
                : bare.replace(',', '.');
    }

    private Outcome<PackagePrice> entered(
            String customer, String id, String year, String amount, String currency, HttpServletRequest request) {
        if (!year.matches("[0-9]{4}")) {
            return Outcome.refused("year", Fault.Kind.FORM, year);
        }
        String plain = plain(amount);
        if (!plain.matches("([0-9]{1,15}(\\.[0-9]{1,2})?)?")) {
            return Outcome.refused("amount", Fault.Kind.FORM, amount.strip());
        }
        @Nullable BigDecimal price = plain.isEmpty() ? null : new BigDecimal(plain);
        return database.packagePrices()
                .enter(
                        customer,
                        id,
                        Year.parse(year),
                        price,
                        currency.strip().toUpperCase(Locale.ROOT),
                        Viewer.of(request).author());
    }
}
