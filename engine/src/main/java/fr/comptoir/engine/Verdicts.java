package fr.comptoir.engine;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Hears what became of every row. Each row gets exactly one of {@link #decidesOnly}, {@link #held}, {@link #notContent},
 * {@link #doubleClick} and {@link #counted}; a counted row also gets one {@link #counts} for each figure that it adds 1 to, and one
 * {@link #notAgain} for each unique metric that another row of its session already gave. The sum of all {@link #counts} is the facts.
 * All this comes in no particular order; {@code row} is the index in the batch. Who does not listen to one of them hears nothing of it.
 */
public interface Verdicts {
    /** The row is of another month: it can only replace clicks of this one. */
    default void decidesOnly(int row) {}

    /** The catalogue does not know the row's item: kept, and counted once it does. */
    default void held(int row) {}

    /** The row's item is none that such an action can be on: a journal, a database that was requested, a search without a database. */
    default void notContent(int row) {}

    /** A click on the same link by the same user, at most 30 seconds later, replaces this one. */
    default void doubleClick(int row, int replacedBy) {}

    /** The row counts. */
    default void counted(int row) {}

    /** The row is a use of a whole book, in Release 5.1 of each of its segments (CoP 5.1, section 7.3). */
    default void wholeBook(int row, int segments) {}

    /** The row adds 1 to that figure. */
    default void counts(int row, Figure figure) {}

    /** The row adds nothing to that unique figure: row {@code first} of the same session already does. */
    default void notAgain(int row, Figure figure, int first) {}

    /** All rows of the part were heard of. */
    default void end() throws IOException {}

    /**
     * What is counted.
     *
     * @param subject number in the catalogue: the title of a unique title, the database of a search, else the item; NONE for the platform
     * @param database for a unique title: NONE in Platform and Title Reports, else the database in whose Database Report it is
     * @param yop year of publication under which it is shown, 0 for searches
     * @param accessType in the terms of the release; null for searches
     */
    record Figure(
            Release release,
            MetricType metric,
            int subject,
            int database,
            int yop,
            @Nullable AccessType accessType,
            AccessMethod accessMethod) {}
}
