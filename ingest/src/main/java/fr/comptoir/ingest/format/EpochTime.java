package fr.comptoir.ingest.format;

/** Reads times that are a number since 1970-01-01 UTC. */
final class EpochTime {
    private static final int DIGITS_MAX = 19;
    /** Year 9999. */
    private static final long MILLIS_MAX = 253_402_300_799_999L;

    private EpochTime() {}

    /** Reads whole seconds; a point after them belongs to what follows. */
    static int readWholeSeconds(byte[] bytes, int at, int to, Moment moment) {
        return read(bytes, at, Words.findNoDigit(bytes, at, to), 1000, moment);
    }

    /**
     * Reads digits and perhaps a fraction.
     *
     * @param unit how many milliseconds the number's unit has; negative: how many units make a millisecond; 0: by the number's size
     * @return one past the last byte, or -1 when it is no such number
     */
    static int read(byte[] bytes, int at, int to, int unit, Moment moment) {
        int end = Words.findNoDigit(bytes, at, to);
        if (end == at || end - at > DIGITS_MAX) {
            return -1;
        }
        long whole = 0;
        for (int i = at; i < end; i++) {
            whole = whole * 10 + (bytes[i] - '0');
        }
        int thousandths = 0;
        if (end + 1 < to && bytes[end] == '.') {
            int fraction = end + 1;
            end = Words.findNoDigit(bytes, fraction, to);
            if (end == fraction) {
                return -1;
            }
            for (int i = 0; i < 3; i++) {
                thousandths = thousandths * 10 + (fraction + i < end ? bytes[fraction + i] - '0' : 0);
            }
        }
        int milliseconds = unit == 0 ? unitBySize(whole) : unit;
        long millis = switch (milliseconds) {
            case 1000 -> whole > MILLIS_MAX / 1000 ? -1 : whole * 1000 + thousandths;
            case 1 -> whole;
            default -> whole / -milliseconds;
        };
        if (millis < 0 || millis > MILLIS_MAX) {
            return -1;
        }
        moment.epochMillis = millis;
        return end;
    }

    /** Seconds, milliseconds, microseconds or nanoseconds: whichever gives a time between 1973 and 5138. */
    private static int unitBySize(long whole) {
        if (whole < 100_000_000_000L) {
            return 1000;
        }
        if (whole < 100_000_000_000_000L) {
            return 1;
        }
        return whole < 100_000_000_000_000_000L ? -1000 : -1_000_000;
    }
}
