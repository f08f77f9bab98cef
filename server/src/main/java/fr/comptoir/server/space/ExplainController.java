package fr.comptoir.server.space;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.Explain;
import fr.comptoir.operation.FigureOrigin;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.view.Comparison;
import fr.comptoir.operation.view.FigureActions;
import fr.comptoir.operation.view.Overview;
import fr.comptoir.operation.view.TitleUsage;
import fr.comptoir.operation.view.View;
import fr.comptoir.operation.view.ViewProblem;
import fr.comptoir.operation.view.ViewProblem.Kind;
import fr.comptoir.server.space.Spaces.Asked;
import fr.comptoir.server.web.NotFoundException;
import fr.comptoir.store.usage.CatalogueNames;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * From a figure of a page to the actions that were counted for it and those that were dropped: of a title, of an item, or of all that its
 * filters leave.
 */
@Controller
final class ExplainController {
    private static final Set<String> OWN = Set.of("id", "item", "month", "page");
    private static final int ROWS = 200;

    private final Spaces spaces;
    private final Answers answers;
    private final Beside<Question, Explain.Answer> explanations;

    ExplainController(Spaces spaces, PageTexts texts, Beside<Question, Explain.Answer> explanations) {
        this.spaces = spaces;
        this.explanations = explanations;
        this.answers = new Answers(texts);
    }

    /** A question to a site as it was at a moment. */
    record Question(ReportingSite site, View view, FigureActions figure) {}

    /**
     * What is asked, or what is wrong with the question.
     *
     * @param title of an item, where it is known; else blank
     * @param months among which is to be chosen first
     */
    private record Read(Asked asked, ExplainedFigure figure, String title, SortedSet<YearMonth> months) {}

    /** @param answer empty while it is being made, and when there is no such title or item */
    private record Found(Optional<Explain.Answer> answer, boolean isBegun) {}

    private Read read(String customer, MultiValueMap<String, String> parameters) throws IOException {
        Asked asked = spaces.read(customer, parameters, OWN);
        if (asked.isPublishers()) {
            throw new NotFoundException("actions of others"); // they are the institutions'
        }
        List<ViewProblem> problems = new ArrayList<>(asked.problems());
        ReportAsk.single(parameters, OWN, problems);
        String item = first(parameters, "item");
        String of = item.isEmpty() ? first(parameters, "id") : item;
        SortedSet<YearMonth> months = new TreeSet<>();
        String title = item.isEmpty() ? "" : first(parameters, "id");
        if ((of.isEmpty() || !title.isEmpty()) && first(parameters, "month").isEmpty()) {
            months.addAll(asked.view().asked());
            months.retainAll(asked.site().availability().counted());
        }
        YearMonth month = months.isEmpty() ? month(first(parameters, "month"), asked, problems) : months.last();
        int page = page(first(parameters, "page"), problems);
        boolean named = !first(parameters, "metric").isEmpty();
        Optional<MetricType> metric = named ? Optional.of(asked.view().metric()) : Optional.empty();
        FigureActions figure = new FigureActions(of, !item.isEmpty(), month, metric);
        View view = figure.narrowing(asked.view());
        if (months.size() == 1) {
            months.clear();
        }
        View own = figure.isOfEverything() ? view.with(MetricType.TOTAL_ITEM_REQUESTS) : view; // the figure has it
        return new Read(asked.with(problems).of(own), new ExplainedFigure(figure, page), title, months);
    }

    /** What is found; a whole month may take longer than who asks waits. */
    private Found answer(Read read) throws IOException, InputException, InterruptedException {
        FigureActions figure = read.figure().asked();
        Question question = new Question(read.asked().site(), read.asked().view(), figure);
        if (figure.isOfEverything()) {
            Optional<Explain.Answer> answer =
                    explanations.of(question, () -> figure.actions(question.site(), question.view()));
            return new Found(answer, answer.isEmpty());
        }
        try {
            return new Found(Optional.of(figure.actions(question.site(), question.view())), false);
        } catch (InputException e) {
            return new Found(Optional.empty(), false); // there is no such title or item
        }
    }

    /** The question with the problem that there is no such title or item. */
    private static Asked ofNothing(Read read) {
        ExplainedFigure figure = read.figure();
        ViewProblem nothing = new ViewProblem(Kind.NOTHING, figure.isItem() ? "item" : "id", figure.of(), "");
        return read.asked().with(List.of(nothing));
    }

