package fr.comptoir.ingest.read;

import fr.comptoir.ingest.format.LineFault;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds up malformed lines by what is wrong with them; as many reasons as a format has, however many lines. Not thread-safe. */
final class FaultTally {
    private final Map<LineFault, Lines> faults = new HashMap<>();

    private static final class Lines {
        private long count;
        private int first;
        private int last;

        private void add(long more, int from, int to) {
            first = count == 0 ? from : first;
            count += more;
            last = to;
        }
    }

    /** Adds a line that comes after all others. */
    void add(LineFault fault, int line) {
        lines(fault).add(1, line, line);
    }

    /** Adds what comes later, whose first line is the one after {@code linesBefore}. */
    void add(FaultTally later, int linesBefore) {
        later.faults.forEach(
                (fault, more) -> lines(fault).add(more.count, linesBefore + more.first, linesBefore + more.last));
    }

    private Lines lines(LineFault fault) {
        return faults.computeIfAbsent(fault, any -> new Lines());
    }

    /** What was added of an input, most lines first. */
    List<IngestResult.Malformed> of(int input) {
        return faults.entrySet().stream()
                .map(one -> new IngestResult.Malformed(
                        input, one.getKey(), one.getValue().count, one.getValue().first, one.getValue().last))
                .sorted(Comparator.comparingLong(IngestResult.Malformed::lines)
                        .reversed()
                        .thenComparingInt(IngestResult.Malformed::first))
                .toList();
    }
}
