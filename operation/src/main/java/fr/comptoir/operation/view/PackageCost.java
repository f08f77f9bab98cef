package fr.comptoir.operation.view;

import fr.comptoir.operation.view.PackageTerms.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a package cost over some months: of each, a twelfth of the price of its year.
 *
 * @param amount rounded to two decimals
 * @param currency three letters of ISO 4217
 */
public record PackageCost(double amount, String currency) {
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    private static final int EXACT = 10;

    /** Of the months that have figures; nothing unless the price of each is known, in one currency. */
    static Optional<PackageCost> of(PackageTerms terms, String name, Collection<YearMonth> months) {
        BigDecimal sum = BigDecimal.ZERO;
        String currency = "";
        for (YearMonth month : months) {
            Optional<Price> price = terms.price(name, month);
            if (price.isEmpty()
                    || !(currency.isEmpty() || currency.equals(price.get().currency()))) {
                return Optional.empty();
            }
            currency = price.get().currency();
            sum = sum.add(price.get().perYear().divide(MONTHS, EXACT, RoundingMode.HALF_EVEN));
        }
        return months.isEmpty() ? Optional.empty() : Optional.of(new PackageCost(rounded(sum), currency));
    }

    private static double rounded(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN).doubleValue();
    }

    /** For one use; null when there was none. */
    @Nullable
    Double perUse(long uses) {
        return uses == 0
                ? null
                : rounded(BigDecimal.valueOf(amount).divide(BigDecimal.valueOf(uses), EXACT, RoundingMode.HALF_EVEN));
    }
}
