package fr.comptoir.server.space;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.Explain;
import fr.comptoir.operation.FigureOrigin;
import fr.comptoir.operation.view.FigureActions;
import fr.comptoir.operation.view.ViewProblem;
import fr.comptoir.operation.view.ViewProblem.Kind;
import fr.comptoir.server.space.Spaces.Asked;
import fr.comptoir.server.web.NotFoundException;
import fr.comptoir.store.usage.CatalogueNames;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** From a figure of a title, or of an item, to the actions that were counted for it and those that were dropped. */
@Controller
final class ExplainController {
    private static final Set<String> OWN = Set.of("id", "item", "month", "page");
    private static final int ROWS = 200;

    private final Spaces spaces;
    private final Answers answers;

    ExplainController(Spaces spaces, PageTexts texts) {
        this.spaces = spaces;
        this.answers = new Answers(texts);
    }

    /** What is asked, and which page of the actions. */
    public record Figure(FigureActions asked, int page) {
        public String of() {
            return asked.of();
        }

        public boolean isItem() {
            return asked.isItem();
        }

        public YearMonth month() {
            return asked.month();
        }

        /** The address of its page, without the view. */
        String query() {
            return Links.figure(of(), isItem(), month());
        }
    }

    /** An explanation, or what is wrong with the question. */
    private record Answered(Asked asked, Figure figure, Explain.@Nullable Answer answer) {
        /** Whether there is no such title or item. */
        boolean isOfNothing() {
            return asked.problems().stream().anyMatch(problem -> problem.kind() == Kind.NOTHING);
        }
    }

    private Answered answered(String customer, MultiValueMap<String, String> parameters) throws IOException {
        Asked asked = spaces.read(customer, parameters, OWN);
        if (asked.isPublishers()) {
            throw new NotFoundException("actions of others"); // they are the institutions'
        }
        List<ViewProblem> problems = new ArrayList<>(asked.problems());
        String item = first(parameters, "item");
        String of = item.isEmpty() ? first(parameters, "id") : item;
        YearMonth month = month(first(parameters, "month"), asked, problems);
        int page = page(first(parameters, "page"), problems);
        boolean named = parameters.containsKey("metric");
        Optional<MetricType> metric = named ? Optional.of(asked.view().metric()) : Optional.empty();
        Figure figure = new Figure(new FigureActions(of, !item.isEmpty(), month, metric), page);
        if (problems.isEmpty()) {
            try {
                Explain.Answer answer = figure.asked().actions(asked.site(), asked.view());
                return new Answered(asked.of(figure.asked().narrowing(asked.view())), figure, answer);
            } catch (InputException e) {
                problems.add(new ViewProblem(Kind.NOTHING, item.isEmpty() ? "id" : "item", of, ""));
            }
        }
        return new Answered(asked.with(problems), figure, null);
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
            throws IOException {
        Answered answered = answered(customer, parameters);
        Figure figure = answered.figure();
        Optional<String> other = answered.isOfNothing()
                ? answers.put(answered.asked(), "titles", "", model, response)
                : answers.put(answered.asked(), "explain", figure.query(), model, response);
        Explain.Answer answer = answered.answer();
        if (other.isPresent() || answer == null) {
            return other.orElse("space-problems");
        }
        int page = Math.min(figure.page(), 1 + Math.max(0, answer.lines().size() - 1) / ROWS);
        int from = (page - 1) * ROWS;
        model.addAttribute("figure", new Figure(figure.asked(), page));
        model.addAttribute("answer", answer);
        model.addAttribute("outcomes", outcomes(answer));
        model.addAttribute(
                "lines",
                answer.lines()
                        .subList(from, Math.min(from + ROWS, answer.lines().size())));
        model.addAttribute("moved", moved(answered));
        model.addAttribute("from", from + 1);
        model.addAttribute("hasNext", from + ROWS < answer.lines().size());
        model.addAttribute("origin", FigureOrigin.of(answered.asked().site(), Set.of(figure.month())));
        model.addAttribute("state", answered.asked().site().months().get(figure.month()));
        model.addAttribute("months", answered.asked().site().availability().counted());
        return "space-explain";
    }

    /** The names of titles that reports show under others, each with that one's. */
    private static Map<String, String> moved(Answered answered) throws IOException {
        Asked asked = answered.asked();
        CatalogueNames names = asked.site().catalogueNames();
        Map<String, String> moved = new LinkedHashMap<>();
        answered.figure()
                .asked()
                .moved(asked.site(), asked.view().release())
                .forEach((title, shown) -> moved.put(
                        names.title(title, Optional.empty()).orElse(title),
                        names.title(shown, Optional.empty()).orElse(shown)));
        return moved;
    }

    /** How many lines came to which end. */
    private static Map<String, Long> outcomes(Explain.Answer answer) {
        return answer.lines().stream()
                .collect(Collectors.groupingBy(Explain.Line::outcome, TreeMap::new, Collectors.counting()));
    }

    @GetMapping("/space/{customer}/explain.csv")
    void file(
            @PathVariable String customer,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Answered answered = answered(customer, parameters);
        Figure figure = answered.figure();
        Explain.Answer answer = answered.answer();
        if (answer == null) {
            answers.refuse(answered.asked(), request, response);
            return;
        }
        Answers.head(answered.asked(), "explain", figure.of() + "_" + figure.month(), "csv", Answers.CSV, response);
        ExplainFile.write(answer, response.getOutputStream());
    }
}
