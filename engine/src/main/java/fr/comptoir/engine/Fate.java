package fr.comptoir.engine;

/** What becomes of one row. */
enum Fate {
    COUNTED,
    /** Of another month. */
    DECIDES_ONLY,
    HELD,
    NOT_CONTENT,
    /** Replaced by a later click. */
    DOUBLE_CLICK;

    private static final Fate[] VALUES = values();

    /** The fate as a column holds it. */
    final byte code = (byte) ordinal();

    static Fate of(byte code) {
        return VALUES[code];
    }
}
