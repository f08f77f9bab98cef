package fr.comptoir.cli;

import fr.comptoir.demo.DemoOptions;
import fr.comptoir.model.action.Ledger;
import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.CloseMonth;
import fr.comptoir.operation.CountLogs;
import fr.comptoir.operation.Progress;
import fr.comptoir.operation.Recount;
import fr.comptoir.operation.Say;
import fr.comptoir.operation.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * How the demonstration's months were counted: one day's log was forgotten, its month was closed without it, and the log that came late
 * made a restatement. With fewer than four months all is counted at once.
 */
final class DemoHistory {
    private static final int MONTHS_MIN = 4;
    /** The restated month is that many before the last. */
    private static final int BACK = 2;

    private static final String REASON = "The log of the 17th was found on the second server.";

    private final Site site;
    private final DemoOptions options;
    private final Progress progress;
    private final Say say;

    DemoHistory(Site site, DemoOptions options, Progress progress, Say say) {
        this.site = site;
        this.options = options;
        this.progress = progress;
        this.say = say;
    }

    /** Counts all logs; what is given is the sum of both counts. */
    CountLogs.Result happen(List<Path> logs) throws InputException, IOException {
        if (options.months() < MONTHS_MIN) {
            return count(logs);
        }
        YearMonth restated = options.lastMonth().minusMonths(BACK);
        Path late = logs.stream()
                .filter(log -> log.endsWith("access-" + restated.atDay(17) + ".log.gz"))
                .findFirst()
                .orElseThrow();
        List<Path> first = new ArrayList<>(logs);
        first.remove(late);
        CountLogs.Result counted = count(first);
        List<YearMonth> closed = new ArrayList<>();
        for (YearMonth month = options.firstMonth(); !month.isAfter(restated); month = month.plusMonths(1)) {
            closed.add(month);
        }
        CloseMonth.run(site, closed, Main.nameAndVersion(), say);
        CountLogs.Result more = count(List.of(late));
        Recount.run(site, List.of(restated), true, REASON, Main.nameAndVersion(), progress, say);
        return sum(counted, more);
    }

    /** The late log waits for nothing any more: its restatement is applied. */
    private static CountLogs.Result sum(CountLogs.Result counted, CountLogs.Result more) {
        Ledger ledger = new Ledger();
        ledger.add(counted.ledger());
        ledger.add(more.ledger());
        return new CountLogs.Result(
                ledger,
                counted.doubleClicks() + more.doubleClicks(),
                counted.months(),
                List.of(),
                List.of(),
                counted.rejects(),
                counted.extractions() + more.extractions(),
                counted.documents() + more.documents());
    }

    private CountLogs.Result count(List<Path> logs) throws InputException, IOException {
        return CountLogs.run(
                site,
                logs.stream().map(Path::toString).toList(),
                Main.nameAndVersion(),
                Runtime.getRuntime().availableProcessors(),
                progress,
                say);
    }
}
