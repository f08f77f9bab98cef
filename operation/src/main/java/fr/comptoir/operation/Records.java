package fr.comptoir.operation;

import fr.comptoir.model.action.Ledger;
import fr.comptoir.store.Store;
import fr.comptoir.store.state.Counted;
import fr.comptoir.store.state.RunRecord;
import fr.comptoir.store.state.State;
import fr.comptoir.store.state.Versions;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Commits a change that read no logs, with its record: every run leaves one. */
final class Records {
    private Records() {}

    static void commit(Site site, Store store, State state, String program) throws IOException {
        Instant now = site.clock().instant();
        RunRecord record =
                new RunRecord(state.nextRun(), now, now, program, versions(state), List.of(), new Ledger(), List.of());
        store.runs().write(record);
        store.commit(state.withRun(record, Map.of()));
    }

    /** With what the site last counted. */
    private static Versions versions(State state) {
        return state.months().values().stream()
                .flatMap(month -> month.counted().stream())
                .max(Comparator.comparing(Counted::at))
                .map(Counted::with)
                .orElse(Versions.NONE);
    }
}
