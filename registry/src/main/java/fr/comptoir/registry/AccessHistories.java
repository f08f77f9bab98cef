package fr.comptoir.registry;

import fr.comptoir.model.code.AccessType;

/**
 * The distinct histories of access of a catalogue; items with the same history share its number. History {@code h} has the entries
 * {@code [starts[h], starts[h + 1])}; each says from which day on it holds, the first from ever. Immutable.
 *
 * @param starts one more than there are histories
 * @param days days since 1970-01-01, ascending within a history, the first {@link Integer#MIN_VALUE}
 * @param types ordinal of the AccessType of Release 5.1 plus 16 times that of Release 5; the sign says that this holds in all formats
 */
record AccessHistories(int[] starts, int[] days, byte[] types) {
    private static final AccessType[] VALUES = AccessType.values();

    int size() {
        return starts.length - 1;
    }

    /** Release 5.1. */
    AccessType type(int history, int day) {
        return VALUES[types[entry(history, day)] & 15];
    }

    /** Release 5. */
    AccessType typeR5(int history, int day) {
        return VALUES[types[entry(history, day)] >> 4 & 7];
    }

    /** Release 5: whether {@link #typeR5} holds whatever a page rule says of its format. */
    boolean inAllFormats(int history, int day) {
        return types[entry(history, day)] < 0;
    }

    private int entry(int history, int day) {
        int entry = starts[history + 1] - 1;
        while (days[entry] > day) {
            entry--;
        }
        return entry;
    }
}
