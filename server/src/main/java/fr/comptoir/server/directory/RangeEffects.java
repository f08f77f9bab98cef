package fr.comptoir.server.directory;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.customer.AddressRange;
import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.AttributionEffect;
import fr.comptoir.operation.Site;
import fr.comptoir.server.settings.Ending;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
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
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works out what other ranges of a customer would do to the figures: one question at a time, beside the pages. */
final class RangeEffects implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RangeEffects.class);
    private static final int KEPT = 20;

    private final Site site;
    private final CustomersDatabase database;
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "effects");
        thread.setDaemon(true); // what is killed was not kept in any case
        return thread;
    });

    RangeEffects(Site site, CustomersDatabase database) {
        this.site = site;
        this.database = database;
    }

    /**
     * A question and, once it is there, its answer.
     *
     * @param id of its page
     */
    record Question(String id, String customer, CompletableFuture<AttributionEffect> answer) {
        public boolean isWaiting() {
            return !answer.isDone();
        }

        /** The answer; empty while it is worked out, and when that failed. */
        public Optional<AttributionEffect> effect() {
            return answer.isDone() && !answer.isCompletedExceptionally()
                    ? Optional.of(answer.join())
                    : Optional.empty();
        }

        /** Whether nobody needs the answer any more: another question, or what was saved, took its place. */
        public boolean isReplaced() {
            return answer.isCancelled();
        }

        /** Whether it could not be worked out; the log says why. */
        public boolean isFailed() {
            return answer.isCompletedExceptionally() && !answer.isCancelled();
        }
    }

    /** Asks what these ranges of a customer would do; a question about the same customer that waits or runs is given up. */
    synchronized Question ask(String customer, List<AddressRange> ranges) {
        forget(customer);
        CompletableFuture<AttributionEffect> answer = new CompletableFuture<>();
        worker.execute(() -> answer(customer, ranges, answer));
        Question question = new Question(UUID.randomUUID().toString(), customer, answer);
        questions.put(question.id(), question);
        if (questions.size() > KEPT) {
            Iterator<Question> oldest = questions.values().iterator();
            oldest.next().answer().cancel(false);
            oldest.remove();
        }
        return question;
    }

    /** Gives up what was asked about a customer and is not answered. */
    synchronized void forget(String customer) {
        questions
                .values()
                .removeIf(question -> question.customer().equals(customer)
                        && question.answer().cancel(false)); // a run looks at it between two months
    }

    /** Waits a moment, for small sites answer at once. */
    static void await(Question question, Duration moment) throws InterruptedException {
        try {
            question.answer().get(moment.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException | CancellationException e) {
            LOG.debug("no effect yet", e); // the question says which of them it is
        }
    }

    synchronized Optional<Question> find(String id, String customer) {
        return Optional.ofNullable(questions.get(id))
                .filter(question -> question.customer().equals(customer));
    }

    private void answer(String customer, List<AddressRange> ranges, CompletableFuture<AttributionEffect> answer) {
        if (answer.isDone()) {
            return;
        }
        try {
            answer.complete(work(customer, ranges, answer::isDone));
        } catch (CancellationException e) {
            LOG.debug("the effect of other ranges of {} is not worked out", customer, e);
        } catch (IOException | InputException | RuntimeException e) {
            LOG.error("the effect of other ranges of {} cannot be worked out", customer, e);
            answer.completeExceptionally(e);
        }
    }

    private AttributionEffect work(String customer, List<AddressRange> ranges, BooleanSupplier stopped)
            throws IOException, InputException {
        List<Institution> institutions = database.institutionExchange().institutions().stream()
                .map(one -> one.customerId().equals(customer) ? with(one, ranges) : one)
                .toList();
        return AttributionEffect.of(site, institutions, stopped, LOG::info);
    }

    private static Institution with(Institution one, List<AddressRange> ranges) {
        return new Institution(
                one.line(),
                one.customerId(),
                one.name(),
                one.requestorId(),
                one.isni(),
                one.isil(),
                one.ror(),
                one.oclc(),
                ranges.stream()
                        .map(range -> range.days().of(range.range().toString()))
                        .toList(),
                one.organisations(),
                one.memberOf(),
                one.indexName());
    }

    @Override
    public void close() {
        Ending.breakOff(worker);
    }
}
