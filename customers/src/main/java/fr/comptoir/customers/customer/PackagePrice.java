package fr.comptoir.customers.customer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/**
 * What a customer said that it pays for a package in a year.
 *
 * @param packageName as the catalogue calls it
 * @param amount of the whole year; null when an earlier one was taken back
 * @param currency three letters of ISO 4217, {@code ""} without an amount
 * @param person who entered it
 */
public record PackagePrice(
        String customerId,
        String packageName,
        Year year,
        @Nullable BigDecimal amount,
        String currency,
        String person,
        Instant enteredAt) {
    String text() {
        return amount == null ? "" : packageName + " " + year + ": " + amount.toPlainString() + " " + currency;
    }
}
