package fr.comptoir.store.state;

import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.action.Ledger;
import java.time.Instant;
import java.util.List;

/**
 * What is kept of one run: enough to know its inputs again and to say how its figures came about.
 *
 * @param number number of the run in the store, from 1
 * @param program version of Comptoir
 * @param command what was asked for
 * @param with what was in force when it read
 * @param ledger sum over the inputs
 * @param unmatched the most frequent paths that no page rule matched, the most frequent first
 */
public record RunRecord(
        int number,
        Instant started,
        Instant finished,
        String program,
        Command command,
        Versions with,
        List<InputRecord> inputs,
        Ledger ledger,
        List<UnmatchedPath> unmatched) {

    /** A path and how many lines had it. */
    public record UnmatchedPath(String path, long lines) {}

    public RunRecord {
        inputs = List.copyOf(inputs);
        unmatched = List.copyOf(unmatched);
    }

    /** Whether it read lines of logs: new ones, or those of earlier runs again. */
    public boolean readLogs() {
        return !inputs.isEmpty() || command.operation().equals(Command.RECOUNT);
    }
}
