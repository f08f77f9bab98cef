package fr.comptoir.customers;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.base.Changes;
import fr.comptoir.customers.base.Days;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.customer.AddressRange;
import fr.comptoir.customers.customer.CustomerField;
import fr.comptoir.customers.customer.CustomerKind;
import fr.comptoir.customers.customer.InstitutionExchange.Imported;
import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.net.IpRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

abstract class InstitutionExchangeContract extends ContractTest {
    private static Institution institution(
            String id, List<String> ranges, List<String> organisations, List<String> memberOf) {
        return new Institution(0, id, "Name of " + id, "req-" + id, "", "", "", "", ranges, organisations, memberOf);
    }

    private static Institution plain(String id) {
        return institution(id, List.of(), List.of(), List.of());
    }

    private Imported imported(List<Institution> institutions, boolean replace) {
        return db.institutionExchange()
                .importInstitutions(institutions, replace, MARIE)
                .orThrow();
    }

    @Test
    void theNameOfAnIndexStaysWhereAFileSaysNothingOfIt() {
        Institution named = new Institution(0, "a", "A", "", "", "", "", "", List.of(), List.of(), List.of(), "b-a");
        imported(List.of(named), false);
        assertThat(db.institutionExchange().institutions()).containsExactly(named);
        imported(List.of(new Institution(0, "a", "A", "", "", "", "", "", List.of(), List.of(), List.of())), true);
        assertThat(db.institutionExchange().institutions()).containsExactly(named);
    }

    @Test
    void whatGoesInComesOut() {
        List<Institution> institutions = List.of(
                institution(
                        "a",
                        List.of("192.0.2.0/24@2024-01-01..2024-06-30", "2001:db8::/32", "198.51.100.7@..2025-12-31"),
                        List.of("ORG A", "mail@example.org@2024-01-01.."),
                        List.of("k@2020-01-01..")),
                plain("b"),
                plain("k"));

        assertThat(imported(institutions, false)).isEqualTo(new Imported(List.of("a", "b", "k"), List.of(), List.of()));
        assertThat(db.institutionExchange().institutions()).isEqualTo(institutions);
        assertThat(db.customers().find("k").orElseThrow().kind()).isEqualTo(CustomerKind.CONSORTIUM);
    }

    @Test
    void importingAgainChangesNothing() {
        List<Institution> institutions = randomInstitutions(7);
        imported(institutions, false);
        long changes = db.changes().find(Changes.Query.ALL, Page.first(1)).total();

        assertThat(imported(institutions, true).isNothing()).isTrue();
        assertThat(db.changes().find(Changes.Query.ALL, Page.first(1)).total()).isEqualTo(changes);
    }

    @Test
    void afterAnImportThatReplacesThereIsWhatWasImported() {
        for (long seed = 1; seed <= 4; seed++) {
            List<Institution> institutions = randomInstitutions(seed);
            imported(institutions, true);
            assertThat(db.institutionExchange().institutions())
                    .as("seed %d", seed)
                    .usingRecursiveComparison()
                    .ignoringCollectionOrder()
                    .isEqualTo(institutions);
        }
    }

    private static List<Institution> randomInstitutions(long seed) {
        Random random = new Random(seed);
        List<Institution> institutions = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            List<String> ranges = new ArrayList<>();
            for (int r = 0; r < random.nextInt(4); r++) {
                ranges.add("10." + i + "." + (10 * r + random.nextInt(9)) + ".0/24"
                        + (random.nextBoolean() ? "@2025-01-0" + (1 + random.nextInt(9)) + ".." : ""));
            }
            List<String> memberOf = i < 6 && random.nextBoolean() ? List.of("c" + (6 + random.nextInt(2))) : List.of();
            institutions.add(
                    institution("c" + i, ranges, random.nextBoolean() ? List.of("O" + i) : List.of(), memberOf));
        }
        return institutions;
    }

    @Test
    void whatInstitutionsDoNotSayStays() {
        Institution before = institution("a", List.of("192.0.2.0/24", "192.0.3.0/24"), List.of(), List.of());
        imported(List.of(before), false);
        db.customers()
                .update(db.customers().find("a").orElseThrow().with(CustomerField.CITY, "Lyon"), MARIE)
                .orThrow();
        AddressRange labelled =
                new AddressRange(IpRange.parse("192.0.2.0/24").get(0), Days.ALWAYS, "Campus", "by mail");
        db.addressRanges()
                .save(
                        "a",
                        version("a"),
                        List.of(labelled, db.addressRanges().of("a").get(1)),
                        MARIE)
                .orThrow();

        Imported imported = imported(
                List.of(institution("a", List.of("192.0.2.0/24", "192.0.4.0/24"), List.of(), List.of())), false);

        assertThat(imported.changed()).containsExactly("a");
        assertThat(db.customers().find("a").orElseThrow().get(CustomerField.CITY))
                .isEqualTo("Lyon");
        assertThat(db.addressRanges().of("a"))
                .contains(labelled)
                .extracting(range -> range.range().toString())
                .containsExactlyInAnyOrder("192.0.2.0/24", "192.0.4.0/24");
    }

    @Test
    void replacingWithdrawsTheOthersButNoPublisher() {
        imported(List.of(plain("a"), plain("b")), false);
        added("p", "Publisher", CustomerKind.PUBLISHER);

        assertThat(imported(List.of(plain("b")), true).withdrawn()).containsExactly("a");
        assertThat(db.institutionExchange().institutions()).containsExactly(plain("b"));
        assertThat(db.customers().find("p").orElseThrow().isWithdrawn()).isFalse();
        assertThat(imported(List.of(plain("a")), false).changed()).containsExactly("a");
        assertThat(db.institutionExchange().institutions()).containsExactly(plain("a"), plain("b"));
    }

    @Test
    void membershipOfAWithdrawnConsortiumWaitsForItsReturn() {
        Institution member = institution("a", List.of(), List.of(), List.of("k"));
        imported(List.of(member, plain("k")), false);
        db.customers().withdraw("k", version("k"), MARIE).orThrow();

        List<Institution> without = db.institutionExchange().institutions();
        assertThat(without).containsExactly(plain("a"));
        assertThat(imported(without, false).isNothing()).isTrue();
        db.customers().restore("k", version("k"), MARIE).orThrow();
        assertThat(db.institutionExchange().institutions()).containsExactly(member, plain("k"));
    }

    @Test
    void identifiersThatAFileWasWarnedOfAreTakenAsTheyAre() {
        Institution institution = new Institution(
                0,
                "a",
                "A",
                "",
                "0000000121507758",
                "",
                "",
                "",
                List.of("10.0.0.1", "10.0.0.1@2024-01-01.."),
                List.of(),
                List.of());

        imported(List.of(institution), false);

        assertThat(db.institutionExchange().institutions()).containsExactly(institution);
    }

    @Test
    void whatCannotBeTakenIsSaidAndNothingIsChanged() {
        added("p", "Publisher", CustomerKind.PUBLISHER);

        assertThat(db.institutionExchange()
                        .importInstitutions(List.of(plain("a"), plain("p"), plain("x;y")), true, MARIE)
                        .problems())
                .extracting(Fault::kind)
                .containsExactly(Fault.Kind.KIND, Fault.Kind.FORM);
        assertThat(db.customers().find("a")).isEmpty();
    }
}