    private static String first(MultiValueMap<String, String> parameters, String name) {
        String value = parameters.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private static YearMonth month(String text, Asked asked, List<ViewProblem> problems) {
        if (text.isEmpty()) {
            return asked.last();
        }
        try {
            YearMonth month = YearMonth.parse(text);
            if (asked.site().availability().counted().contains(month)) {
                return month;
            }
        } catch (DateTimeException e) {
            // as a month that has no figures
        }
        String known = asked.site().availability().counted().stream()
                .map(YearMonth::toString)
                .collect(Collectors.joining(", "));
        problems.add(new ViewProblem(Kind.VALUE, "month", text.substring(0, Math.min(60, text.length())), known));
        return asked.last();
    }

    private static int page(String text, List<ViewProblem> problems) {
        if (text.isEmpty()) {
            return 1;
        }
        if (!text.matches("[1-9][0-9]{0,5}")) {
            problems.add(
                    new ViewProblem(Kind.NUMBER, "page", text.substring(0, Math.min(60, text.length())), "1, 2, 3 …"));
            return 1;
        }
        return Integer.parseInt(text);
    }

    @GetMapping("/space/{customer}/explain")
    String page(
            @PathVariable String customer,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            HttpServletResponse response)
            throws IOException, InputException, InterruptedException {
        Read read = read(customer, parameters);
        Asked asked = read.asked();
        if (!read.months().isEmpty() && asked.problems().isEmpty()) {
            return choice(read, model, response);
        }
        Found found =
                asked.problems().isEmpty() && asked.isCounted() ? answer(read) : new Found(Optional.empty(), true);
        Optional<String> other = found.answer().isEmpty() && !found.isBegun()
                ? answers.put(ofNothing(read), "titles", "", model, response)
                : answers.put(asked, "explain", read.figure().query(), model, response);
        if (other.isPresent()) {
            return other.get();
        }
        put(read, found.answer(), model);
        if (found.isBegun()) {
            response.setHeader("Refresh", Answers.AGAIN_SECONDS);
        }
        return "space-explain";
    }

    /** Of several months the reader chooses one. */
    private String choice(Read read, Model model, HttpServletResponse response) throws IOException {
        String metric = Links.metric(read.figure().asked().metric());
        Optional<String> other = answers.put(read.asked(), "explain", metric, model, response);
        if (other.isPresent()) {
            return other.get();
        }
        ReportingSite site = read.asked().site();
        ExplainedFigure figure = read.figure();
        View view = months(read);
        model.addAttribute("figure", figure);
        model.addAttribute("parent", read.title());
        model.addAttribute(
                "panel",
                figure.isItem()
                        ? TitleUsage.monthsOf(site, view, read.title(), figure.of())
                        : Overview.of(site, view).panel("months").orElseThrow());
        return "space-explain-month";
    }

    private static View months(Read read) {
        View view = read.asked().view().with(Comparison.NONE);
        return read.figure().asked().metric().map(view::with).orElse(view);
    }

    private static void put(Read read, Optional<Explain.Answer> answer, Model model) throws IOException {
        ExplainedFigure figure = read.figure();
        ReportingSite site = read.asked().site();
        model.addAttribute("figure", figure);
        model.addAttribute("called", called(read));
        model.addAttribute("parent", read.title());
        model.addAttribute("moved", moved(read));
        model.addAttribute("state", site.months().get(figure.month()));
        model.addAttribute("months", site.availability().counted());
        model.addAttribute("metrics", MetricType.values());
        if (answer.isPresent()) {
            ExplainPage page = ExplainPage.of(answer.get(), figure.page(), ROWS);
            model.addAttribute("figure", new ExplainedFigure(figure.asked(), page.number()));
            model.addAttribute("answer", answer.get());
            model.addAttribute("lines", page.lines());
            model.addAttribute("names", page.names(site.catalogueNames()));
            model.addAttribute("from", page.from());
            model.addAttribute("hasNext", page.hasNext());
            model.addAttribute("origin", FigureOrigin.of(site, Set.of(figure.month())));
        }
    }

    /** The name of the title, or of that of the item where it is known; blank when the catalogue has none. */
    private static String called(Read read) throws IOException {
        String title = read.figure().isItem() ? read.title() : read.figure().of();
        return read.asked()
                .site()
                .catalogueNames()
                .title(title, Optional.empty())
                .orElse("");
    }

    /** The names of titles that reports show under others, each with that one's. */
    private static Map<String, String> moved(Read read) throws IOException {
        Asked asked = read.asked();
        CatalogueNames names = asked.site().catalogueNames();
        Map<String, String> moved = new LinkedHashMap<>();
        read.figure()
                .asked()
                .moved(asked.site(), asked.view().release())
                .forEach((title, shown) -> moved.put(
                        names.title(title, Optional.empty()).orElse(title),
                        names.title(shown, Optional.empty()).orElse(shown)));
        return moved;
    }

    @GetMapping({"/space/{customer}/explain.csv", "/space/{customer}/explain.json"})
    void file(
            @PathVariable String customer,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InputException, InterruptedException {
        Read read = read(customer, parameters);
        Asked asked = read.asked();
        if (!read.months().isEmpty() && asked.problems().isEmpty()) {
            String months = read.months().stream().map(YearMonth::toString).collect(Collectors.joining(", "));
            asked = asked.with(List.of(new ViewProblem(Kind.VALUE, "month", "", months)));
        }
        if (!asked.problems().isEmpty()) {
            answers.refuse(asked, request, response);
            return;
        }
        FigureActions figure = read.figure().asked();
        if (request.getRequestURI().endsWith("json")) {
            Found found = answer(read);
            if (found.isBegun()) {
                answers.putOff("explain.begun", request, response);
                return;
            }
            if (found.answer().isPresent()) {
                Explain.Answer answer = found.answer().get();
                response.setContentType("application/json");
                ExplainPage page = ExplainPage.of(answer, read.figure().page(), ROWS);
                Map<String, String> names = page.names(asked.site().catalogueNames());
                ExplainFile.writeJson(asked.view(), figure, answer, page, names, response.getOutputStream());
                return;
            }
        } else if (csv(read, response)) {
            return;
        }
        answers.refuse(ofNothing(read), request, response);
    }

    /** All lines, made before any is sent, so that nobody's slow line holds the store; false when there is no such title or item. */
    private static boolean csv(Read read, HttpServletResponse response) throws IOException, InputException {
        FigureActions figure = read.figure().asked();
        Asked asked = read.asked();
        Path made = asked.site().putAside();
        try {
            try (ExplainFile file = ExplainFile.create(made)) {
                figure.lines(asked.site(), asked.view(), file::add);
            } catch (InputException e) {
                if (figure.isOfEverything()) {
                    throw e;
                }
                return false;
            }
            Answers.head(asked, "explain", read.figure().name(), "csv", Answers.CSV, response);
            Files.copy(made, response.getOutputStream());
            return true;
        } finally {
            Files.deleteIfExists(made);
        }
    }
}
