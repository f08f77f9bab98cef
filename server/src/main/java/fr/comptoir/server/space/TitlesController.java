package fr.comptoir.server.space;

import fr.comptoir.model.text.Dois;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.TitleAsk;
import fr.comptoir.operation.view.TitleTable;
import fr.comptoir.operation.view.TitleUsage;
import fr.comptoir.operation.view.ViewProblem;
import fr.comptoir.server.space.Spaces.Asked;
import fr.comptoir.server.web.NotFoundException;
import fr.comptoir.store.usage.CatalogueNames;
import fr.comptoir.store.usage.CatalogueNames.Kind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The titles that a customer uses, and each of them. */
@Controller
final class TitlesController {
    private static final String PANEL = "panel";
    private static final String ID = "id";

    private final Spaces spaces;
    private final Answers answers;

    TitlesController(Spaces spaces, PageTexts texts) {
        this.spaces = spaces;
        this.answers = new Answers(texts);
    }

    /** What is asked, with the problems of the order too. */
    private record Ordered(Asked asked, TitleAsk ask) {}

    private Ordered read(String customer, MultiValueMap<String, String> parameters, Locale locale) throws IOException {
        Set<String> own = new TreeSet<>(TitleAsk.parameters());
        own.add(PANEL);
        Asked asked = spaces.read(customer, parameters, own);
        List<ViewProblem> problems = new ArrayList<>(asked.problems());
        TitleAsk ask = TitleAsk.parse(parameters, answers.texts().called(locale), problems);
        return new Ordered(asked.with(problems), ask);
    }

    @GetMapping("/space/{customer}/titles")
    String page(
            @PathVariable String customer,
            @RequestParam MultiValueMap<String, String> parameters,
            Locale locale,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Ordered ordered = read(customer, parameters, locale);
        Asked asked = ordered.asked();
        String more = ordered.ask().page(1).query();
        Optional<String> other = answers.put(asked, "titles", more, model, response);
        if (other.isPresent()) {
            return other.get();
        }
        ChangedTitles.of(asked).ifPresent(changed -> model.addAttribute("changed", changed));
        model.addAttribute("table", TitleTable.page(asked.site(), asked.view(), ordered.ask()));
        return "space-titles";
    }

    @GetMapping({"/space/{customer}/titles.json", "/space/{customer}/titles.csv", "/space/{customer}/titles.xlsx"})
    void file(
            @PathVariable String customer,
            @RequestParam MultiValueMap<String, String> parameters,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Ordered ordered = read(customer, parameters, locale);
        Asked asked = ordered.asked();
        if (!asked.problems().isEmpty()) {
            answers.refuse(asked, request, response);
            return;
        }
        Panel panel = TitleTable.all(asked.site(), asked.view(), ordered.ask()).panel();
        answers.write(asked, "titles", List.of(panel), request, response);
    }

    @GetMapping("/space/{customer}/title")
    String title(
            @PathVariable String customer,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Asked asked = ofOne(spaces.read(customer, parameters, Set.of(ID)));
        String id = id(asked, parameters);
        Optional<String> other =
                answers.put(asked, "title", ID + "=" + URLEncoder.encode(id, StandardCharsets.UTF_8), model, response);
        if (other.isPresent()) {
            return other.get();
        }
        model.addAttribute("id", id);
        TitleUsage usage = TitleUsage.of(asked.site(), asked.view(), id);
        if (!isKnown(asked, usage, id)) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return "space-no-title";
        }
        ChangedTitles.of(asked, id).ifPresent(changed -> model.addAttribute("changed", changed));
        model.addAttribute("one", usage);
        return "space-title";
    }

    /** Whether the catalogue has it, or any month's figures do, whatever months are asked for. */
    private static boolean isKnown(Asked asked, TitleUsage usage, String id) throws IOException {
        return usage.title().isPresent()
                || asked.site()
                        .catalogueNames()
                        .knows(Kind.TITLE, id, asked.view().publishers())
                || TitleUsage.isUsed(asked.site(), asked.view(), id);
    }

    @GetMapping({"/space/{customer}/title.json", "/space/{customer}/title.csv", "/space/{customer}/title.xlsx"})
    void titleFile(
            @PathVariable String customer,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Asked asked = ofOne(spaces.read(customer, parameters, Set.of(ID, PANEL)));
        if (!asked.problems().isEmpty()) {
            answers.refuse(asked, request, response);
            return;
        }
        String id = id(asked, parameters);
        TitleUsage usage = TitleUsage.of(asked.site(), asked.view(), id);
        if (!isKnown(asked, usage, id)) {
            throw new NotFoundException("such title");
        }
        List<Panel> panels = Answers.chosen(usage.panels(), parameters.getFirst(PANEL));
        answers.write(asked.of(usage.view()), "title", panels, request, response);
    }

    /** Which titles pass is not asked of a page that is of one. */
    private static Asked ofOne(Asked asked) {
        return asked.of(asked.view().withoutTitles());
    }

    /** The id of a title, which may be given by its DOI or that of one of its items. */
    private static String id(Asked asked, MultiValueMap<String, String> parameters) throws IOException {
        String id = parameters.getFirst(ID);
        if (id == null || id.isBlank()) {
            throw new NotFoundException("title without an id");
        }
        CatalogueNames names = asked.site().catalogueNames();
        String doi = Dois.bare(id.strip());
        boolean mayBeDoi =
                Dois.is(doi) && !names.knows(Kind.TITLE, id, asked.view().publishers());
        return mayBeDoi ? names.ofDoi(doi, asked.view().publishers()).orElse(id) : id;
    }
}
