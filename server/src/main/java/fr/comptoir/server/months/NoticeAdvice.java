package fr.comptoir.server.months;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.month.Restatement;
import fr.comptoir.operation.Site;
import fr.comptoir.server.web.CustomerPath;
import fr.comptoir.server.web.Languages;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page of a customer shows for a while: corrections that changed its figures. */
@ControllerAdvice
final class NoticeAdvice {
    /** As long as {@code /status} tells of it. */
    private static final Duration SHOWN = Duration.ofDays(90);

    private static final String SPACE = "/space/";
    private static final String OVERVIEW = "/overview";

    private final CustomersDatabase database;
    private final Site site;

    NoticeAdvice(CustomersDatabase database, Site site) {
        this.database = database;
        this.site = site;
    }

    /** What stands beside the months of the overview. */
    @ModelAttribute("marks")
    List<Mark> marks(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (!path.startsWith(SPACE)
                || !path.endsWith(OVERVIEW)
                || !request.getMethod().equals("GET")) {
            return List.of();
        }
        String customer = path.substring(SPACE.length()).replaceFirst("/.*", "");
        return customer.isEmpty() ? List.of() : Mark.of(database, CustomerPath.read(customer), Languages.of(request));
    }

    @ModelAttribute("restatedMonths")
    List<Restatement> corrections(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (!path.startsWith(SPACE) || !request.getMethod().equals("GET")) {
            return List.of();
        }
        String customer = path.substring(SPACE.length()).replaceFirst("/.*", "");
        return customer.isEmpty()
                ? List.of()
                : database.restatements()
                        .inForce(
                                CustomerPath.read(customer),
                                site.clock().instant().minus(SHOWN));
    }
}
