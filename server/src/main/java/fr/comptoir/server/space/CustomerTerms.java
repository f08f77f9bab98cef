package fr.comptoir.server.space;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.base.Days;
import fr.comptoir.customers.customer.PackagePrice;
import fr.comptoir.customers.customer.PackageSubscription;
import fr.comptoir.customers.customer.TitlePackage;
import fr.comptoir.operation.view.PackageTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the customers' database says of a customer's packages. A package of the catalogue is the one that has its name, or its id, among the
 * packages that are sold. What the customer entered as a price goes before the price of its subscription.
 */
final class CustomerTerms implements PackageTerms {
    private final Set<String> sold = new HashSet<>();
    private final Map<String, List<PackageSubscription>> own = new HashMap<>();
    private final Map<String, List<PackageSubscription>> ofConsortia = new HashMap<>();
    private final List<PackagePrice> prices;

    private CustomerTerms(CustomersDatabase database, String customer, LocalDate today) {
        prices = database.packagePrices().of(customer);
        Map<String, List<String>> names = new HashMap<>();
        for (TitlePackage one : database.titlePackages().all()) {
            names.put(one.packageId(), List.of(one.packageId(), one.name()));
            sold.add(one.packageId());
            sold.add(one.name());
        }
        database.titlePackages().subscriptionsOf(customer).forEach(one -> add(own, names, one));
        database.memberships().of(customer, today).stream()
                .flatMap(consortium -> database.titlePackages().subscriptionsOf(consortium.value()).stream())
                .forEach(one -> add(ofConsortia, names, one));
    }

    static CustomerTerms of(CustomersDatabase database, String customer, LocalDate today) {
        return new CustomerTerms(database, customer, today);
    }

    private static void add(
            Map<String, List<PackageSubscription>> to, Map<String, List<String>> names, PackageSubscription one) {
        names.getOrDefault(one.packageId(), List.of())
                .forEach(name ->
                        to.computeIfAbsent(name, any -> new ArrayList<>()).add(one));
    }

    @Override
    public Optional<Boolean> isSubscribed(String name, YearMonth from, YearMonth to) {
        Days asked = new Days(from.atDay(1), to.atEndOfMonth());
        return sold.contains(name)
                ? Optional.of(Stream.of(own, ofConsortia)
                        .flatMap(all -> all.getOrDefault(name, List.of()).stream())
                        .anyMatch(one -> one.days().overlaps(asked)))
                : Optional.empty();
    }

    @Override
    public Optional<Price> price(String name, YearMonth month) {
        Optional<PackagePrice> entered = prices.stream()
                .filter(one -> one.packageName().equals(name) && one.year().getValue() == month.getYear())
                .findFirst();
        if (entered.isPresent()) {
            BigDecimal amount = entered.get().amount();
            return amount == null
                    ? Optional.empty()
                    : Optional.of(new Price(amount, entered.get().currency()));
        }
        return own.getOrDefault(name, List.of()).stream()
                .filter(one -> one.days().holds(month.atDay(1)))
                .flatMap(one -> Optional.ofNullable(one.pricePerYear()).stream()
                        .map(amount -> new Price(amount, one.currency())))
                .findFirst();
    }
}
