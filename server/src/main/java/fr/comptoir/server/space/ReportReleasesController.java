package fr.comptoir.server.space;

import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.MakeReport;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Preset.Period;
import fr.comptoir.operation.view.ReportReleases;
import fr.comptoir.operation.view.View;
import fr.comptoir.operation.view.ViewProblem;
import fr.comptoir.report.ReportDeclaration;
import fr.comptoir.report.RequestProblem;
import fr.comptoir.server.counterapi.CounterApiSetup.Program;
import fr.comptoir.server.space.Spaces.Asked;
import fr.comptoir.server.web.Languages;
import fr.comptoir.server.web.NotFoundException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a COUNTER report adds up to in Release 5 beside Release 5.1. */
@Controller
final class ReportReleasesController {
    private final Spaces spaces;
    private final Answers answers;
    private final Program program;
    private final Beside<Totals, ReportReleases> comparisons;

    ReportReleasesController(
            Spaces spaces, PageTexts texts, Program program, Beside<Totals, ReportReleases> comparisons) {
        this.comparisons = comparisons;
        this.spaces = spaces;
        this.answers = new Answers(texts);
        this.program = program;
    }

    /** A question to a site as it was at a moment. */
    record Totals(ReportingSite site, ReportDeclaration report, View view) {}

    /** What is asked; with problems, or those of a report that cannot be made, there is no question. */
    private record Question(Asked asked, Optional<ReportAsk> ask, List<RequestProblem> wrong) {
        boolean isRight() {
            return asked.problems().isEmpty() && wrong.isEmpty() && ask.isPresent();
        }
    }

    private Question question(String customer, String report, String release, MultiValueMap<String, String> parameters)
            throws IOException {
        Asked asked = spaces.read(customer, Map.of(), Set.of());
        if (asked.isPublishers()) {
            throw new NotFoundException("reports of a publisher"); // reports are of institutions
        }
        List<ViewProblem> problems = new ArrayList<>();
        Optional<ReportDeclaration> one = ReportAsk.report(parameters, report, release, problems);
        if (one.isPresent()) {
            ReportAsk.check(one, parameters, Set.of(), problems);
        }
        if (one.isEmpty() || !problems.isEmpty()) {
            return new Question(asked.with(problems), Optional.empty(), List.of());
        }
        YearMonth first = asked.site().availability().first().orElse(asked.last());
        ReportAsk ask = ReportAsk.read(one.get(), parameters, first, asked.last());
        ReportAsk months = ask.ofMonths();
        Map<String, String> all = new LinkedHashMap<>(months.parameters());
        all.put("customer_id", asked.view().customer());
        List<RequestProblem> wrong = MakeReport.answer(
                        asked.site(), one.get().id(), asked.view().customer(), release, all, program.name())
                .problems();
        Asked ofMonths = wrong.isEmpty() ? asked.of(view(asked.view(), months)) : asked;
        return new Question(ofMonths, Optional.of(months), wrong);
    }

    private static View view(View view, ReportAsk ask) {
        YearMonth begin = YearMonth.parse(ask.first("begin_date"));
        YearMonth end = YearMonth.parse(ask.first("end_date"));
        return view.with(new Period(Optional.empty(), begin, end));
    }

    /** Empty while they are being made. */
    private Optional<ReportReleases> releases(Question question)
            throws IOException, InputException, InterruptedException {
        Asked asked = question.asked();
        Totals totals = new Totals(asked.site(), question.ask().orElseThrow().report(), asked.view());
        return comparisons.of(totals, () -> ReportReleases.of(totals.site(), totals.report(), totals.view()));
    }

    @GetMapping("/space/{customer}/reports/releases")
    String page(
            @PathVariable String customer,
            @RequestParam String report,
            @RequestParam(defaultValue = "5.1") String release,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            HttpServletResponse response)
            throws IOException, InputException, InterruptedException {
        Question question = question(customer, report, release, parameters);
        String more = question.ask().map(ask -> ask.query("")).orElse("");
        Optional<String> other = answers.put(question.asked(), "reports", more, model, response);
        if (other.isPresent()) {
            return other.get();
        }
        model.addAttribute("ask", question.ask().orElseThrow());
        if (question.isRight()) {
            Optional<ReportReleases> releases = releases(question);
            if (releases.isEmpty()) {
                response.setHeader("Refresh", Answers.AGAIN_SECONDS);
            }
            model.addAttribute("releases", releases.orElse(null));
        } else {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("wrong", question.wrong());
        }
        return "space-report-releases";
    }

    @GetMapping({"/space/{customer}/reports/releases.json", "/space/{customer}/reports/releases.csv"})
    void file(
            @PathVariable String customer,
            @RequestParam String report,
            @RequestParam(defaultValue = "5.1") String release,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InputException, InterruptedException {
        Question question = question(customer, report, release, parameters);
        if (!question.asked().problems().isEmpty()) {
            answers.refuse(question.asked(), request, response);
        } else if (!question.wrong().isEmpty()) {
            answers.refuseReport(question.wrong(), request, response);
        } else {
            Optional<ReportReleases> releases = releases(question);
            if (releases.isEmpty()) {
                answers.putOff("releases.begun", request, response);
                return;
            }
            String name = question.ask().orElseThrow().report().id();
            Locale locale = Locale.forLanguageTag(Languages.of(request).code());
            Panel said = SaidDifferences.of(releases.get(), answers.texts(), locale);
            answers.write(question.asked(), name, List.of(said), request, response);
        }
    }
}
