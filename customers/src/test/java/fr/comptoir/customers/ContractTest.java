package fr.comptoir.customers;

import fr.comptoir.customers.base.Author;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What holds on both databases; each test starts with a database of its own. */
abstract class ContractTest {
    static final Author MARIE = Author.of("marie@example.org");
    static final LocalDate DAY = LocalDate.of(2026, 3, 15);

    final MovingClock clock = new MovingClock();
    CustomersDatabase db;

    abstract DatabaseSettings settings();

    @BeforeEach
    final void open() {
        db = CustomersDatabase.open(settings(), TestDatabases.SITE_SECRET, clock, 4);
    }

    @AfterEach
    final void close() {
        db.close();
    }

    /** Time that passes only when a test says so. */
    static final class MovingClock extends Clock {
        private volatile Instant now = Instant.parse("2026-03-15T10:00:00Z");

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
