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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Packages of titles: what is in them, and who subscribes to them. */
public final class TitlePackages {
    /** Most titles of a package, and most subscriptions to it. */
    public static final int ENTRIES_MAX = 100_000;

    private static final int ID_MAX = 100;
    private static final int NAME_MAX = 300;
    private static final int ITEM_MAX = 500;
    private static final int SHOWN = 20;
    private static final BigDecimal PRICE_MAX = new BigDecimal("999999999999.99");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final String READ = "select title_package.*, (select count(*) from package_item"
            + " where package_item.package_id = title_package.package_id) as items from title_package";

    private final Database database;
    private final Changes changes;

    public TitlePackages(Database database, Changes changes) {
        this.database = database;
        this.changes = changes;
    }

    public Optional<TitlePackage> find(String packageId) {
        return database.sql(READ + " where package_id = :package")
                .param("package", packageId)
                .query(TitlePackages::read)
                .optional();
    }

    /** By name, withdrawn ones last. */
    public List<TitlePackage> all() {
        return database.sql(READ + " order by case when withdrawn_at is null then 0 else 1 end, name, package_id")
                .query(TitlePackages::read)
                .list();
    }

    public Outcome<TitlePackage> add(String packageId, String name, Author author) {
        List<Fault> faults = new ArrayList<>();
        textFault("package_id", packageId, ID_MAX).ifPresent(faults::add);
        textFault("name", name.strip(), NAME_MAX).ifPresent(faults::add);
        if (!faults.isEmpty()) {
            return new Outcome.Refused<>(faults);
        }
        return database.attempt(() -> {
            int added = database.sql("""
                            insert into title_package (package_id, name, version, changed_at)
                            values (:package, :name, 1, :now) on conflict do nothing""")
                    .param("package", packageId)
                    .param("name", name.strip())
                    .param("now", Columns.at(database.now()))
                    .update();
            if (added == 0) {
                return Outcome.refused("package_id", Fault.Kind.TAKEN, packageId);
            }
            changes.add(author, subject(packageId), "name", "", name.strip());
            return found(packageId);
        });
    }

    /**
     * Renames a package, withdraws it or offers it again.
     *
     * @param version as it was read
     */
    public Outcome<TitlePackage> update(String packageId, int version, String name, boolean withdrawn, Author author) {
        Optional<Fault> fault = textFault("name", name.strip(), NAME_MAX);
        if (fault.isPresent()) {
            return new Outcome.Refused<>(fault.get());
        }
        return change(packageId, version, before -> {
            boolean was = before.withdrawnAt() != null;
            database.sql("update title_package set name = :name, withdrawn_at = :at where package_id = :package")
                    .param("name", name.strip())
                    .param("at", withdrawn ? Columns.atOrNull(was ? before.withdrawnAt() : database.now()) : null)
                    .param("package", packageId)
                    .update();
            changes.add(author, subject(packageId), "name", before.name(), name.strip());
            changes.add(author, subject(packageId), "withdrawn", String.valueOf(was), String.valueOf(withdrawn));
        });
    }

    /** Item ids of the titles in a package, sorted. */
    public List<String> items(String packageId) {
        return List.copyOf(new TreeSet<>(database.sql("select item_id from package_item where package_id = :package")
                .param("package", packageId)
                .query(String.class)
                .list()));
    }

    /** Makes these the titles of the package. */
    public Outcome<TitlePackage> saveItems(String packageId, int version, Collection<String> items, Author author) {
        Set<String> after = new TreeSet<>(items);
        List<Fault> faults = new ArrayList<>();
        if (after.size() > ENTRIES_MAX) {
            faults.add(new Fault("item", Fault.Kind.TOO_MANY, String.valueOf(ENTRIES_MAX)));
        }
        after.forEach(item -> textFault("item", item, ITEM_MAX).ifPresent(faults::add));
        if (!faults.isEmpty()) {
            return new Outcome.Refused<>(faults.subList(0, Math.min(faults.size(), SHOWN)));
        }
        return change(packageId, version, found -> {
            Set<String> before = new TreeSet<>(items(packageId));
            List<String> added =
                    after.stream().filter(item -> !before.contains(item)).toList();
            List<String> removed =
                    before.stream().filter(item -> !after.contains(item)).toList();
            batch("insert into package_item (package_id, item_id) values (?, ?)", packageId, added);
            batch("delete from package_item where package_id = ? and item_id = ?", packageId, removed);
            changes.add(author, subject(packageId), "items", shown(removed), shown(added));
        });
    }

