package fr.comptoir.engine;

import fr.comptoir.model.action.Actions;
import java.time.Duration;

/**
 * Of two clicks in a row by one user on one link, at most 30 seconds apart, the first is dropped and the second kept, and so on along a
 * chain (CoP 5.1, section 7.2). The link is item, metric class (Investigation, Request, No_License, Limit_Exceeded), format and
 * Access_Method. Searches have no double clicks. Clicks in the same millisecond are put in order by what they say, so that the one kept does
 * not depend on the order of the log.
 */
final class DoubleClickRule {
    /** A click replaces the one before it when it comes within this time, the end included. */
    static final Duration WINDOW = Duration.ofSeconds(30);

    private final Batch batch;
    private final Actions actions;
    private final Clicks clicks;

    private DoubleClickRule(Batch batch) {
        this.batch = batch;
        this.actions = batch.actions;
        this.clicks = new Clicks(batch);
    }

    /** Marks every double click of the month in {@link Batch#fate}. */
    static void drop(Batch batch, Workers workers, Listener listener) {
        DoubleClickRule rule = new DoubleClickRule(batch);
        Grouping.run(batch.actions.size, rule.clicks, workers, () -> rule.new Link(listener));
    }

    /** Hears of each double click. */
    interface Listener {
        void doubleClick(int row, int replacedBy);
    }

    private int inTime(int place, int other) {
        int order = Long.compare(clicks.time(place), clicks.time(other));
        return order != 0 ? order : inContent(clicks.row(place), clicks.row(other));
    }

    /** What may differ between two clicks on one link in one instant; input and line come last, when nothing that counts differs. */
    private int inContent(int row, int other) {
        Actions.Dictionaries names = actions.dictionaries;
        int order = Long.compare(
                names.addresses().hash(actions.address[row]), names.addresses().hash(actions.address[other]));
        if (order == 0 && actions.organisation[row] != actions.organisation[other]) {
            order = names.organisations()
                    .text(actions.organisation[row])
                    .compareTo(names.organisations().text(actions.organisation[other]));
        }
        if (order == 0 && actions.customers[row] != actions.customers[other]) {
            order = names.customers()
                    .text(actions.customers[row])
                    .compareTo(names.customers().text(actions.customers[other]));
        }
        order = order != 0 ? order : Long.compare(actions.session[row], actions.session[other]);
        order = order != 0 ? order : Byte.compare(actions.accessTypeR5[row], actions.accessTypeR5[other]);
        order = order != 0 ? order : Short.compare(actions.part[row], actions.part[other]);
        if (order == 0 && actions.arrival[row] != actions.arrival[other]) {
            order = names.arrivals()
                    .text(actions.arrival[row])
                    .compareTo(names.arrivals().text(actions.arrival[other]));
        }
        order = order != 0 ? order : Byte.compare(actions.route[row], actions.route[other]);
        order = order != 0 ? order : Integer.compare(actions.input[row], actions.input[other]);
        return order != 0 ? order : Integer.compare(actions.line[row], actions.line[other]);
    }

    /** Takes the clicks of one user on one link. */
    private final class Link implements Grouping.Handler {
        private final RowSort sort = new RowSort();
        private final Listener listener;

        private Link(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void group(int[] places, int size) {
            if (size == 1) {
                return;
            }
            sort.sort(places, 0, size, DoubleClickRule.this::inTime);
            for (int i = 1; i < size; i++) {
                int row = clicks.row(places[i - 1]);
                boolean within = clicks.time(places[i]) - clicks.time(places[i - 1]) <= WINDOW.toMillis();
                if (within && batch.is(Fate.COUNTED, row)) {
                    batch.fate[row] = Fate.DOUBLE_CLICK.code;
                    listener.doubleClick(row, clicks.row(places[i]));
                }
            }
        }
    }
}
