package fr.comptoir.server.mail;

import java.util.List;
import java.util.Optional;

/**
 * What a mail says, in the language of who gets it.
 *
 * @param rows of a table, the first its head; empty for none
 * @param link to a page; absent when there is none, or the address of the service is not known
 * @param unsubscribe where the subscription ends; absent for what no subscription is behind
 */
record Letter(
        String subject,
        List<String> paragraphs,
        List<List<String>> rows,
        Optional<Link> link,
        Optional<String> unsubscribe,
        List<Attachment> attachments) {
    Letter {
        paragraphs = List.copyOf(paragraphs);
        rows = List.copyOf(rows);
        attachments = List.copyOf(attachments);
    }

    /** The same with a link. */
    Letter with(Link other) {
        return new Letter(subject, paragraphs, rows, Optional.of(other), unsubscribe, attachments);
    }

    /** Where to read on. */
    record Link(String text, String address) {}

    /** A file. */
    record Attachment(String name, String mediaType, byte[] content) {}
}
