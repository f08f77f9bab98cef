package fr.comptoir.server.space;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.CustomerKind;
import fr.comptoir.customers.customer.DatedValue;
import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.text.Dois;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.view.Field;
import fr.comptoir.operation.view.View;
import fr.comptoir.operation.view.ViewParser;
import fr.comptoir.operation.view.ViewProblem;
import fr.comptoir.server.counterapi.CurrentSite;
import fr.comptoir.server.web.SpaceOwners;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Of whom and what a page of figures is: from its path and its query. */
final class Spaces {
    private final CustomersDatabase database;
    private final SpaceOwners owners;
    private final CurrentSite now;

    Spaces(CustomersDatabase database, SpaceOwners owners, CurrentSite now) {
        this.database = database;
        this.owners = owners;
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

        /** The same for panels that do not follow all of the view. */
        Asked of(View other) {
            return new Asked(customer, site, last, other, problems);
        }

        /** Whether it is a publisher's: of its titles, by whomever they were used. */
        boolean isPublishers() {
            return customer.kind() == CustomerKind.PUBLISHER;
        }

        /** Whether it is of the whole platform. */
        boolean isWorld() {
            return customer.customerId().equals(Institution.THE_WORLD);
        }

        /** Whether it has packages, and pays for them. */
        boolean ownsPrices() {
            return !isWorld() && !isPublishers();
        }

        /** Whether there are institutions to be set side by side. */
        boolean comparesInstitutions() {
            return isWorld() || customer.kind() != CustomerKind.INSTITUTION;
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
        return meant(asTyped(segment, parameters, others));
    }

    /** Who searches for the DOI of an article means the title that it is in. */
    private static Asked meant(Asked asked) throws IOException {
        View view = asked.view();
        if (!Dois.is(view.text()) || !view.terms(Field.TITLE).isAny()) {
            return asked;
        }
        return asked.site()
                .catalogueNames()
                .ofItemDoi(view.text(), view.publishers())
                .map(title -> asked.of(view.withoutText().with(Field.TITLE, title, true)))
                .orElse(asked);
    }

    /** The same with the text that is searched for as it was typed. */
    Asked asTyped(String segment, Map<String, List<String>> parameters, Set<String> others) throws IOException {
        Customer customer = customer(segment);
        ReportingSite site = now.get();
        ReplacedFigures.note(site);
        YearMonth last = site.availability().last().orElseGet(() -> YearMonth.from(site.today()));
        ViewParser.Parsed parsed = ViewParser.parse(customer.customerId(), parameters, last, others);
        if (customer.kind() == CustomerKind.PUBLISHER) { // a portal names the institution
            ViewParser.Parsed own = ViewParser.withoutWays(parsed);
            View view = own.view().ofPublishers(publisherNames(customer, site));
            return new Asked(customer, site, last, view, own.problems());
        }
        return new Asked(customer, site, last, parsed.view(), parsed.problems());
    }

    private Set<String> publisherNames(Customer customer, ReportingSite site) {
        return database.publisherNames().of(customer.customerId(), site.today()).stream()
                .map(DatedValue::value)
                .collect(Collectors.toSet());
    }

    /** The customer of a path, or the platform as a whole. */
    Customer customer(String segment) {
        return owners.of(segment);
    }
}
