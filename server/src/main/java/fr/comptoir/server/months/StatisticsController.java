package fr.comptoir.server.months;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.customer.CustomerKind;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.server.counterapi.CurrentSite;
import fr.comptoir.server.web.VisitRecorder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who benefits of the service, year by year; the same as a file. */
@Controller
final class StatisticsController {
    private static final int YEARS = 5;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 9998;

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
        ReportingSite site = now.get();
        int thisYear = site.today().getYear();
        int wanted = year < FIRST_YEAR || year > LAST_YEAR ? thisYear : year;
        List<Integer> asked = new ArrayList<>(List.of(wanted));
        for (int one = thisYear; one > thisYear - YEARS; one--) {
            asked.add(one);
        }
        List<ServiceStatistics.Year> years = statistics.of(site, asked, kinds(kind));
        model.addAttribute("years", years.subList(1, years.size()));
        model.addAttribute("year", years.get(0));
        model.addAttribute("kinds", CustomerKind.values());
        model.addAttribute("chosen", kinds(kind));
        model.addAttribute(
                "query",
                String.join("&", kinds(kind).stream().map(one -> "kind=" + one).toList()));
        return "months/statistics";
    }

    @GetMapping("/admin/statistics.csv")
    ResponseEntity<byte[]> csv(@RequestParam int year, @RequestParam(defaultValue = "") List<CustomerKind> kind)
            throws IOException {
        int wanted = Math.min(LAST_YEAR, Math.max(FIRST_YEAR, year));
        ServiceStatistics.Year found =
                statistics.of(now.get(), List.of(wanted), kinds(kind)).get(0);
        StringBuilder csv = new StringBuilder("\ufeff");
        csv.append("Year,Customer_ID,Name,Kind,Active,Harvests,Downloads,Last_Harvest,Ever_Harvested,"
                + "Days_Visited,Page_Downloads,Last_Visit,Ever_Came\n");
        for (ServiceStatistics.Row row : found.rows()) {
            csv.append(DifferencesCsv.line(
                    found.year(),
                    row.customer().customerId(),
                    row.customer().name(),
                    row.customer().kind().name().toLowerCase(Locale.ROOT),
                    row.active(),
                    row.programs().requests(),
                    row.programs().downloads(),
                    row.programs().last().map(Object::toString).orElse(""),
                    row.harvestedEver(),
                    row.people().days(),
                    row.people().downloads(),
                    row.people().last().map(Object::toString).orElse(""),
                    row.cameEver()));
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("service_" + found.year() + ".csv")
                                .build()
                                .toString())
                .body(csv.toString().getBytes(StandardCharsets.UTF_8));
    }
}
