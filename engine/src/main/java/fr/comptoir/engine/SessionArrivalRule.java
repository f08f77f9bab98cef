package fr.comptoir.engine;

import fr.comptoir.model.action.Actions;
import fr.comptoir.model.action.Arrivals;
import fr.comptoir.model.action.Names;
import java.util.Arrays;

/**
 * A step within the platform came as the latest action before it, of the same user in the same session, had come; without any it came from
 * within the platform. Whatever became of that action otherwise, it tells from where someone came. Of actions in the same instant, those that
 * came from elsewhere are earlier, in the order of their ways, so that the order of the log does not matter.
 */
final class SessionArrivalRule {
    private final Actions actions;
    /** For each way of the dictionary its place when their texts are sorted; that of steps within is the last. */
    private final int[] order;

    private final short[] found;
    private final Sessions sessions = new Sessions();

    private SessionArrivalRule(Actions actions) {
        this.actions = actions;
        this.order = order(actions.dictionaries.arrivals());
        this.found = Arrays.copyOf(actions.arrival, actions.size);
    }

    /** For each row the number in the dictionary of the way under which it counts. */
    static short[] arrivals(Actions actions, Workers workers) {
        if (!hasStepsWithin(actions)) {
            return actions.arrival;
        }
        SessionArrivalRule rule = new SessionArrivalRule(actions);
        Grouping.run(actions.size, rule.sessions, workers, () -> rule.new Session());
        return rule.found;
    }

    private static boolean hasStepsWithin(Actions actions) {
        for (int row = 0; row < actions.size; row++) {
            if (actions.arrival[row] == Arrivals.WITHIN_NUMBER) {
                return true;
            }
        }
        return false;
    }

    private static int[] order(Names arrivals) {
        Integer[] numbers = new Integer[arrivals.size()];
        Arrays.setAll(numbers, i -> i);
        Arrays.sort(numbers, (a, b) -> {
            boolean within = a == Arrivals.WITHIN_NUMBER || b == Arrivals.WITHIN_NUMBER;
            return within
                    ? Boolean.compare(a == Arrivals.WITHIN_NUMBER, b == Arrivals.WITHIN_NUMBER)
                    : arrivals.text(a).compareTo(arrivals.text(b));
        });
        int[] places = new int[numbers.length];
        for (int place = 0; place < numbers.length; place++) {
            places[numbers[place]] = place;
        }
        return places;
    }

    /** The actions that say anything, with those of one user in one session together. */
    private final class Sessions implements Grouping.Table {
        private int[] row = {};
        private long[] time = {};
        private long[] user = {};
        private long[] session = {};

        @Override
        public boolean takes(int of) {
            return actions.arrival[of] != Arrivals.NOT_RECORDED_NUMBER;
        }

        @Override
        public long hash(int of) {
            return RowKey.mix(RowKey.mix(actions.session[of]) ^ actions.user[of]);
        }

        @Override
        public void places(int size) {
            row = new int[size];
            time = new long[size];
            user = new long[size];
            session = new long[size];
        }

        @Override
        public void put(int from, int place) {
            row[place] = from;
            time[place] = actions.time[from];
            user[place] = actions.user[from];
            session[place] = actions.session[from];
        }

        @Override
        public int compare(int place, int other) {
            int compared = Long.compare(session[place], session[other]);
            return compared != 0 ? compared : Long.compare(user[place], user[other]);
        }

        int inTime(int place, int other) {
            int compared = Long.compare(time[place], time[other]);
            return compared != 0
                    ? compared
                    : Integer.compare(order[actions.arrival[row[place]]], order[actions.arrival[row[other]]]);
        }
    }

    /** Takes the actions of one session. */
    private final class Session implements Grouping.Handler {
        private final RowSort sort = new RowSort();

        @Override
        public void group(int[] places, int size) {
            sort.sort(places, 0, size, sessions::inTime);
            short latest = Arrivals.WITHIN_NUMBER;
            for (int i = 0; i < size; i++) {
                int row = sessions.row[places[i]];
                if (actions.arrival[row] == Arrivals.WITHIN_NUMBER) {
                    found[row] = latest;
                } else {
                    latest = actions.arrival[row];
                }
            }
        }
    }
}
