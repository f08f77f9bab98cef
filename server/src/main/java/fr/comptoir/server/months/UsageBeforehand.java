package fr.comptoir.server.months;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.server.counterapi.CurrentSite;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When a month was counted, or the catalogue is another: sums up the usage of the world and of consortia, of whose facts there are too many to
 * be read while somebody waits, and of each institution, so that its first page is there at once. The latest months come first.
 */
final class UsageBeforehand {
    private static final Logger LOG = LoggerFactory.getLogger(UsageBeforehand.class);

    private final CurrentSite now;
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
        int made = 0;
        for (YearMonth month : latestFirst(site)) {
            for (String customer : ofMany(site, month)) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("the service stops");
                }
                made += site.prepareUsage(customer, month) ? 1 : 0;
            }
        }
        if (made > 0) {
            LOG.info("the usage of consortia and of the world was summed up beforehand: {} files", made);
        }
        for (YearMonth month : latestFirst(site)) {
            if (site.prepareInstitutions(month)) {
                return;
            }
        }
        done = site;
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
