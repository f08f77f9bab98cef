package fr.comptoir.customers.mail;

import fr.comptoir.customers.base.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail of the outbox.
 *
 * @param eventKey what it is about; the same event is queued once
 * @param account of the recipient, null when there is none
 * @param template which text
 * @param data what the template needs, JSON; it may hold a one-time link, so it is emptied when the mail is sent
 * @param messageId of every attempt, so that two copies are recognised as one
 * @param attempts claims so far
 * @param nextAttemptAt when it is due
 * @param lastError {@code ""} for none
 * @param endedAt when it was sent or given up, null before
 */
public record Mail(
        long id,
        String eventKey,
        @Nullable Long account,
        String address,
        Language language,
        String template,
        String data,
        String messageId,
        State state,
        int attempts,
        Instant nextAttemptAt,
        String lastError,
        Instant queuedAt,
        @Nullable Instant endedAt) {

    /** Where a mail is; see {@link Outbox}. */
    public enum State {
        WAITING,
        CLAIMED,
        HANDED_OVER,
        SENT,
        FAILED,
        IN_DOUBT
    }
}
