package fr.comptoir.server.months;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.customer.CustomerKind;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.server.counterapi.CurrentSite;
import fr.comptoir.server.months.ServiceStatistics.Year;
import fr.comptoir.server.web.TableFile;
import fr.comptoir.server.web.VisitRecorder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who benefits of the service, year by year; the same as a file. */
@Controller
final class StatisticsController {
    private static final int YEARS = 5;

    private final ServiceStatistics statistics;
    private final CurrentSite now;

    StatisticsController(CustomersDatabase database, VisitRecorder visits, CurrentSite now) {
        this.statistics = new ServiceStatistics(database, visits);
        this.now = now;
    }

    /** Without publishers unless they are asked for: they look at their titles, and are not whom the offer is for. */
    private static Set<CustomerKind> kinds(List<CustomerKind> kinds) {
        return kinds.isEmpty() ? EnumSet.of(CustomerKind.INSTITUTION, CustomerKind.CONSORTIUM) : EnumSet.copyOf(kinds);
    }

    @GetMapping("/admin/statistics")
    String statistics(
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "") List<CustomerKind> kind,
            Model model)
            throws IOException {
        Shown shown = shown(year, kind);
        model.addAttribute("years", shown.years());
        model.addAttribute("year", shown.year());
        model.addAttribute("kinds", CustomerKind.values());
        model.addAttribute("chosen", kinds(kind));
        model.addAttribute(
                "query",
                String.join("&", kinds(kind).stream().map(one -> "kind=" + one).toList()));
        return "months/statistics";
    }

    @GetMapping({"/admin/statistics.json", "/admin/statistics.csv"})
    void statisticsAsFile(
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "") List<CustomerKind> kind,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Shown shown = shown(year, kind);
        String name = "service_" + shown.year().year();
        TableFile.write(StatisticsPanels.of(shown.year(), shown.years()), name, request, response);
    }

    /**
     * What the page shows.
     *
     * @param year that was asked for
     * @param years the latest ones, the latest first
     */
    private record Shown(Year year, List<Year> years) {}

    private Shown shown(int year, List<CustomerKind> kind) throws IOException {
        ReportingSite site = now.get();
        int last = site.today().getYear();
        int first = site.months().values().stream()
                .filter(month -> month.counted().isPresent())
                .mapToInt(month -> month.month().getYear())
                .min()
                .orElse(last);
        List<Integer> asked = new ArrayList<>(List.of(year < first || year > last ? last : year));
        for (int one = last; one > last - YEARS && one >= Math.min(first, last); one--) {
            asked.add(one);
        }
        List<Year> years = statistics.of(site, asked, kinds(kind));
        return new Shown(years.get(0), years.subList(1, years.size()));
    }
}
