package fr.comptoir.registry;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.net.IpAddress;
import fr.comptoir.model.net.IpRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class IndexedInstitutionsTest {
    private static final int DAY = day("2024-03-15");

    static int day(String text) {
        return (int) LocalDate.parse(text).toEpochDay();
    }

    static Institution institution(String id, String ranges, String organisations, String memberOf) {
        return new Institution(0, id, id, "", "", "", "", "", list(ranges), list(organisations), list(memberOf));
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(";"));
    }

    private static String byAddress(IndexedInstitutions institutions, String address, int day) {
        long[] out = new long[2];
        assertThat(IpAddress.parse(address, out)).isTrue();
        return institutions.byAddress(out[0], out[1], day);
    }

    @Test
    void theMostSpecificRangeDecides() {
        List<Institution> rows = List.of(
                institution("large", "193.55.0.0/16", "", ""),
                institution("small", "193.55.10.0/24", "", ""),
                institution("twin", "193.55.10.0/24", "", ""),
                institution("six", "2a01:e0a::/32", "", ""));
        IndexedInstitutions institutions = new IndexedInstitutions(rows, false);
        assertThat(byAddress(institutions, "193.55.9.255", DAY)).isEqualTo("large");
        assertThat(byAddress(institutions, "193.55.10.0", DAY)).isEqualTo("small|twin");
        assertThat(byAddress(institutions, "::ffff:193.55.10.255", DAY)).isEqualTo("small|twin");
        assertThat(byAddress(institutions, "193.55.11.0", DAY)).isEqualTo("large");
        assertThat(byAddress(institutions, "193.56.0.0", DAY)).isEmpty();
        assertThat(byAddress(institutions, "0.0.0.0", DAY)).isEmpty();
        assertThat(byAddress(institutions, "2a01:e0a:ffff::1", DAY)).isEqualTo("six");
        assertThat(byAddress(institutions, "2a01:e0b::", DAY)).isEmpty();
        IndexedInstitutions every = new IndexedInstitutions(rows, true);
        assertThat(byAddress(every, "193.55.10.7", DAY)).isEqualTo("large|small|twin");
        assertThat(every.version()).isNotEqualTo(institutions.version());
    }

    @Test
    void rangesHoldOnTheirDays() {
        IndexedInstitutions institutions = new IndexedInstitutions(
                List.of(
                        institution("a", "193.55.10.0/24@2024-01-01..2024-06-30", "", ""),
                        institution("b", "193.55.10.0/24@2024-07-01..", "", ""),
                        institution("c", "193.55.0.0/16@..2024-12-31", "", "")),
                false);
        assertThat(byAddress(institutions, "193.55.10.1", day("2023-12-31"))).isEqualTo("c");
        assertThat(byAddress(institutions, "193.55.10.1", day("2024-01-01"))).isEqualTo("a");
        assertThat(byAddress(institutions, "193.55.10.1", day("2024-06-30"))).isEqualTo("a");
        assertThat(byAddress(institutions, "193.55.10.1", day("2024-07-01"))).isEqualTo("b");
        assertThat(byAddress(institutions, "193.55.9.1", day("2025-01-01"))).isEmpty();
        assertThat(institutions.periods()).isEqualTo(4);
        assertThat(institutions.period(day("2024-01-01"))).isEqualTo(institutions.period(day("2024-06-30")));
        assertThat(institutions.period(day("2024-06-30"))).isNotEqualTo(institutions.period(day("2024-07-01")));
    }

    @Test
    void consortiaAreInTheSetOnTheDaysOfMembership() {
        IndexedInstitutions institutions = new IndexedInstitutions(
                List.of(
                        institution("b", "193.55.10.0/24", "idp.b", "nat@2024-02-01..;local"),
                        institution("nat", "", "", "euro@..2024-02-29"),
                        institution("local", "", "", ""),
                        institution("euro", "", "", "")),
                false);
        assertThat(byAddress(institutions, "193.55.10.1", day("2024-01-31"))).isEqualTo("b|local");
        assertThat(byAddress(institutions, "193.55.10.1", day("2024-02-29"))).isEqualTo("b|euro|local|nat");
        assertThat(byAddress(institutions, "193.55.10.1", day("2024-03-01"))).isEqualTo("b|local|nat");
        assertThat(institutions.byOrganisation("idp.b", day("2024-03-01"))).isEqualTo("b|local|nat");
        assertThat(institutions.byOrganisation("idp.x", day("2024-03-01"))).isEmpty();
    }

    @Test
    void anOrganisationMayBelongToSeveral() {
        IndexedInstitutions institutions = new IndexedInstitutions(
                List.of(institution("b", "", "x@y.org", ""), institution("a", "", "x@y.org@2024-01-01..", "")), false);
        assertThat(institutions.byOrganisation("x@y.org", day("2023-12-31"))).isEqualTo("b");
        assertThat(institutions.byOrganisation("x@y.org", day("2024-01-01"))).isEqualTo("a|b");
    }

    @Test
    void nobodyIsKnownWithoutInstitutions() {
        IndexedInstitutions institutions = new IndexedInstitutions(List.of(), false);
        assertThat(byAddress(institutions, "193.55.10.1", DAY)).isEmpty();
        assertThat(byAddress(institutions, "2a01::", DAY)).isEmpty();
        assertThat(institutions.periods()).isEqualTo(1);
    }

    @Test
    void theAnswerIsThatOfANaiveSearch() {
        long seed = 77;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 150; round++) {
            List<Institution> rows = randomInstitutions(random);
            boolean every = random.nextBoolean();
            IndexedInstitutions institutions = new IndexedInstitutions(rows, every);
            for (int i = 0; i < 300; i++) {
                boolean ipv4 = random.nextBoolean();
                long high = ipv4 ? 0 : 0x2a010e0a00000000L + random.nextInt(4);
                long low = ipv4 ? IpAddress.lowOfIpv4(0xc1370000L + random.nextInt(-3, 70)) : random.nextInt(-3, 70);
                int day = DAY + random.nextInt(10);
                assertThat(institutions.byAddress(high, low, day))
                        .as("seed %d, round %d, %s", seed, round, IpAddress.format(high, low))
                        .isEqualTo(naive(rows, every, high, low, day));
            }
        }
    }

    static List<Institution> randomInstitutions(SplittableRandom random) {
        List<Institution> rows = new ArrayList<>();
        int count = random.nextInt(1, 9);
        for (int i = 0; i < count; i++) {
            List<String> ranges = new ArrayList<>();
            for (int n = random.nextInt(4); n > 0; n--) {
                long from = random.nextInt(60);
                long to = from + random.nextInt(1 << random.nextInt(6));
                long high = 0x2a010e0a00000000L + random.nextInt(3);
                IpRange range = random.nextBoolean()
                        ? new IpRange(
                                0, IpAddress.lowOfIpv4(0xc1370000L + from), 0, IpAddress.lowOfIpv4(0xc1370000L + to))
                        : new IpRange(high, from, high + random.nextInt(2), to);
                ranges.add(range + days(random));
            }
            List<String> memberOf = new ArrayList<>();
            if (i > 0 && random.nextBoolean()) {
                memberOf.add("c" + random.nextInt(i) + days(random));
            }
            rows.add(new Institution(0, "c" + i, "C", "", "", "", "", "", ranges, List.of(), memberOf));
        }
        return rows;
    }

    private static String days(SplittableRandom random) {
        int from = DAY + random.nextInt(8);
        LocalDate first = LocalDate.ofEpochDay(from);
        LocalDate last = LocalDate.ofEpochDay(from + random.nextInt(5));
        return switch (random.nextInt(4)) {
            case 0 -> "@" + first + ".." + last;
            case 1 -> "@" + first + "..";
            case 2 -> "@.." + last;
            default -> "";
        };
    }

    private record Held(IpRange range, String customer) {}

    static String naive(List<Institution> rows, boolean every, long high, long low, int day) {
        List<Held> held = new ArrayList<>();
        for (Institution row : rows) {
            for (String text : row.ipRanges()) {
                Dated dated = Dated.parse(text);
                IpRange range = IpRange.parse(dated.value()).get(0);
                if (dated.holds(day) && range.contains(high, low)) {
                    held.add(new Held(range, row.customerId()));
                }
            }
        }
        TreeSet<String> customers = new TreeSet<>();
        held.stream()
                .min(Comparator.comparing(each -> each.range().size()))
                .ifPresent(smallest -> held.stream()
                        .filter(each -> every
                                || each.range().size().equals(smallest.range().size()))
                        .forEach(each -> customers.add(each.customer())));
        boolean grows = true;
        while (grows) {
            grows = false;
            for (Institution row : rows) {
                for (String text : row.memberOf()) {
                    Dated dated = Dated.parse(text);
                    if (dated.holds(day) && customers.contains(row.customerId())) {
                        grows |= customers.add(dated.value());
                    }
                }
            }
        }
        return String.join("|", customers);
    }
}
