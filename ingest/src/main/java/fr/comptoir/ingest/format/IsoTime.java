package fr.comptoir.ingest.format;

/**
 * Reads {@code yyyy-MM-ddTHH:mm:ss}, with a fraction of a second and {@code Z}, {@code +hh:mm}, {@code +hhmm} or {@code +hh} if there are
 * any. A blank may stand for the {@code T} and before the offset, {@code /} for the {@code -}.
 */
final class IsoTime {
    private IsoTime() {}

    static int read(byte[] bytes, int at, int to, Moment moment) {
        int time = readDate(bytes, at, to, moment);
        if (time < 0 || time >= to || (bytes[time] != 'T' && bytes[time] != 't' && bytes[time] != ' ')) {
            return -1;
        }
        int end = readTime(bytes, time + 1, to, moment);
        return end < 0 ? -1 : readOffset(bytes, end, to, moment);
    }

    static int readDate(byte[] bytes, int at, int to, Moment moment) {
        if (to - at < 10 || !isDash(bytes[at + 4]) || bytes[at + 4] != bytes[at + 7]) {
            return -1;
        }
        moment.year = Words.number(bytes, at, 4, to);
        moment.month = Words.number(bytes, at + 5, 2, to);
        moment.day = Words.number(bytes, at + 8, 2, to);
        return Calendar.exists(moment.year, moment.month, moment.day) ? at + 10 : -1;
    }

    static int readTime(byte[] bytes, int at, int to, Moment moment) {
        if (to - at < 8 || bytes[at + 2] != ':' || bytes[at + 5] != ':') {
            return -1;
        }
        moment.hour = Words.number(bytes, at, 2, to);
        moment.minute = Words.number(bytes, at + 3, 2, to);
        moment.second = Words.number(bytes, at + 6, 2, to);
        if (!Calendar.isTime(moment.hour, moment.minute, moment.second)) {
            return -1;
        }
        int end = at + 8;
        if (end + 1 < to && (bytes[end] == '.' || bytes[end] == ',')) {
            int fraction = end + 1;
            end = Words.findNoDigit(bytes, fraction, to);
            moment.milli = 0;
            for (int i = 0; i < 3; i++) {
                moment.milli = moment.milli * 10 + (fraction + i < end ? bytes[fraction + i] - '0' : 0);
            }
        }
        return end;
    }

    private static int readOffset(byte[] bytes, int end, int to, Moment moment) {
        int at = end;
        if (at + 1 < to && bytes[at] == ' ' && (bytes[at + 1] == '+' || bytes[at + 1] == '-')) {
            at++;
        }
        if (at < to && (bytes[at] == 'Z' || bytes[at] == 'z')) {
            moment.offsetMillis = 0;
            return at + 1;
        }
        if (at >= to || (bytes[at] != '+' && bytes[at] != '-')) {
            return end;
        }
        int hours = Words.number(bytes, at + 1, 2, to);
        int minutesAt = at + 3 < to && bytes[at + 3] == ':' ? at + 4 : at + 3;
        int minutes = Words.number(bytes, minutesAt, 2, to);
        int offset = Calendar.offsetMillis(bytes[at], hours, Math.max(0, minutes));
        if (offset == Integer.MIN_VALUE) {
            return -1;
        }
        moment.offsetMillis = offset;
        return minutes < 0 ? at + 3 : minutesAt + 2;
    }

    private static boolean isDash(byte b) {
        return b == '-' || b == '/';
    }
}
