package fr.comptoir.ingest.format;

/**
 * Reads {@code dd/Mon/yyyy:HH:mm:ss +hhmm}, 26 bytes. The day and the zone are parsed only when they differ from those of the line
 * before. Not thread-safe.
 */
final class ClfTime {
    static final int BYTES = 26;

    private static final long TIME = timePattern();
    private static final long DIGIT_OR_COLON = 0x76767F76767F7676L;
    private static final long HIGHS = Words.ONES << 7;

    private long day;
    private int year;
    private long zone;
    private long midnight = Calendar.NO_TIME;

    /** Epoch milliseconds of what stands at {@code at}, where 26 bytes can be read; {@link Calendar#NO_TIME} when it is no time. */
    long parse(byte[] bytes, int at) {
        long dayBytes = Words.get(bytes, at);
        int yearBytes = Words.getInt(bytes, at + 8);
        long zoneBytes = Words.get(bytes, at + 18) >>> 16;
        if (dayBytes != day || yearBytes != year || zoneBytes != zone || midnight == Calendar.NO_TIME) {
            midnight = midnight(bytes, at);
            if (midnight == Calendar.NO_TIME) {
                return Calendar.NO_TIME;
            }
            day = dayBytes;
            year = yearBytes;
            zone = zoneBytes;
        }
        long digits = Words.get(bytes, at + 12) ^ TIME;
        if (((digits + DIGIT_OR_COLON | digits) & HIGHS) != 0) {
            return Calendar.NO_TIME;
        }
        long pairs = digits * 10 + (digits >>> 8);
        int hour = (int) pairs & 0xFF;
        int minute = (int) (pairs >>> 24) & 0xFF;
        int second = (int) (pairs >>> 48) & 0xFF;
        if (hour > 23 || minute > 59 || second > 59) {
            return Calendar.NO_TIME;
        }
        return midnight + (hour * 3600 + minute * 60 + second) * 1000L;
    }

    private static long midnight(byte[] bytes, int at) {
        int to = at + BYTES;
        int dayOfMonth = Words.number(bytes, at, 2, to);
        int month = Calendar.month(bytes, at + 3, to);
        int year = Words.number(bytes, at + 7, 4, to);
        int offset = Calendar.offsetMillis(
                bytes[at + 21], Words.number(bytes, at + 22, 2, to), Words.number(bytes, at + 24, 2, to));
        boolean separated =
                bytes[at + 2] == '/' && bytes[at + 6] == '/' && bytes[at + 11] == ':' && bytes[at + 20] == ' ';
        if (!separated || offset == Integer.MIN_VALUE || !Calendar.exists(year, month, dayOfMonth)) {
            return Calendar.NO_TIME;
        }
        return Calendar.epochDay(year, month, dayOfMonth) * Calendar.DAY_MILLIS - offset;
    }

    private static long timePattern() {
        long pattern = 0;
        for (int i = 7; i >= 0; i--) {
            pattern = pattern << 8 | "00:00:00".charAt(i);
        }
        return pattern;
    }
}
