package fr.comptoir.customers.mail;

import fr.comptoir.customers.base.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which mails an account wants.
 *
 * @param customerId of which customer, null for what is of none
 * @param reports ids of reports; empty for all
 */
public record Subscription(
        long id,
        long account,
        Kind kind,
        @Nullable String customerId,
        List<String> reports,
        Delivery delivery,
        Language language) {

    /** What a mail tells of. */
    public enum Kind {
        NEW_REPORT,
        RESTATEMENT,
        ANOMALY,
        KEY_EXPIRES,
        MONTH_BLOCKED
    }

    /** How a report comes. */
    public enum Delivery {
        LINK,
        ATTACHMENT,
        /** Not at all: the account does not want what it would get without asking. */
        NONE
    }
}
