package fr.comptoir.ingest.read;

import fr.comptoir.model.action.Actions;
import java.util.ArrayDeque;
import java.util.Deque;

/** Rooms for the rows of a piece, used again and again by the threads of a run. Safe for many threads. */
final class RowBuffers {
    /** Room for the rows of a usual piece; more is made where needed. */
    private static final int ROWS = 1_024;
    /** So many are kept; more are in use only while one thread is far behind. */
    private static final int KEPT_MAX = 32;

    private final Actions.Dictionaries noDictionaries = Actions.Dictionaries.create();
    private final Deque<Actions> free = new ArrayDeque<>();

    /** An empty room. */
    synchronized Actions take() {
        Actions rows = free.pollFirst();
        return rows == null ? new Actions(noDictionaries, ROWS) : rows;
    }

    /** Takes back a room whose rows were copied. */
    synchronized void giveBack(Actions rows) {
        rows.size = 0;
        if (free.size() < KEPT_MAX) {
            free.addFirst(rows);
        }
    }
}
