package fr.comptoir.customers.customer;

import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Changes;
import fr.comptoir.customers.base.Columns;
import fr.comptoir.customers.base.Database;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.base.Subject;
import fr.comptoir.customers.base.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Year;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Prices of packages that customers entered for themselves. What was entered stays; the latest of a package and a year is in force. */
public final class PackagePrices {
    private static final int NAME_MAX = 300;
    private static final int YEAR_MIN = 1990;
    private static final int YEAR_MAX = 2200;
    private static final BigDecimal AMOUNT_MAX = new BigDecimal("999999999999.99");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private final Database database;
    private final Changes changes;

    public PackagePrices(Database database, Changes changes) {
        this.database = database;
        this.changes = changes;
    }

    /** All that a customer entered, the latest first. */
    public List<PackagePrice> history(String customerId) {
        return database.sql("select * from package_price where customer_id = :customer order by id desc")
                .param("customer", customerId)
                .query(PackagePrices::read)
                .list();
    }

    /** All that a customer entered for a package, the latest first. */
    public List<PackagePrice> history(String customerId, String packageName) {
        return history(customerId).stream()
                .filter(one -> one.packageName().equals(packageName))
                .toList();
    }

    /** Those in force of a customer, by package and year. */
    public List<PackagePrice> of(String customerId) {
        Map<String, PackagePrice> latest = new LinkedHashMap<>();
        history(customerId).forEach(one -> latest.putIfAbsent(one.year() + " " + one.packageName(), one));
        return latest.values().stream().filter(one -> one.amount() != null).toList();
    }

    /**
     * Enters a price.
     *
     * @param amount of the whole year; null takes back what was entered
     * @param currency three letters of ISO 4217
     */
    public Outcome<PackagePrice> enter(
            String customerId,
            String packageName,
            Year year,
            @Nullable BigDecimal amount,
            String currency,
            Author author) {
        List<Fault> faults = faults(packageName, year, amount, currency);
        if (!faults.isEmpty()) {
            return new Outcome.Refused<>(faults);
        }
        return database.attempt(() -> {
            if (!new Versions(database).exists(customerId)) {
                return Outcome.refused("customer_id", Fault.Kind.UNKNOWN, customerId);
            }
            Optional<PackagePrice> before = of(customerId).stream()
                    .filter(one ->
                            one.packageName().equals(packageName) && one.year().equals(year))
                    .findFirst();
            PackagePrice after = new PackagePrice(
                    customerId,
                    packageName,
                    year,
                    amount == null ? null : amount.setScale(2, RoundingMode.UNNECESSARY),
                    amount == null ? "" : currency,
                    author.who(),
                    database.now());
            String was = before.map(PackagePrice::text).orElse("");
            if (!was.equals(after.text())) {
                insert(after);
                changes.add(author, Subject.customer(customerId), "package_price", was, after.text());
            }
            return new Outcome.Done<>(after);
        });
    }

    private static List<Fault> faults(String packageName, Year year, @Nullable BigDecimal amount, String currency) {
        List<Fault> faults = new ArrayList<>();
        if (packageName.isBlank()) {
            faults.add(new Fault("package", Fault.Kind.BLANK, ""));
        } else if (packageName.length() > NAME_MAX) {
            faults.add(new Fault("package", Fault.Kind.TOO_LONG, String.valueOf(NAME_MAX)));
        } else if (!Texts.isOneLine(packageName)) {
            faults.add(new Fault("package", Fault.Kind.CONTROL_CHARACTER, ""));
        }
        if (year.getValue() < YEAR_MIN || year.getValue() > YEAR_MAX) {
            faults.add(new Fault("year", Fault.Kind.FORM, year.toString()));
        }
        if (amount != null && (amount.signum() < 0 || amount.scale() > 2 || amount.compareTo(AMOUNT_MAX) > 0)) {
            faults.add(new Fault("amount", Fault.Kind.FORM, amount.toPlainString()));
        }
        if (amount != null && !CURRENCY.matcher(currency).matches()) {
            faults.add(new Fault("currency", Fault.Kind.FORM, currency));
        }
        return faults;
    }

    private void insert(PackagePrice price) {
        database.sql("""
                        insert into package_price
                        (customer_id, package_name, price_year, amount, currency, person, entered_at)
                        values (:customer, :package, :year, :amount, :currency, :person, :at)""")
                .param("customer", price.customerId())
                .param("package", price.packageName())
                .param("year", price.year().getValue())
                .param("amount", price.amount())
                .param("currency", price.currency())
                .param("person", price.person())
                .param("at", Columns.at(price.enteredAt()))
                .update();
    }

    private static PackagePrice read(ResultSet row, int number) throws SQLException {
        return new PackagePrice(
                row.getString("customer_id"),
                row.getString("package_name"),
                Year.of(row.getInt("price_year")),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getString("person"),
                Columns.instant(row, "entered_at"));
    }
}
