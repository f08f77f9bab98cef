package fr.comptoir.server.space;

import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.MakeReport;
import fr.comptoir.operation.ReportPreview;
import fr.comptoir.server.settings.Ending;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks at reports, a few at a time, each once however many ask. Who asked waits for a moment; a report that takes longer is looked at
 * without him, and he finds it when he asks again. Safe for many threads.
 */
final class Previews implements AutoCloseable {
    private static final int AT_A_TIME = 2;
    private static final int WAITING_MAX = 100;
    private static final int KEPT_MAX = 200;

    private final Duration wait;
    private final Look look;
    /** By key of the report, in the order in which they were asked for last. */
    private final Map<String, CompletableFuture<ReportPreview>> looks = new LinkedHashMap<>(16, 0.75f, true);

    private final ThreadPoolExecutor lookers;

    /** Looks at a report. */
    @FunctionalInterface
    interface Look {
        ReportPreview at(MakeReport report) throws IOException, InputException;
    }

    /** @param wait how long who asks waits */
    Previews(Duration wait, Look look) {
        this.wait = wait;
        this.look = look;
        this.lookers = new ThreadPoolExecutor(
                AT_A_TIME, AT_A_TIME, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING_MAX), work -> {
                    Thread thread = new Thread(work, "preview");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * How a report looks.
     *
     * @param report in its tab-separated form
     * @return empty while it is being looked at
     */
    Optional<ReportPreview> of(MakeReport report) throws IOException, InterruptedException {
        Optional<CompletableFuture<ReportPreview>> looking = looking(report);
        if (looking.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(looking.get().get(wait.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IOException("the report could not be looked at", e.getCause());
        }
    }

    private synchronized Optional<CompletableFuture<ReportPreview>> looking(MakeReport report) {
        String key = report.key();
        CompletableFuture<ReportPreview> known = looks.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        CompletableFuture<ReportPreview> mine = new CompletableFuture<>();
        try {
            lookers.execute(() -> look(report, key, mine));
        } catch (RejectedExecutionException e) {
            return Optional.empty(); // so many wait that it is begun when he asks again
        }
        looks.put(key, mine);
        looks.values().removeIf(one -> looks.size() > KEPT_MAX && one.isDone());
        return Optional.of(mine);
    }

    /** Whatever happens, who waits hears of it; what failed is tried again by the next who asks. */
    private void look(MakeReport report, String key, CompletableFuture<ReportPreview> mine) {
        try {
            mine.complete(look.at(report));
        } catch (IOException | InputException | RuntimeException | Error e) {
            forget(key);
            mine.completeExceptionally(e);
        }
    }

    private synchronized void forget(String key) {
        looks.remove(key);
    }

    @Override
    public void close() {
        Ending.breakOff(lookers);
    }
}
