package fr.comptoir.operation;

import fr.comptoir.engine.Additions;
import fr.comptoir.engine.Counting;
import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.action.Names;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.site.InputException;
import fr.comptoir.store.Store;
import fr.comptoir.store.action.ActionFilter;
import fr.comptoir.store.action.ActionParts;
import fr.comptoir.store.action.ActionSet;
import fr.comptoir.store.state.State;
import fr.comptoir.store.usage.HourRows;
import fr.comptoir.store.usage.HourRows.Use;
import fr.comptoir.store.usage.HourlyUsage;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.concurrent.Semaphore;

/**
 * Counts the usage of a month by hour out of its actions, by the rules that count the month, and keeps it: what a row adds to a figure, it adds
 * in its hour; of the uses of a session that are one unique use, the earliest does. A month of many actions is counted in parts.
 */
final class MonthHours {
    /** Rows that are counted at once; about 300 bytes each while they are. */
    static final int ROWS_IN_MEMORY = 250_000;

    /** One month at a time is made in a process, for it needs memory. */
    private static final Semaphore MAKING = new Semaphore(1, true);

    private final Store store;
    private final ZoneId zone;
    private final int rowsInMemory;

    MonthHours(Store store, ZoneId zone, int rowsInMemory) {
        this.store = store;
        this.zone = zone;
        this.rowsInMemory = rowsInMemory;
    }

    /** Makes what is not there, with the catalogue with which the month is counted; gives whether it did. */
    boolean make(YearMonth month) throws IOException, InputException {
        HourlyUsage hours = store.hourlyUsage(month, zone);
        State state = store.state();
        return hours.canBeMade()
                && !hours.isMade()
                && make(month, ClosedCatalogue.of(store, state.month(month), Registry.catalogue(store, state)));
    }

    boolean make(YearMonth month, Catalogue catalogue) throws IOException {
        HourlyUsage hours = store.hourlyUsage(month, zone);
        if (!hours.canBeMade() || hours.isMade()) {
            return false;
        }
        try {
            MAKING.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted before the hours of " + month + " were counted", e);
        }
        try {
            return !hours.isMade() && make(month, catalogue, hours);
        } finally {
            MAKING.release();
        }
    }

    private boolean make(YearMonth month, Catalogue catalogue, HourlyUsage hours) throws IOException {
        State state = store.state();
        try (ActionSet set = store.actions().openWithNextSeconds(state, month, zone, ActionFilter.ALL)) {
            StoredParts.Plan plan = StoredParts.Plan.of(set.rowsOfCustomers(), rowsInMemory);
            try (ActionParts cut = set.cut(plan.count())) {
                StoredParts parts = StoredParts.bySet(set, cut, plan, catalogue, state, month);
                hours.make(
                        catalogue,
                        rows -> Counting.add(
                                month,
                                parts,
                                catalogue,
                                (actions, arrivals, ways) -> part(month, rows, actions, arrivals, ways)));
            }
        }
        return true;
    }

    private Part part(YearMonth month, HourRows rows, Actions actions, short[] arrivals, Names ways) {
        rows.begin(actions.dictionaries.customers(), ways);
        return new Part(rows, actions, arrivals, hours(month, actions));
    }

    /** The hour of the month of each row: of its day the hour of the clock, be the day of 23 hours or of 25. */
    private short[] hours(YearMonth month, Actions actions) {
        long firstDay = month.atDay(1).toEpochDay();
        short[] hours = new short[actions.size];
        for (int row = 0; row < hours.length; row++) {
            int hour = Instant.ofEpochMilli(actions.time[row]).atZone(zone).getHour();
            hours[row] = (short) ((actions.day[row] - firstDay) * HourlyUsage.HOURS_OF_DAY + hour);
        }
        return hours;
    }

    /** What the rows of a part add. */
    private static final class Part implements Additions {
        private final HourRows rows;
        private final Actions actions;
        private final short[] arrivals;
        private final short[] hours;

        private Part(HourRows rows, Actions actions, short[] arrivals, short[] hours) {
            this.rows = rows;
            this.actions = actions;
            this.arrivals = arrivals;
            this.hours = hours;
        }

        private Use use(int row) {
            return new Use(actions.customers[row], hours[row], arrivals[row], actions.route[row]);
        }

        @Override
        public void item(int row, Release release, MetricType metric, int item, Access access) {
            rows.item(use(row), release, metric, item, access.type(), access.typeR5(), access.method());
        }

        @Override
        public void title(int row, Release release, MetricType metric, int title, int yop, Access access) {
            rows.title(use(row), release, metric, title, yop, access.type(), access.typeR5(), access.method());
        }

        @Override
        public void search(int row, ActionKind kind, int database) {
            MetricType metric = MetricType.of(kind.code()).orElseThrow();
            rows.search(use(row), metric, database, actions.accessMethod[row]);
        }

        @Override
        public void end() throws IOException {
            rows.end();
        }
    }
}
