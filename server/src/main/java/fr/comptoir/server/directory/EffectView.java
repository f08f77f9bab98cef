package fr.comptoir.server.directory;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.operation.AttributionEffect;
import fr.comptoir.server.web.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** An effect as a page shows it: the customer whose ranges change first, then who loses or wins most. */
record EffectView(AttributionEffect effect, List<Row> rows) {
    private static final int ROWS_MAX = 500;

    /** @param name of the customer */
    record Row(AttributionEffect.Change change, String name, boolean own) {}

    static EffectView of(AttributionEffect effect, String own, CustomersDatabase database, Words words, Locale locale) {
        List<Row> rows = effect.changes().stream()
                .map(change -> new Row(
                        change,
                        name(change.customer(), database, words, locale),
                        change.customer().equals(own)))
                .sorted(Comparator.<Row, Boolean>comparing(row -> !row.own())
                        .thenComparing(row -> row.change().month())
                        .thenComparing(row -> -Math.abs(row.change().difference()))
                        .thenComparing(Row::name))
                .limit(ROWS_MAX)
                .toList();
        return new EffectView(effect, rows);
    }

    private static String name(String customer, CustomersDatabase database, Words words, Locale locale) {
        return customer.equals(Institution.THE_WORLD)
                ? words.say(locale, "effect.world")
                : database.customers().find(customer).map(Customer::name).orElse(customer);
    }
}
