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
import fr.comptoir.customers.customer.AddressRange;
import fr.comptoir.customers.customer.AddressRanges;
import fr.comptoir.customers.customer.CustomerKind;
import fr.comptoir.customers.customer.DatedValue;
import fr.comptoir.customers.customer.FederationEntity;
import fr.comptoir.model.net.IpAddress;
import fr.comptoir.model.net.IpRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

abstract class DatedContract extends ContractTest {
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);

    static AddressRange range(String text, Days days) {
        return new AddressRange(IpRange.parse(text).get(0), days);
    }

    private List<AddressRanges.Owned> whose(String address, LocalDate day) {
        long[] words = new long[2];
        assertThat(IpAddress.parse(address, words)).isTrue();
        return db.addressRanges().whose(words[0], words[1], day);
    }

    @Test
    void rangesComeBackWithTheirDaysLabelsAndNotes() {
        added("a", "A");
        List<AddressRange> ranges = List.of(
                new AddressRange(IpRange.parse("192.0.2.0/24").get(0), new Days(JANUARY, JUNE), "Campus", "by mail"),
                range("2001:db8::/32", Days.ALWAYS),
                range("255.255.255.255", Days.from(JUNE)));

        db.addressRanges().save("a", 1, ranges, MARIE).orThrow();

        assertThat(db.addressRanges().of("a")).isEqualTo(ranges);
        assertThat(db.addressRanges().of("a", JUNE.plusDays(1))).containsExactly(ranges.get(1), ranges.get(2));
        assertThat(version("a")).isEqualTo(2);
    }

    @Test
    void anAddressIsWhoseOnThatDay() {
        added("a", "A");
        added("b", "B");
        db.addressRanges()
                .save("a", 1, List.of(range("10.0.0.0/8", Days.ALWAYS), range("2001:db8::/32", Days.ALWAYS)), MARIE)
                .orThrow();
        db.addressRanges()
                .save("b", 1, List.of(range("10.1.0.0/16", new Days(JANUARY, JUNE))), MARIE)
                .orThrow();

        assertThat(whose("10.1.2.3", JUNE))
                .extracting(AddressRanges.Owned::customerId)
                .containsExactly("b", "a");
        assertThat(whose("10.1.2.3", JUNE.plusDays(1)))
                .extracting(AddressRanges.Owned::customerId)
                .containsExactly("a");
        assertThat(whose("2001:db8:ffff::1", JUNE)).hasSize(1);
        assertThat(whose("9.255.255.255", JUNE)).isEmpty();
        assertThat(whose("11.0.0.0", JUNE)).isEmpty();
        db.customers().withdraw("a", version("a"), MARIE).orThrow();
        assertThat(whose("10.1.2.3", JUNE.plusDays(1))).isEmpty();
    }

    @Test
    void whoseAgreesWithLookingAtEachRange() {
        long seed = 20260315;
        Random random = new Random(seed);
        for (int customer = 0; customer < 4; customer++) {
            added("c" + customer, "C");
            int first = customer;
            List<AddressRange> ranges = random.ints(8, 0, 250)
                    .distinct()
                    .mapToObj(from -> range(
                            (first % 2 == 0 ? "200." : "1.") + "0.0." + from + "-"
                                    + (first % 2 == 0 ? "200." : "1.") + "0.0."
                                    + (from + random.nextInt(255 - from)),
                            random.nextBoolean() ? Days.from(DAY) : Days.until(DAY.minusDays(1))))
                    .toList();
            db.addressRanges().save("c" + customer, 1, ranges, MARIE);
        }
        for (int i = 0; i < 40; i++) {
            String address = (random.nextBoolean() ? "200." : "1.") + "0.0." + random.nextInt(256);
            LocalDate day = DAY.minusDays(random.nextInt(2));
            long[] words = new long[2];
            IpAddress.parse(address, words);
            List<AddressRange> expected = db.addressRanges().all().values().stream()
                    .flatMap(List::stream)
                    .filter(range -> range.days().holds(day) && range.range().contains(words[0], words[1]))
                    .toList();
            assertThat(whose(address, day))
                    .as("seed %d, %s on %s", seed, address, day)
                    .extracting(AddressRanges.Owned::range)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void overlapsWithOthersAreFoundOnCommonDaysOnly() {
        added("a", "A");
        added("b", "B");
        AddressRange theirs = range("192.0.2.128/25", Days.until(JUNE));
        db.addressRanges().save("b", 1, List.of(theirs), MARIE).orThrow();
        AddressRange mine = range("192.0.2.0/24", Days.from(JUNE));

        assertThat(db.addressRanges().overlaps("a", List.of(mine)))
                .containsExactly(new AddressRanges.Overlap(mine, new AddressRanges.Owned("b", theirs)));
        assertThat(db.addressRanges().overlaps("a", List.of(range("192.0.2.0/24", Days.from(JUNE.plusDays(1))))))
                .isEmpty();
        assertThat(db.addressRanges().overlaps("b", List.of(mine))).isEmpty();
    }

    @Test
    void whatIsWrongInAListIsRefusedWhole() {
        added("a", "A");
        List<AddressRange> ranges = List.of(
                range("192.0.2.0/24", new Days(JUNE, JANUARY)),
                range("192.0.3.0/24", Days.until(JUNE)),
                range("192.0.3.0/24", Days.from(JUNE)));

        assertThat(db.addressRanges().save("a", 1, ranges, MARIE).problems())
                .extracting(Fault::kind)
                .containsExactly(Fault.Kind.DAYS, Fault.Kind.TWICE);
        assertThat(db.addressRanges().of("a")).isEmpty();
        assertThat(version("a")).isEqualTo(1);
    }

    @Test
    void anOldVersionOverwritesNothing() {
        added("a", "A");
        List<AddressRange> first = List.of(range("192.0.2.0/24", Days.ALWAYS));
        db.addressRanges().save("a", 1, first, MARIE).orThrow();

        assertThat(db.addressRanges().save("a", 1, List.of(), MARIE)).isEqualTo(new Outcome.Conflict<>(first));
        assertThat(db.organisations().save("a", 1, List.of(new DatedValue("X", Days.ALWAYS)), MARIE))
                .isInstanceOf(Outcome.Conflict.class);
        assertThat(db.addressRanges().of("a")).isEqualTo(first);
    }

    @Test
    void eachEntryThatComesChangesOrGoesIsAChange() {
        added("a", "A");
        db.organisations()
                .save("a", 1, List.of(new DatedValue("X", Days.ALWAYS), new DatedValue("Y", Days.ALWAYS)), MARIE)
                .orThrow();
        db.organisations()
                .save("a", 2, List.of(new DatedValue("X", Days.until(JUNE)), new DatedValue("Z", Days.ALWAYS)), MARIE)
                .orThrow();

        assertThat(db.changes()
                        .find(Changes.Query.of(Subject.customer("a")), Page.first(3))
                        .rows())
                .extracting(Change::field, Change::oldValue, Change::newValue)
                .containsExactlyInAnyOrder(
                        tuple("organisation", "X", "X@..2026-06-30"),
                        tuple("organisation", "", "Z"),
                        tuple("organisation", "Y", ""));
    }

    @Test
    void aFederationsUserIsOfTheScopeElseOfTheWholeProvider() {
        added("a", "A");
        added("b", "B");
        String idp = "https://idp.example.org/idp";
        db.federationEntities()
                .save("a", 1, List.of(new FederationEntity(idp, "", Days.ALWAYS)), MARIE)
                .orThrow();
        db.federationEntities()
                .save("b", 1, List.of(new FederationEntity(idp, "b.example.org", Days.until(JUNE))), MARIE)
                .orThrow();

        assertThat(db.federationEntities().find(idp, List.of("b.example.org"), JUNE))
                .containsExactly("b");
        assertThat(db.federationEntities().find(idp, List.of("b.example.org"), JUNE.plusDays(1)))
                .containsExactly("a");
        assertThat(db.federationEntities().find(idp, List.of(), JUNE)).containsExactly("a");
        assertThat(db.federationEntities().find("https://other", List.of(), JUNE))
                .isEmpty();
    }

    @Test
    void membersOfAConsortiumAreThoseOfTheDay() {
        added("world", "W", CustomerKind.CONSORTIUM);
        added("country", "C", CustomerKind.CONSORTIUM);
        added("a", "A");
        added("b", "B");
        db.memberships()
                .save("country", 1, List.of(new DatedValue("world", Days.ALWAYS)), MARIE)
                .orThrow();
        db.memberships()
                .save("a", 1, List.of(new DatedValue("country", Days.until(JUNE))), MARIE)
                .orThrow();
        db.memberships()
                .save("b", 1, List.of(new DatedValue("world", Days.ALWAYS)), MARIE)
                .orThrow();

        assertThat(db.memberships().below("world", JUNE)).containsExactly("b", "country");
        assertThat(db.memberships().below("country", JUNE)).containsExactly("a");
        assertThat(db.memberships().below("country", JUNE.plusDays(1))).isEmpty();
        assertThat(db.memberships().below("a", JUNE)).isEmpty();
    }

    @Test
    void linksToNobodyAndCirclesAreRefused() {
        added("a", "A", CustomerKind.CONSORTIUM);
        added("b", "B", CustomerKind.CONSORTIUM);
        added("c", "C", CustomerKind.CONSORTIUM);
        db.parents()
                .save("b", 1, List.of(new DatedValue("a", Days.ALWAYS)), MARIE)
                .orThrow();
        db.parents()
                .save("c", 1, List.of(new DatedValue("b", Days.ALWAYS)), MARIE)
                .orThrow();

        assertThat(db.parents()
                        .save("a", 1, List.of(new DatedValue("c", Days.ALWAYS)), MARIE)
                        .problems())
                .containsExactly(new Fault("parent_customer", Fault.Kind.CIRCLE, "c"));
        assertThat(db.parents()
                        .save("a", 1, List.of(new DatedValue("a", Days.ALWAYS)), MARIE)
                        .problems())
                .containsExactly(new Fault("parent_customer", Fault.Kind.CIRCLE, "a"));
        assertThat(db.parents()
                        .save("a", 1, List.of(new DatedValue("x", Days.ALWAYS)), MARIE)
                        .problems())
                .containsExactly(new Fault("parent_customer", Fault.Kind.UNKNOWN, "x"));
    }
}
