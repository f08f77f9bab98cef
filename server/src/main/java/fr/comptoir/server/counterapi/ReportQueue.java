package fr.comptoir.server.counterapi;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.MakeReport;
import fr.comptoir.report.ExceptionCode;
import fr.comptoir.server.settings.Ending;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes reports, a few at a time, each once however many ask for it. Who asked waits for a while; then the report goes on without him and
 * the answer is 1011, and the next request finds it made, or hears that it could not be made (CoP 5.1, appendix D). Safe for many threads.
 */
final class ReportQueue implements AutoCloseable {
    private static final Duration BUSY = Duration.ofSeconds(30);
    private static final Duration RETRY_MIN = Duration.ofSeconds(5);
    private static final long FAILURES_MAX = 1000;
    private static final Duration FAILURES_KEPT = Duration.ofMinutes(10);

    private final KeptReports kept;
    private final ReportPace pace;
    private final Duration wait;
    private final Map<String, CompletableFuture<KeptReport>> running = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor makers;
    /** For the reports that somebody asked for and that are not made yet. */
    private final Semaphore places;
    /** Why reports could not be made: told to who asks next, for those who asked first did not wait so long. */
    private final Cache<String, Throwable> failures = Caffeine.newBuilder()
            .maximumSize(FAILURES_MAX)
            .expireAfterWrite(FAILURES_KEPT)
            .build();

    private final Lock lock = new ReentrantLock();
    private final Condition nobodyWaits = lock.newCondition();
    /** How many reports are made, or to be made, for who asked; guarded by the lock. */
    private int waitedFor;

    private final LongAdder asked = new LongAdder();
    private final LongAdder atOnce = new LongAdder();

    /**
     * A queue.
     *
     * @param pace learns how long they take
     * @param makers how many reports are made at a time
     * @param places how many reports are made or wait to be made at a time
     * @param wait how long a request waits for its report
     */
    ReportQueue(KeptReports kept, ReportPace pace, int makers, int places, Duration wait) {
        this.kept = kept;
        this.pace = pace;
        this.places = new Semaphore(places);
        this.wait = wait;
        this.makers = new ThreadPoolExecutor(makers, makers, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, "report");
            thread.setDaemon(true); // a report that is not finished is made again when somebody asks
            return thread;
        });
    }

    /**
     * The report of a request: kept, or made now.
     *
     * @throws Refusal 1010 when too many wait, 1011 when it takes longer
     */
    KeptReport get(MakeReport report) throws Refusal, IOException, InterruptedException {
        Optional<KeptReport> made = kept.find(report.key());
        asked.increment();
        if (made.isPresent()) {
            atOnce.increment();
            kept.touch(made.get());
            return made.get();
        }
        Throwable failure = failures.asMap().remove(report.key());
        if (failure != null) {
            throw new IOException("the report could not be made", failure);
        }
        CompletableFuture<KeptReport> making = making(report);
        try {
            return making.get(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            Duration retry = wait.compareTo(RETRY_MIN) < 0 ? RETRY_MIN : wait;
            throw new Refusal(ExceptionCode.REPORT_QUEUED, "", Optional.of(retry));
        } catch (ExecutionException e) {
            failures.invalidate(report.key());
            throw new IOException("the report could not be made", e.getCause());
        }
    }

    /**
     * Makes a report that nobody asked for yet, on the thread of the caller; who asks meanwhile waits for it.
     *
     * @return empty when it is there, or somebody else makes it
     */
    Optional<KeptReport> prepare(MakeReport report) throws IOException {
        if (kept.find(report.key()).isPresent()) {
            return Optional.empty();
        }
        CompletableFuture<KeptReport> mine = new CompletableFuture<>();
        if (running.putIfAbsent(report.key(), mine) != null) {
            return Optional.empty();
        }
        try {
            make(report, LevelledGzip.BEFOREHAND, mine);
        } finally {
            running.remove(report.key());
        }
        try {
            return Optional.of(mine.join());
        } catch (CompletionException e) {
            failures.invalidate(report.key());
            throw new IOException("the report could not be made", e.getCause());
        }
    }

    /** How many reports were asked for since the start. */
    long asked() {
        return asked.sum();
    }

    /** How many of them were there. */
    long atOnce() {
        return atOnce.sum();
    }

    /** Removes what nobody asked for in a long time, or can ask for; see {@link KeptReports#sweep}. */
    void sweep(String family) throws IOException {
        kept.sweep(family);
    }

    /** How many bytes of reports are kept. */
    long bytes() throws IOException {
        return kept.bytes();
    }

    private CompletableFuture<KeptReport> making(MakeReport report) throws Refusal {
        CompletableFuture<KeptReport> other = running.get(report.key());
        if (other != null) {
            return other;
        }
        if (!places.tryAcquire()) {
            throw busy();
        }
        CompletableFuture<KeptReport> mine = new CompletableFuture<>();
        other = running.putIfAbsent(report.key(), mine);
        if (other != null) {
            places.release();
            return other;
        }
        waitedFor(1);
        try {
            makers.execute(() -> {
                try {
                    make(report, LevelledGzip.WAITED_FOR, mine);
                } finally {
                    places.release(); // first, so that there is room whenever size() says so
                    running.remove(report.key());
                    waitedFor(-1);
                }
            });
            return mine;
        } catch (RejectedExecutionException e) {
            // The service is about to end.
            running.remove(report.key());
            places.release();
            waitedFor(-1);
            throw busy();
        }
    }

    private static Refusal busy() {
        return new Refusal(ExceptionCode.SERVICE_BUSY, "", Optional.of(BUSY));
    }

    /** Whatever happens, who waits hears of it. */
    private void make(MakeReport report, int level, CompletableFuture<KeptReport> result) {
        try {
            ReportPace.Measure measure = pace.begin(report.work());
            KeptReport made = kept.make(report, level);
            measure.done();
            result.complete(made);
        } catch (IOException | InputException | RuntimeException | Error e) {
            failures.put(report.key(), e);
            result.completeExceptionally(e);
        }
    }

    private void waitedFor(int more) {
        lock.lock();
        try {
            waitedFor += more;
            if (waitedFor == 0) {
                nobodyWaits.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nobody waits for a report any more, those that are made beforehand not counted. */
    void giveWay(Duration most) throws InterruptedException {
        long left = most.toNanos();
        lock.lockInterruptibly();
        try {
            while (waitedFor > 0 && left > 0) {
                left = nobodyWaits.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many reports are being made or wait. */
    int size() {
        return running.size();
    }

    @Override
    public void close() {
        Ending.breakOff(makers);
    }
}
