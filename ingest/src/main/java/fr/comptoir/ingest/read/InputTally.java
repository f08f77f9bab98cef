package fr.comptoir.ingest.read;

import fr.comptoir.ingest.input.ContentHash;
import fr.comptoir.ingest.input.Input;
import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.action.Ledger;
import fr.comptoir.model.action.LineOutcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up what the pieces of one input came to, in their order, to its record. Not thread-safe. */
final class InputTally {
    /** How many malformed lines are kept to be shown. */
    static final int EXAMPLES = 3;

    private final Input input;
    private final InputPart part;
    private final String headHash;
    private final DayTallies days = new DayTallies();
    private final List<PieceResult.Reject> examples = new ArrayList<>();
    private final FaultTally faults = new FaultTally();
    private long[] hashes = new long[64];
    private int longs;
    private long bytes;
    private int lines;
    private int oldLines;
    private long malformed;
    private long counted;
    private long malformedAtBeginning;
    private Optional<InputRecord.Tail> tail = Optional.empty();

    InputTally(Input input, InputPart part, byte[] head) {
        this.input = input;
        this.part = part;
        headHash = ContentHash.of(head, 0, head.length);
    }

    void add(PieceResult result) {
        if (hashes.length < longs + result.hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * (longs + result.hashes.length));
        }
        System.arraycopy(result.hashes, 0, hashes, longs, result.hashes.length);
        longs += result.hashes.length;
        bytes += result.bytes;
        if (malformedAtBeginning == counted) {
            malformedAtBeginning += result.malformedAtBeginning;
        }
        counted += result.counted;
        malformed += result.malformed;
        tail = result.tail.map(
                last -> new InputRecord.Tail(last.offset(), lines + last.line(), last.outcome(), last.day()));
        days.add(result.days);
        for (int i = 0; i < result.rejects.size() && examples.size() < EXAMPLES; i++) {
            PieceResult.Reject reject = result.rejects.get(i);
            examples.add(new PieceResult.Reject(lines + reject.line, reject.bytes));
        }
        faults.add(result.faults, lines);
        oldLines += result.oldLines;
        lines = Math.addExact(lines, result.lines);
    }

    /** Lines so far, those counted earlier and directives too. */
    int lines() {
        return lines;
    }

    /** Lines counted so far. */
    long counted() {
        return counted;
    }

    /** Malformed lines before the first that is not. */
    long malformedAtBeginning() {
        return malformedAtBeginning;
    }

    /** The first malformed lines, with their numbers in the input. */
    List<PieceResult.Reject> examples() {
        return examples;
    }

    /** Its malformed lines by what is wrong with them. */
    List<IngestResult.Malformed> malformed() {
        return faults.of(part.number());
    }

    InputRecord record() {
        Ledger ledger = new Ledger();
        ledger.add(LineOutcome.MALFORMED, malformed);
        SortedMap<LocalDate, Ledger> ledgers = new TreeMap<>();
        SortedMap<LocalDate, Integer> hours = new TreeMap<>();
        for (Map.Entry<Integer, DayTallies.Tally> entry : days.days().entrySet()) {
            Ledger day = new Ledger();
            for (LineOutcome outcome : LineOutcome.values()) {
                day.add(outcome, entry.getValue().counts[outcome.ordinal()]);
            }
            LocalDate date = LocalDate.ofEpochDay(entry.getKey());
            ledgers.put(date, day);
            hours.put(date, entry.getValue().hours);
            ledger.add(day);
        }
        return new InputRecord(
                part.number(),
                input.name(),
                input.absolutePath(),
                bytes,
                ContentHash.combine(hashes, longs / ContentHash.BLOCK_LONGS, bytes),
                headHash,
                part.continues().map(InputRecord::number),
                oldLines + 1,
                tail,
                part.continues().flatMap(InputTally::retraction),
                ledger,
                ledgers,
                hours);
    }

    private static Optional<InputRecord.Retraction> retraction(InputRecord earlier) {
        return earlier.tail().map(last -> new InputRecord.Retraction(earlier.number(), last));
    }
}
