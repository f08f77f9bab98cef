package fr.comptoir.server.mail;

import fr.comptoir.customers.mail.Mail;
import fr.comptoir.model.site.MailConfig;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;

/** Makes messages of letters: text and HTML that say the same, files beside them, and the headers that end a subscription (RFC 8058). */
final class Envelopes {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final TemplateEngine engine;
    private final MailConfig config;
    private final String platform;
    private final Clock clock;

    Envelopes(TemplateEngine engine, MailConfig config, String platform, Clock clock) {
        this.engine = engine;
        this.config = config;
        this.platform = platform;
        this.clock = clock;
    }

    HandedOver of(Mail mail, Letter letter, Session session, BooleanSupplier handOver) throws MessagingException {
        HandedOver message = new HandedOver(session, mail.messageId(), handOver);
        message.setFrom(new InternetAddress(config.from()));
        if (config.replyTo().isPresent()) {
            message.setReplyTo(
                    new InternetAddress[] {new InternetAddress(config.replyTo().get())});
        }
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.address(), true));
        message.setSubject(letter.subject().replaceAll("\\p{Cntrl}", " "), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", mail.language().code());
        if (letter.unsubscribe().isPresent()) {
            message.setHeader("List-Unsubscribe", "<" + letter.unsubscribe().get() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.setContent(content(mail, letter));
        message.saveChanges();
        return message;
    }

    private MimeMultipart content(Mail mail, Letter letter) throws MessagingException {
        Context context = new Context(Locale.forLanguageTag(mail.language().code()));
        context.setVariable("letter", letter);
        context.setVariable("platform", platform);
        MimeMultipart texts = new MimeMultipart("alternative");
        texts.addBodyPart(text(engine.process("mail.txt", context), "plain"));
        texts.addBodyPart(text(engine.process("mail.html", context), "html"));
        if (letter.attachments().isEmpty()) {
            return texts;
        }
        MimeMultipart all = new MimeMultipart("mixed");
        MimeBodyPart first = new MimeBodyPart();
        first.setContent(texts);
        all.addBodyPart(first);
        for (Letter.Attachment attachment : letter.attachments()) {
            all.addBodyPart(file(attachment));
        }
        return all;
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    private static MimeBodyPart file(Letter.Attachment attachment) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.mediaType())));
        part.setFileName(attachment.name());
        return part;
    }
}
