package fr.comptoir.validate;

/**
 * How a report is validated.
 *
 * @param repeatsMax how many findings of one kind are passed on; the rest is counted
 * @param rorCheckDigits whether the last two digits of ROR ids are worked out as well; off by default, as examples everywhere have made-up ones
 */
public record ValidationOptions(int repeatsMax, boolean rorCheckDigits) {
    public ValidationOptions {
        if (repeatsMax < 1) {
            throw new IllegalArgumentException(
                    "at least one finding of each kind must be passed on, not " + repeatsMax);
        }
    }

    /** Ten findings of each kind, ROR ids by their form only. */
    public static ValidationOptions standard() {
        return new ValidationOptions(10, false);
    }

    public ValidationOptions withRepeatsMax(int max) {
        return new ValidationOptions(max, rorCheckDigits);
    }

    public ValidationOptions withRorCheckDigits() {
        return new ValidationOptions(repeatsMax, true);
    }
}
