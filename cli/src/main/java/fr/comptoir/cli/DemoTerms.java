package fr.comptoir.cli;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Days;
import fr.comptoir.customers.customer.PackageSubscription;
import fr.comptoir.customers.customer.TitlePackage;
import fr.comptoir.demo.DemoSubscription;
import fr.comptoir.registry.CatalogueFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the demonstration's institutions pay for its packages, so that a use of them has a price. */
final class DemoTerms {
    private static final String EURO = "EUR";

    private DemoTerms() {}

    /**
     * Sells each package to whom has it, among the customers that there are.
     *
     * @param catalogue whose titles are in them
     */
    static void sell(CustomersDatabase database, YearMonth firstMonth, Path catalogue, Author author)
            throws IOException {
        Map<String, List<DemoSubscription>> byPackage = new TreeMap<>();
        for (DemoSubscription one : DemoSubscription.all(firstMonth)) {
            if (database.customers().find(one.customerId()).isPresent()) {
                byPackage
                        .computeIfAbsent(one.packageName(), any -> new ArrayList<>())
                        .add(one);
            }
        }
        Map<String, List<String>> titles = titles(catalogue);
        byPackage.forEach((name, some) -> {
            sell(database, name, some, author);
            TitlePackage sold = database.titlePackages().find(name).orElseThrow();
            database.titlePackages()
                    .saveItems(name, sold.version(), titles.getOrDefault(name, List.of()), author)
                    .orThrow();
        });
    }

    /** The ids of the titles of a catalogue, by package. */
    private static Map<String, List<String>> titles(Path catalogue) throws IOException {
        Map<String, List<String>> titles = new TreeMap<>();
        CatalogueFile.read(catalogue, row -> {
            if (row.parentId().isEmpty()) {
                Stream.of(row.packages().split(";"))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .forEach(name -> titles.computeIfAbsent(name, any -> new ArrayList<>())
                                .add(row.itemId()));
            }
        });
        return titles;
    }

    private static void sell(CustomersDatabase database, String name, List<DemoSubscription> some, Author author) {
        TitlePackage added = database.titlePackages().add(name, name, author).orThrow();
        List<PackageSubscription> subscriptions = some.stream()
                .map(one -> new PackageSubscription(
                        name, one.customerId(), Days.from(one.from()), BigDecimal.valueOf(one.eurosPerYear()), EURO))
                .toList();
        database.titlePackages()
                .saveSubscriptions(name, added.version(), subscriptions, author)
                .orThrow();
    }
}
