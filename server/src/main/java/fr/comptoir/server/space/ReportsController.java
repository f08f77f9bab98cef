package fr.comptoir.server.space;

import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.AnnualReport;
import fr.comptoir.operation.MakeReport;
import fr.comptoir.operation.ReportOffer;
import fr.comptoir.operation.ReportPreview;
import fr.comptoir.operation.ReportWork;
import fr.comptoir.operation.YearPack;
import fr.comptoir.operation.view.ViewProblem;
import fr.comptoir.report.ReportDeclaration;
import fr.comptoir.report.RequestProblem;
import fr.comptoir.server.counterapi.CounterApiSetup.Program;
import fr.comptoir.server.counterapi.ReportPace;
import fr.comptoir.server.mail.MailChoices;
import fr.comptoir.server.space.Spaces.Asked;
import fr.comptoir.server.web.Languages;
import fr.comptoir.server.web.NotFoundException;
import fr.comptoir.server.web.TableFile;
import fr.comptoir.server.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The COUNTER reports of a customer: chosen, looked at, taken away. */
@Controller
final class ReportsController {
    private static final Map<String, String> TYPES = Map.of(
            "json", "application/json",
            "tsv", "text/tab-separated-values;charset=UTF-8",
            "csv", Answers.CSV,
            "xlsx", Answers.XLSX,
            "pdf", "application/pdf",
            "zip", "application/zip");

    private final Spaces spaces;
    private final Answers answers;
    private final Program program;
    private final Beside<String, ReportPreview> previews;
    private final ReportPace pace;
    private final MailChoices mails;

    ReportsController(
            Spaces spaces,
            PageTexts texts,
            Program program,
            Beside<String, ReportPreview> previews,
            ReportPace pace,
            MailChoices mails) {
        this.pace = pace;
        this.mails = mails;
        this.spaces = spaces;
        this.answers = new Answers(texts);
        this.program = program;
        this.previews = previews;
    }

    private Asked asked(String customer) throws IOException {
        Asked asked = spaces.read(customer, Map.of(), Set.of());
        if (asked.isPublishers()) {
            throw new NotFoundException("reports of a publisher"); // reports are of institutions
        }
        return asked;
    }

