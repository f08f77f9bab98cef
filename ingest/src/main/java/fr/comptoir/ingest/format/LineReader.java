package fr.comptoir.ingest.format;

/** Reads single lines of one format. Not thread-safe: each thread has its own, from {@link LineFormat#newReader()}. */
public interface LineReader {
    /**
     * Reads {@code buffer[from, to)}, a line without its LF and without a CR before that. Allocates nothing.
     *
     * @return false when the line is malformed; {@code fields} then says nothing
     */
    boolean read(byte[] buffer, int from, int to, LineFields fields);

    /**
     * Which value of a line cannot be read, and what was expected, in English. Slow: for whoever asks after {@link #read} said that the line
     * is malformed, the same lines having come before it.
     */
    String fault(byte[] buffer, int from, int to);

    /**
     * Whether lines like the last one have a place for a field, so that its absence says something. Where members may be left out, as in
     * JSON, they have.
     */
    default boolean hasPlaceFor(Field field) {
        return true;
    }
}
