package fr.comptoir.server.months;

import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.CountLogs;
import fr.comptoir.operation.DueMonths;
import fr.comptoir.operation.Progress;
import fr.comptoir.operation.Site;
import fr.comptoir.operation.WatchedLogs;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the watched logs and closes the months that are due and complete. */
final class MonthKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(MonthKeeper.class);

    private final Site site;
    private final String program;
    private final WatchedLogs logs;
    /** The day on which late months were told of last. */
    private @Nullable LocalDate told;

    MonthKeeper(Site site, String program, WatchedLogs logs) {
        this.site = site;
        this.program = program;
        this.logs = logs;
    }

    /** Counts first: a month is not closed while logs of it may lie there unread. */
    void run() throws IOException, InputException {
        if (!site.config().watch().isEmpty()) {
            WatchedLogs.Look look = logs.look(Progress.NONE, LOG::info);
            look.results().forEach(result -> tell(look.files(), result));
            look.failures().forEach(failure -> LOG.error("a watched log cannot be counted: {}", failure.problem()));
        }
        if (!logs.isBehind()) {
            List<YearMonth> closed = DueMonths.close(site, program, LOG::info);
            closed.forEach(month -> LOG.info("{} is complete and is closed", month));
        }
        tellOfLate();
    }

    /** Once a day, of each month that should be closed and is not. */
    private void tellOfLate() throws IOException, InputException {
        LocalDate today = LocalDate.ofInstant(
                site.clock().instant(), site.config().platform().timeZone());
        if (today.equals(told)) {
            return;
        }
        told = today;
        for (DueMonths.Due month : DueMonths.open(site)) {
            switch (month.stage()) {
                case EARLY -> {}
                case DUE -> LOG.warn("{} is due and not closed: {}", month.month(), why(month));
                case URGENT, LATE ->
                    LOG.error(
                            "{} is not closed, and is due to customers by {}: {}",
                            month.month(),
                            month.lastDay(),
                            why(month));
            }
        }
    }

    private String why(DueMonths.Due month) {
        if (!month.counted()) {
            return "not a line of it was read";
        }
        List<String> reasons = new ArrayList<>();
        month.missing().forEach(gap -> reasons.add("no line for " + gap.hours() + " hours from " + gap.from()));
        if (!month.reachesItsEnd()) {
            reasons.add("its logs end before it does");
        }
        logs.failures().forEach(failure -> reasons.add(failure.problem()));
        if (reasons.isEmpty()) {
            reasons.add(logs.isBehind() ? "a log is still being written" : "a person is to close it");
        }
        return String.join("; ", reasons);
    }

    private static void tell(List<String> files, CountLogs.Result result) {
        LOG.info("counted {}: {} lines of {}", files, result.ledger().lines(), result.months());
        if (!result.awaitingRestatement().isEmpty()) {
            LOG.warn("{} are closed and would change", result.awaitingRestatement());
        }
    }
}
