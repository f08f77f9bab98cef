package fr.comptoir.ingest.format;

/** A way to write a time. Knows by itself where it ends. Not thread-safe: each reader has its own. */
interface TimeForm {
    /**
     * Reads what stands at {@code at} and puts it into {@code moment}.
     *
     * @return one past its last byte, or -1 when it is not in this form
     */
    int read(byte[] bytes, int at, int to, Moment moment);
}
