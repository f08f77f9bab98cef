package fr.comptoir.server.ingestion;

import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.Progress;
import fr.comptoir.operation.RobotsComparison;
import fr.comptoir.operation.Site;
import fr.comptoir.server.settings.Ending;
import java.io.IOException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares lists of robots with the one in force, beside the pages: the logs of a month are read for it. The latest question is the one that
 * is worked on; an earlier one that is not answered yet is given up. Answers name agents, and so are kept in memory only, the last few.
 */
final class RobotComparisons implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RobotComparisons.class);
    private static final int KEPT = 5;

    private final Site site;
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "robots");
        thread.setDaemon(true); // what is killed was not kept in any case
        return thread;
    });

    RobotComparisons(Site site) {
        this.site = site;
    }

    /**
     * A question and, once it is there, its answer.
     *
     * @param id of its page
     * @param name of the file, as its sender calls it
     */
    record Question(String id, String name, CompletableFuture<RobotsComparison> answer) {
        public boolean isWaiting() {
            return !answer.isDone();
        }

        /** The answer; empty while it is worked out, and when that failed. */
        public Optional<RobotsComparison> comparison() {
            return answer.isDone() && !answer.isCompletedExceptionally()
                    ? Optional.of(answer.join())
                    : Optional.empty();
        }

        /** Whether another question took its place. */
        public boolean isReplaced() {
            return answer.isCancelled();
        }

        /** Why it could not be worked out, which the log says too; null when it could, or is not yet. */
        @Nullable
        Throwable failure() {
            if (!answer.isCompletedExceptionally() || answer.isCancelled()) {
                return null;
            }
            return answer.handle((done, failure) -> failure).join();
        }
    }

    /** @param month null for the last that is counted */
    synchronized Question ask(String name, byte[] list, @Nullable YearMonth month) {
        questions.values().forEach(question -> question.answer().cancel(false)); // a run looks at it with each line
        CompletableFuture<RobotsComparison> answer = new CompletableFuture<>();
        worker.execute(() -> answer(name, list, month, answer));
        Question question = new Question(UUID.randomUUID().toString(), name, answer);
        questions.put(question.id(), question);
        if (questions.size() > KEPT) {
            Iterator<Question> oldest = questions.values().iterator();
            oldest.next();
            oldest.remove();
        }
        return question;
    }

    /** Waits a moment, for small sites answer at once, and what is no list is soon found. */
    static void await(Question question, Duration moment) throws InterruptedException {
        try {
            question.answer().get(moment.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException | CancellationException e) {
            LOG.debug("no comparison yet", e); // the question says which of them it is
        }
    }

    synchronized Optional<Question> find(String id) {
        return Optional.ofNullable(questions.get(id));
    }

    private void answer(
            String name, byte[] list, @Nullable YearMonth month, CompletableFuture<RobotsComparison> answer) {
        if (answer.isDone()) {
            return;
        }
        try {
            answer.complete(RobotsComparison.of(site, list, name, month, answer::isDone, Progress.NONE));
        } catch (CancellationException e) {
            LOG.debug("the list of robots {} is not compared", name, e);
        } catch (InputException e) {
            LOG.info("the list of robots {} cannot be compared: {}", name, e.getMessage());
            answer.completeExceptionally(e);
        } catch (IOException | RuntimeException e) {
            LOG.error("the list of robots {} cannot be compared", name, e);
            answer.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        questions.values().forEach(question -> question.answer().cancel(false));
        Ending.breakOff(worker);
    }
}
