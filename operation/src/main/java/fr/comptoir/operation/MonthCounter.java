package fr.comptoir.operation;

import fr.comptoir.engine.Counting;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.fact.MonthFacts;
import fr.comptoir.model.fact.MonthTotals;
import fr.comptoir.store.Store;
import fr.comptoir.store.action.ActionFilter;
import fr.comptoir.store.action.ActionParts;
import fr.comptoir.store.action.ActionSet;
import fr.comptoir.store.fact.FactParts;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.time.YearMonth;
import java.time.ZoneId;

/** Counts months from the actions in the store and writes their facts: at once when they fit in memory, else in parts. */
final class MonthCounter {
    /** Rows that are counted at once; about 150 bytes of heap each while they are, and 60 more for the facts that are found. */
    static final int ROWS_IN_MEMORY = 3_000_000;

    private final Store store;
    private final ZoneId zone;
    private final int threads;
    private final int rowsInMemory;

    MonthCounter(Store store, ZoneId zone, int threads) {
        this(store, zone, threads, ROWS_IN_MEMORY);
    }

    MonthCounter(Store store, ZoneId zone, int threads, int rowsInMemory) {
        this.store = store;
        this.zone = zone;
        this.threads = threads;
        this.rowsInMemory = rowsInMemory;
    }

    /** Counts a month as {@code state} has its actions, and writes the facts as the version that the month has next. */
    MonthTotals count(State state, YearMonth month, Catalogue catalogue) throws IOException {
        int version = state.month(month).nextFacts();
        try (ActionSet actions = store.actions().openWithNextSeconds(state, month, zone, ActionFilter.ALL)) {
            long rows = actions.rows();
            if (rows <= rowsInMemory) {
                MonthFacts facts = Counting.count(month, actions.all().actions(), catalogue, threads);
                store.facts().write(facts, catalogue, version);
                store.extractions().sumUp(state, month, version);
                return facts.totals();
            }
            int parts = Math.toIntExact(rows / rowsInMemory + 1);
            FactParts written = store.facts().writeParts(month, catalogue, version);
            MonthTotals[] totals = {MonthTotals.NONE};
            try (ActionParts cut = actions.cut(parts)) {
                Counting.count(
                        month, StoredParts.byItem(actions, cut, parts, state, month), catalogue, threads, part -> {
                            written.add(part);
                            totals[0] = totals[0].plus(part.totals());
                        });
            }
            written.finish();
            store.extractions().sumUp(state, month, version);
            return totals[0];
        }
    }
}
