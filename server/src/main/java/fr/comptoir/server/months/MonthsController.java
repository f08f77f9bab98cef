package fr.comptoir.server.months;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.mail.Mail;
import fr.comptoir.customers.month.MonthSteps.Step;
import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.CloseMonth;
import fr.comptoir.operation.DueMonths;
import fr.comptoir.operation.DueMonths.Due;
import fr.comptoir.operation.MonthHistory;
import fr.comptoir.operation.Months;
import fr.comptoir.operation.Site;
import fr.comptoir.operation.WatchedLogs;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.server.counterapi.CounterApiSetup.Program;
import fr.comptoir.server.counterapi.ReadyReports;
import fr.comptoir.server.web.NotFoundException;
import fr.comptoir.server.web.TableFile;
import fr.comptoir.server.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Each month's state: counted, complete, closed, corrected, delivered. */
@Controller
final class MonthsController {
    private static final Logger LOG = LoggerFactory.getLogger(MonthsController.class);

    private final Site site;
    private final CustomersDatabase database;
    private final WatchedLogs logs;
    private final ReadyReports reports;
    private final Program program;
    private final Words words;

    MonthsController(
            Site site,
            CustomersDatabase database,
            WatchedLogs logs,
            ReadyReports reports,
            Program program,
            Words words) {
        this.site = site;
        this.database = database;
        this.logs = logs;
        this.reports = reports;
        this.program = program;
        this.words = words;
    }

    /**
     * A month as the page shows it.
     *
     * @param due what is still to come before it is closed; null for a closed one
     * @param announced whether those who want to hear of it were written to
     * @param prepared whether its reports were made beforehand
     */
    public record Row(Months.Month month, @Nullable Due due, boolean announced, boolean prepared) {
        /** Of the whole month, of closed ones, too. */
        public long hoursWithoutALine() {
            return month.gaps().stream().mapToLong(Months.Gap::hours).sum();
        }
    }

    @GetMapping("/admin/months")
    String months(Model model) throws IOException, InputException {
        Map<YearMonth, Due> due = due();
        model.addAttribute("rows", rows(due));
        model.addAttribute(
                "missed", due.values().stream().filter(one -> !one.counted()).toList());
        model.addAttribute("config", site.config().months());
        model.addAttribute("watch", site.config().watch());
        model.addAttribute("failures", logs.failures());
        model.addAttribute("served", reports.served());
        model.addAttribute("pending", database.restatements().pending());
        model.addAttribute("waiting", mails(Mail.State.WAITING));
        model.addAttribute("failed", mails(Mail.State.FAILED) + mails(Mail.State.IN_DOUBT));
        return "months/months";
    }

    @GetMapping({"/admin/months.json", "/admin/months.csv"})
    void monthsAsFile(HttpServletRequest request, HttpServletResponse response) throws IOException, InputException {
        TableFile.write(List.of(MonthPanels.months(rows(due()))), "admin", request, response);
    }

    private Map<YearMonth, Due> due() throws IOException, InputException {
        return DueMonths.open(site).stream().collect(Collectors.toMap(Due::month, Function.identity()));
    }

    /** The months with figures, the latest first. */
    private List<Row> rows(Map<YearMonth, Due> due) throws IOException, InputException {
        List<Row> rows = new ArrayList<>();
        for (Months.Month month : Months.list(site)) {
            rows.add(0, row(month, due));
        }
        return rows;
    }

    private Row row(Months.Month month, Map<YearMonth, Due> due) {
        return new Row(month, due.get(month.month()), isDone(month, Step.ANNOUNCED), isDone(month, Step.PREPARED));
    }

    private boolean isDone(Months.Month month, Step step) {
        return database.monthSteps().isDone(month.month(), month.facts(), step);
    }

    private long mails(Mail.State state) {
        return database.outbox().in(state, Page.first(1)).total();
    }

    @GetMapping("/admin/months/{month}")
    String month(@PathVariable String month, Model model) throws IOException, InputException {
        YearMonth wanted = parsed(month);
        Row found = row(wanted);
        model.addAttribute("month", found.month());
        model.addAttribute("due", found.due());
        model.addAttribute("history", MonthHistory.of(site, wanted));
        model.addAttribute("pending", database.restatements().pending(wanted).orElse(null));
        return "months/month";
    }

    @GetMapping({"/admin/months/{month}.json", "/admin/months/{month}.csv"})
    void monthAsFile(@PathVariable String month, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InputException {
        YearMonth wanted = parsed(month);
        List<Panel> panels = MonthPanels.month(row(wanted), MonthHistory.of(site, wanted));
        TableFile.write(panels, wanted.toString(), request, response);
    }

    private Row row(YearMonth wanted) throws IOException, InputException {
        Months.Month found = Months.list(site).stream()
                .filter(one -> one.month().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("such month"));
        return row(found, due());
    }

    private static YearMonth parsed(String month) {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeParseException e) {
            throw new NotFoundException("such month");
        }
    }

    /** Closes a month whatever its logs have, once it is over: of a closed one figures change by corrections only. */
    @PostMapping("/admin/months/{month}/close")
    String close(@PathVariable String month, RedirectAttributes flash, Locale locale) throws IOException {
        YearMonth wanted = parsed(month);
        ZoneId zone = site.config().platform().timeZone();
        if (!wanted.isBefore(YearMonth.now(site.clock().withZone(zone)))) {
            flash.addFlashAttribute("faults", List.of(words.say(locale, "months.notOver", wanted)));
            return "redirect:/admin/months/" + wanted;
        }
        try {
            CloseMonth.run(site, List.of(wanted), program.name(), LOG::info);
            flash.addFlashAttribute("done", words.say(locale, "months.isClosed", wanted));
        } catch (InputException e) {
            LOG.info("{} cannot be closed: {}", month, e.getMessage());
            flash.addFlashAttribute("faults", List.of(words.say(locale, "months.cannotClose", wanted)));
        }
        return "redirect:/admin/months/" + wanted;
    }
}
