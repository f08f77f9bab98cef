package fr.comptoir.ingest.page;

/** Where the captures of one match begin and end in {@link PathSegments#bytes}, by their place in the path template. */
final class Captures {
    final int[] from;
    final int[] to;

    Captures(int count) {
        from = new int[count];
        to = new int[count];
    }

    void set(int capture, int start, int end) {
        from[capture] = start;
        to[capture] = end;
    }
}
