package fr.comptoir.server.months;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.view.Overview;
import fr.comptoir.operation.view.View;
import fr.comptoir.server.counterapi.CurrentSite;
import fr.comptoir.server.counterapi.ReadyReports;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When a month was counted, or the catalogue is another: sums up the usage of the world and of consortia, of whose facts there are too many to
 * be read while somebody waits, and of each institution, so that its first page is there at once; then reads the world into memory, and counts
 * the hours of months for all of them. The latest months come first. A month to which a log is added every minute is summed up four times an
 * hour; who asks in between has it from its facts.
 */
final class UsageBeforehand {
    private static final Logger LOG = LoggerFactory.getLogger(UsageBeforehand.class);
    private static final Duration BETWEEN_VERSIONS = Duration.ofMinutes(15);
    /** For some seconds of work. */
    private static final Duration REST_MAX = Duration.ofSeconds(30);

    private final CurrentSite now;
    private final ReadyReports reports;
    private final Rests ofMany = new Rests();
    private final Rests ofInstitutions = new Rests();
    private final Rests ofHours = new Rests();
    /** The state for which nothing is missing. */
    private @Nullable ReportingSite done;

    UsageBeforehand(CurrentSite now, ReadyReports reports) {
        this.now = now;
        this.reports = reports;
    }

    /** Makes what is not there; what a stopped service has not made is made by the next. */
    void run() throws IOException, InterruptedException {
        ReportingSite site = now.get();
        if (site == done) {
            return;
        }
        site.catalogueNames(); // every page of figures asks for them, and the first would wait
        Instant instant = site.site().clock().instant();
        boolean all = true;
        int made = 0;
        for (YearMonth month : latestFirst(site)) {
            boolean rests = ofMany.rests(month, instant) || ofInstitutions.rests(month, instant);
            if (!ofMany.rests(month, instant)) {
                for (String customer : ofMany(site, month)) {
                    reports.giveWay(REST_MAX);
                    made += ofMany.note(site.prepareUsage(customer, month), month, instant);
                }
            }
            if (!ofInstitutions.rests(month, instant)) {
                reports.giveWay(REST_MAX);
                made += ofInstitutions.note(site.prepareInstitutions(month), month, instant);
            }
            all &= !rests;
        }
        if (all) {
            reports.giveWay(REST_MAX);
            readTheWorld(site);
        }
        all &= countHours(site, instant);
        if (made > 0) {
            LOG.info("usage was summed up beforehand: {} times", made);
        }
        if (all) {
            done = site;
        }
    }

    /**
     * What an overview of the platform is made of is then in memory; of a new version of a month that month alone is read. While a month rests
     * this would be from its facts, every minute.
     */
    private static void readTheWorld(ReportingSite site) throws IOException {
        Optional<YearMonth> last = site.availability().last();
        if (last.isPresent()) {
            Overview.prepare(site, View.usual(Institution.THE_WORLD, last.get()));
        }
    }

    /** Gives whether no month rests. */
    private boolean countHours(ReportingSite site, Instant instant) throws IOException, InterruptedException {
        boolean all = true;
        int made = 0;
        for (YearMonth month : latestFirst(site)) {
            boolean rests = ofHours.rests(month, instant);
            if (!rests) {
                reports.giveWay(REST_MAX);
                made += ofHours.note(prepareHours(site, month), month, instant);
            }
            all &= !rests;
        }
        if (made > 0) {
            LOG.info("the hours of {} months were counted beforehand", made);
        }
        return all;
    }

    private static boolean prepareHours(ReportingSite site, YearMonth month) throws IOException {
        try {
            return site.prepareHours(month);
        } catch (InputException e) {
            throw new IOException("the hours of " + month + " cannot be counted", e);
        }
    }

    /** The months that were made a short time ago. */
    private static final class Rests {
        private final Map<YearMonth, Instant> begun = new HashMap<>();

        /** Gives 1 for what was made, 0 for what was there. */
        int note(boolean made, YearMonth month, Instant instant) {
            if (made) {
                begun.put(month, instant);
            }
            return made ? 1 : 0;
        }

        boolean rests(YearMonth month, Instant instant) {
            Instant since = begun.get(month);
            return since != null && Duration.between(since, instant).compareTo(BETWEEN_VERSIONS) < 0;
        }
    }

    private static List<YearMonth> latestFirst(ReportingSite site) {
        List<YearMonth> counted = new ArrayList<>();
        site.months().forEach((month, state) -> state.counted().ifPresent(figures -> counted.add(month)));
        Collections.reverse(counted);
        return counted;
    }

    private static List<String> ofMany(ReportingSite site, YearMonth month) {
        List<String> customers = new ArrayList<>(List.of(Institution.THE_WORLD));
        for (Institution institution : site.institutions()) {
            if (!site.members(institution.customerId(), month, month).isEmpty()) {
                customers.add(institution.customerId());
            }
        }
        return customers;
    }
}
