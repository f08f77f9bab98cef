package fr.comptoir.ingest.format;

import java.util.function.Supplier;

/** The ways to write a time that have no pattern. */
final class TimeForms {
    static final Supplier<TimeForm> CLF = Clf::new;
    static final Supplier<TimeForm> CLF_IN_BRACKETS = () -> new InBrackets(new Clf());
    static final Supplier<TimeForm> ISO_8601 = () -> IsoTime::read;
    static final Supplier<TimeForm> WHOLE_SECONDS = () -> EpochTime::readWholeSeconds;
    /** Seconds, perhaps with a fraction. */
    static final Supplier<TimeForm> SECONDS =
            () -> (bytes, at, to, moment) -> EpochTime.read(bytes, at, to, 1000, moment);

    static final Supplier<TimeForm> MILLIS = () -> (bytes, at, to, moment) -> EpochTime.read(bytes, at, to, 1, moment);
    static final Supplier<TimeForm> MICROS =
            () -> (bytes, at, to, moment) -> EpochTime.read(bytes, at, to, -1000, moment);
    static final Supplier<TimeForm> MILLIS_OF_SECOND =
            () -> (bytes, at, to, moment) -> fraction(bytes, at, to, 3, moment);
    static final Supplier<TimeForm> MICROS_OF_SECOND =
            () -> (bytes, at, to, moment) -> fraction(bytes, at, to, 6, moment);

    private TimeForms() {}

    private static int fraction(byte[] bytes, int at, int to, int digits, Moment moment) {
        int value = Words.number(bytes, at, digits, to);
        if (value < 0) {
            return -1;
        }
        moment.milli = digits == 6 ? value / 1000 : value;
        return at + digits;
    }

    private static final class Clf implements TimeForm {
        private final ClfTime time = new ClfTime();

        @Override
        public int read(byte[] bytes, int at, int to, Moment moment) {
            if (to - at < ClfTime.BYTES) {
                return -1;
            }
            moment.epochMillis = time.parse(bytes, at);
            return moment.epochMillis == Calendar.NO_TIME ? -1 : at + ClfTime.BYTES;
        }
    }

    private record InBrackets(TimeForm form) implements TimeForm {
        @Override
        public int read(byte[] bytes, int at, int to, Moment moment) {
            if (at >= to || bytes[at] != '[') {
                return -1;
            }
            int end = form.read(bytes, at + 1, to, moment);
            return end >= 0 && end < to && bytes[end] == ']' ? end + 1 : -1;
        }
    }
}
