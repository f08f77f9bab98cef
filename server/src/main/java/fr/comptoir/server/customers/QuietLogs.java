package fr.comptoir.server.customers;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** A command that ends soon says what it has to say itself; only the service keeps a log. */
final class QuietLogs {
    private QuietLogs() {}

    /** From now on nothing but errors of libraries is written. */
    static void on() {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.ERROR);
        }
    }
}
