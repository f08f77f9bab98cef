package fr.comptoir.server.counterapi;

import fr.comptoir.operation.MakeReport;
import fr.comptoir.operation.ReportingSite;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.YearMonth;

/**
 * Makes beforehand the reports that harvesters ask for each month, so that the API has them at once. It gives way to whoever waits for a
 * report.
 */
public final class ReadyReports {
    /** What may lie there; a report that finds no room is made when it is asked for. */
    private static final long BYTES_MAX = 2L << 30;

    private static final Duration REST = Duration.ofMillis(200);

    private final CurrentSite now;
    private final ReportQueue queue;
    private final String program;
    private final long bytesMax;

    ReadyReports(CurrentSite now, ReportQueue queue, String program) {
        this(now, queue, program, BYTES_MAX);
    }

    ReadyReports(CurrentSite now, ReportQueue queue, String program, long bytesMax) {
        this.now = now;
        this.queue = queue;
        this.program = program;
        this.bytesMax = bytesMax;
    }

    /**
     * What was asked for since the start of the service.
     *
     * @param atOnce of that, what was there
     * @param bytes that all kept reports have on the disk
     */
    public record Served(long asked, long atOnce, long bytes) {}

    public Served served() throws IOException {
        return new Served(queue.asked(), queue.atOnce(), queue.bytes());
    }

    /**
     * Leaves the processors to whoever waits for a report, but not for longer than that: on a service that is always busy nothing would
     * be made beforehand.
     *
     * @throws InterruptedException when the service stops
     */
    public void giveWay(Duration most) throws InterruptedException {
        queue.giveWay(most);
    }

    /** What all reports have in common that can be asked for now: when it changes, all must be made anew. */
    public String family() throws IOException {
        return MakeReport.family(now.get(), program);
    }

    /** Removes what nobody asked for in a long time, or can ask for. */
    public void sweep() throws IOException {
        queue.sweep(family());
    }

    /** How much more may be kept. */
    public long room() throws IOException {
        return bytesMax - queue.bytes();
    }

    /**
     * Makes those of one month and customer that are not there.
     *
     * @param room how many bytes they may have
     * @return how many bytes they have
     */
    public long make(YearMonth month, String customer, long room) throws IOException, InterruptedException {
        long bytes = 0;
        for (UsualRequests.Usual usual : UsualRequests.of(month, customer)) {
            giveWay(REST);
            ReportingSite site = now.get();
            var report = MakeReport.answer(
                            site, usual.report(), customer, usual.release().code(), usual.parameters(), program)
                    .report();
            if (report.isPresent() && bytes < room) {
                var made = queue.prepare(report.get());
                bytes += made.isPresent() ? Files.size(made.get().gzip()) : 0;
            }
        }
        return bytes;
    }
}
