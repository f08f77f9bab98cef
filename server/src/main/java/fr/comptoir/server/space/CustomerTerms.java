package fr.comptoir.server.space;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.base.Days;
import fr.comptoir.customers.customer.DatedValue;
import fr.comptoir.customers.customer.PackagePrice;
import fr.comptoir.customers.customer.PackageSubscription;
import fr.comptoir.customers.customer.TitlePackage;
import fr.comptoir.operation.view.PackageTerms;
import java.math.BigDecimal;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the customers' database says of a customer's packages. A package of the catalogue is the one that has its name, or its id, among the
 * packages that are sold. What the customer entered as a price goes before the price of its subscription. A consortium's package is also
 * its members', on the days on which they are that.
 */
final class CustomerTerms implements PackageTerms {
    private final Map<String, Set<String>> namesById = new HashMap<>();
    private final Set<String> sold = new HashSet<>();
    /** By name, as all that follows. */
    private final Map<String, List<PackageSubscription>> own = new HashMap<>();

    private final Map<String, List<Held>> held = new HashMap<>();
    private final Map<Priced, PackagePrice> entered = new HashMap<>();

    /** A package in a year. */
    private record Priced(String name, Year year) {}

    /** A subscription, and the membership by which it holds for the customer. */
    private record Held(Days subscribed, Days member) {
        boolean in(Days asked) {
            return subscribed.overlaps(member) && subscribed.overlaps(asked) && member.overlaps(asked);
        }
    }

    private CustomerTerms(CustomersDatabase database, String customer) {
        for (TitlePackage one : database.titlePackages().all()) {
            namesById.put(one.packageId(), new HashSet<>(List.of(one.packageId(), one.name())));
        }
        namesById.values().forEach(sold::addAll);
        database.packagePrices()
                .of(customer)
                .forEach(one -> entered.put(new Priced(one.packageName(), one.year()), one));
        for (PackageSubscription one : database.titlePackages().subscriptionsOf(customer)) {
            for (String name : names(one)) {
                own.computeIfAbsent(name, any -> new ArrayList<>()).add(one);
                hold(name, one, Days.ALWAYS);
            }
        }
        for (DatedValue consortium : database.memberships().of(customer)) {
            for (PackageSubscription one : database.titlePackages().subscriptionsOf(consortium.value())) {
                names(one).forEach(name -> hold(name, one, consortium.days()));
            }
        }
    }

    static CustomerTerms of(CustomersDatabase database, String customer) {
        return new CustomerTerms(database, customer);
    }

    private Set<String> names(PackageSubscription one) {
        return namesById.getOrDefault(one.packageId(), Set.of());
    }

    private void hold(String name, PackageSubscription one, Days member) {
        held.computeIfAbsent(name, any -> new ArrayList<>()).add(new Held(one.days(), member));
    }

    @Override
    public Optional<Boolean> isSubscribed(String name, YearMonth from, YearMonth to) {
        Days asked = new Days(from.atDay(1), to.atEndOfMonth());
        return sold.contains(name)
                ? Optional.of(held.getOrDefault(name, List.of()).stream().anyMatch(one -> one.in(asked)))
                : Optional.empty();
    }

    @Override
    public Optional<Price> price(String name, YearMonth month) {
        PackagePrice known = entered.get(new Priced(name, Year.of(month.getYear())));
        if (known != null) {
            BigDecimal amount = known.amount();
            return amount == null ? Optional.empty() : Optional.of(new Price(amount, known.currency()));
        }
        return own.getOrDefault(name, List.of()).stream()
                .filter(one -> one.days().holds(month.atDay(1)))
                .flatMap(one -> Optional.ofNullable(one.pricePerYear()).stream()
                        .map(amount -> new Price(amount, one.currency())))
                .findFirst();
    }
}
