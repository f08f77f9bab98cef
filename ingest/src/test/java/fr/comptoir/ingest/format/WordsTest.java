package fr.comptoir.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Eight bytes at a time finds what one at a time finds. */
class WordsTest {
    private static final long SEED = 99;

    @Test
    void findsAsOneByOne() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = (byte) (random.nextInt(6) == 0 ? random.nextInt(256) : 30 + random.nextInt(7));
            }
            int from = random.nextInt(bytes.length + 1);
            int to = from + random.nextInt(bytes.length - from + 1);
            assertThat(Words.find(bytes, from, to, Words.QUOTES))
                    .as("seed %s", SEED)
                    .isEqualTo(slowly(bytes, from, to, '"', '"'));
            assertThat(Words.findEither(bytes, from, to, Words.QUOTES, Words.BLANKS))
                    .as("seed %s", SEED)
                    .isEqualTo(slowly(bytes, from, to, '"', ' '));
            int digits = from;
            while (digits < to && bytes[digits] >= '0' && bytes[digits] <= '9') {
                digits++;
            }
            assertThat(Words.findNoDigit(bytes, from, to)).as("seed %s", SEED).isEqualTo(digits);
        }
    }

    @Test
    void daysAreThoseOfTheCalendar() {
        for (LocalDate day = LocalDate.of(1970, 1, 1); day.getYear() < 2110; day = day.plusDays(1)) {
            assertThat(Calendar.exists(day.getYear(), day.getMonthValue(), day.getDayOfMonth()))
                    .isTrue();
            assertThat(Calendar.epochDay(day.getYear(), day.getMonthValue(), day.getDayOfMonth()))
                    .isEqualTo(day.toEpochDay());
            assertThat(Calendar.exists(day.getYear(), day.getMonthValue(), day.lengthOfMonth() + 1))
                    .isFalse();
        }
    }

    private static int slowly(byte[] bytes, int from, int to, int one, int other) {
        int i = from;
        while (i < to && bytes[i] != one && bytes[i] != other) {
            i++;
        }
        return i;
    }
}
