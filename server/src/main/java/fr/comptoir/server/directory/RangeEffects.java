package fr.comptoir.server.directory;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.customer.AddressRange;
import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.AttributionEffect;
import fr.comptoir.operation.Site;
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
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

        /** Why there is no answer; {@code ""} when there is one, or it is waited for. */
        public String failure() {
            if (!answer.isCompletedExceptionally()) {
                return "";
            }
            try {
                answer.join();
                return "";
            } catch (CancellationException e) {
                return ""; // another list of this customer was asked about since
            } catch (CompletionException e) {
                return String.valueOf(
                        e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
            }
        }
    }

    /** Asks what these ranges of a customer would do; what was asked of it before is asked no more. */
    synchronized Question ask(String customer, List<AddressRange> ranges) {
        questions.values().removeIf(before -> before.customer().equals(customer) && before.isWaiting() && end(before));
        CompletableFuture<AttributionEffect> answer =
                CompletableFuture.supplyAsync(() -> work(customer, ranges), worker);
        Question question = new Question(UUID.randomUUID().toString(), customer, answer);
        questions.put(question.id(), question);
        if (questions.size() > KEPT) {
            Iterator<Question> oldest = questions.values().iterator();
            end(oldest.next());
            oldest.remove();
        }
        return question;
    }

    private static boolean end(Question question) {
        return question.answer().cancel(false);
    }

    /** Waits a moment, for small sites answer at once. */
    static void await(Question question, Duration moment) throws InterruptedException {
        try {
            question.answer().get(moment.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException | CancellationException e) {
            LOG.debug("no effect yet", e); // the question says which of these it is
        }
    }

    synchronized Optional<Question> find(String id, String customer) {
        return Optional.ofNullable(questions.get(id))
                .filter(question -> question.customer().equals(customer));
    }

    private AttributionEffect work(String customer, List<AddressRange> ranges) {
        List<Institution> institutions = database.institutionExchange().institutions().stream()
                .map(one -> one.customerId().equals(customer) ? with(one, ranges) : one)
                .toList();
        try {
            return AttributionEffect.of(site, institutions, LOG::info);
        } catch (InputException e) {
            throw new IllegalStateException(e.problems().get(0).message(), e);
        } catch (IOException e) {
            LOG.error("the effect of other ranges of {} cannot be worked out", customer, e);
            throw new IllegalStateException("the store cannot be read", e);
        }
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
                one.memberOf());
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
