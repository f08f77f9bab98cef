package fr.comptoir.engine;

import fr.comptoir.model.action.Actions;
import java.io.IOException;
import java.util.function.ToIntFunction;

/**
 * The actions of one month, and of the 30 seconds after it, in parts that fit in memory, cut in two ways: double clicks are a matter of
 * users, all the rest of what is counted together, and neither follows from the other. Every row is in one part of either cut. Counting
 * asks for the parts one after another, first those by user, then those by item, and keeps none.
 */
public interface ActionPartitions {
    /** How many parts either cut has, at least 1. */
    int count();

    /** Part {@code p} of the cut in which all rows with the same user are together. */
    Part byUser(int p) throws IOException;

    /**
     * Part {@code p} of the cut in which each row lies where its item does, or where all rows of its set of customers on that item's part do;
     * rows without an item lie in any, and rows beyond the month may be missing.
     *
     * @param partOfItem gives for the id of an item its part, from 0 to {@code count() - 1}; the same for every {@code p}
     */
    Part byItem(int p, ToIntFunction<String> partOfItem) throws IOException;

    /**
     * Some of the rows. Dictionaries may differ from part to part.
     *
     * @param rowId for each row its number among all rows of the month, from 0, the same in both cuts and of no other row
     */
    record Part(Actions actions, int[] rowId) {}
}
