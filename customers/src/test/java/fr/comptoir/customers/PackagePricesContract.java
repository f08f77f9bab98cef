package fr.comptoir.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.comptoir.customers.base.Change;
import fr.comptoir.customers.base.Changes;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.base.Subject;
import fr.comptoir.customers.customer.PackagePrice;
import java.math.BigDecimal;
import java.time.Year;
import org.junit.jupiter.api.Test;

abstract class PackagePricesContract extends ContractTest {
    private static final Year YEAR = Year.of(2026);

    @Test
    void theLatestPriceIsInForceAndTheOthersAreRemembered() {
        added("a", "A");
        added("b", "B");
        db.packagePrices()
                .enter("a", "Sciences", YEAR, new BigDecimal("1200"), "EUR", MARIE)
                .orThrow();
        PackagePrice now = db.packagePrices()
                .enter("a", "Sciences", YEAR, new BigDecimal("1250.5"), "EUR", MARIE)
                .orThrow();
        db.packagePrices()
                .enter("a", "Sciences", YEAR, new BigDecimal("1250.50"), "EUR", MARIE)
                .orThrow();

        assertThat(db.packagePrices().of("a")).containsExactly(now);
        assertThat(db.packagePrices().of("b")).isEmpty();
        assertThat(db.packagePrices().history("a", "Sciences", Page.first(10)).rows())
                .extracting(PackagePrice::amount)
                .containsExactly(new BigDecimal("1250.50"), new BigDecimal("1200.00"));
        assertThat(db.changes()
                        .find(Changes.Query.of(Subject.customer("a")), Page.first(2))
                        .rows())
                .extracting(Change::field, Change::oldValue, Change::newValue)
                .containsExactly(
                        tuple("package_price", "Sciences 2026: 1200.00 EUR", "Sciences 2026: 1250.50 EUR"),
                        tuple("package_price", "", "Sciences 2026: 1200.00 EUR"));
    }

    @Test
    void aPriceIsTakenBack() {
        added("a", "A");
        db.packagePrices()
                .enter("a", "Sciences", YEAR, BigDecimal.TEN, "CHF", MARIE)
                .orThrow();
        db.packagePrices().enter("a", "Sciences", YEAR, null, "", MARIE).orThrow();

        assertThat(db.packagePrices().of("a")).isEmpty();
        assertThat(db.packagePrices().history("a", "Sciences", Page.first(1)).rows())
                .extracting(PackagePrice::amount)
                .containsExactly((BigDecimal) null);
        assertThat(db.packagePrices().history("a", "Sciences", Page.first(1)).total())
                .isEqualTo(2);
    }

    @Test
    void whatIsWrongIsRefused() {
        added("a", "A");

        assertThat(db.packagePrices()
                        .enter("a", " ", Year.of(12), new BigDecimal("-1"), "euro", MARIE)
                        .problems())
                .extracting(Fault::field, Fault::kind)
                .containsExactly(
                        tuple("package", Fault.Kind.BLANK),
                        tuple("year", Fault.Kind.FORM),
                        tuple("amount", Fault.Kind.FORM),
                        tuple("currency", Fault.Kind.FORM));
        assertThat(db.packagePrices()
                        .enter("a", "P", YEAR, new BigDecimal("1.234"), "EUR", MARIE)
                        .problems())
                .containsExactly(new Fault("amount", Fault.Kind.FORM, "1.234"));
        assertThat(db.packagePrices()
                        .enter("x", "P", YEAR, BigDecimal.ONE, "EUR", MARIE)
                        .problems())
                .containsExactly(new Fault("customer_id", Fault.Kind.UNKNOWN, "x"));
        assertThat(db.packagePrices().of("a")).isEmpty();
        assertThat(db.packagePrices().history("a", "P", Page.first(1)).total()).isZero();
    }
}
