package fr.comptoir.server.web;

import fr.comptoir.customers.account.Account;
import java.time.Duration;

/** Sends the links with which people come in, where the service has a mail server. */
@FunctionalInterface
public interface LinkMails {
    /**
     * Sends a link.
     *
     * @param valid how long it works
     * @param first whether it is an invitation, else it is to choose another password
     * @return whether a mail will be sent; if not, whoever made the link gives it to the person
     */
    boolean send(Account account, String link, Duration valid, boolean first);
}
