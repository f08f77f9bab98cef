package fr.comptoir.customers.customer;

import fr.comptoir.customers.base.Days;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A customer subscribes to a package for some days.
 *
 * @param pricePerYear null when it is not known
 * @param currency three letters of ISO 4217, {@code ""} without a price
 */
public record PackageSubscription(
        String packageId,
        String customerId,
        Days days,
        @Nullable BigDecimal pricePerYear,
        String currency) {
    public PackageSubscription {
        if (pricePerYear != null && pricePerYear.scale() < 2) {
            pricePerYear = pricePerYear.setScale(2);
        }
    }

    String text() {
        return days.of(customerId) + (pricePerYear == null ? "" : " " + pricePerYear.toPlainString() + " " + currency);
    }
}
