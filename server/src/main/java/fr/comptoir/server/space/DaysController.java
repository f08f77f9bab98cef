package fr.comptoir.server.space;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.MonthCourse;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.view.Days;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.ViewProblem;
import fr.comptoir.operation.view.ViewProblem.Kind;
import fr.comptoir.server.space.Spaces.Asked;
import fr.comptoir.store.usage.UsageQuery;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A month by day, and a day by hour; of the customer's own usage, of a publisher's titles by whomever they were used. */
@Controller
final class DaysController {
    private static final String MONTH = "month";
    private static final String DAY = "day";
    private static final String PANEL = "panel";
    private static final Set<String> OWN = Set.of(MONTH, DAY, PANEL);
    private static final int KEPT = 60;

    private final Spaces spaces;
    private final Answers answers;
    private final Beside<SiteMonth, YearMonth> counting;
    /** The courses that were made last: the next day, hour, metric or file of a month is no new question. */
    private final Cache<Key, MonthCourse> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    DaysController(Spaces spaces, PageTexts texts, Beside<SiteMonth, YearMonth> counting) {
        this.spaces = spaces;
        this.counting = counting;
        this.answers = new Answers(texts);
    }

    /** A month of a site as it was at a moment. */
    record SiteMonth(ReportingSite site, YearMonth month) {}

    /** A question to a site as it was at a moment. */
    private record Key(ReportingSite site, UsageQuery query) {}

    /** What is asked, with the problems of the days too; the month is the last one where it is wrong. */
    private record Dated(Asked asked, YearMonth month, Optional<LocalDate> day) {
        String query() {
            return MONTH + "=" + month + day.map(one -> "&" + DAY + "=" + one).orElse("");
        }
    }

    private Dated read(String customer, MultiValueMap<String, String> parameters) throws IOException {
        Asked asked = spaces.read(customer, parameters, OWN);
        List<ViewProblem> problems = new ArrayList<>(asked.problems());
        ReportAsk.single(parameters, OWN, problems);
        YearMonth month = month(parameters.getFirst(MONTH), asked, problems);
        Optional<LocalDate> day = day(parameters.getFirst(DAY), month, problems);
        return new Dated(asked.with(problems), month, day);
    }

    private static YearMonth month(@Nullable String text, Asked asked, List<ViewProblem> problems) {
        if (text == null || text.isBlank()) {
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
        problems.add(new ViewProblem(Kind.VALUE, MONTH, shortened(text), known));
        return asked.last();
    }

    private static Optional<LocalDate> day(@Nullable String text, YearMonth month, List<ViewProblem> problems) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (YearMonth.from(day).equals(month)) {
                return Optional.of(day);
            }
        } catch (DateTimeException e) {
            // as a day of another month
        }
        problems.add(new ViewProblem(Kind.VALUE, DAY, shortened(text), month.atDay(1) + " – " + month.atEndOfMonth()));
        return Optional.empty();
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(60, text.length()));
    }

    /** Empty as long as the hours of the month are being counted. */
    private Optional<Days> days(Dated dated) throws IOException, InputException, InterruptedException {
        ReportingSite site = dated.asked().site();
        UsageQuery query = Days.query(dated.asked().view(), dated.month());
        Optional<MonthCourse> course = course(site, query, dated.month());
        return course.isEmpty()
                ? Optional.empty()
                : Optional.of(Days.of(site, dated.asked().view(), dated.month(), dated.day(), course.get()));
    }

    private Optional<MonthCourse> course(ReportingSite site, UsageQuery query, YearMonth month)
            throws IOException, InputException, InterruptedException {
        Key key = new Key(site, query);
        MonthCourse known = kept.getIfPresent(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<MonthCourse> found = MonthCourse.find(site, query, month);
        if (found.isEmpty() && areCounted(site, month)) {
            found = MonthCourse.find(site, query, month);
        }
        found.ifPresent(course -> kept.put(key, course));
        return found;
    }

    private boolean areCounted(ReportingSite site, YearMonth month)
            throws IOException, InputException, InterruptedException {
        return counting.of(new SiteMonth(site, month), () -> {
                    site.prepareHours(month);
                    return month;
                })
                .isPresent();
    }

    @GetMapping("/space/{customer}/days")
    String page(
            @PathVariable String customer,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            HttpServletResponse response)
            throws IOException, InputException, InterruptedException {
        Dated dated = read(customer, parameters);
        Optional<String> other = answers.put(dated.asked(), "days", dated.query(), model, response);
        if (other.isPresent()) {
            return other.get();
        }
        model.addAttribute("month", dated.month());
        model.addAttribute("day", dated.day());
        model.addAttribute("months", dated.asked().site().availability().counted());
        Optional<Days> found = days(dated);
        if (found.isEmpty()) {
            response.setHeader("Refresh", Answers.AGAIN_SECONDS);
            return "space-days";
        }
        Days days = found.get();
        model.addAttribute("days", days);
        model.addAttribute(
                "unlogged", days.panels().stream().collect(Collectors.toMap(Panel::id, DaysController::unlogged)));
        return "space-days";
    }

    /** A day without any line is named among the days: its hours need not be. */
    private static List<Object> unlogged(Panel panel) {
        List<Object> unlogged = Days.unlogged(panel);
        return unlogged.size() < panel.rows().size() ? unlogged : List.of();
    }

    @GetMapping({"/space/{customer}/days.json", "/space/{customer}/days.csv", "/space/{customer}/days.xlsx"})
    void file(
            @PathVariable String customer,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InputException, InterruptedException {
        Dated dated = read(customer, parameters);
        if (!dated.asked().problems().isEmpty()) {
            answers.refuse(dated.asked(), request, response);
            return;
        }
        Optional<Days> days = days(dated);
        if (days.isEmpty()) {
            answers.putOff("days.begun", request, response);
            return;
        }
        List<Panel> all = new ArrayList<>(days.get().panels());
        all.add(days.get().completeness());
        List<Panel> panels = Answers.chosen(all, parameters.getFirst(PANEL));
        answers.write(
                dated.asked(),
                "days_"
                        + dated.day()
                                .map(LocalDate::toString)
                                .orElse(dated.month().toString()),
                panels,
                request,
                response);
    }
}
