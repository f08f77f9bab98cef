package fr.comptoir.operation;

import fr.comptoir.model.action.Ledger;
import fr.comptoir.model.site.InputException;
import fr.comptoir.store.Store;
import fr.comptoir.store.state.Command;
import fr.comptoir.store.state.RunRecord;
import fr.comptoir.store.state.State;
import fr.comptoir.store.state.Versions;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Commits a change that read no logs, with its record: every run leaves one. */
final class Records {
    private Records() {}

    static void commit(Site site, Store store, State state, String program, Command command)
            throws IOException, InputException {
        commit(site, store, site.clock().instant(), state, program, command);
    }

    /**
     * As {@link #commit(Site, Store, State, String, Command)}, of a change that counted months.
     *
     * @param started before any of them was counted, and when no other program wrote any more
     */
    static void commit(Site site, Store store, Instant started, State state, String program, Command command)
            throws IOException, InputException {
        Instant now = site.clock().instant();
        Versions with = new Versions(
                Registry.catalogue(store, state).version(),
                Registry.institutions(site, store, state).version(),
                Reading.robotsVersion(site, store, state),
                Reading.rulesVersion(site));
        RunRecord record =
                new RunRecord(state.nextRun(), started, now, program, command, with, List.of(), new Ledger());
        store.runs().write(record);
        store.commit(state.withRun(record, Map.of()));
    }
}
