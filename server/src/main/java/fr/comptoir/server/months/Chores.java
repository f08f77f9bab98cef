package fr.comptoir.server.months;

import fr.comptoir.server.settings.Ending;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that the service does again and again, one piece after another on one thread. What is due says the clock, so that a
 * test lets time pass and calls {@link #tick} itself. A chore that fails is tried again when it is due again; each must be such that a killed
 * service can begin it anew.
 */
public final class Chores implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Chores.class);
    private static final int SECONDS_BETWEEN = 2;
    private static final int SECONDS_BEFORE = 15;

    private final String name;
    private final Clock clock;
    private final List<Chore> chores;
    private final Map<String, Instant> last = new HashMap<>();
    private final ScheduledExecutorService worker;

    /**
     * Nothing runs before {@link #start}.
     *
     * @param thread name of the thread
     */
    Chores(String thread, Clock clock, List<Chore> chores) {
        this.name = thread;
        this.clock = clock;
        this.chores = List.copyOf(chores);
        this.worker = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, thread);
            made.setDaemon(true); // what is cut off is done again at the next start
            return made;
        });
    }

    /** The name of the thread. */
    public String name() {
        return name;
    }

    /** One piece of work. */
    record Chore(String name, Duration every, Work work) {}

    /** What is done. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** From now on does what is due; not at once, for a service that has just started has people who wait. */
    @SuppressWarnings("FutureReturnValueIgnored") // what runs tells of its failures itself
    void start() {
        worker.scheduleWithFixedDelay(this::tick, SECONDS_BEFORE, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    /** Does all of it soon, due or not: somebody waits for it. */
    void soon() {
        worker.execute(() -> {
            forgetWhen();
            tick();
        });
    }

    private synchronized void forgetWhen() {
        last.clear();
    }

    /** Does what is due now. */
    public synchronized void tick() {
        for (Chore chore : chores) {
            Instant now = clock.instant();
            Instant before = last.get(chore.name());
            if (before == null || !before.plus(chore.every()).isAfter(now)) {
                last.put(chore.name(), now);
                run(chore);
            }
        }
    }

    private static void run(Chore chore) {
        try {
            chore.work().run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception | Error e) { // after an error, too: a schedule that ends does so without a word
            if (Thread.currentThread().isInterrupted()) {
                LOG.info("{} is broken off, for the service stops; it is done after the next start", chore.name());
            } else {
                LOG.error("{} failed; it is tried again", chore.name(), e);
            }
        }
    }

    /** Lets the piece of work that runs come to its end, for a while. */
    @Override
    public void close() {
        Ending.of(worker);
    }
}
