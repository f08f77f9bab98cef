package fr.comptoir.server.directory;

import fr.comptoir.customers.customer.PackageSubscription;
import fr.comptoir.customers.customer.TitlePackage;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.server.web.ListTable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Packages of titles and what belongs to one, as tables for programs. */
final class PackageTables {
    private static final ListTable<TitlePackage> PACKAGES = ListTable.<TitlePackage>of("packages")
            .column("Package_ID", Kind.ID, TitlePackage::packageId)
            .column("Name", Kind.TEXT, TitlePackage::name)
            .column("Titles", Kind.COUNT, TitlePackage::items)
            .column("Changed_At", Kind.MOMENT, TitlePackage::changedAt)
            .column("Withdrawn_At", Kind.MOMENT, TitlePackage::withdrawnAt);

    private static final ListTable<String> TITLES =
            ListTable.<String>of("titles").column("Item_ID", Kind.ID, item -> item);

    private static final ListTable<PackageSubscription> SUBSCRIPTIONS = ListTable.<PackageSubscription>of(
                    "subscriptions")
            .column("Customer_ID", Kind.ID, PackageSubscription::customerId)
            .column("First_Day", Kind.DAY, one -> one.days().from())
            .column("Last_Day", Kind.DAY, one -> one.days().to())
            .column("Price_Per_Year", Kind.AMOUNT, one -> amount(one.pricePerYear()))
            .column("Currency", Kind.CODE, PackageSubscription::currency);

    private PackageTables() {}

    private static @Nullable Double amount(@Nullable BigDecimal price) {
        return price == null ? null : price.doubleValue();
    }

    static Panel all(List<TitlePackage> packages) {
        return PACKAGES.panel(packages);
    }

    /** All that the page of one package shows. */
    static List<Panel> one(TitlePackage found, List<String> items, List<PackageSubscription> subscriptions) {
        return List.of(PACKAGES.panel(List.of(found)), TITLES.panel(items), SUBSCRIPTIONS.panel(subscriptions));
    }
}
