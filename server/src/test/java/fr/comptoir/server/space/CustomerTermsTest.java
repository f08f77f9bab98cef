package fr.comptoir.server.space;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Days;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.CustomerKind;
import fr.comptoir.customers.customer.DatedValue;
import fr.comptoir.customers.customer.PackageSubscription;
import fr.comptoir.operation.Site;
import fr.comptoir.operation.view.PackageTerms.Price;
import fr.comptoir.server.customers.CustomersSetup;
import fr.comptoir.server.customers.PasswordCost;
import fr.comptoir.testkit.TestClock;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomerTermsTest {
    private static final Author TEST = Author.of("test");

    @TempDir
    Path folder;

    private CustomersDatabase database;

    @BeforeEach
    void sellPackages() throws Exception {
        Files.writeString(folder.resolve("comptoir.yml"), """
                platform: {id: alpha, name: Alpha Journals}
                provider: {name: Alpha Publishing}
                log: {format: combined}
                pages: [{path: "/article/{item}", action: investigation}]
                """);
        database = CustomersSetup.open(Site.open(folder, new TestClock("2026-06-15T10:00:00Z")), PasswordCost.OF_TESTS);
        database.customers()
                .add(Customer.create("uni", CustomerKind.INSTITUTION, "Uni"), TEST)
                .orThrow();
        database.customers()
                .add(Customer.create("cons", CustomerKind.CONSORTIUM, "Cons"), TEST)
                .orThrow();
        database.titlePackages().add("sci", "Sciences", TEST).orThrow();
        database.titlePackages().add("law", "Law", TEST).orThrow();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void subscribe(String pack, String customer, Days days, String price) {
        int version = database.titlePackages().find(pack).orElseThrow().version();
        PackageSubscription one = new PackageSubscription(pack, customer, days, new BigDecimal(price), "EUR");
        database.titlePackages()
                .saveSubscriptions(pack, version, List.of(one), TEST)
                .orThrow();
    }

    private static Days year(int year) {
        return new Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    private boolean has(String name, int year) {
        return CustomerTerms.of(database, "uni")
                .isSubscribed(name, YearMonth.of(year, 1), YearMonth.of(year, 12))
                .orElseThrow();
    }

    @Test
    void whatWasEnteredGoesBeforeTheSubscription() {
        subscribe("sci", "uni", year(2026), "1200.00");
        database.packagePrices().enter("uni", "Sciences", Year.of(2025), new BigDecimal("600"), "CHF", TEST);
        CustomerTerms terms = CustomerTerms.of(database, "uni");
        Price subscription = new Price(new BigDecimal("1200.00"), "EUR");
        assertThat(terms.price("Sciences", YearMonth.of(2026, 3))).contains(subscription);
        assertThat(terms.price("sci", YearMonth.of(2026, 3))).contains(subscription);
        assertThat(terms.price("Sciences", YearMonth.of(2025, 12)))
                .contains(new Price(new BigDecimal("600.00"), "CHF"));
        assertThat(terms.price("Sciences", YearMonth.of(2024, 12))).isEmpty();
        database.packagePrices().enter("uni", "Sciences", Year.of(2025), null, "", TEST);
        assertThat(CustomerTerms.of(database, "uni").price("Sciences", YearMonth.of(2025, 12)))
                .isEmpty();
        assertThat(CustomerTerms.of(database, "cons").price("Sciences", YearMonth.of(2026, 3)))
                .isEmpty();
    }

    /** Of the months that are asked for, not of today. */
    @Test
    void aConsortiumsPackagesAreItsMembersOnTheDaysOfTheirMembership() {
        subscribe("law", "cons", new Days(LocalDate.of(2023, 1, 1), null), "9000.00");
        int version = database.customers().find("uni").orElseThrow().version();
        database.memberships()
                .save("uni", version, List.of(new DatedValue("cons", year(2024))), TEST)
                .orThrow();
        assertThat(has("Law", 2024)).isTrue();
        assertThat(has("Law", 2023)).isFalse();
        assertThat(has("Law", 2026)).isFalse();
        assertThat(has("Sciences", 2024)).isFalse();
        assertThat(CustomerTerms.of(database, "uni")
                        .isSubscribed("Unknown", YearMonth.of(2024, 1), YearMonth.of(2024, 2)))
                .isEmpty();
        assertThat(CustomerTerms.of(database, "uni").price("Law", YearMonth.of(2024, 1)))
                .as("what the consortium pays is not what a member pays")
                .isEmpty();
    }
}
