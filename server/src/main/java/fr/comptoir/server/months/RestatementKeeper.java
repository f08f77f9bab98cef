package fr.comptoir.server.months;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.month.Restatement;
import fr.comptoir.customers.month.Restatement.Change;
import fr.comptoir.customers.month.Restatement.State;
import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.ClosedMonths;
import fr.comptoir.operation.ClosedMonths.Closed;
import fr.comptoir.operation.ClosedMonths.Correction;
import fr.comptoir.operation.Corrections;
import fr.comptoir.operation.Difference;
import fr.comptoir.operation.Progress;
import fr.comptoir.operation.Site;
import fr.comptoir.server.counterapi.CurrentSite;
import fr.comptoir.server.mail.Notices;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the corrections that people see and the figures of the store together. What a person asked for or decided stands in the database
 * first and is done here; whatever the service was doing when it was killed, the next run finds it half done and ends it. Corrections of the
 * command line and of late lines are found in the store.
 */
final class RestatementKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(RestatementKeeper.class);
    private static final String SERVICE = "comptoir serve";
    private static final Duration BEFORE_AGAIN = Duration.ofMinutes(10);

    private final Site site;
    private final CurrentSite now;
    private final CustomersDatabase database;
    private final Notices notices;
    private final String program;
    /** When those that failed are tried again, by their ids. */
    private final Map<Long, Instant> notBefore = new ConcurrentHashMap<>();

    RestatementKeeper(Site site, CurrentSite now, CustomersDatabase database, Notices notices, String program) {
        this.site = site;
        this.now = now;
        this.database = database;
        this.notices = notices;
        this.program = program;
    }

    /** Does what was asked for and decided, and looks what the store has. */
    void run() throws IOException, InputException {
        for (Restatement pending : database.restatements().pending()) {
            begin(pending);
        }
        List<Closed> months = ClosedMonths.of(now.get());
        for (Closed month : months) {
            open(month);
            appliedElsewhere(month);
        }
        for (Restatement pending : database.restatements().pending()) {
            endIfGone(pending, months);
        }
        remind();
    }

    /** One that cannot be counted, be it for a log that is damaged, keeps no other from being corrected. */
    private void begin(Restatement pending) throws IOException {
        if (notBefore
                .getOrDefault(pending.id(), Instant.MIN)
                .isAfter(site.clock().instant())) {
            return;
        }
        try {
            if (pending.state() == State.REQUESTED) {
                count(pending);
            } else if (pending.state() == State.APPROVING || pending.state() == State.REFUSING) {
                carryOut(pending);
            }
            notBefore.remove(pending.id());
        } catch (IOException | InputException | RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IOException("the correction of " + pending.month() + " is broken off", e);
            }
            LOG.error("the correction of {} failed; it is tried again", pending.month(), e);
            notBefore.put(pending.id(), site.clock().instant().plus(BEFORE_AGAIN));
        }
    }

    /** Whether a correction could not be counted or carried out, and is to be tried again. */
    boolean hasFailed(Restatement restatement) {
        return restatement.state().isPending() && notBefore.containsKey(restatement.id());
    }

    private void count(Restatement asked) throws IOException, InputException {
        Optional<Closed> month = closed(asked.month());
        boolean counted = month.flatMap(Closed::proposed).isPresent(); // then it was killed in between
        if (month.isEmpty()
                || (!counted
                        && !Corrections.propose(
                                site, asked.month(), asked.reason(), program, Progress.NONE, LOG::info))) {
            LOG.info("{} counted again is what it was", asked.month());
            database.restatements().end(asked.id(), State.VOID);
        }
    }

    private void carryOut(Restatement decided) throws IOException, InputException {
        Optional<Correction> waits = closed(decided.month()).flatMap(Closed::proposed);
        if (waits.isEmpty() || waits.get().facts() != decided.facts()) {
            return; // done before the service was killed, or other figures by now: both are found out below
        }
        if (decided.state() == State.APPROVING) {
            Corrections.apply(site, decided.month(), decided.facts(), decided.decision(), program, LOG::info);
        } else {
            Corrections.drop(site, decided.month(), decided.facts(), decided.decision(), program, LOG::info);
        }
    }

    private Optional<Closed> closed(YearMonth month) throws IOException {
        return ClosedMonths.of(now.get()).stream()
                .filter(one -> one.month().equals(month))
                .findFirst();
    }

    /** Figures that wait are a case for a person. */
    private void open(Closed month) throws IOException {
        Optional<Correction> waits = month.proposed();
        if (waits.isEmpty()) {
            return;
        }
        Optional<Restatement> known = database.restatements().pending(month.month());
        boolean isKnown = known.filter(one -> one.state() != State.REQUESTED
                        && one.facts() == waits.get().facts())
                .isPresent();
        if (!isKnown) {
            List<Change> changes = changes(month, waits.get());
            database.inTransaction(() -> {
                Restatement opened = database.restatements()
                        .counted(month.month(), waits.get().facts(), waits.get().reason(), SERVICE, today(), changes);
                notices.restatementDue(opened, "v" + opened.facts());
                return opened;
            });
        }
    }

    private List<Change> changes(Closed month, Correction correction) throws IOException {
        return ClosedMonths.changes(now.get(), month.month(), correction).stream()
                .map(RestatementKeeper::change)
                .toList();
    }

    private static Change change(Difference difference) {
        return new Change(
                difference.release(),
                difference.reportId(),
                difference.customer(),
                difference.metric(),
                difference.before(),
                difference.after());
    }

    /** What came into force without a case: on the command line. */
    private void appliedElsewhere(Closed month) throws IOException {
        for (Correction applied : month.applied()) {
            if (database.restatements().of(month.month(), applied.facts()).isEmpty()) {
                List<Change> changes = changes(month, applied);
                database.inTransaction(() -> {
                    Restatement kept = database.restatements()
                            .applied(
                                    month.month(),
                                    applied.facts(),
                                    applied.reason(),
                                    "comptoir recount",
                                    applied.at(),
                                    today(),
                                    changes);
                    tell(kept);
                    return kept;
                });
            }
        }
    }

    /** Customers are not written to about what was corrected long before the service was there to do so. */
    private void tell(Restatement restatement) {
        boolean recent = restatement.detectedAt().isAfter(site.clock().instant().minus(Duration.ofDays(7)));
        if (recent) {
            notices.restated(restatement);
        }
    }

    /** A case whose figures no longer wait is at its end: they are in force, or were dropped. */
    private void endIfGone(Restatement pending, List<Closed> months) {
        Optional<Closed> month = months.stream()
                .filter(one -> one.month().equals(pending.month()))
                .findFirst();
        if (pending.state() == State.REQUESTED
                || month.flatMap(Closed::proposed).isPresent()) {
            return;
        }
        boolean inForce = month.stream()
                .flatMap(one -> one.applied().stream())
                .anyMatch(applied -> applied.facts() == pending.facts());
        State end = inForce ? State.APPROVED : pending.state() == State.REFUSING ? State.REFUSED : State.VOID;
        database.inTransaction(() -> {
            if (database.restatements().end(pending.id(), end) && end == State.APPROVED) {
                notices.restated(database.restatements().find(pending.id()).orElseThrow());
            }
            return end;
        });
        LOG.info("the correction of {} is at its end: {}", pending.month(), end);
    }

    private void remind() {
        LocalDate today = today();
        for (Restatement open : database.restatements().pending()) {
            if (open.state() == State.OPEN) {
                reminder(open, today).ifPresent(reminder -> notices.restatementDue(open, reminder));
            }
        }
    }

    /** A month before it is due, a week before, on the day, and each week from then on. */
    static Optional<String> reminder(Restatement open, LocalDate today) {
        long days = today.until(open.dueOn(), ChronoUnit.DAYS);
        if (days > 30) {
            return Optional.empty();
        }
        if (days > 7) {
            return Optional.of("30 days");
        }
        return Optional.of(days > 0 ? "7 days" : "late " + (-days / 7));
    }

    private LocalDate today() {
        return LocalDate.now(site.clock().withZone(site.config().platform().timeZone()));
    }
}
