package fr.comptoir.ingest.page;

import fr.comptoir.ingest.format.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which rules can match a path at all, by its first segment. Half of a log is page furniture, and most of that is in folders that no rule
 * names. Immutable.
 *
 * <p>How: a segment of at most seven bytes is one word, its length in the highest byte; a longer one is found by the first seven and
 * compared.
 */
final class FirstSegments {
    private static final int WORD_BYTES = 7;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final int shift;
    private final long[] words;
    private final byte[][] literals;
    private final int[][] rules;
    /** The rules for a first segment that none names: those that begin with a capture. */
    private final int[] others;
    /** All rules, for a first segment in which something is encoded. */
    private final int[] all;

    FirstSegments(List<CompiledRule> compiled) {
        int slots = Math.max(16, 4 * Integer.highestOneBit(compiled.size() + 1));
        shift = Long.numberOfLeadingZeros(slots - 1L);
        words = new long[slots];
        literals = new byte[slots][];
        rules = new int[slots][];
        others = rulesFor(compiled, Optional.empty());
        all = new int[compiled.size()];
        Arrays.setAll(all, i -> i);
        for (CompiledRule rule : compiled) {
            rule.path.firstLiteral().ifPresent(literal -> put(literal, rulesFor(compiled, Optional.of(literal))));
        }
    }

    private void put(byte[] literal, int[] its) {
        byte[] padded = Arrays.copyOf(literal, literal.length + Long.BYTES);
        long word = word(Words.get(padded, 0), literal.length);
        int slot = slot(word, padded, 0, literal.length);
        words[slot] = word;
        literals[slot] = literal;
        rules[slot] = its;
    }

    /**
     * The rules to try for a path, in their order.
     *
     * @param from where its first segment begins, after the slash
     * @param to where the path ends
     */
    int[] rules(byte[] bytes, int from, int to) {
        if (from + Long.BYTES > bytes.length) {
            return rules(Arrays.copyOfRange(bytes, from, to + Long.BYTES), 0, to - from);
        }
        long first = Words.get(bytes, from);
        int length = Math.min(to - from, Words.before(first, Words.SLASHES));
        if (length > WORD_BYTES) {
            int end = Words.findEither(bytes, from, to, Words.SLASHES, Words.PERCENTS);
            if (end < to && bytes[end] == '%') {
                return all;
            }
            length = end - from;
        } else if (Words.before(first, Words.PERCENTS) < length) {
            return all;
        }
        int[] found = rules[slot(word(first, length), bytes, from, from + length)];
        return found == null ? others : found;
    }

    /** The first bytes, at most seven, and the length. */
    private static long word(long first, int length) {
        int kept = Math.min(length, WORD_BYTES);
        return (first & ((1L << (Byte.SIZE * kept)) - 1)) | ((long) Math.min(length, 0xFF) << (Byte.SIZE * WORD_BYTES));
    }

    private int slot(long word, byte[] bytes, int from, int to) {
        int slot = (int) ((word * MULTIPLIER) >>> shift);
        while (rules[slot] != null && !(words[slot] == word && isSame(literals[slot], bytes, from, to))) {
            slot = (slot + 1) & (rules.length - 1);
        }
        return slot;
    }

    private static boolean isSame(byte[] literal, byte[] bytes, int from, int to) {
        return to - from <= WORD_BYTES || Arrays.equals(bytes, from, to, literal, 0, literal.length);
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
