package fr.comptoir.server.months;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.base.Language;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.mail.Mail;
import fr.comptoir.customers.mail.Subscription;
import fr.comptoir.operation.CloseMonth;
import fr.comptoir.operation.Corrections;
import fr.comptoir.operation.Site;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that comes to a site with months that were closed long ago. */
class OldSiteTest {
    @TempDir
    Path folder;

    /** Somebody who wants to hear of each new report. */
    private static void subscribe(LivingSite site) throws Exception {
        long reader = site.account("r@uni.example", Language.EN, Role.INSTITUTION_READER, "uni")
                .id();
        site.database()
                .subscriptions()
                .save(
                        new Subscription(
                                0,
                                reader,
                                Subscription.Kind.NEW_REPORT,
                                "uni",
                                List.of(),
                                Subscription.Delivery.LINK,
                                Language.EN),
                        LivingSite.TEST);
    }

    @Test
    void nobodyIsToldOfMonthsThatWereClosedBeforeTheServiceCame() throws Exception {
        try (LivingSite site = LivingSite.in(
                folder,
                "2026-02-04T10:00:00Z",
                "mail: {host: localhost, port: 1, encryption: none, from: s@x.example}\n")) {
            subscribe(site);
            for (String month : new String[] {"2025-11", "2025-12", "2026-01"}) {
                site.count(LivingSite.wholeMonth(month));
            }
            CloseMonth.run(
                    Site.open(folder, site.clock),
                    List.of(YearMonth.of(2025, 11), YearMonth.of(2025, 12)),
                    "Comptoir test",
                    sentence -> {});
            site.work();
            assertThat(site.database()
                            .outbox()
                            .in(Mail.State.WAITING, Page.first(9))
                            .rows())
                    .isEmpty();
            site.clock.pass(Duration.ofDays(1));
            site.work();
            assertThat(site.database()
                            .outbox()
                            .in(Mail.State.WAITING, Page.first(9))
                            .rows())
                    .as("but of the next one")
                    .extracting(Mail::eventKey)
                    .containsExactly("reports 2026-01 v2 for 1");
        }
    }

    @Test
    void aMonthThatIsCorrectedBeforeItIsPublishedIsToldOfAsNew() throws Exception {
        try (LivingSite site = LivingSite.in(
                folder,
                "2026-02-03T10:00:00Z",
                "mail: {host: localhost, port: 1, encryption: none, from: s@x.example}\n")) {
            site.work();
            subscribe(site);
            YearMonth january = YearMonth.of(2026, 1);
            site.count(LivingSite.wholeMonth("2026-01"));
            Site opened = Site.open(folder, site.clock);
            CloseMonth.run(opened, List.of(january), "Comptoir test", sentence -> {});
            site.count(List.of(LivingSite.click("192.0.2.7", "2026-01-10 10:11", "/article/a2")));
            Corrections.apply(opened, january, 2, "late", "Comptoir test", sentence -> {});
            site.clock.pass(Duration.ofDays(2));
            site.work();
            assertThat(site.database()
                            .outbox()
                            .in(Mail.State.WAITING, Page.first(9))
                            .rows())
                    .extracting(Mail::template)
                    .contains("new-reports");
        }
    }
}
