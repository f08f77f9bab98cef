package fr.comptoir.server.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.customer.AddressRange;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.CustomerKind;
import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.operation.AttributionEffect;
import fr.comptoir.operation.CountLogs;
import fr.comptoir.operation.Import;
import fr.comptoir.operation.Site;
import fr.comptoir.server.customers.CustomersSetup;
import fr.comptoir.server.customers.PasswordCost;
import fr.comptoir.server.web.PastedRanges;
import fr.comptoir.server.web.Served;
import fr.comptoir.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other ranges would do, of a site with two open months. */
class RangeEffectsTest {
    private static final List<AddressRange> RANGES =
            PastedRanges.read("192.0.2.0/24").entries();

    @TempDir
    static Path folder;

    private static Site site;
    private static List<Institution> institutions;

    @BeforeAll
    static void count() throws Exception {
        Files.writeString(folder.resolve("comptoir.yml"), Served.SETTINGS);
        site = Site.open(folder, Clock.systemUTC());
        Path catalogue =
                Files.writeString(folder.resolve("catalogue.csv"), "item_id,data_type,name\none,Article,One\n");
        Import.catalogue(site, List.of(catalogue), true, "Comptoir test", (what, done, total) -> {}, line -> {});
        Path log = Files.writeString(folder.resolve("one.log"), line("10/Mar/2024") + line("10/Apr/2024"));
        CountLogs.run(site, List.of(log.toString()), "Comptoir test", 1, (what, done, total) -> {}, text -> {});
        try (CustomersDatabase database = CustomersSetup.open(site, PasswordCost.OF_TESTS)) {
            Author test = Author.of("test");
            database.customers()
                    .add(Customer.create("uni", CustomerKind.INSTITUTION, "Uni"), test)
                    .orThrow();
            int version = database.customers().find("uni").orElseThrow().version();
            database.addressRanges().save("uni", version, RANGES, test).orThrow();
            institutions = database.institutionExchange().institutions();
        }
    }

    private static String line(String day) {
        return "192.0.2.7 - - [" + day + ":10:00:00 +0100] \"GET /article/one HTTP/1.1\" 200 1000 \"-\" "
                + "\"Mozilla/5.0 (X11; Linux x86_64) Firefox/120.0\"\n";
    }

    @Test
    void whoWritesIsLetInBetweenTwoMonths() throws Exception {
        List<Store> let = new ArrayList<>();
        AttributionEffect effect = AttributionEffect.of(
                site,
                institutions,
                () -> {
                    try (Store store = Store.openForWriting(site.data(), () -> false)) {
                        let.add(store);
                    } catch (Exception e) {
                        throw new IllegalStateException("the store is held", e);
                    }
                    return false;
                },
                text -> {});
        assertThat(let).hasSize(2);
        assertThat(effect.months()).containsExactly(YearMonth.of(2024, 3), YearMonth.of(2024, 4));
        assertThat(effect.changes())
                .contains(
                        new AttributionEffect.Change(YearMonth.of(2024, 4), "uni", "Total_Item_Investigations", 0, 1));
    }

    @Test
    void whatNobodyWaitsForIsNotWorkedOut() {
        assertThatThrownBy(() -> AttributionEffect.of(site, institutions, () -> true, text -> {}))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void aNewQuestionAboutTheSameCustomerTakesThePlaceOfTheOld() throws Exception {
        try (CustomersDatabase database = CustomersSetup.open(site, PasswordCost.OF_TESTS);
                RangeEffects effects = new RangeEffects(site, database)) {
            RangeEffects.Question old;
            RangeEffects.Question now;
            try (Store held = Store.openForWriting(site.data(), () -> false)) {
                assertThat(held.state().months()).hasSize(2);
                old = effects.ask("uni", RANGES);
                now = effects.ask("uni", RANGES);
                assertThat(old.isReplaced()).isTrue();
                assertThat(old.isFailed()).isFalse();
                assertThat(effects.find(old.id(), "uni")).isEmpty();
                assertThat(now.isWaiting()).isTrue();
            }
            assertThat(now.answer().get().months()).hasSize(2);
        }
    }
}
