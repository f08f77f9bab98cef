package fr.comptoir.server.months;

import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.CountLogs;
import fr.comptoir.operation.DueMonths;
import fr.comptoir.operation.Progress;
import fr.comptoir.operation.Site;
import fr.comptoir.operation.WatchedLogs;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the watched logs and closes the months that are due and complete. */
final class MonthKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(MonthKeeper.class);

    private final Site site;
    private final String program;
    private final WatchedLogs logs;

    MonthKeeper(Site site, String program, WatchedLogs logs) {
        this.site = site;
        this.program = program;
        this.logs = logs;
    }

    /** Counts first: a month is not closed while logs of it may lie there unread. */
    void run() throws IOException, InputException {
        if (!site.config().watch().isEmpty()) {
            WatchedLogs.Look look = logs.look(Progress.NONE, LOG::info);
            look.result().ifPresent(result -> tell(look.files(), result));
        }
        if (!logs.isBehind()) {
            List<YearMonth> closed = DueMonths.close(site, program, LOG::info);
            closed.forEach(month -> LOG.info("{} is complete and is closed", month));
        }
    }

    private static void tell(List<String> files, CountLogs.Result result) {
        LOG.info("counted {}: {} lines of {}", files, result.ledger().lines(), result.months());
        if (!result.awaitingRestatement().isEmpty()) {
            LOG.warn("{} are closed and would change", result.awaitingRestatement());
        }
    }
}
