package fr.comptoir.paper;

/** Sizes in points and colours as RGB: what every page has in common. */
final class Look {
    static final float MARGIN = 40;
    static final float FOOT = 34;

    static final float TITLE = 20;
    static final float SUBTITLE = 13;
    static final float HEADING = 11.5f;
    static final float TEXT = 9;
    static final float SMALL = 7.5f;
    /** The leading of a line, as a multiple of its size. */
    static final float LEADING = 1.3f;
    /** Where the letters stand in a line, from its top. */
    static final float BASELINE = 0.98f;

    static final int INK = 0x1B1F23;
    static final int QUIET = 0x56606A;
    static final int ACCENT = 0x0B5A7D;
    static final int RULE = 0xD3DAE0;
    static final int WHITE = 0xFFFFFF;
    static final int SHADE = 0xEEF3F6;

    private Look() {}
}
