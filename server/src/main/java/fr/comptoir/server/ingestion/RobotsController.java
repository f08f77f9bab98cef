package fr.comptoir.server.ingestion;

import fr.comptoir.customers.base.Texts;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.model.text.Sentence;
import fr.comptoir.operation.RobotsComparison;
import fr.comptoir.operation.RobotsList;
import fr.comptoir.operation.Site;
import fr.comptoir.operation.ingestion.Ingestion;
import fr.comptoir.operation.ingestion.IngestionPanels;
import fr.comptoir.operation.ingestion.MonthLedger;
import fr.comptoir.server.ingestion.RobotComparisons.Question;
import fr.comptoir.server.space.PageTexts;
import fr.comptoir.server.web.NotFoundException;
import fr.comptoir.server.web.TableFile;
import fr.comptoir.server.web.Words;
import fr.comptoir.server.web.WrongValueException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of robots in force, what it drops, and what another would drop differently. */
@Controller
final class RobotsController {
    /** The list of COUNTER has some 100 kB. */
    private static final int LIST_MAX = 2_000_000;

    private static final int NAME_MAX = 200;
    private static final int FREQUENT = 50;
    private static final int SHOWN = 200;
    private static final int PROBLEMS_SHOWN = 20;
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final String PAGE = "redirect:/admin/robots";

    private final Site site;
    private final RobotComparisons comparisons;
    private final PageTexts texts;
    private final Words words;

    RobotsController(Site site, RobotComparisons comparisons, PageTexts texts, Words words) {
        this.site = site;
        this.comparisons = comparisons;
        this.texts = texts;
        this.words = words;
    }

    @GetMapping("/admin/robots")
    String robots(@RequestParam(defaultValue = "") String month, Model model, Locale locale)
            throws IOException, InputException {
        Ingestion all = Ingestion.of(site);
        YearMonth wanted = read(month, all);
        put(model);
        model.addAttribute("list", RobotsList.inForce(site));
        model.addAttribute("months", all.months());
        model.addAttribute("wanted", wanted);
        model.addAttribute("robots", Sheet.summed(IngestionPanels.robots(months(all))));
        model.addAttribute("patterns", Sheet.of(IngestionPanels.patterns(all.robots(wanted, FREQUENT))));
        model.addAttribute("hasUnknown", all.hasUnknownRobots(wanted));
        model.addAttribute("sizeMax", texts.size(LIST_MAX, locale));
        return "ingestion/robots";
    }

    private static List<MonthLedger> months(Ingestion all) {
        return all.months().stream().map(all::month).toList();
    }

    private void put(Model model) {
        model.addAttribute("texts", texts);
        model.addAttribute("board", true);
    }

    /** A month of which lines were read; null for blank. */
    private static @Nullable YearMonth read(String month, Ingestion all) {
        YearMonth wanted = month(month);
        if (wanted != null && !all.months().contains(wanted)) {
            throw new WrongValueException("month", month, YearMonth.class);
        }
        return wanted;
    }

    /** @param month blank for none */
    private static @Nullable YearMonth month(String month) {
        try {
            return month.isBlank() ? null : YearMonth.parse(month);
        } catch (DateTimeParseException e) {
            throw new WrongValueException("month", e.getParsedString(), YearMonth.class);
        }
    }

    @GetMapping({"/admin/robots.json", "/admin/robots.csv"})
    void file(@RequestParam(defaultValue = "") String month, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InputException {
        Ingestion all = Ingestion.of(site);
        TableFile.write(
                List.of(
                        IngestionPanels.robots(months(all)),
                        IngestionPanels.patterns(all.robots(read(month, all), FREQUENT))),
                "robots",
                request,
                response);
    }

    /** Compares a list that somebody sends with the one in force. */
    @PostMapping("/admin/robots")
    String compare(
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String month,
            RedirectAttributes flash,
            Locale locale)
            throws IOException, InterruptedException {
        String name = Texts.harmless(Objects.requireNonNullElse(file.getOriginalFilename(), ""), NAME_MAX);
        if (file.isEmpty() || file.getSize() > LIST_MAX) {
            String fault = file.isEmpty() ? "robots.noFile" : "robots.tooLarge";
            flash.addFlashAttribute("faults", List.of(words.say(locale, fault, name, texts.size(LIST_MAX, locale))));
            return PAGE;
        }
        Question question = comparisons.ask(name, file.getBytes(), month(month));
        RobotComparisons.await(question, MOMENT);
        return PAGE + "/comparison/" + question.id();
    }

    @GetMapping("/admin/robots/comparison/{question}")
    String comparison(@PathVariable String question, Model model, HttpServletResponse response) {
        Question found = find(question);
        put(model);
        model.addAttribute("question", found);
        if (found.isWaiting()) {
            response.setHeader("Refresh", "4");
        }
        found.comparison().ifPresent(one -> {
            model.addAttribute("one", one);
            model.addAttribute("shown", one.differences().stream().limit(SHOWN).toList());
        });
        Throwable failure = found.failure();
        if (failure != null) {
            model.addAttribute("failed", true);
            model.addAttribute(
                    "problems",
                    failure instanceof InputException input
                            ? input.problems().stream()
                                    .limit(PROBLEMS_SHOWN)
                                    .map(Problem::sentence)
                                    .filter(Sentence::hasCode) // the others are of the site, and in the log
                                    .toList()
                            : List.of());
        }
        return "ingestion/comparison";
    }

    @GetMapping({"/admin/robots/comparison/{question}.json", "/admin/robots/comparison/{question}.csv"})
    void comparisonAsFile(@PathVariable String question, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        RobotsComparison one =
                find(question).comparison().orElseThrow(() -> new NotFoundException("such comparison yet"));
        TableFile.write(ComparisonTables.of(one), "robots", request, response);
    }

    private Question find(String id) {
        return comparisons.find(id).orElseThrow(() -> new NotFoundException("such comparison any more"));
    }
}
