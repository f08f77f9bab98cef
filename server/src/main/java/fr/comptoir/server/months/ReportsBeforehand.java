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
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When a month was closed or corrected: makes the reports of all customers beforehand, of those that harvest first. */
final class ReportsBeforehand {
    private static final Logger LOG = LoggerFactory.getLogger(ReportsBeforehand.class);
    /** Older months are seldom asked for. */
    private static final int MONTHS = 4;

    private static final Duration BEFORE_AGAIN = Duration.ofHours(1);
    private static final Duration LOOKED_BACK = Duration.ofDays(100);

    private final CurrentSite now;
    private final CustomersDatabase database;
    private final ReadyReports reports;
    private final Clock clock;
    /** Of which months, with the version of their figures, there is nothing to do before when. */
    private final Map<Month, Instant> notBefore = new HashMap<>();
    /** The family of reports that this is about. */
    private String done = "";

    /** A month with the version of its figures. */
    private record Month(YearMonth month, int facts) {}

    ReportsBeforehand(CurrentSite now, CustomersDatabase database, ReadyReports reports, Clock clock) {
        this.now = now;
        this.database = database;
        this.reports = reports;
        this.clock = clock;
    }

    /** Makes what is not there; a month that is done is looked at again when the catalogue, the platform or the program is another. */
    void run() throws IOException, InterruptedException {
        if (!database.monthSteps().hasBegun()) {
            return; // it is not yet known which months are old
        }
        String family = reports.family();
        if (!family.equals(done)) {
            notBefore.clear();
            done = family;
        }
        for (Closed month : latest()) {
            Month one = new Month(month.month(), month.facts());
            if (!notBefore.getOrDefault(one, Instant.MIN).isAfter(clock.instant())) {
                boolean whole = prepare(month);
                notBefore.put(one, whole ? Instant.MAX : clock.instant().plus(BEFORE_AGAIN));
                if (whole) {
                    database.monthSteps().done(month.month(), month.facts(), Step.PREPARED);
                }
            }
        }
    }

    /** The published ones, the latest first. */
    private List<Closed> latest() throws IOException {
        ReportingSite site = now.get();
        Set<YearMonth> shown = site.availability().counted();
        return ClosedMonths.of(site).stream()
                .filter(month -> shown.contains(month.month()))
                .sorted((one, other) -> other.month().compareTo(one.month()))
                .limit(MONTHS)
                .toList();
    }

    /** One customer's report that cannot be made does not keep those of the others from being made; false when there was one. */
    private boolean prepare(Closed month) throws IOException, InterruptedException {
        reports.sweep();
        long room = reports.room();
        Set<String> customers = customers();
        int failed = 0;
        for (String customer : customers) {
            if (room <= 0) {
                LOG.warn("reports of {} are no longer made beforehand: the room for them is used up", month.month());
                return true;
            }
            try {
                room -= reports.make(month.month(), customer, room);
            } catch (IOException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw e; // the service stops: that is no fault of this customer's reports
                }
                failed++;
                LOG.error("the reports of {} for {} cannot be made beforehand", month.month(), customer, e);
            }
        }
        LOG.info("the reports of {} are ready for {} customers", month.month(), customers.size() - failed);
        return failed == 0;
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
