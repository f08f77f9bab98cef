package fr.comptoir.customers.month;

import fr.comptoir.customers.base.Columns;
import fr.comptoir.customers.base.Database;
import java.time.YearMonth;

/**
 * What is done once for each version of the figures of a month. A step is noted in the transaction of what it does, so that a killed program
 * has done all of it or has it still to do.
 */
public final class MonthSteps {
    /** A month that no platform has. */
    private static final YearMonth BEGINNING = YearMonth.of(1, 1);

    private final Database database;

    public MonthSteps(Database database) {
        this.database = database;
    }

    /** What is done. */
    public enum Step {
        /** Whoever wants to hear of new reports was written to. */
        ANNOUNCED,
        /** The reports that harvesters ask for are made. */
        PREPARED,
        /** Unusual usage was looked for. */
        EXAMINED
    }

    /** Notes that the service has come to this site; whether that is new. */
    public boolean begin() {
        return done(BEGINNING, 0, Step.ANNOUNCED);
    }

    /** Whether the service has come to this site; before that nothing is to be done. */
    public boolean hasBegun() {
        return isDone(BEGINNING, 0, Step.ANNOUNCED);
    }

    /**
     * Whether a step is done.
     *
     * @param facts the version of the figures
     */
    public boolean isDone(YearMonth month, int facts, Step step) {
        return database.sql("select count(*) from month_step where usage_month = :month and facts = :facts and"
                                + " step = :step")
                        .param("month", month.toString())
                        .param("facts", facts)
                        .param("step", step.name())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whether a step is done for any version of the figures of a month. */
    public boolean isDone(YearMonth month, Step step) {
        return database.sql("select count(*) from month_step where usage_month = :month and step = :step")
                        .param("month", month.toString())
                        .param("step", step.name())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Notes that it is done; whether that is new. */
    public boolean done(YearMonth month, int facts, Step step) {
        return database.sql("""
            insert into month_step (usage_month, facts, step, done_at) values (:month, :facts, :step, :now)
            on conflict do nothing\
            """)
                        .param("month", month.toString())
                        .param("facts", facts)
                        .param("step", step.name())
                        .param("now", Columns.at(database.now()))
                        .update()
                == 1;
    }
}
