package fr.comptoir.customers.month;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A correction of a closed month (CoP 5.1, section 7.11).
 *
 * @param facts the version of the corrected figures; 0 as long as they are not counted
 * @param reason why the month is corrected
 * @param openedBy a person, or the program that found the late lines
 * @param dueOn until when it is to be decided: three months after the error was found
 * @param decidedBy {@code ""} before
 * @param decision the reason of the decision
 */
public record Restatement(
        long id,
        YearMonth month,
        int facts,
        State state,
        String reason,
        String openedBy,
        Instant detectedAt,
        LocalDate dueOn,
        String decidedBy,
        @Nullable Instant decidedAt,
        String decision) {

    /** How far it has come. What a person decided is kept first and done then, so that it is done though the program was killed between. */
    public enum State {
        /** A person asked for it; the new figures are still to be counted. */
        REQUESTED,
        /** The new figures wait for a decision. */
        OPEN,
        /** It was approved and is about to come into force. */
        APPROVING,
        /** The new figures are in force. */
        APPROVED,
        /** It was refused and is about to be dropped. */
        REFUSING,
        /** The old figures stay. */
        REFUSED,
        /** There is nothing to correct: the new figures are the old ones. */
        VOID;

        /** Whether something is still to be done. */
        public boolean isPending() {
            return this == REQUESTED || this == OPEN || this == APPROVING || this == REFUSING;
        }
    }

    /**
     * A figure that changes: the sum of a metric over a report of a customer in the month.
     *
     * @param release {@code 5} or {@code 5.1}
     */
    public record Change(String release, String report, String customerId, String metric, long before, long after) {
        public long difference() {
            return after - before;
        }
    }
}
