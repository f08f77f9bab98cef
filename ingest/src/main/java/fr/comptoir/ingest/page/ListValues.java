package fr.comptoir.ingest.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Set;

/** Values of which one is looked for in a parameter that may be a list with commas, {@code sid=google,browser-addon}. Immutable. */
public final class ListValues {
    private static final String ANY = "*";

    private final byte[][] values;
    private final boolean any;

    /**
     * Values that are looked for.
     *
     * @param values {@code *}: any value that is not empty
     */
    public ListValues(Set<String> values) {
        this.values = values.stream().map(value -> value.getBytes(UTF_8)).toArray(byte[][]::new);
        any = values.contains(ANY);
    }

    boolean anyIn(byte[] bytes, int from, int to) {
        if (any) {
            return from < to;
        }
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || bytes[i] == ',') {
                if (isValue(bytes, start, i)) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    private boolean isValue(byte[] bytes, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && bytes[from] == ' ') {
            from++;
        }
        while (to > from && bytes[to - 1] == ' ') {
            to--;
        }
        for (byte[] value : values) {
            if (Arrays.equals(bytes, from, to, value, 0, value.length)) {
                return true;
            }
        }
        return false;
    }
}
