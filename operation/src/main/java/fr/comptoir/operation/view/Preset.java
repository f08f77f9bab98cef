package fr.comptoir.operation.view;

import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A period that is named by what it is on the day it is looked at. */
public enum Preset {
    /** The last month that is counted and over. */
    LAST_MONTH,
    /** The last calendar quarter that ended by then. */
    QUARTER,
    /** From January on. */
    YEAR_TO_DATE,
    LAST_12_MONTHS,
    /** From September on. */
    ACADEMIC_YEAR;

    /** How addresses call it: {@code last-month}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Preset> of(String code) {
        return Arrays.stream(values())
                .filter(preset -> preset.code().equals(code))
                .findFirst();
    }

    /**
     * The months meant.
     *
     * @param last the last month that is counted and over
     */
    public Period period(YearMonth last) {
        return switch (this) {
            case LAST_MONTH -> period(last, last);
            case QUARTER -> {
                YearMonth end = last.minusMonths(last.getMonthValue() % 3);
                yield period(end.minusMonths(2), end);
            }
            case YEAR_TO_DATE -> period(last.withMonth(1), last);
            case LAST_12_MONTHS -> period(last.minusMonths(11), last);
            case ACADEMIC_YEAR -> {
                YearMonth september = last.withMonth(Month.SEPTEMBER.getValue());
                yield period(september.isAfter(last) ? september.minusYears(1) : september, last);
            }
        };
    }

    private Period period(YearMonth begin, YearMonth end) {
        return new Period(Optional.of(this), begin, end);
    }

    /**
     * Months, both ends included.
     *
     * @param preset by which they are named; empty when they were chosen
     */
    public record Period(Optional<Preset> preset, YearMonth begin, YearMonth end) {
        /** How many months. */
        public int months() {
            return (int) ChronoUnit.MONTHS.between(begin, end) + 1;
        }

        /** As long as that many months earlier. */
        Period earlier(int months) {
            return new Period(Optional.empty(), begin.minusMonths(months), end.minusMonths(months));
        }
    }
}
