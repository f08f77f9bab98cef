package fr.comptoir.operation.view;

import fr.comptoir.operation.view.Preset.Period;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** With what a period is compared. */
public enum Comparison {
    /** The same months of the year before. */
    YEAR,
    /** As many months, right before. */
    PREVIOUS,
    NONE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Comparison> of(String code) {
        return Arrays.stream(values())
                .filter(comparison -> comparison.code().equals(code))
                .findFirst();
    }

    /** The months with which a period is compared; empty for none. */
    public Optional<Period> of(Period period) {
        return switch (this) {
            case YEAR -> Optional.of(period.earlier(12));
            case PREVIOUS -> Optional.of(period.earlier(period.months()));
            case NONE -> Optional.empty();
        };
    }
}
