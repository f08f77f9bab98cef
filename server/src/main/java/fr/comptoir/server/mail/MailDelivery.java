package fr.comptoir.server.mail;

import fr.comptoir.customers.mail.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Sends what waits, and forgets long after what was sent. */
public final class MailDelivery {
    /** Longer than anything is told of again. */
    private static final Duration KEPT = Duration.ofDays(500);

    private final Optional<Postman> postman;
    private final Outbox outbox;
    private final Clock clock;

    MailDelivery(Optional<Postman> postman, Outbox outbox, Clock clock) {
        this.postman = postman;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Sends what is due, where there is a mail server. */
    public void send() {
        postman.ifPresent(Postman::run);
    }

    /** Removes old mails. */
    public void forget() {
        outbox.removeSentBefore(clock.instant().minus(KEPT));
    }
}
