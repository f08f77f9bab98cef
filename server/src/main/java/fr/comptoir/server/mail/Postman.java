package fr.comptoir.server.mail;

import fr.comptoir.customers.mail.Outbox;
import fr.comptoir.customers.mail.Outbox.Claim;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.MailConfig;
import fr.comptoir.model.site.MailConfig.Encryption;
import fr.comptoir.server.settings.PasswordFile;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes mails from the outbox and gives them to the mail server, one after another. A mail that the server refuses for good is not tried
 * again; one that it may or may not have taken is not either, for nobody is to get it twice: a person decides.
 */
final class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int AT_ONCE = 20;
    private static final Duration LEASE = Duration.ofMinutes(30);
    private static final String CONNECT_MILLISECONDS = "20000";
    private static final String ANSWER_MILLISECONDS = "60000";

    private final Outbox outbox;
    private final Letters letters;
    private final Envelopes envelopes;
    private final MailConfig config;

    Postman(Outbox outbox, Letters letters, Envelopes envelopes, MailConfig config) {
        this.outbox = outbox;
        this.letters = letters;
        this.envelopes = envelopes;
        this.config = config;
    }

    /** Sends what is due. */
    void run() {
        List<Claim> claims = outbox.claim(AT_ONCE, LEASE);
        if (claims.isEmpty()) {
            return;
        }
        Session session = Session.getInstance(properties());
        Transport transport;
        try {
            transport = session.getTransport("smtp");
            String password = config.passwordFile().map(PasswordFile::read).orElse(null);
            transport.connect(config.host(), config.port(), config.user().orElse(null), password);
        } catch (MessagingException | RuntimeException e) {
            LOG.warn("the mail server {} is not reached: {}", config.host(), e.toString());
            claims.forEach(claim -> outbox.failed(claim, reason(e), false));
            return;
        }
        try {
            claims.forEach(claim -> send(claim, session, transport));
        } finally {
            close(transport);
        }
    }

    /** Nothing depends on how the server says good-bye. */
    private void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("the mail server {} went away", config.host(), e);
        }
    }

    /** A mail that cannot be written or sent keeps no other from being sent. */
    private void send(Claim claim, Session session, Transport transport) {
        try {
            Letter letter = letters.of(claim.mail());
            send(claim, envelopes.of(claim.mail(), letter, session, () -> outbox.handOver(claim)), transport);
        } catch (MessagingException | IOException | InputException | RuntimeException e) {
            LOG.error("the mail {} cannot be written", claim.mail().id(), e);
            outbox.failed(claim, reason(e), false);
        }
    }

    /** From the handing over on, only an answer of the server says that it does not have the mail: no other failure may send it again. */
    private void send(Claim claim, HandedOver message, Transport transport) {
        try {
            transport.sendMessage(message, message.getAllRecipients());
            outbox.sent(claim);
        } catch (MessagingException | RuntimeException e) {
            int code = e instanceof MessagingException failure ? SmtpAnswers.code(failure) : -1;
            if (message.isHandedOver() && code < 400) {
                LOG.warn(
                        "nobody knows whether the mail {} was taken: {}",
                        claim.mail().id(),
                        e.toString());
                return; // when the lease ends it is in doubt
            }
            LOG.warn("the mail {} is not taken: {}", claim.mail().id(), reason(e));
            outbox.failed(claim, reason(e), SmtpAnswers.isForGood(code));
        }
    }

    private static String reason(Exception e) {
        Throwable cause = e;
        if (e instanceof MessagingException failure && failure.getNextException() != null) {
            cause = failure.getNextException();
        }
        return Objects.requireNonNullElse(cause.getMessage(), cause.toString()).strip();
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put("mail.smtp.auth", Boolean.toString(config.user().isPresent()));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(config.encryption() == Encryption.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(config.encryption() == Encryption.STARTTLS));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(config.encryption() == Encryption.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.connectiontimeout", CONNECT_MILLISECONDS);
        properties.put("mail.smtp.timeout", ANSWER_MILLISECONDS);
        properties.put("mail.smtp.writetimeout", ANSWER_MILLISECONDS);
        // A server that takes only seven bits gets the text encoded so.
        properties.put("mail.smtp.allow8bitmime", "true");
        return properties;
    }
}
