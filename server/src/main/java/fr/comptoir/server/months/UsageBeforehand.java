package fr.comptoir.server.months;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.server.counterapi.CurrentSite;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When a month was counted, or the catalogue is another: sums up the usage of the world and of consortia, of whose facts there are too many to
 * be read while somebody waits, and of each institution, so that its first page is there at once. The latest months come first. A month to
 * which a log is added every minute is summed up four times an hour; who asks in between has it from its facts.
 */
final class UsageBeforehand {
    private static final Logger LOG = LoggerFactory.getLogger(UsageBeforehand.class);

    private static final Duration BETWEEN_VERSIONS = Duration.ofMinutes(15);

    private final CurrentSite now;
    private final Rests ofMany = new Rests();
    private final Rests ofInstitutions = new Rests();
    /** The state for which nothing is missing. */
    private @Nullable ReportingSite done;

    UsageBeforehand(CurrentSite now) {
        this.now = now;
    }

    /**
     * Makes what is not there; what a stopped service has not made is made by the next. Of the institutions, whose facts can be
     * read while somebody waits, one month each time: whoever asks in the meantime has the processors.
     */
    void run() throws IOException, InterruptedException {
        ReportingSite site = now.get();
        if (site == done) {
            return;
        }
        Instant instant = site.site().clock().instant();
        boolean all = ofMany(site, instant);
        for (YearMonth month : latestFirst(site)) {
            if (ofInstitutions.rests(month, instant)) {
                all = false;
            } else if (site.prepareInstitutions(month)) {
                ofInstitutions.begin(month, instant);
                return;
            }
        }
        if (all) {
            done = site;
        }
    }

    /** Gives whether no month was left for later. */
    private boolean ofMany(ReportingSite site, Instant instant) throws IOException, InterruptedException {
        boolean all = true;
        int files = 0;
        for (YearMonth month : latestFirst(site)) {
            if (ofMany.rests(month, instant)) {
                all = false;
                continue;
            }
            for (String customer : ofMany(site, month)) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("the service stops");
                }
                if (site.prepareUsage(customer, month)) {
                    ofMany.begin(month, instant);
                    files++;
                }
            }
        }
        if (files > 0) {
            LOG.info("the usage of consortia and of the world was summed up beforehand: {} files", files);
        }
        return all;
    }

    /** The months that were made a short time ago. */
    private static final class Rests {
        private final Map<YearMonth, Instant> begun = new HashMap<>();

        void begin(YearMonth month, Instant instant) {
            begun.put(month, instant);
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
