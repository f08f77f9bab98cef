package fr.comptoir.customers;

import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.CustomerKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** What holds on both databases. A class has a database of its own, and each test finds it empty. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ContractTest {
    static final Author MARIE = Author.of("marie@example.org");
    static final LocalDate DAY = LocalDate.of(2026, 3, 15);

    final MovingClock clock = new MovingClock();
    CustomersDatabase db;
    private DatabaseSettings settings;

    abstract DatabaseSettings settings();

    @BeforeAll
    final void open() {
        settings = settings();
        db = CustomersDatabase.open(settings, TestDatabases.SITE_SECRET, clock, 4);
    }

    @BeforeEach
    final void empty() {
        clock.restart();
        TestDatabases.empty(settings);
    }

    @AfterAll
    final void close() {
        db.close();
    }

    final Customer added(String id, String name) {
        return added(id, name, CustomerKind.INSTITUTION);
    }

    final Customer added(String id, String name, CustomerKind kind) {
        return db.customers().add(Customer.create(id, kind, name), MARIE).orThrow();
    }

    final int version(String customerId) {
        return db.customers().find(customerId).orElseThrow().version();
    }

    /** What some threads get that begin at the same moment. */
    final <T> List<T> atOnce(int threads, IntFunction<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<T>> futures = IntStream.range(0, threads)
                    .mapToObj(i -> pool.submit(() -> {
                        start.await();
                        return work.apply(i);
                    }))
                    .toList();
            start.countDown();
            List<T> answers = new ArrayList<>();
            for (Future<T> future : futures) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }

    /** Time that passes only when a test says so. */
    static final class MovingClock extends Clock {
        private static final Instant START = Instant.parse("2026-03-15T10:00:00Z");
        private volatile Instant now = START;

        void restart() {
            now = START;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
