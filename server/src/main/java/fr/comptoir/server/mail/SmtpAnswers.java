package fr.comptoir.server.mail;

import jakarta.mail.MessagingException;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** What a mail server answered, as far as it did (RFC 5321, section 4.2). */
final class SmtpAnswers {
    /** Refusals that a setting mends: no encryption, no or wrong credentials. */
    private static final Set<Integer> OF_SETTINGS = Set.of(530, 534, 535, 538);

    private SmtpAnswers() {}

    /** The code of the first refusal; -1 when the server said nothing. */
    static int code(MessagingException e) {
        for (Exception next = e; next instanceof MessagingException failure; next = failure.getNextException()) {
            int code = -1;
            if (next instanceof SMTPAddressFailedException address) {
                code = address.getReturnCode();
            } else if (next instanceof SMTPSenderFailedException sender) {
                code = sender.getReturnCode();
            } else if (next instanceof SMTPSendFailedException sent) {
                code = sent.getReturnCode();
            }
            if (code >= 400) {
                return code;
            }
        }
        return -1;
    }

    /** Whether the same mail would be refused again. */
    static boolean isForGood(int code) {
        return code >= 500 && !OF_SETTINGS.contains(code);
    }
}
