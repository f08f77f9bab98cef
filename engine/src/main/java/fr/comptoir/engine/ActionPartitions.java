package fr.comptoir.engine;

import fr.comptoir.model.action.Actions;
import java.io.IOException;

/**
 * The actions of one month, and of the 30 seconds after it, in parts that fit in memory, cut in two ways: double clicks are a matter of
 * users, unique items of sessions, and neither follows from the other. Every row is in one part of either cut. Counting asks for the
 * parts one after another, first those by user, then those by session, and keeps none.
 */
public interface ActionPartitions {
    /** How many parts either cut has, at least 1. */
    int count();

    /** How many rows all parts of one cut have together. */
    long rows();

    /** Part {@code p} of the cut in which all rows with the same user are together. */
    Part byUser(int p) throws IOException;

    /** Part {@code p} of the cut in which all rows with the same session are together; rows beyond the month may be missing. */
    Part bySession(int p) throws IOException;

    /**
     * Some of the rows. Dictionaries may differ from part to part.
     *
     * @param rowId for each row its number among all rows of the month, from 0, the same in both cuts and of no other row
     */
    record Part(Actions actions, int[] rowId) {}
}
