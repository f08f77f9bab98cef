package fr.comptoir.model.site;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The mail server through which the service sends: the section {@code mail} of {@code comptoir.yml}.
 *
 * @param port by default 587 with STARTTLS, 465 with TLS, 25 with neither
 * @param user absent: the server asks for none
 * @param passwordFile whose first line is the password
 * @param from address of the sender, with or without a name: {@code Usage statistics <stats@example.org>}
 * @param replyTo to whom an answer goes; absent: to the sender
 */
public record MailConfig(
        String host,
        int port,
        Encryption encryption,
        Optional<String> user,
        Optional<Path> passwordFile,
        String from,
        Optional<String> replyTo) {
    /** How the way to the mail server is kept secret. */
    public enum Encryption {
        STARTTLS(587),
        TLS(465),
        NONE(25);

        private final int port;

        Encryption(int port) {
            this.port = port;
        }

        public int port() {
            return port;
        }
    }
}
