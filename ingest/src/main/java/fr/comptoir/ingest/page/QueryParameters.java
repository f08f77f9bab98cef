package fr.comptoir.ingest.page;

import java.util.Arrays;

/**
 * The parameters of one query, in order, names and values decoded ({@code %hh}, and {@code +} as a blank). A name without {@code =} has
 * an empty value. A buffer to be used again; not thread-safe.
 */
public final class QueryParameters {
    byte[] bytes = new byte[256];
    int count;
    private int[] from = new int[16];
    private int[] middle = new int[16];
    private int[] to = new int[16];

    void read(byte[] query, int start, int end) {
        count = 0;
        if (bytes.length < end - start) {
            bytes = new byte[Math.max(end - start, 2 * bytes.length)];
        }
        int out = 0;
        int at = start;
        while (at < end) {
            int stop = at;
            int equals = -1;
            while (stop < end && query[stop] != '&') {
                if (equals < 0 && query[stop] == '=') {
                    equals = stop;
                }
                stop++;
            }
            int nameEnd = PercentCoding.decode(query, at, equals < 0 ? stop : equals, bytes, out, true);
            int valueEnd = equals < 0 ? nameEnd : PercentCoding.decode(query, equals + 1, stop, bytes, nameEnd, true);
            add(out, nameEnd, valueEnd);
            out = valueEnd;
            at = stop + 1;
        }
    }

    /** Whether any parameter of that name has one of the values; a value with commas is a list. */
    public boolean has(byte[] name, ListValues values) {
        for (int i = 0; i < count; i++) {
            if (isNamed(i, name) && values.anyIn(bytes, middle[i], to[i])) {
                return true;
            }
        }
        return false;
    }

    boolean isNamed(int parameter, byte[] name) {
        return Arrays.equals(bytes, from[parameter], middle[parameter], name, 0, name.length);
    }

    /** Where the value begins in {@link #bytes}. */
    int valueFrom(int parameter) {
        return middle[parameter];
    }

    int valueTo(int parameter) {
        return to[parameter];
    }

    private void add(int nameFrom, int nameTo, int valueTo) {
        if (count == from.length) {
            from = Arrays.copyOf(from, 2 * count);
            middle = Arrays.copyOf(middle, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
        }
        from[count] = nameFrom;
        middle[count] = nameTo;
        to[count++] = valueTo;
    }
}
