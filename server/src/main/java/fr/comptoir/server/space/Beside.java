package fr.comptoir.server.space;

import fr.comptoir.model.site.InputException;
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
 * Answers that may take long, made beside the pages that show them. Who asks waits for a moment; what takes longer goes on without him, and he
 * finds it when he asks again. Each is made once, however many ask; what failed is tried again by the next who asks. Safe for many threads.
 *
 * @param <K> a question, equal to every other that has the same answer
 * @param <V> an answer
 */
final class Beside<K, V> implements AutoCloseable {
    private static final int WAITING_MAX = 100;

    private final String what;
    private final int kept;
    private final Duration wait;
    /** In the order in which they were asked for last. */
    private final Map<K, CompletableFuture<V>> answers = new LinkedHashMap<>(16, 0.75f, true);

    private final ThreadPoolExecutor workers;

    /** Makes an answer. */
    @FunctionalInterface
    interface Work<V> {
        V answer() throws IOException, InputException;
    }

    /**
     * Begins with nothing made.
     *
     * @param what is made, for the name of its threads and of what fails
     * @param atATime so many are made at once
     * @param kept so many answers are kept for who asks again; with 0 what is made is to be found elsewhere
     * @param wait how long who asks waits; zero for not at all
     */
    Beside(String what, int atATime, int kept, Duration wait) {
        this.what = what;
        this.kept = kept;
        this.wait = wait;
        this.workers = new ThreadPoolExecutor(
                atATime, atATime, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING_MAX), work -> {
                    Thread thread = new Thread(work, what);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /**
     * Answers.
     *
     * @return empty while the answer is being made
     */
    Optional<V> of(K question, Work<V> work) throws IOException, InputException, InterruptedException {
        Optional<CompletableFuture<V>> answer = begun(question, work);
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(answer.get().get(wait.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InputException input) {
                throw input;
            }
            throw new IOException("the " + what + " cannot be made", e.getCause());
        }
    }

    private synchronized Optional<CompletableFuture<V>> begun(K question, Work<V> work) {
        CompletableFuture<V> known = answers.get(question);
        if (known != null) {
            return Optional.of(known);
        }
        CompletableFuture<V> mine = new CompletableFuture<>();
        try {
            workers.execute(() -> make(question, work, mine));
        } catch (RejectedExecutionException e) {
            return Optional.empty(); // so many wait that it is begun when he asks again
        }
        answers.put(question, mine);
        answers.values().removeIf(one -> answers.size() > kept && one.isDone());
        return Optional.of(mine);
    }

    /** Whatever happens, who waits hears of it. */
    private void make(K question, Work<V> work, CompletableFuture<V> mine) {
        try {
            V answer = work.answer();
            if (kept == 0) {
                forget(question);
            }
            mine.complete(answer);
        } catch (IOException | InputException | RuntimeException | Error e) {
            forget(question);
            mine.completeExceptionally(e);
        }
    }

    private synchronized void forget(K question) {
        answers.remove(question);
    }

    @Override
    public void close() {
        Ending.breakOff(workers);
    }
}
