package fr.comptoir.ingest.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Where the fields of one line stand; filled by a {@link LineReader} and reused for every line by one thread. Offsets refer to
 * {@link #bytesOf(Field)}, which is the line's own buffer unless the field had to be decoded. Absent fields have {@code from == -1}; a
 * {@code -} and an empty value are absent for all fields but METHOD, TARGET, PATH, QUERY and USER_AGENT, where they are present (a
 * USER_AGENT of {@code -} is present and empty). Not thread-safe.
 */
public final class LineFields {
    private static final int[] ABSENT = new int[Field.COUNT];

    static {
        Arrays.fill(ABSENT, -1);
    }

    /** First byte by {@link Field} ordinal, or -1 when the field is absent. */
    public final int[] from = new int[Field.COUNT];
    /** One past the last byte by {@link Field} ordinal. */
    public final int[] to = new int[Field.COUNT];
    /** The line's own buffer. */
    public byte[] bytes = new byte[0];
    /** Epoch milliseconds, UTC. */
    public long time;
    /** HTTP status, or -1 when absent. */
    public int status;
    /** The line is readable, but its request is {@code -} or no request at all; METHOD, TARGET, PATH and QUERY are absent. */
    public boolean garbageRequest;

    /** A bit by {@link Field} ordinal: the value still holds the log's escapes. */
    private int escaped;
    /** A bit by {@link Field} ordinal: the offsets refer to {@link #scratch}. */
    private int inScratch;

    final Escapes[] escapes = new Escapes[Field.COUNT];
    private byte[] scratch = new byte[4096];
    private int scratchEnd;

    public LineFields() {
        Arrays.fill(escapes, Escapes.LOG);
    }

    /** The buffer that the offsets of a field refer to. Holds until the next line is read or another field is unescaped. */
    public byte[] bytesOf(Field field) {
        return (inScratch >>> field.ordinal() & 1) != 0 ? scratch : bytes;
    }

    public boolean has(Field field) {
        return from[field.ordinal()] >= 0;
    }

    /** Undoes the escapes of a field, if it has any: afterwards {@link #bytesOf} with {@code from} and {@code to} give its plain bytes. */
    public void unescape(Field field) {
        int f = field.ordinal();
        if ((escaped >>> f & 1) != 0) {
            decode(f, escapes[f]);
        }
    }

    /** The plain text of a field, read as UTF-8; {@code ""} when absent. For messages and tests. */
    public String text(Field field) {
        if (!has(field)) {
            return "";
        }
        unescape(field);
        int f = field.ordinal();
        return new String(bytesOf(field), from[f], to[f] - from[f], StandardCharsets.UTF_8);
    }

    /** Forgets the line before. */
    void clear(byte[] buffer) {
        bytes = buffer;
        System.arraycopy(ABSENT, 0, from, 0, Field.COUNT);
        escaped = 0;
        inScratch = 0;
        scratchEnd = 0;
        status = -1;
        garbageRequest = false;
    }

    /** Decodes a field into the scratch buffer and points the field there. */
    void decode(int f, Escapes how) {
        int length = to[f] - from[f];
        if (scratch.length - scratchEnd < length) {
            scratch = Arrays.copyOf(scratch, Math.max(scratch.length * 2, scratchEnd + length));
        }
        byte[] source = (inScratch >>> f & 1) != 0 ? scratch : bytes;
        int end = how.decode(source, from[f], to[f], scratch, scratchEnd);
        from[f] = scratchEnd;
        to[f] = end;
        scratchEnd = end;
        inScratch |= 1 << f;
        escaped &= ~(1 << f);
    }

    /** Says that the offsets of a field, set or still to be set, refer to what was decoded. */
    void putInScratch(int f) {
        inScratch |= 1 << f;
    }

    /** Says that the offsets of a field refer to the line itself. */
    void putInLine(int f) {
        inScratch &= ~(1 << f);
    }

    /** Says that a field still holds the log's escapes, to be undone by {@link #unescape(Field)}. */
    void putEscaped(int f, Escapes how) {
        escaped |= 1 << f;
        escapes[f] = how;
    }

    void putPlain(int f) {
        escaped &= ~(1 << f);
    }

    /** Whether a field still holds the log's escapes. */
    public boolean isEscaped(Field field) {
        return (escaped >>> field.ordinal() & 1) != 0;
    }
}
