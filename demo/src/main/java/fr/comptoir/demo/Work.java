package fr.comptoir.demo;

import java.time.LocalDate;

/**
 * Something that is read: an item of the catalogue with the addresses of its pages.
 *
 * @param id the catalogue's item_id
 * @param kind how it is read
 * @param page the path of its page, percent-encoded
 * @param group the path of the page that lists it: its journal's or book's; empty for none
 * @param subscription the package that a reader's institution needs for its full text; empty when it is open to all
 * @param openFrom the day from which it is open to all; {@link LocalDate#MAX} for never
 */
record Work(String id, Kind kind, String page, String group, String subscription, LocalDate openFrom) {

    static final String HUMANITIES = "Sciences humaines";
    /** Bought by some, and read by none. */
    static final String MATHEMATICS = "Mathématiques";

    static final String SCIENCES = "Sciences";
    static final String BOOKS = "Livres";
    static final String REFERENCE = "Référence";

    /** How a work is read. */
    enum Kind {
        ARTICLE,
        FREEMIUM_ARTICLE,
        CHAPTER,
        BOOK,
        ENTRY,
        PAPER,
        DOCUMENT,
        DATASET,
        IMAGE
    }

    boolean isOpenTo(Campus campus, LocalDate day) {
        return subscription.isEmpty()
                || !day.isBefore(openFrom)
                || campus.packages().contains(subscription);
    }
}
