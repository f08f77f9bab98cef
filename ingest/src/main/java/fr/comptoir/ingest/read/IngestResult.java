package fr.comptoir.ingest.read;

import fr.comptoir.ingest.format.LineFault;
import fr.comptoir.ingest.input.Input;
import fr.comptoir.model.action.InputRecord;
import java.time.YearMonth;
import java.util.List;

/**
 * What a run of reading came to.
 *
 * @param records the inputs counted, by ascending number
 * @param repeats inputs whose content was counted before, in this run or earlier; they add nothing
 * @param rejectsKept how many malformed lines went to the sink
 * @param malformed the malformed lines of the records by what is wrong with them, in the order of the records, most lines first
 * @param unmatched of each month the fifty most frequent kinds of path that no rule matched; empty when they were not counted
 * @param robots of each month the fifty entries of the list of robots that dropped most lines; with a line that was read again as it had been cut
 * @param otherSites the fifty most frequent hosts from which people came that no rule names; a rare one could tell of a person and is not kept
 */
public record IngestResult(
        List<InputRecord> records,
        List<Repeat> repeats,
        int rejectsKept,
        List<Malformed> malformed,
        List<UnmatchedPaths.Kind> unmatched,
        List<RobotHit> robots,
        List<OtherSite> otherSites) {
    /**
     * Lines of an input that are malformed in the same way.
     *
     * @param input its number
     * @param first number of the first of them in the input, from 1
     * @param last number of the last of them
     */
    public record Malformed(int input, LineFault fault, long lines, int first, int last) {}

    /** An entry of the list of robots, as it is written there, and how many lines of a month it dropped. */
    public record RobotHit(YearMonth month, String pattern, long lines) {}

    /** A host and how many actions began there. */
    public record OtherSite(String host, long actions) {}

    /** An input and the one, counted earlier, that has the same content. */
    public record Repeat(Input input, InputRecord earlier) {}
}