    @GetMapping("/space/{customer}/reports")
    String page(
            @PathVariable String customer,
            @RequestParam(defaultValue = "") String report,
            @RequestParam(defaultValue = "5.1") String release,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InputException, InterruptedException {
        List<ViewProblem> wrong = new ArrayList<>();
        Optional<ReportDeclaration> one = Optional.empty();
        if (report.isBlank()) {
            ReportAsk.release(release, wrong);
        } else {
            one = ReportAsk.report(parameters, report, release, wrong);
        }
        if (report.isBlank() || one.isPresent()) {
            ReportAsk.check(one, parameters, Set.of(), wrong);
        }
        Asked asked = asked(customer).with(wrong);
        Optional<ReportAsk> ask = one.map(found -> ask(asked, found, parameters));
        String more = ask.map(chosen -> chosen.query("")).orElse("");
        Optional<String> other = answers.put(asked, "reports", more, model, response);
        if (other.isPresent()) {
            return other.get();
        }
        model.addAttribute("offers", ReportOffer.of(asked.site()));
        model.addAttribute("years", years(asked));
        mails.ofNewReports(Viewer.of(request), asked.view().customer())
                .ifPresent(choice -> model.addAttribute("mails", choice));
        if (ask.isPresent()) {
            put(asked, ask.get(), model, response);
        }
        return "space-reports";
    }

    /** The reports that there are; of one report its file. */
    @GetMapping({"/space/{customer}/reports.json", "/space/{customer}/reports.csv"})
    void list(
            @PathVariable String customer,
            @RequestParam(defaultValue = "") String report,
            @RequestParam(defaultValue = "5.1") String release,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InputException {
        if (!report.isBlank()) {
            String format = request.getRequestURI().endsWith(".json") ? "json" : "csv";
            file(customer, report, release, format, parameters, request, response);
            return;
        }
        List<ViewProblem> wrong = new ArrayList<>();
        ReportAsk.release(release, wrong);
        if (!wrong.isEmpty()) {
            answers.refuse(wrong, request, response);
            return;
        }
        Asked asked = asked(customer);
        List<ReportOffer> offers = ReportOffer.of(asked.site());
        TableFile.write(List.of(OfferPanel.of(offers)), asked.view().customer(), request, response);
    }

    private static ReportAsk ask(Asked asked, ReportDeclaration report, Map<String, List<String>> parameters) {
        YearMonth first = asked.site().availability().first().orElse(asked.last());
        return ReportAsk.read(report, parameters, first, asked.last());
    }

    private void put(Asked asked, ReportAsk ask, Model model, HttpServletResponse response)
            throws IOException, InputException, InterruptedException {
        model.addAttribute("ask", ask);
        model.addAttribute("lastMonth", asked.last());
        model.addAttribute(
                "offer",
                ReportOffer.of(asked.site()).stream()
                        .filter(offer -> offer.report().equals(ask.report()))
                        .findFirst()
                        .orElseThrow());
        List<RequestProblem> problems = problems(asked, ask);
        if (problems.isEmpty()) {
            MakeReport report = report(asked, ask, "tsv");
            ReportWork work = report.work();
            model.addAttribute("work", work);
            pace.estimate(work).ifPresent(time -> model.addAttribute("pace", time));
            model.addAttribute(
                    "preview",
                    previews.of(report.key(), () -> measured(report, work)).orElse(null));
        } else {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("wrong", problems);
        }
    }

    private ReportPreview measured(MakeReport report, ReportWork work) throws IOException, InputException {
        ReportPace.Measure measure = pace.begin(work);
        ReportPreview preview = ReportPreview.of(report);
        if (preview.isWhole()) {
            measure.done();
        }
        return preview;
    }

    private List<RequestProblem> problems(Asked asked, ReportAsk ask) throws IOException {
        Map<String, String> parameters = new LinkedHashMap<>(ask.parameters());
        parameters.put("customer_id", asked.view().customer());
        return MakeReport.answer(
                        asked.site(),
                        ask.report().id(),
                        asked.view().customer(),
                        ask.report().release().code(),
                        parameters,
                        program.name())
                .problems();
    }

    private MakeReport report(Asked asked, ReportAsk ask, String format) throws InputException, IOException {
        return MakeReport.prepare(
                asked.site(),
                ask.report().id(),
                asked.view().customer(),
                ask.report().release().code(),
                format,
                ask.parameters());
    }

    private static SortedSet<Year> years(Asked asked) {
        SortedSet<Year> years = new TreeSet<>((a, b) -> b.compareTo(a));
        for (YearMonth month : asked.site().availability().counted()) {
            years.add(Year.of(month.getYear()));
        }
        return years;
    }

    @GetMapping("/space/{customer}/reports/file")
    void file(
            @PathVariable String customer,
            @RequestParam String report,
            @RequestParam(defaultValue = "5.1") String release,
            @RequestParam(defaultValue = "tsv") String format,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InputException {
        Asked asked = asked(customer);
        Set<String> formats = new TreeSet<>(TYPES.keySet());
        formats.remove("zip");
        if (!formats.contains(format)) {
            throw new UnknownValueException("format", format, formats);
        }
        List<ViewProblem> wrong = new ArrayList<>();
        Optional<ReportDeclaration> one = ReportAsk.report(parameters, report, release, wrong);
        if (one.isPresent()) {
            ReportAsk.check(one, parameters, Set.of("format"), wrong);
        }
        if (one.isEmpty() || !wrong.isEmpty()) {
            answers.refuse(wrong, request, response);
            return;
        }
        ReportAsk ask = ask(asked, one.get(), parameters);
        List<RequestProblem> problems = problems(asked, ask);
        if (!problems.isEmpty()) {
            answers.refuseReport(problems, request, response);
            return;
        }
        MakeReport made = report(asked, ask, format);
        if (format.equals("pdf")) {
            made = made.inLanguage(Languages.of(request).code(), program.name());
        }
        head(made.fileName(), format, response);
        made.write(response.getOutputStream());
    }

    @GetMapping("/space/{customer}/reports/annual")
    void annual(
            @PathVariable String customer,
            @RequestParam String year,
            @RequestParam(defaultValue = "pdf") String format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InputException {
        Asked asked = asked(customer);
        AnnualReport.Format known = switch (format) {
            case "pdf" -> AnnualReport.Format.PDF;
            case "csv" -> AnnualReport.Format.CSV;
            default -> throw new UnknownValueException("format", format, List.of("csv", "pdf"));
        };
        AnnualReport annual = AnnualReport.prepare(
                asked.site(),
                asked.view().customer(),
                year(asked, year),
                Languages.of(request).code(),
                program.name());
        head(annual.fileName(known), format, response);
        annual.write(known, response.getOutputStream());
    }

    @GetMapping("/space/{customer}/reports/pack")
    void pack(
            @PathVariable String customer,
            @RequestParam String year,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InputException {
        Asked asked = asked(customer);
        YearPack pack = YearPack.prepare(
                asked.site(),
                asked.view().customer(),
                year(asked, year),
                Languages.of(request).code(),
                program.name());
        head(pack.fileName(), "zip", response);
        pack.write(response.getOutputStream());
    }

    /** One of the years that have figures. */
    private static Year year(Asked asked, String text) {
        if (years(asked).isEmpty()) {
            throw new NotFoundException("year with figures");
        }
        return years(asked).stream()
                .filter(year -> year.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new UnknownValueException("year", text, years(asked)));
    }

    private static void head(String name, String format, HttpServletResponse response) {
        response.setContentType(TYPES.get(format.toLowerCase(Locale.ROOT)));
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }
}
