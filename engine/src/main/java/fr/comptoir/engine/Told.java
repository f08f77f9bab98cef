package fr.comptoir.engine;

import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.ItemFacts;

/** What the rules tell while they count. This one does nothing, for nobody listens; {@link ToldVerdicts} makes verdicts of it. */
class Told {
    static final Told NOBODY = new Told();

    /** A row adds 1 to a count of an item that is not a unique one. */
    void item(int row, int item, int attributes, ItemFacts.Count count) {}

    /** A row is a use of an item, in the session at hand. */
    void uniqueItem(Release release, int row, int item, int attributes, boolean request) {}

    /** A row is a use of a title, in the session at hand. */
    void uniqueTitle(Release release, int row, int title, int database, int yop, int attributes, boolean request) {}

    /** The session at hand ends: of the rows that were told to be uses of one thing in it, one counts. */
    void endSession() {}

    /** A row is a use of a whole book that counts by its segments. */
    void wholeBook(int row, int segments) {}

    /** A row is a search of a database, or of the platform (NONE). */
    void search(int row, int database) {}
}
