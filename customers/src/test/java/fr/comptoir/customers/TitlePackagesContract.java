package fr.comptoir.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.comptoir.customers.base.Change;
import fr.comptoir.customers.base.Changes;
import fr.comptoir.customers.base.Days;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.base.Subject;
import fr.comptoir.customers.customer.PackageSubscription;
import fr.comptoir.customers.customer.TitlePackage;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

abstract class TitlePackagesContract extends ContractTest {
    private TitlePackage shs() {
        return db.titlePackages().add("shs", "Sciences humaines", MARIE).orThrow();
    }

    @Test
    void aPackageHasItsTitles() {
        TitlePackage kept = db.titlePackages()
                .saveItems("shs", shs().version(), List.of("j2", "j1", "j2"), MARIE)
                .orThrow();

        assertThat(kept.items()).isEqualTo(2);
        assertThat(db.titlePackages().items("shs")).containsExactly("j1", "j2");
        TitlePackage other = db.titlePackages()
                .saveItems("shs", kept.version(), List.of("j1", "j3"), MARIE)
                .orThrow();
        assertThat(db.titlePackages().items("shs")).containsExactly("j1", "j3");
        assertThat(db.titlePackages().saveItems("shs", kept.version(), List.of(), MARIE))
                .isEqualTo(new Outcome.Conflict<>(other));
        assertThat(db.changes()
                        .find(Changes.Query.of(new Subject(Subject.Kind.PACKAGE, "shs")), Page.first(1))
                        .rows())
                .extracting(Change::oldValue, Change::newValue)
                .containsExactly(tuple("j2", "j3"));
    }

    @Test
    void subscriptionsHaveDaysAndPrices() {
        added("a", "A");
        PackageSubscription year =
                new PackageSubscription("shs", "a", new Days(DAY, DAY.plusYears(1)), new BigDecimal("1234.5"), "EUR");
        PackageSubscription before = new PackageSubscription("shs", "a", Days.until(DAY.minusDays(1)), null, "");

        TitlePackage kept = db.titlePackages()
                .saveSubscriptions("shs", shs().version(), List.of(before, year), MARIE)
                .orThrow();

        assertThat(db.titlePackages().subscriptions("shs")).containsExactly(before, year);
        assertThat(db.titlePackages().subscriptionsOf("a", DAY)).containsExactly(year);
        db.titlePackages()
                .saveSubscriptions("shs", kept.version(), List.of(year), MARIE)
                .orThrow();
        assertThat(db.titlePackages().subscriptions("shs")).containsExactly(year);
    }

    @Test
    void whatIsWrongIsRefused() {
        shs();
        added("a", "A");

        assertThat(db.titlePackages().add("shs", "Other", MARIE).problems())
                .containsExactly(new Fault("package_id", Fault.Kind.TAKEN, "shs"));
        assertThat(db.titlePackages().add(" ", "", MARIE).problems()).hasSize(2);
        assertThat(db.titlePackages()
                        .saveSubscriptions(
                                "shs",
                                1,
                                List.of(
                                        new PackageSubscription("shs", "x", Days.ALWAYS, null, ""),
                                        new PackageSubscription("shs", "a", Days.ALWAYS, null, "EUR"),
                                        new PackageSubscription(
                                                "shs", "a", Days.ALWAYS, BigDecimal.ONE.negate(), "EUR")),
                                MARIE)
                        .problems())
                .extracting(Fault::kind)
                .containsExactly(Fault.Kind.UNKNOWN, Fault.Kind.FORM, Fault.Kind.FORM, Fault.Kind.TWICE);
        assertThat(db.titlePackages().subscriptions("shs")).isEmpty();
    }

    @Test
    void aWithdrawnPackageStandsLastAndComesBack() {
        shs();
        TitlePackage other = db.titlePackages().add("z", "Z", MARIE).orThrow();
        TitlePackage gone =
                db.titlePackages().update("shs", 1, "SHS", true, MARIE).orThrow();

        assertThat(db.titlePackages().all()).containsExactly(other, gone);
        assertThat(gone.withdrawnAt()).isEqualTo(clock.instant());
        assertThat(db.titlePackages()
                        .update("shs", 2, "SHS", false, MARIE)
                        .orThrow()
                        .withdrawnAt())
                .isNull();
    }
}
