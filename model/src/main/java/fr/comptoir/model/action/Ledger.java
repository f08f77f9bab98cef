package fr.comptoir.model.action;

import java.util.Arrays;

/** How many lines ended where; {@code lines = malformed + excluded + held + actions} by construction. Not thread-safe. */
public final class Ledger {
    private final long[] counts = new long[LineOutcome.values().length];

    public void add(LineOutcome outcome, long lines) {
        counts[outcome.ordinal()] += lines;
    }

    public void add(Ledger other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
    }

    public long count(LineOutcome outcome) {
        return counts[outcome.ordinal()];
    }

    public long lines() {
        return Arrays.stream(counts).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ledger ledger && Arrays.equals(counts, ledger.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("lines ").append(lines());
        for (LineOutcome outcome : LineOutcome.values()) {
            text.append(", ").append(outcome.code()).append(' ').append(count(outcome));
        }
        return text.toString();
    }
}
