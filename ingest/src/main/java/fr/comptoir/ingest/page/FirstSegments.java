package fr.comptoir.ingest.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which rules can match a path at all, by its first segment. Half of a log is page furniture, and most of that is in folders that no rule
 * names. Immutable.
 */
final class FirstSegments {
    private final int mask;
    private final byte[][] literals;
    private final int[][] rules;
    /** The rules for a first segment that none names: those that begin with a capture. */
    private final int[] others;

    FirstSegments(List<CompiledRule> compiled) {
        int slots = Math.max(16, 4 * Integer.highestOneBit(compiled.size() + 1));
        mask = slots - 1;
        literals = new byte[slots][];
        rules = new int[slots][];
        others = rulesFor(compiled, Optional.empty());
        for (CompiledRule rule : compiled) {
            rule.path.firstLiteral().ifPresent(literal -> {
                int slot = slot(literal, 0, literal.length);
                literals[slot] = literal;
                rules[slot] = rulesFor(compiled, Optional.of(literal));
            });
        }
    }

    /** The rules to try for a path whose first segment is {@code bytes[from, to)} when nothing is encoded in it, in their order. */
    int[] rules(byte[] bytes, int from, int to) {
        int[] found = rules[slot(bytes, from, to)];
        return found == null ? others : found;
    }

    private int slot(byte[] bytes, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        int slot = (hash ^ hash >>> 15) & mask;
        while (literals[slot] != null && !Arrays.equals(bytes, from, to, literals[slot], 0, literals[slot].length)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static int[] rulesFor(List<CompiledRule> compiled, Optional<byte[]> first) {
        List<Integer> numbers = new ArrayList<>();
        for (int rule = 0; rule < compiled.size(); rule++) {
            Optional<byte[]> literal = compiled.get(rule).path.firstLiteral();
            if (literal.isEmpty() || (first.isPresent() && Arrays.equals(literal.get(), first.get()))) {
                numbers.add(rule);
            }
        }
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
