package fr.comptoir.customers;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.harvest.Harvest;
import fr.comptoir.customers.harvest.Harvests;
import fr.comptoir.customers.harvest.PageUses;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

abstract class HarvestsContract extends ContractTest {
    private Harvest harvest(String customer, String report, int status, String query, Harvest.Fault... exceptions) {
        return new Harvest(
                clock.instant(),
                customer,
                Harvest.Credential.KEY,
                7L,
                report,
                "5.1",
                query,
                status,
                12,
                345,
                "Celus/5.1 (x)",
                List.of(exceptions));
    }

    @Test
    void harvestsComeBackTheLatestFirst() {
        Harvest first = harvest("a", "TR_J1", 200, "begin_date=2026-01");
        Harvest second = harvest("a", "TR", 200, "x=1", new Harvest.Fault(3050, "x"), new Harvest.Fault(3031, ""));
        db.harvests().add(List.of(first, second, harvest("b", "PR", 200, "")));

        Page<Harvest> page = db.harvests().of("a", Page.first(10));

        assertThat(page.rows()).containsExactly(second, first);
        assertThat(page.total()).isEqualTo(2);
        assertThat(first.harvester()).isEqualTo("Celus");
        assertThat(db.harvests().of("c", Page.first(10)).rows()).isEmpty();
    }

    @Test
    void whatComesFromOutsideIsHarmlessAndHasNoSecret() {
        Harvest harvest = harvest(
                "a".repeat(1000),
                "TR\u0000\n" + "x".repeat(1000),
                400,
                "API_KEY=cpt_secret&customer_id=a&requestor_id=secret&x=" + "y".repeat(100_000),
                new Harvest.Fault(3050, "z\u0000".repeat(1000)));
        db.harvests().add(List.of(harvest));

        assertThat(harvest.query())
                .startsWith("API_KEY=***&customer_id=a&requestor_id=***&x=yyy")
                .hasSize(2000);
        assertThat(db.harvests().of("a".repeat(100), Page.first(1)).rows()).containsExactly(harvest);
    }

    @Test
    void whatIsWrongAgainAndAgainIsToBeCorrected() {
        for (int i = 0; i < 14; i++) {
            db.harvests().add(List.of(harvest("a", "TR", 200, "", new Harvest.Fault(3062, "Data_type"))));
            clock.pass(Duration.ofHours(1));
        }
        db.harvests().add(List.of(harvest("a", "TR", 200, "", new Harvest.Fault(3050, "foo"))));
        db.harvests().add(List.of(harvest("b", "TR", 200, "", new Harvest.Fault(3062, "Data_type"))));

        assertThat(db.harvests().corrections("a", Instant.EPOCH, 2))
                .containsExactly(new Harvests.Correction(
                        "TR",
                        "5.1",
                        "Celus",
                        3062,
                        "Data_type",
                        14,
                        clock.instant().minus(Duration.ofHours(1))));
        assertThat(db.harvests().corrections("a", clock.instant(), 1))
                .extracting(Harvests.Correction::data)
                .containsExactly("foo");
    }

    @Test
    void theServiceKnowsWhoHarvests() {
        db.harvests().add(List.of(harvest("a", "TR", 200, ""), harvest("a", "", 200, ""), harvest("a", "TR", 401, "")));

        assertThat(db.harvests().activity(clock.instant(), clock.instant().plusSeconds(1)))
                .containsExactly(new Harvests.Activity("a", 3, 1, clock.instant(), clock.instant()));
        assertThat(db.harvests().activity(Instant.EPOCH, clock.instant())).isEmpty();
    }

    @Test
    void oldHarvestsGoWithTheirExceptions() {
        db.harvests().add(List.of(harvest("a", "TR", 200, "", new Harvest.Fault(3062, "x"))));
        clock.pass(Duration.ofDays(1));
        Harvest kept = harvest("a", "PR", 200, "", new Harvest.Fault(3062, "x"));
        db.harvests().add(List.of(kept));

        assertThat(db.harvests().removeBefore(clock.instant())).isEqualTo(1);
        assertThat(db.harvests().of("a", Page.first(5)).rows()).containsExactly(kept);
        assertThat(db.harvests().corrections("a", Instant.EPOCH, 1)).hasSize(1);
    }

    @Test
    void peopleAreCountedByCustomerAndDay() throws Exception {
        LocalDate last = LocalDate.of(2026, 12, 31);
        db.pageUses().add(List.of(new PageUses.Day("a", last, 2, 1), new PageUses.Day("b", DAY, 1, 0)));
        db.pageUses().add(List.of(new PageUses.Day("a", DAY, 3, 0), new PageUses.Day("a", last.plusDays(1), 1, 1)));
        atOnce(4, i -> {
            db.pageUses().add(List.of(new PageUses.Day("a", last, 1, 1)));
            return i;
        });

        assertThat(db.pageUses().years())
                .containsExactly(
                        new PageUses.Year("a", 2026, 2, 9, 5, last),
                        new PageUses.Year("a", 2027, 1, 1, 1, last.plusDays(1)),
                        new PageUses.Year("b", 2026, 1, 1, 0, DAY));
        assertThat(db.pageUses().removeBefore(last.plusDays(1))).isEqualTo(3);
        assertThat(db.pageUses().years()).extracting(PageUses.Year::year).containsExactly(2027);
    }
}
