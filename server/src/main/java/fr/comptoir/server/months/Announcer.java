package fr.comptoir.server.months;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.key.ApiKey;
import fr.comptoir.customers.month.MonthSteps.Step;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.MonthsConfig.Closing;
import fr.comptoir.operation.ClosedMonths;
import fr.comptoir.operation.ClosedMonths.Closed;
import fr.comptoir.operation.DueMonths;
import fr.comptoir.operation.DueMonths.Due;
import fr.comptoir.operation.DueMonths.Stage;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.Site;
import fr.comptoir.server.counterapi.CurrentSite;
import fr.comptoir.server.mail.Notices;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Tells of what came about: new reports, months that cannot be closed, keys that expire. */
final class Announcer {
    /** A month that was never closed long ago is nobody's alarm. */
    private static final int ALARM_DAYS = 60;

    private static final Duration FIRST_WARNING = Duration.ofDays(30);
    private static final Duration LAST_WARNING = Duration.ofDays(7);

    private final Site site;
    private final CurrentSite now;
    private final CustomersDatabase database;
    private final Notices notices;

    Announcer(Site site, CurrentSite now, CustomersDatabase database, Notices notices) {
        this.site = site;
        this.now = now;
        this.database = database;
        this.notices = notices;
    }

    /** Nobody hears today of the months that were closed before the service came; the last of them is examined. */
    void begin() throws IOException {
        if (database.monthSteps().hasBegun()) {
            return;
        }
        List<Closed> closed = ClosedMonths.of(now.get());
        database.inTransaction(() -> {
            for (int i = 0; i < closed.size(); i++) {
                Closed month = closed.get(i);
                database.monthSteps().done(month.month(), month.facts(), Step.ANNOUNCED);
                if (i < closed.size() - 1) {
                    database.monthSteps().done(month.month(), month.facts(), Step.EXAMINED);
                }
            }
            return database.monthSteps().begin();
        });
    }

    /** Tells of what was not told of. */
    void run() throws IOException, InputException {
        newReports();
        blockedMonths();
        expiringKeys();
    }

    /** A month that was told of and is corrected is told of as a correction, to those whom it changes. */
    private void newReports() throws IOException {
        ReportingSite shown = now.get();
        for (Closed month : ClosedMonths.of(shown)) {
            if (shown.availability().counted().contains(month.month())) {
                database.inTransaction(() -> {
                    boolean isFirst = !database.monthSteps().isDone(month.month(), Step.ANNOUNCED);
                    boolean isNew = database.monthSteps().done(month.month(), month.facts(), Step.ANNOUNCED);
                    if (isNew && isFirst) {
                        notices.newReports(month.month(), month.facts());
                    }
                    return isNew;
                });
            }
        }
    }

    private void blockedMonths() throws IOException, InputException {
        boolean byHand = site.config().months().closing() == Closing.BY_HAND;
        LocalDate today = LocalDate.now(site.clock().withZone(zone()));
        for (Due month : DueMonths.open(site)) {
            boolean waits = month.stage() == Stage.DUE && !byHand && !month.isComplete();
            boolean late = month.stage() == Stage.URGENT || month.stage() == Stage.LATE;
            if ((waits || late) && month.lastDay().plusDays(ALARM_DAYS).isAfter(today)) {
                notices.monthBlocked(month);
            }
        }
    }

    private void expiringKeys() {
        Instant from = site.clock().instant();
        for (ApiKey key : database.keys().expiring(from, from.plus(FIRST_WARNING))) {
            Instant end = key.expiresAt();
            if (end != null) {
                boolean last = !end.isAfter(from.plus(LAST_WARNING));
                String day = end.minusMillis(1).atZone(zone()).toLocalDate().toString();
                notices.keyExpires(key, day, (last ? "7" : "30") + " days before " + day);
            }
        }
    }

    private ZoneId zone() {
        return site.config().platform().timeZone();
    }
}
