package fr.comptoir.store.state;

import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.action.Ledger;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of one run: enough to know its inputs again and to say how its figures came about.
 *
 * @param number number of the run in the store, from 1
 * @param program name and version of the program
 * @param command what was asked for
 * @param with what was in force when it read
 * @param ledger sum over the inputs
 * @param malformed the malformed lines of the inputs by what is wrong with them
 * @param unmatched of each month the most frequent paths that no page rule matched, the most frequent first
 * @param robots of each month the entries of the list of robots that dropped most lines, the first of them first
 * @param otherSites the most frequent hosts from which people came that no rule of arrival names, the most frequent first
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
        List<MalformedLines> malformed,
        List<UnmatchedPath> unmatched,
        List<RobotHit> robots,
        List<OtherSite> otherSites) {

    /**
     * Lines of an input that are malformed in the same way; nothing of what stands in them is kept.
     *
     * @param input its number
     * @param kind what is wrong, as {@code docs/reference/store.md} has it
     * @param part the value that is meant; blank where the line as a whole is
     * @param first number of the first of them in the input, from 1
     * @param last number of the last of them
     */
    public record MalformedLines(int input, String kind, String part, long lines, int first, int last) {}

    /**
     * A path and how many lines had it.
     *
     * @param month of the lines; empty in records of programs that did not note it
     */
    public record UnmatchedPath(Optional<YearMonth> month, String path, long lines) {}

    /** An entry of the list of robots, as it is written there, and how many lines of a month it dropped. */
    public record RobotHit(YearMonth month, String pattern, long lines) {}

    /** A host and how many actions began there. */
    public record OtherSite(String host, long actions) {}

    public RunRecord {
        inputs = List.copyOf(inputs);
        malformed = List.copyOf(malformed);
        unmatched = List.copyOf(unmatched);
        robots = List.copyOf(robots);
        otherSites = List.copyOf(otherSites);
    }

    /** A run that read no log. */
    public RunRecord(
            int number,
            Instant started,
            Instant finished,
            String program,
            Command command,
            Versions with,
            List<InputRecord> inputs,
            Ledger ledger) {
        this(
                number, started, finished, program, command, with, inputs, ledger, List.of(), List.of(), List.of(),
                List.of());
    }

    /** Whether it read lines of logs: new ones, or those of earlier runs again. */
    public boolean readLogs() {
        return !inputs.isEmpty() || command.operation().equals(Command.RECOUNT);
    }
}
