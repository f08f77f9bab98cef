package fr.comptoir.server.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

/**
 * A message that tells when all of it was transmitted, before the dot that gives it to the mail server. If it must not be given any more,
 * transmitting fails, and the server forgets it. Not thread-safe.
 */
final class HandedOver extends MimeMessage {
    private final String messageId;
    private final BooleanSupplier handOver;
    private boolean handedOver;

    /**
     * An empty message.
     *
     * @param handOver notes that the server is about to have it; false when it must not
     */
    HandedOver(Session session, String messageId, BooleanSupplier handOver) {
        super(session);
        this.messageId = messageId;
        this.handOver = handOver;
    }

    boolean isHandedOver() {
        return handedOver;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
        super.writeTo(out, ignored);
        if (!handOver.getAsBoolean()) {
            throw new IOException("it took too long, and the mail is no longer this sender's");
        }
        handedOver = true;
    }

    /** The same at each attempt, so that two copies would be known as one. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