    private void batch(String sql, String packageId, List<String> items) {
        database.template()
                .batchUpdate(
                        sql,
                        items.stream()
                                .map(item -> new Object[] {packageId, item})
                                .toList());
    }

    /** The first of them, and how many more. */
    private static String shown(List<String> items) {
        String first = String.join(", ", items.subList(0, Math.min(items.size(), SHOWN)));
        return items.size() <= SHOWN ? first : first + " and " + (items.size() - SHOWN) + " more";
    }

    /** The subscriptions to a package, of all days. */
    public List<PackageSubscription> subscriptions(String packageId) {
        return database.sql("select * from package_subscription where package_id = :package order by customer_id, id")
                .param("package", packageId)
                .query(TitlePackages::readSubscription)
                .list();
    }

    /** What a customer subscribes to, on whatever days. */
    public List<PackageSubscription> subscriptionsOf(String customerId) {
        return database.sql("select * from package_subscription where customer_id = :customer order by package_id, id")
                .param("customer", customerId)
                .query(TitlePackages::readSubscription)
                .list();
    }

    /** What a customer subscribes to on that day. */
    public List<PackageSubscription> subscriptionsOf(String customerId, LocalDate day) {
        return database.sql("select entry.* from package_subscription entry where customer_id = :customer and "
                        + Columns.holdsDay("entry") + " order by package_id, id")
                .param("customer", customerId)
                .param("day", day)
                .query(TitlePackages::readSubscription)
                .list();
    }

    /** Makes these the subscriptions to the package; of one customer, no two on the same day. */
    public Outcome<TitlePackage> saveSubscriptions(
            String packageId, int version, List<PackageSubscription> subscriptions, Author author) {
        List<Fault> faults = faults(packageId, subscriptions);
        if (!faults.isEmpty()) {
            return new Outcome.Refused<>(faults.subList(0, Math.min(faults.size(), SHOWN)));
        }
        return change(packageId, version, found -> {
            List<PackageSubscription> before = subscriptions(packageId);
            before.stream().filter(one -> !subscriptions.contains(one)).forEach(one -> remove(one, author));
            subscriptions.stream()
                    .filter(one -> !before.contains(one))
                    .distinct()
                    .forEach(one -> insert(one, author));
        });
    }

    private List<Fault> faults(String packageId, List<PackageSubscription> subscriptions) {
        List<Fault> faults = new ArrayList<>();
        if (subscriptions.size() > ENTRIES_MAX) {
            return List.of(fault(Fault.Kind.TOO_MANY, String.valueOf(ENTRIES_MAX)));
        }
        Versions customers = new Versions(database);
        Map<String, List<PackageSubscription>> byCustomer = new HashMap<>();
        for (PackageSubscription one : subscriptions) {
            if (!one.packageId().equals(packageId)) {
                faults.add(new Fault("package_id", Fault.Kind.IMMUTABLE, packageId));
            } else if (one.days().isBackwards()) {
                faults.add(fault(Fault.Kind.DAYS, one.text()));
            } else if (!isPrice(one)) {
                faults.add(fault(Fault.Kind.FORM, one.text()));
            } else if (!byCustomer.containsKey(one.customerId()) && !customers.exists(one.customerId())) {
                faults.add(fault(Fault.Kind.UNKNOWN, one.customerId()));
            }
            List<PackageSubscription> others = byCustomer.computeIfAbsent(one.customerId(), id -> new ArrayList<>());
            if (others.stream().anyMatch(other -> other.days().overlaps(one.days()))) {
                faults.add(fault(Fault.Kind.TWICE, one.text()));
            }
            others.add(one);
        }
        return faults;
    }

