package fr.comptoir.operation.view;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;

/** What is known of a customer's packages beside their usage: whether it has them, and what it pays. */
public interface PackageTerms {
    /** Nothing is known, as of a publisher, who subscribes to nothing: then nothing is shown of it. */
    PackageTerms UNKNOWN = new PackageTerms() {
        @Override
        public Optional<Boolean> isSubscribed(String name, YearMonth from, YearMonth to) {
            return Optional.empty();
        }

        @Override
        public Optional<Price> price(String name, YearMonth month) {
            return Optional.empty();
        }
    };

    /**
     * A price.
     *
     * @param perYear of a whole year
     * @param currency three letters of ISO 4217
     */
    record Price(BigDecimal perYear, String currency) {}

    /** Whether the customer has the package in any of the months; empty when nobody says who has it. */
    Optional<Boolean> isSubscribed(String name, YearMonth from, YearMonth to);

    /** What the customer pays for the package in the year of a month; empty when that is not known. */
    Optional<Price> price(String name, YearMonth month);
}
