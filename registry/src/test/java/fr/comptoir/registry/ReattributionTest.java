package fr.comptoir.registry;

import static fr.comptoir.registry.IndexedInstitutionsTest.institution;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.comptoir.model.action.KeyedHash;
import fr.comptoir.model.net.IpAddress;
import fr.comptoir.model.site.InputException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReattributionTest {
    private static final KeyedHash KEY =
            new KeyedHash("0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    private static final int DAY = IndexedInstitutionsTest.day("2024-03-15");

    private record Asked(long[] hashes, long[] networks48, long[] networks64) {
        static Asked of(long[][] addresses) {
            Asked asked = new Asked(new long[addresses.length], new long[addresses.length], new long[addresses.length]);
            for (int i = 0; i < addresses.length; i++) {
                asked.hashes[i] = KEY.ofAddress(addresses[i][0], addresses[i][1]);
                if (!IpAddress.isIpv4(addresses[i][0], addresses[i][1])) {
                    asked.networks48[i] = KEY.ofNetwork(addresses[i][0], 48);
                    asked.networks64[i] = KEY.ofNetwork(addresses[i][0], 64);
                }
            }
            return asked;
        }
    }

    private static Reattribution of(IndexedInstitutions institutions, long[][] addresses) throws InputException {
        Asked asked = Asked.of(addresses);
        return Reattribution.of(institutions, KEY, asked.hashes(), asked.networks48(), asked.networks64());
    }

    private static long[] address(String text) {
        long[] out = new long[2];
        assertThat(IpAddress.parse(text, out)).isTrue();
        return out;
    }

    @Test
    void whatIsDecidedIsWhatTheAddressItselfGives() throws Exception {
        long seed = 99;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 40; round++) {
            IndexedInstitutions institutions =
                    new IndexedInstitutions(IndexedInstitutionsTest.randomInstitutions(random), random.nextBoolean());
            long[][] addresses = new long[200][];
            for (int i = 0; i < addresses.length; i++) {
                addresses[i] = random.nextBoolean()
                        ? new long[] {0, IpAddress.lowOfIpv4(0xc1370000L + random.nextInt(80))}
                        : new long[] {0x2a010e0a00000000L + random.nextInt(5), random.nextInt(80)};
            }
            if (Reattribution.work(institutions).bitLength() > 22) {
                continue;
            }
            Reattribution found = of(institutions, addresses);
            for (int i = 0; i < addresses.length; i++) {
                for (int day = DAY; day < DAY + 10; day++) {
                    if (found.isDecided(i, day)) {
                        assertThat(found.customers(i, day))
                                .as("seed %d, %s", seed, IpAddress.format(addresses[i][0], addresses[i][1]))
                                .isEqualTo(institutions.byAddress(addresses[i][0], addresses[i][1], day));
                    } else {
                        assertThat(addresses[i][0]).isNotZero();
                    }
                }
            }
        }
    }

    @Test
    void nestedNetworksAreToldApart() throws Exception {
        IndexedInstitutions institutions = new IndexedInstitutions(
                List.of(
                        institution("isp", "2a01:e0a::/40", "", ""),
                        institution("site", "2a01:e0a:5::/48", "", ""),
                        institution("campus", "2a01:e0a:5:100::/56", "", ""),
                        institution("lab", "2a01:e0a:5:142::/64", "", ""),
                        institution("proxy", "2a01:e0a:5:142::17", "", ""),
                        institution("four", "193.55.10.0/24", "", "")),
                false);
        String[] texts = {
            "2a01:e0a:1::1",
            "2a01:e0a:5:ffff::1",
            "2a01:e0a:5:101::1",
            "2a01:e0a:5:142::1",
            "2a01:e0a:5:142::17",
            "2a02::1",
            "193.55.10.200",
            "193.55.11.1"
        };
        long[][] addresses =
                java.util.Arrays.stream(texts).map(ReattributionTest::address).toArray(long[][]::new);
        Reattribution found = of(institutions, addresses);
        String[] expected = {"isp", "site", "campus", "lab", "proxy", "", "four", ""};
        for (int i = 0; i < expected.length; i++) {
            assertThat(found.isDecided(i, DAY)).as(texts[i]).isTrue();
            assertThat(found.customers(i, DAY)).as(texts[i]).isEqualTo(expected[i]);
        }
    }

    @Test
    void aLargePartOfANetworkIsUndecidedAndSaidSo() throws Exception {
        IndexedInstitutions institutions = new IndexedInstitutions(
                List.of(institution("half", "2a01:e0a:5:142::/65@2024-01-01..2024-06-30", "", "")), false);
        Reattribution found =
                of(institutions, new long[][] {address("2a01:e0a:5:142::1"), address("2a01:e0a:5:143::1")});
        assertThat(found.isDecided(0, DAY)).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> found.customers(0, DAY));
        assertThat(found.isDecided(0, IndexedInstitutionsTest.day("2025-01-01")))
                .isTrue();
        assertThat(found.customers(0, IndexedInstitutionsTest.day("2025-01-01")))
                .isEmpty();
        assertThat(found.customers(1, DAY)).isEmpty();
    }

    @Test
    void aHostNameBelongsToNoOne() throws Exception {
        IndexedInstitutions institutions =
                new IndexedInstitutions(List.of(institution("four", "193.55.10.0/24", "", "")), false);
        Reattribution found = Reattribution.of(institutions, KEY, new long[1], new long[1], new long[1]);
        assertThat(found.isDecided(0, DAY)).isTrue();
        assertThat(found.customers(0, DAY)).isEmpty();
    }

    @Test
    void tooManyAddressesAreRefused() {
        for (String range : new String[] {"11.0.0.0-16.0.0.0", "2a00::/12", "::/0"}) {
            IndexedInstitutions institutions = new IndexedInstitutions(List.of(institution("x", range, "", "")), false);
            InputException refused =
                    catchThrowableOfType(InputException.class, () -> of(institutions, new long[][] {{0, 1}}));
            assertThat(refused).as(range).hasMessageContaining("at most 67108864");
        }
    }
}