    private static boolean isPrice(PackageSubscription one) {
        BigDecimal price = one.pricePerYear();
        if (price == null) {
            return one.currency().isEmpty();
        }
        return price.signum() >= 0
                && price.scale() == 2
                && price.compareTo(PRICE_MAX) <= 0
                && CURRENCY.matcher(one.currency()).matches();
    }

    private static Fault fault(Fault.Kind kind, String value) {
        return new Fault("subscription", kind, value);
    }

    private void insert(PackageSubscription one, Author author) {
        database.sql("""
                        insert into package_subscription
                        (package_id, customer_id, valid_from, valid_to, price_per_year, currency)
                        values (:package, :customer, :from, :to, :price, :currency)""")
                .param("package", one.packageId())
                .param("customer", one.customerId())
                .param("from", one.days().from())
                .param("to", one.days().to())
                .param("price", one.pricePerYear())
                .param("currency", one.currency())
                .update();
        changes.add(author, subject(one.packageId()), "subscription", "", one.text());
    }

    private void remove(PackageSubscription one, Author author) {
        List<Long> ids = database.sql(
                        "select * from package_subscription where package_id = :package and customer_id = :customer")
                .param("package", one.packageId())
                .param("customer", one.customerId())
                .query((row, number) -> readSubscription(row, number).equals(one) ? row.getLong("id") : -1L)
                .list();
        database.sql("delete from package_subscription where id in (:ids)")
                .param("ids", ids)
                .update();
        changes.add(author, subject(one.packageId()), "subscription", one.text(), "");
    }

    private interface Write {
        void write(TitlePackage before);
    }

    private Outcome<TitlePackage> change(String packageId, int version, Write write) {
        return database.attempt(() -> {
            Optional<TitlePackage> before = find(packageId);
            if (before.isEmpty()) {
                return Outcome.refused("package_id", Fault.Kind.UNKNOWN, packageId);
            }
            int raised = database.sql("""
                            update title_package set version = version + 1, changed_at = :now
                            where package_id = :package and version = :version""")
                    .param("now", Columns.at(database.now()))
                    .param("package", packageId)
                    .param("version", version)
                    .update();
            if (raised == 0) {
                return new Outcome.Conflict<>(before.get());
            }
            write.write(before.get());
            return found(packageId);
        });
    }

    private Outcome<TitlePackage> found(String packageId) {
        return new Outcome.Done<>(find(packageId).orElseThrow());
    }

    private static Subject subject(String packageId) {
        return new Subject(Subject.Kind.PACKAGE, packageId);
    }

    private static Optional<Fault> textFault(String field, String text, int max) {
        if (text.isBlank()) {
            return Optional.of(new Fault(field, Fault.Kind.BLANK, ""));
        }
        if (text.length() > max) {
            return Optional.of(new Fault(field, Fault.Kind.TOO_LONG, String.valueOf(max)));
        }
        return Texts.isOneLine(text)
                ? Optional.empty()
                : Optional.of(new Fault(field, Fault.Kind.CONTROL_CHARACTER, ""));
    }

    private static TitlePackage read(ResultSet row, int number) throws SQLException {
        return new TitlePackage(
                row.getString("package_id"),
                row.getString("name"),
                row.getInt("items"),
                row.getInt("version"),
                Columns.instant(row, "changed_at"),
                Columns.instantOrNull(row, "withdrawn_at"));
    }

    private static PackageSubscription readSubscription(ResultSet row, int number) throws SQLException {
        return new PackageSubscription(
                row.getString("package_id"),
                row.getString("customer_id"),
                Columns.days(row),
                row.getBigDecimal("price_per_year"),
                row.getString("currency"));
    }
}
