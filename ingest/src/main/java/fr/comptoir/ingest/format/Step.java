package fr.comptoir.ingest.format;

import org.jspecify.annotations.Nullable;

/** How one value of a pattern is read. */
final class Step {
    /** What is done with it; OPAQUE also for values that another one of the same meaning outranks. */
    final Meaning meaning;
    /** How its end is found. */
    final End end;
    /** The text that follows. */
    final byte[] delimiter;
    /** The fields it is, beyond its meaning. */
    final Fill fill;
    /** How it is written, if its end is TIME. */
    final @Nullable TimeForm time;
    /** Whether a TIME is the line's time, or a part of it. */
    final boolean counts;

    Step(Meaning meaning, End end, byte[] delimiter, Fill fill, @Nullable TimeForm time, boolean counts) {
        this.meaning = meaning;
        this.end = end;
        this.delimiter = delimiter;
        this.fill = fill;
        this.time = time;
        this.counts = counts;
    }

    /** How the end of a value is found. */
    enum End {
        /** At the first quote that is not escaped, with which the delimiter begins. */
        QUOTE,
        /** Where the first byte of the delimiter stands. */
        WORD,
        /** Where the delimiter first stands. */
        DELIMITER,
        /** As DELIMITER, but not at a blank next to a comma or colon of a list. */
        LIST,
        /** As DELIMITER, but the last word must be a protocol, if any word is: a request line without quotes. */
        PROTOCOL,
        /** At the last colon before a blank, tab, quote or comma: an address before its port. */
        PORT,
        /** Before the first slash. */
        SLASH,
        /** With the line; it holds no blank. */
        LINE,
        /** With the line, whatever it holds. */
        TEXT_LINE,
        /** A TIME knows its end. */
        TIME
    }
}
