package fr.comptoir.ingest.page;

import fr.comptoir.ingest.format.Words;
import java.util.Arrays;

/**
 * The segments of one request path, each percent-decoded on its own, so that {@code %2F} stays inside its segment. To be used again for
 * the next path; not thread-safe.
 */
final class PathSegments {
    /** Holds the decoded segments one after the other, a slash between each two: the path itself when nothing was encoded. */
    byte[] bytes = new byte[0];

    int count;
    private byte[] decoded = new byte[256];
    private int[] from = new int[16];
    private int[] to = new int[16];

    /** Cuts a path, which begins with a slash, at its slashes. */
    void read(byte[] path, int start, int end) {
        count = 0;
        bytes = path;
        int segment = start + 1;
        int i = Words.findEither(path, segment, end, Words.SLASHES, Words.PERCENTS);
        while (i < end) {
            if (path[i] == '%') {
                decode(path, start, end);
                return;
            }
            add(segment, i);
            segment = i + 1;
            i = Words.findEither(path, segment, end, Words.SLASHES, Words.PERCENTS);
        }
        add(segment, end);
    }

    private void decode(byte[] path, int start, int end) {
        if (decoded.length < end - start) {
            decoded = new byte[Math.max(end - start, 2 * decoded.length)];
        }
        bytes = decoded;
        count = 0;
        int out = 0;
        int segment = start + 1;
        while (segment <= end) {
            int stop = segment;
            while (stop < end && path[stop] != '/') {
                stop++;
            }
            int done = PercentCoding.decode(path, segment, stop, decoded, out, false);
            add(out, done);
            if (stop < end) {
                decoded[done++] = '/';
            }
            out = done;
            segment = stop + 1;
        }
    }

    int from(int segment) {
        return from[segment];
    }

    int to(int segment) {
        return to[segment];
    }

    private void add(int start, int end) {
        if (count == from.length) {
            from = Arrays.copyOf(from, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
        }
        from[count] = start;
        to[count++] = end;
    }
}
