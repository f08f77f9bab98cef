package fr.comptoir.server.months;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.mail.Subscription;
import fr.comptoir.customers.mail.Subscription.Delivery;
import fr.comptoir.customers.mail.Subscription.Kind;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A site that sends mails, through a real exchange with a mail server, and what comes there. */
abstract class MailedSite {
    @TempDir
    Path folder;

    final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    LivingSite site;

    @BeforeEach
    void startServer() {
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        site.close();
        server.stop();
    }

    void serve(int port, String more) throws Exception {
        site = LivingSite.in(
                folder,
                "2026-02-04T10:00:00Z",
                "mail:\n  host: 127.0.0.1\n  port: " + port + "\n  encryption: none\n"
                        + "  from: Usage statistics <stats@alpha.example>\n  reply_to: desk@alpha.example\n" + more);
    }

    void serve() throws Exception {
        serve(server.getSmtp().getPort(), "");
    }

    void subscribe(Account account, Kind kind, String customer, Delivery delivery, String... reports) {
        site.database()
                .subscriptions()
                .save(
                        new Subscription(
                                0, account.id(), kind, customer, List.of(reports), delivery, account.language()),
                        LivingSite.TEST);
    }

    void later(Duration time) {
        site.clock.pass(time);
        site.work();
        site.clock.pass(Duration.ofSeconds(10));
        site.work();
    }

    /** The parts of a message by their types and names. */
    static Map<String, String> parts(Part part) throws Exception {
        Map<String, String> parts = new TreeMap<>();
        if (part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                parts.putAll(parts(multipart.getBodyPart(i)));
            }
        } else {
            String name =
                    part.getFileName() == null ? part.getContentType().replaceFirst(";.*", "") : part.getFileName();
            byte[] content = part.getInputStream().readAllBytes();
            parts.put(name, new String(content, StandardCharsets.UTF_8));
        }
        return parts;
    }

    Map<String, MimeMessage> received() throws Exception {
        Map<String, MimeMessage> received = new TreeMap<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            received.put(message.getRecipients(Message.RecipientType.TO)[0].toString(), message);
        }
        return received;
    }
}
