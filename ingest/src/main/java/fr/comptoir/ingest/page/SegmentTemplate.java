package fr.comptoir.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One segment of a rule's path: literals and captures in turn, {@code {journal}.{volume}.{page}}. A capture takes at least one byte; each
 * takes as few as the literal after it allows, and the last takes what is left. So a match costs one pass, whatever the template.
 */
final class SegmentTemplate {
    /** {@code literals[i]} stands before capture {@code i}; the last one ends the segment. */
    private final byte[][] literals;

    private final int firstCapture;

    /** @param literals one more than there are captures; only the first and the last may be empty */
    SegmentTemplate(List<String> literals, int firstCapture) {
        this.literals = literals.stream().map(text -> text.getBytes(UTF_8)).toArray(byte[][]::new);
        this.firstCapture = firstCapture;
    }

    /** The segment, when it has no capture. */
    Optional<byte[]> literal() {
        return literals.length == 1 ? Optional.of(literals[0]) : Optional.empty();
    }

    boolean matches(byte[] bytes, int from, int to, Captures captures) {
        byte[] head = literals[0];
        byte[] tail = literals[literals.length - 1];
        if (literals.length == 1) {
            return Arrays.equals(bytes, from, to, head, 0, head.length);
        }
        int end = to - tail.length;
        int at = from + head.length;
        if (at >= end || !startsWith(bytes, from, to, head) || !startsWith(bytes, end, to, tail)) {
            return false;
        }
        for (int i = 1; i < literals.length - 1; i++) {
            int next = find(bytes, at + 1, end, literals[i]);
            if (next < 0) {
                return false;
            }
            captures.set(firstCapture + i - 1, at, next);
            at = next + literals[i].length;
        }
        captures.set(firstCapture + literals.length - 2, at, end);
        return at < end;
    }

    private static boolean startsWith(byte[] bytes, int from, int to, byte[] literal) {
        return from + literal.length <= to
                && Arrays.equals(bytes, from, from + literal.length, literal, 0, literal.length);
    }

    private static int find(byte[] bytes, int from, int to, byte[] literal) {
        for (int i = from; i + literal.length <= to; i++) {
            if (startsWith(bytes, i, to, literal)) {
                return i;
            }
        }
        return -1;
    }
}
