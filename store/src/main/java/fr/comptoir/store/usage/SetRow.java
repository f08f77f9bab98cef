package fr.comptoir.store.usage;

import java.time.YearMonth;
import java.util.List;

/**
 * Usage of one month by the same customers.
 *
 * @param customers to all of whom it belongs, consortia included; none when nobody is known
 * @param counts by ordinal of {@link fr.comptoir.model.code.MetricType}
 */
public record SetRow(YearMonth month, List<String> customers, long[] counts) {
    public SetRow {
        customers = List.copyOf(customers);
    }
}
