package fr.comptoir.engine;

import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import java.io.IOException;

/**
 * Hears of each 1 that a row adds to a figure, as numbers, for who adds millions of them up: the sum is the facts. All this comes in no
 * particular order; {@code row} is the index in the part. Of a session's uses that are one unique use, the earliest adds it. What {@link
 * Verdicts} hear is the same, with the reasons.
 */
public interface Additions {
    /**
     * To a figure of an item: all but unique titles and searches.
     *
     * @param item its number in the catalogue; of a whole book in Release 5.1 a segment's
     * @param access its types and its method
     */
    void item(int row, Release release, MetricType metric, int item, Access access);

    /** To the unique titles of a title, as Platform and Title Reports have them: in whatever database. */
    void title(int row, Release release, MetricType metric, int title, int yop, Access access);

    /**
     * To the searches of both releases.
     *
     * @param kind one of a search
     * @param database its number in the catalogue; NONE for the platform
     */
    void search(int row, ActionKind kind, int database);

    /** All rows of the part were heard of. */
    default void end() throws IOException {}

    /**
     * By what a use is told from others of the same thing, as ordinals.
     *
     * @param type the Access_Type of Release 5.1
     * @param typeR5 that of Release 5
     * @param method the Access_Method
     */
    record Access(byte type, byte typeR5, byte method) {}
}
