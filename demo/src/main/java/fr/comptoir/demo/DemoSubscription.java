package fr.comptoir.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an institution of the demonstration pays for a package: the more readers it has, the more; and once for one that nobody reads.
 *
 * @param packageName as the catalogue has it
 * @param from the first day
 * @param eurosPerYear whole euros
 */
public record DemoSubscription(String customerId, String packageName, LocalDate from, int eurosPerYear) {
    /** Euros a year for each reader of a hundred, by package. */
    private static final Map<String, Integer> PRICES = new TreeMap<>(Map.of(
            Work.HUMANITIES, 180, Work.SCIENCES, 310, Work.BOOKS, 120, Work.REFERENCE, 45, Work.MATHEMATICS, 95));

    /** Who has bought what nobody reads. */
    private static final String IMPRUDENT = "valmont";

    /** All of them, by package. */
    public static List<DemoSubscription> all(YearMonth firstMonth) {
        LocalDate from = LocalDate.of(firstMonth.getYear(), 1, 1);
        List<DemoSubscription> all = new ArrayList<>();
        PRICES.forEach((name, price) -> {
            for (Campus campus : new Campuses(firstMonth).institutions()) {
                boolean has = campus.packages().contains(name)
                        || (name.equals(Work.MATHEMATICS) && campus.customer().equals(IMPRUDENT));
                if (has) {
                    all.add(new DemoSubscription(campus.customer(), name, from, price * campus.weight()));
                }
            }
        });
        return all;
    }
}
