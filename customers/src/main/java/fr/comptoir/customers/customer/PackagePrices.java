package fr.comptoir.customers.customer;

import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Changes;
import fr.comptoir.customers.base.Columns;
import fr.comptoir.customers.base.Database;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.base.Subject;
import fr.comptoir.customers.base.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
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

    /** What a customer entered for a package, the latest first. */
    public Page<PackagePrice> history(String customerId, String packageName, Page.Ask ask) {
        String ofPackage = " from package_price where customer_id = :customer and package_name = :package";
        long total = database.sql("select count(*)" + ofPackage)
                .param("customer", customerId)
                .param("package", packageName)
                .query(Long.class)
                .single();
        List<PackagePrice> rows = database.sql("select *" + ofPackage + " order by id desc limit :limit offset :offset")
                .param("customer", customerId)
                .param("package", packageName)
                .param("limit", ask.limit())
                .param("offset", ask.offset())
                .query(PackagePrices::read)
                .list();
        return new Page<>(rows, total, ask.offset());
    }

    /** Those in force of a customer, one of each package and year, the latest first. */
    public List<PackagePrice> of(String customerId) {
        return database.sql("""
                        select * from package_price where amount is not null and id in
                        (select max(id) from package_price where customer_id = :customer group by package_name, price_year)
                        order by id desc""")
                .param("customer", customerId)
                .query(PackagePrices::read)
                .list();
    }

    /** The one in force, or that it was taken back. */
    private Optional<PackagePrice> latest(String customerId, String packageName, Year year) {
        return database.sql("""
                        select * from package_price where customer_id = :customer and package_name = :package
                        and price_year = :year order by id desc limit 1""")
                .param("customer", customerId)
                .param("package", packageName)
                .param("year", year.getValue())
                .query(PackagePrices::read)
                .optional();
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
            Optional<PackagePrice> before =
                    latest(customerId, packageName, year).filter(one -> one.amount() != null);
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
