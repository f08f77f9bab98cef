package fr.comptoir.server.months;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.month.Anomaly;
import fr.comptoir.customers.month.MonthSteps.Step;
import fr.comptoir.customers.month.Thresholds;
import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.operation.ClosedMonths;
import fr.comptoir.operation.ClosedMonths.Closed;
import fr.comptoir.operation.FindUnusual;
import fr.comptoir.operation.FindUnusual.Case;
import fr.comptoir.server.counterapi.CurrentSite;
import fr.comptoir.server.mail.Notices;
import fr.comptoir.store.unusual.Bounds;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When a month was closed or corrected: looks for unusual usage and opens a case for each. It never blocks anything. */
final class Examiner {
    private static final Logger LOG = LoggerFactory.getLogger(Examiner.class);
    /** More than people can look at is a fault of the logs, which the first ones show. */
    private static final int CASES_MAX = 2000;

    private final CurrentSite now;
    private final CustomersDatabase database;
    private final Notices notices;

    Examiner(CurrentSite now, CustomersDatabase database, Notices notices) {
        this.now = now;
        this.database = database;
        this.notices = notices;
    }

    /** Examines each closed month once for each version of its figures. */
    void run() throws IOException {
        if (!database.monthSteps().hasBegun()) {
            return; // it is not yet known which months are old
        }
        for (Closed month : ClosedMonths.of(now.get())) {
            if (!database.monthSteps().isDone(month.month(), month.facts(), Step.EXAMINED)) {
                examine(month);
            }
        }
    }

    private void examine(Closed month) throws IOException {
        Map<String, Thresholds> own = new TreeMap<>();
        database.anomalies().thresholds().forEach((customer, one) -> own.put(customer, one.thresholds()));
        Map<String, Bounds> bounds = new TreeMap<>();
        own.forEach((customer, thresholds) -> bounds.put(customer, bounds(thresholds)));
        FindUnusual.Found found = FindUnusual.in(now.get(), month.month(), bounds(Thresholds.OF_THE_CODE), bounds);
        List<Case> cases = found.cases().stream().limit(CASES_MAX).toList();
        List<String> missing = found.daysWithoutLines().stream()
                .map(day -> Integer.toString(day.getDayOfMonth()))
                .toList();
        database.inTransaction(() -> {
            Map<String, Integer> opened = new TreeMap<>();
            for (Case one : cases) {
                if (database.anomalies().add(anomaly(month, one, missing, measure(one, own)))) {
                    opened.merge(one.usage().customer(), 1, Integer::sum);
                }
            }
            database.monthSteps().done(month.month(), month.facts(), Step.EXAMINED);
            tell(month, opened);
            return opened;
        });
        LOG.info("{} has {} unusual figures", month.month(), found.cases().size());
    }

    private void tell(Closed month, Map<String, Integer> opened) {
        int all = opened.values().stream().mapToInt(Integer::intValue).sum();
        if (all > 0) {
            notices.anomalies(month.month(), month.facts(), null, all);
            opened.forEach((customer, cases) -> {
                if (!customer.equals(Institution.THE_WORLD)) {
                    notices.anomalies(month.month(), month.facts(), customer, cases);
                }
            });
        }
    }

    private static AnomalyMeasure measure(Case one, Map<String, Thresholds> own) {
        Thresholds ofCustomer = own.get(one.usage().customer());
        return ofCustomer == null
                ? new AnomalyMeasure(Thresholds.OF_THE_CODE, false)
                : new AnomalyMeasure(ofCustomer, true);
    }

    private static Bounds bounds(Thresholds of) {
        return new Bounds(of.factor(), of.more(), of.percent(), of.mean());
    }

    private static Anomaly.Found anomaly(Closed month, Case one, List<String> missing, AnomalyMeasure measure) {
        var usage = one.usage();
        return new Anomaly.Found(
                month.month(),
                usage.customer(),
                usage.subject().name(),
                usage.id(),
                usage.name().isEmpty() ? usage.id() : usage.name(),
                usage.metric().code(),
                usage.value(),
                usage.mean(),
                usage.spike() ? Anomaly.Kind.SPIKE : Anomaly.Kind.DIP,
                new AnomalyParts(one.parts(), usage.spike() ? List.of() : missing, measure).write());
    }
}
