package fr.comptoir.server.space;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.view.View;
import fr.comptoir.operation.view.ViewParser;
import fr.comptoir.operation.view.ViewProblem;
import fr.comptoir.server.counterapi.CurrentSite;
import fr.comptoir.server.web.CustomerPath;
import fr.comptoir.server.web.NotFoundException;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Of whom and what a page of figures is: from its path and its query. */
final class Spaces {
    private final CustomersDatabase database;
    private final CurrentSite now;

    Spaces(CustomersDatabase database, CurrentSite now) {
        this.database = database;
        this.now = now;
    }

    /**
     * One request for a page of figures.
     *
     * @param last the last month that is counted and over; the present one when none is
     * @param problems of the query; what is wrong is left out of the view
     */
    record Asked(Customer customer, ReportingSite site, YearMonth last, View view, List<ViewProblem> problems) {
        /** The same with these problems. */
        Asked with(List<ViewProblem> others) {
            return new Asked(customer, site, last, view, List.copyOf(others));
        }

        boolean isCounted() {
            return site.availability().last().isPresent();
        }
    }

    /**
     * Reads a request.
     *
     * @param segment the customer as the path has it
     * @param others parameters of the page's own
     */
    Asked read(String segment, Map<String, List<String>> parameters, Set<String> others) throws IOException {
        Customer customer = customer(segment);
        ReportingSite site = now.get();
        YearMonth last = site.availability().last().orElseGet(() -> YearMonth.from(site.today()));
        ViewParser.Parsed parsed = ViewParser.parse(customer.customerId(), parameters, last, others);
        return new Asked(customer, site, last, parsed.view(), parsed.problems());
    }

    Customer customer(String segment) {
        return database.customers()
                .find(CustomerPath.read(segment))
                .orElseThrow(() -> new NotFoundException("such customer"));
    }
}
