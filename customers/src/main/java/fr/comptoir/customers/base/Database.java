package fr.comptoir.customers.base;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The one connection to the database that all subjects share: statements, transactions and the time. */
public final class Database {
    private final JdbcTemplate template;
    private final JdbcClient client;
    private final TransactionTemplate transactions;
    private final Clock clock;

    public Database(DataSource source, Clock clock) {
        this.template = new JdbcTemplate(source);
        this.client = JdbcClient.create(template);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(source));
        this.clock = clock;
    }

    public JdbcClient.StatementSpec sql(String sql) {
        return client.sql(sql);
    }

    public JdbcTemplate template() {
        return template;
    }

    /** Now, to the millisecond, so that a moment is the same before and after it was kept. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Does all of the work or nothing of it; joins a transaction that runs already. An outcome that is not done undoes what was written. */
    public <T> Outcome<T> attempt(Supplier<Outcome<T>> work) {
        return inTransaction(status -> {
            Outcome<T> outcome = work.get();
            if (!outcome.isDone()) {
                status.undo();
            }
            return outcome;
        });
    }

    /** Does all of the work or nothing of it; joins a transaction that runs already. */
    public <T> T inTransaction(Supplier<T> work) {
        return inTransaction(status -> work.get());
    }

    private <T> T inTransaction(Function<Undo, T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.apply(status::setRollbackOnly)));
    }

    private interface Undo {
        void undo();
    }
}
