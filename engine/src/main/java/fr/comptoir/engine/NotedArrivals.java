package fr.comptoir.engine;

import fr.comptoir.model.action.Actions;
import fr.comptoir.model.action.Arrivals;
import fr.comptoir.model.action.Names;
import java.util.Arrays;

/** The ways of arrival that steps within the platform got from their sessions, under the numbers that their rows have in the month. */
final class NotedArrivals {
    private static final short NOTHING = 0;

    private final Names names = new Names();
    private short[] noted = {};

    NotedArrivals() {
        names.number(Arrivals.NOT_RECORDED);
    }

    /** Notes what the rows of a part got, which has all rows of each user. */
    void note(Actions actions, int[] rowId, Workers workers) {
        short[] arrivals = SessionArrivalRule.arrivals(actions, workers);
        for (int row = 0; row < actions.size; row++) {
            if (arrivals[row] != actions.arrival[row]) {
                int id = rowId[row];
                if (id >= noted.length) {
                    noted = Arrays.copyOf(noted, Math.max(1024, (int)
                            Math.min(Integer.MAX_VALUE - 8, id * 3L / 2 + 1)));
                }
                noted[id] = (short) names.number(actions.dictionaries.arrivals().text(arrivals[row]));
            }
        }
    }

    /** Gives the rows of another part what was noted. */
    void give(Batch batch, int[] rowId) {
        Actions actions = batch.actions;
        short[] arrivals = Arrays.copyOf(actions.arrival, actions.size);
        Names known = new Names();
        actions.dictionaries.arrivals().texts().forEach(known::number);
        for (int row = 0; row < actions.size; row++) {
            int id = rowId[row];
            if (id < noted.length && noted[id] != NOTHING) {
                arrivals[row] = (short) known.number(names.text(noted[id]));
            }
        }
        batch.putArrivals(arrivals, known);
    }
}
