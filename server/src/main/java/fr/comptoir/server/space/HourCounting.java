package fr.comptoir.server.space;

import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.server.settings.Ending;
import java.io.IOException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Counts the hours of months that somebody wants to see before the service has counted them, beside the pages, one month after another. Who
 * asked waits for a moment; a month that takes longer is counted without him, and he finds it when he asks again. Safe for many threads.
 */
final class HourCounting implements AutoCloseable {
    private static final int WAITING_MAX = 100;

    private final Duration wait;
    private final Count count;
    private final Map<Month, CompletableFuture<Boolean>> running = new HashMap<>();
    private final ThreadPoolExecutor worker;

    /** A month of a site as it was at a moment. */
    private record Month(ReportingSite site, YearMonth month) {}

    /** Counts the hours of a month, if they are not there. */
    @FunctionalInterface
    interface Count {
        void count(ReportingSite site, YearMonth month) throws IOException, InputException;
    }

    /** @param wait how long who asks waits; zero for not at all */
    HourCounting(Duration wait, Count count) {
        this.wait = wait;
        this.count = count;
        this.worker =
                new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING_MAX), work -> {
                    Thread thread = new Thread(work, "hours");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Counts a month; gives whether it is counted, and not only begun. */
    boolean isCounted(ReportingSite site, YearMonth month) throws IOException, InterruptedException {
        CompletableFuture<Boolean> counting = counting(new Month(site, month));
        try {
            return !wait.isZero() && counting.get(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException("the hours of " + month + " cannot be counted", e.getCause());
        }
    }

    private synchronized CompletableFuture<Boolean> counting(Month month) {
        CompletableFuture<Boolean> known = running.get(month);
        if (known != null) {
            return known;
        }
        CompletableFuture<Boolean> mine = new CompletableFuture<>();
        try {
            worker.execute(() -> count(month, mine));
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedFuture(false); // so many wait that it is begun when he asks again
        }
        running.put(month, mine);
        return mine;
    }

    /** Whatever happens, who waits hears of it; what failed is tried again by the next who asks. */
    private void count(Month month, CompletableFuture<Boolean> mine) {
        try {
            count.count(month.site(), month.month());
            forget(month);
            mine.complete(true);
        } catch (IOException | InputException | RuntimeException | Error e) {
            forget(month);
            mine.completeExceptionally(e);
        }
    }

    private synchronized void forget(Month month) {
        running.remove(month);
    }

    @Override
    public void close() {
        Ending.breakOff(worker);
    }
}
