package fr.comptoir.server.customers;

import fr.comptoir.customers.harvest.Harvest;
import fr.comptoir.customers.harvest.Harvests;
import fr.comptoir.server.counterapi.ApiRequestLog;
import fr.comptoir.server.settings.Ending;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the requests of the API into the database, some at a time, beside the requests themselves. */
final class HarvestRecorder implements ApiRequestLog, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HarvestRecorder.class);
    private static final int WAITING_MAX = 20_000;
    private static final int TOGETHER = 500;
    /** Five years: the service is asked what it did in a year long after. */
    private static final Duration KEPT = Duration.ofDays(1827);

    private final Harvests harvests;
    private final Clock clock;
    private final BlockingQueue<Harvest> waiting = new LinkedBlockingQueue<>(WAITING_MAX);
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "harvests");
        thread.setDaemon(true);
        return thread;
    });

    @SuppressWarnings("FutureReturnValueIgnored") // what runs tells of its failures itself
    HarvestRecorder(Harvests harvests, Clock clock) {
        this.harvests = harvests;
        this.clock = clock;
        writer.scheduleWithFixedDelay(this::write, 1, 1, TimeUnit.SECONDS);
        writer.scheduleWithFixedDelay(this::forget, 1, 24, TimeUnit.HOURS);
    }

    @Override
    public void ended(Entry entry) {
        List<Harvest.Fault> faults = entry.exceptions().stream()
                .map(exception -> new Harvest.Fault(exception.code(), exception.data()))
                .toList();
        Harvest harvest = new Harvest(
                clock.instant(),
                entry.customer(),
                entry.keyId() != null
                        ? Harvest.Credential.KEY
                        : entry.customer().isEmpty() ? Harvest.Credential.NONE : Harvest.Credential.REQUESTOR,
                entry.keyId(),
                entry.report(),
                entry.release(),
                entry.query(),
                entry.status(),
                entry.milliseconds(),
                entry.bytes(),
                entry.agent(),
                faults);
        if (!waiting.offer(harvest)) {
            LOG.warn("a harvest of {} is not recorded: {} others wait", entry.report(), WAITING_MAX);
        }
    }

    private void write() {
        List<Harvest> some = new ArrayList<>();
        while (waiting.drainTo(some, TOGETHER) > 0) {
            try {
                harvests.add(some);
            } catch (RuntimeException e) {
                LOG.error("{} harvests could not be recorded", some.size(), e);
            }
            some.clear();
        }
    }

    private void forget() {
        try {
            harvests.removeBefore(clock.instant().minus(KEPT));
        } catch (RuntimeException e) {
            LOG.error("old harvests could not be removed", e);
        }
    }

    /** Writes what waits, and ends. */
    @Override
    public void close() {
        Ending.of(writer);
        write();
    }
}
