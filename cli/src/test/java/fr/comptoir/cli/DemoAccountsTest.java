package fr.comptoir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.account.Grant;
import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.customer.PackageSubscription;
import fr.comptoir.customers.harvest.Harvest;
import fr.comptoir.customers.harvest.Harvests;
import fr.comptoir.customers.harvest.PageUses;
import fr.comptoir.operation.Site;
import fr.comptoir.server.customers.CustomersSetup;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The accounts that {@code comptoir demo} prints can be signed in with, one of each role. */
class DemoAccountsTest {
    @TempDir
    private Path folder;

    @Test
    void thereIsOneOfEachRoleAndThePasswordIsTheOnePrinted() throws Exception {
        Files.writeString(folder.resolve("comptoir.yml"), """
                platform: {id: demo, name: Demo}
                log: {format: combined}
                pages: [{path: "/x/{item}", action: request}]
                """);
        Path institutions = Files.writeString(
                folder.resolve("institutions.csv"),
                "customer_id,name,member_of\ngarance,Garance,\nvalmont,Valmont,garance\nbeauval,Beauval,garance\n");
        StringWriter said = new StringWriter();
        int status = Main.run(
                new PrintWriter(said),
                new PrintWriter(said),
                "import",
                "institutions",
                institutions.toString(),
                "--site",
                folder.toString());
        assertThat(status).as(said.toString()).isZero();
        Site site = Site.open(folder, Clock.systemUTC());

        Path catalogue = Files.writeString(folder.resolve("catalogue.csv"), """
                item_id,parent_id,data_type,name,packages
                j1,,Journal,One,Sciences;Livres
                j2,,Journal,Two,Sciences
                a1,j1,Article,Of one,Sciences
                """);

        List<String> lines = DemoAccounts.make(site, catalogue, YearMonth.of(2025, 3), LocalDate.of(2026, 10, 12));

        String last = lines.get(lines.size() - 1);
        String password = last.substring(last.indexOf(": ") + 2);
        try (CustomersDatabase database = CustomersSetup.open(site)) {
            List<Role> roles = lines.subList(0, lines.size() - 1).stream()
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .map(email -> database.accounts().findByEmail(email).orElseThrow())
                    .map(Account::id)
                    .flatMap(id -> database.roles().of(id).stream())
                    .map(Grant::role)
                    .toList();
            assertThat(roles).containsExactlyInAnyOrder(Role.values());
            assertThat(database.titlePackages().items("Sciences"))
                    .as("the titles of the catalogue")
                    .containsExactly("j1", "j2");
            assertThat(database.titlePackages().subscriptionsOf("valmont"))
                    .as("what it reads, and what nobody does")
                    .extracting(PackageSubscription::packageId)
                    .contains("Sciences", "Mathématiques");
            assertThat(database.titlePackages().subscriptionsOf("valmont"))
                    .allSatisfy(one -> assertThat(one.pricePerYear()).isPositive())
                    .allSatisfy(one -> assertThat(one.days().holds(LocalDate.of(2025, 3, 1)))
                            .isTrue());
            assertThat(database.harvests().of("valmont", Page.first(100)).rows())
                    .as("as if there had been harvesters and readers from the first month on")
                    .isNotEmpty()
                    .allSatisfy(
                            one -> assertThat(one.at()).isBefore(site.clock().instant()))
                    .extracting(Harvest::harvester)
                    .contains("ezMESURE");
            assertThat(database.harvests().corrections("valmont", Instant.EPOCH, 2))
                    .extracting(Harvests.Correction::report)
                    .containsExactly("ir");
            assertThat(database.pageUses().years())
                    .as("of customers that there are")
                    .extracting(PageUses.Year::customerId)
                    .containsOnly("beauval", "garance", "valmont");
            assertThat(database.logins()
                            .attempt("admin@demo.example", password)
                            .getClass()
                            .getSimpleName())
                    .isEqualTo("LoggedIn");
        }
    }
}
