package fr.comptoir.operation;

import fr.comptoir.engine.Counting;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.action.Arrivals;
import fr.comptoir.store.Store;
import fr.comptoir.store.action.ActionFilter;
import fr.comptoir.store.action.ActionSet;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The ways of arrival under which some actions of a month count: for steps within the platform, their whole sessions are read. */
final class SessionArrivals {
    private record Place(int input, int line, int part) {}

    private SessionArrivals() {}

    /** For each row its way. */
    static String[] of(Actions actions, Store store, State state, YearMonth month) throws IOException {
        String[] arrivals = new String[actions.size];
        Set<Long> sessions = new HashSet<>();
        for (int row = 0; row < actions.size; row++) {
            arrivals[row] = actions.dictionaries.arrivals().text(actions.arrival[row]);
            if (actions.arrival[row] == Arrivals.WITHIN_NUMBER) {
                sessions.add(actions.session[row]);
            }
        }
        if (!sessions.isEmpty()) {
            try (ActionSet set = store.actions().open(state, month, ActionFilter.ofSessions(sessions))) {
                put(arrivals, actions, set.all().actions());
            }
        }
        return arrivals;
    }

    private static void put(String[] arrivals, Actions actions, Actions ofSessions) {
        short[] found = Counting.arrivals(ofSessions);
        Map<Place, String> ways = new HashMap<>();
        for (int row = 0; row < ofSessions.size; row++) {
            ways.put(place(ofSessions, row), ofSessions.dictionaries.arrivals().text(found[row]));
        }
        for (int row = 0; row < actions.size; row++) {
            arrivals[row] = ways.getOrDefault(place(actions, row), arrivals[row]);
        }
    }

    private static Place place(Actions actions, int row) {
        return new Place(actions.input[row], actions.line[row], actions.part[row]);
    }
}
