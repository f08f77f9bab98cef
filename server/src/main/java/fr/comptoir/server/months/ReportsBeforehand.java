package fr.comptoir.server.months;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.harvest.Harvests;
import fr.comptoir.customers.month.MonthSteps.Step;
import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.operation.ClosedMonths;
import fr.comptoir.operation.ClosedMonths.Closed;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.server.counterapi.CurrentSite;
import fr.comptoir.server.counterapi.ReadyReports;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When a month was closed or corrected: makes the reports of all customers beforehand, of those that harvest first. */
final class ReportsBeforehand {
    private static final Logger LOG = LoggerFactory.getLogger(ReportsBeforehand.class);
    /** Older months are seldom asked for. */
    private static final int MONTHS = 4;

    private static final Duration LOOKED_BACK = Duration.ofDays(100);

    private final CurrentSite now;
    private final CustomersDatabase database;
    private final ReadyReports reports;
    private final Clock clock;

    ReportsBeforehand(CurrentSite now, CustomersDatabase database, ReadyReports reports, Clock clock) {
        this.now = now;
        this.database = database;
        this.reports = reports;
        this.clock = clock;
    }

    /** Makes what is not there; of a month that is done nothing is looked at again. */
    void run() throws IOException, InterruptedException {
        for (Closed month : latest()) {
            if (!database.monthSteps().isDone(month.month(), month.facts(), Step.PREPARED)) {
                prepare(month);
                database.monthSteps().done(month.month(), month.facts(), Step.PREPARED);
            }
        }
    }

    /** The published ones, the latest first. */
    private List<Closed> latest() throws IOException {
        ReportingSite site = now.get();
        Set<java.time.YearMonth> shown = site.availability().counted();
        return ClosedMonths.of(site).stream()
                .filter(month -> shown.contains(month.month()))
                .sorted((one, other) -> other.month().compareTo(one.month()))
                .limit(MONTHS)
                .toList();
    }

    private void prepare(Closed month) throws IOException, InterruptedException {
        reports.sweep();
        long room = reports.room();
        Set<String> customers = customers();
        for (String customer : customers) {
            if (room <= 0) {
                LOG.warn("reports of {} are no longer made beforehand: the room for them is used up", month.month());
                return;
            }
            room -= reports.make(month.month(), customer, room);
        }
        LOG.info("the reports of {} are ready for {} customers", month.month(), customers.size());
    }

    private Set<String> customers() throws IOException {
        Instant end = clock.instant();
        Set<String> known = new LinkedHashSet<>();
        now.get().institutions().forEach(institution -> known.add(institution.customerId()));
        known.add(Institution.THE_WORLD);
        Set<String> ordered = new LinkedHashSet<>();
        for (Harvests.Activity active : database.harvests().activity(end.minus(LOOKED_BACK), end)) {
            if (known.contains(active.customerId())) {
                ordered.add(active.customerId());
            }
        }
        ordered.addAll(known);
        return ordered;
    }
}
