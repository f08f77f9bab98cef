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
     * Why a line is malformed. For whoever asks after {@link #read} said that it is, the same lines having come before it. Takes as long as
     * reading it and allocates nothing.
     */
    LineFault fault(byte[] buffer, int from, int to);

    /** The same in English, with what was expected and what stands there. Slow. */
    String faultText(byte[] buffer, int from, int to);

    /**
     * Whether lines like the last one have a place for a field, so that its absence says something. Where members may be left out, as in
     * JSON, they have.
     */
    default boolean hasPlaceFor(Field field) {
        return true;
    }
}
