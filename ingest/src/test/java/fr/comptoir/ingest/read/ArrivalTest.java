package fr.comptoir.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.ingest.read.IngestResult.OtherSite;
import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.Arrivals;
import fr.comptoir.model.site.ArrivalConfig;
import fr.comptoir.model.site.LogFormat;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From where someone came, and by what there was access, as a single line tells it. */
class ArrivalTest {
    private static String line(String path, String referrer) {
        return Log.line("GET " + path + " HTTP/1.1", 200).replace("\"-\"", "\"" + referrer + "\"");
    }

    private static Log.Row row(Site site, String line) {
        return Log.read(site, line).rows().get(0);
    }

    private static String arrival(String path, String referrer) {
        return row(Site.combined().withArrivals(), line(path, referrer)).arrival();
    }

    @ParameterizedTest
    @CsvSource({
        "-, direct",
        "about:blank, direct",
        "https://, direct",
        "https://www.example.org/x, within_platform",
        "https://WWW.Example.ORG:8443/x?y, within_platform",
        "https://example.org/, other_site",
        "https://scholar.google.fr/scholar?q=x, Scholar",
        "https://scholar.google.co.uk, Scholar",
        "https://scholar.google., other_site",
        "https://portal.example/, Portal",
        "https://a.b.portal.example./, Portal",
        "https://user@a.portal.example:80/, Portal",
        "https://aportal.example/, other_site",
        "https://shop.example/journals/x/y?z, Journals of the portal",
        "https://shop.example/journals/, other_site",
        "https://shop.example/books/x, other_site",
        "https://shop.example?/journals/x, other_site",
        "android-app://scholar.google.fr/, Scholar",
        "https://a.resolver.example/, other_site"
    })
    void aReferrerTellsIt(String referrer, String expected) {
        assertThat(arrival("/article/a1", referrer)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "http://[2001:db8::1]/x, within_platform",
        "http://[2001:db8::1]:8080/x, within_platform",
        "http://[2001:DB8:0:0::1]/, within_platform",
        "http://[2001:db8::2]/, other_site",
    })
    void theOwnHostMayBeAnIpv6Address(String referrer, String expected) {
        Site site = Site.combined().withArrivals().withHosts("[2001:db8::1]");
        assertThat(row(site, line("/article/a1", referrer)).arrival()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/article/a1?sid=browser-addon - Extension",
                "/article/a1?sid=google,clickandread - Extension",
                "/article/a1?sid=google%2C+clickandread - Extension",
                "/article/a1?sid=google&sid=clickandread https://www.example.org/ Extension",
                "/article/a1?sid=browser-addon-2 - direct",
                "/article/a1?sid=clickandread https://scholar.google.fr/ Extension",
                "/article/a1?from=portal https://scholar.google.fr/ Scholar",
                "/article/a1?from=portal https://www.example.org/ Portal",
                "/article/a1?sid=x https://sfx.resolver.example/ Resolver",
                "/article/a1?sid= https://sfx.resolver.example/ other_site",
                "/article/a1?sid=x - direct",
                "/search?q=x&sid=browser-addon - Extension"
            })
    void theFirstRuleThatMatchesDecides(String path, String referrer, String expected) {
        assertThat(arrival(path, referrer)).isEqualTo(expected);
    }

    @Test
    void withoutRulesNothingIsRecorded() {
        Site site = Site.combined();
        site.arrivals = new ArrivalConfig(List.of("www.example.org"), List.of(), Optional.empty());

        Log.Read read = Log.read(site, line("/article/a1?sid=browser-addon", "https://elsewhere.example/"));

        assertThat(read.rows()).extracting(Log.Row::arrival).containsExactly(Arrivals.NOT_RECORDED);
        assertThat(read.result().otherSites()).isEmpty();
    }

    @Test
    void aLogWithoutReferrersDoesNotSayThatSomeoneCameDirectly() {
        Site site = Site.combined().withArrivals();
        site.log =
                new LogFormat(LogFormat.Kind.COMMON, LogFormat.COMMON_PATTERN, Map.of(), Optional.empty(), List.of());
        String time = "192.0.2.7 - - [15/Jun/2024:10:00:00 +0000] ";

        assertThat(row(site, time + "\"GET /article/a1 HTTP/1.1\" 200 1").arrival())
                .isEqualTo(Arrivals.NOT_RECORDED);
        assertThat(row(site, time + "\"GET /article/a1?sid=browser-addon HTTP/1.1\" 200 1")
                        .arrival())
                .isEqualTo("Extension");
    }

    @Test
    void inAW3cLogTheColumnsSayWhetherThereAreReferrers() {
        String without = """
                #Fields: date time c-ip cs-method cs-uri-stem sc-status
                2024-06-15 10:00:00 192.0.2.7 GET /article/a1 200
                """;
        String with = """
                #Fields: date time c-ip cs-method cs-uri-stem sc-status cs(Referer)
                2024-06-15 10:00:01 192.0.2.7 GET /article/a1 200 -
                2024-06-15 10:00:02 192.0.2.7 GET /article/a1 200 https://a.portal.example/x
                """;

        Log.Read read = Log.readText(Site.w3c().withArrivals(), without + with + without);

        assertThat(read.rows())
                .extracting(Log.Row::arrival)
                .containsExactly(Arrivals.NOT_RECORDED, "direct", "Portal", Arrivals.NOT_RECORDED);
    }

    @Test
    void frequentSitesWithoutARuleAreNamedAndRareOnesAreNot() {
        String often = line("/article/a1", "https://often.example/page?secret");
        String rare = line("/article/a1", "https://rare.example/");
        String excluded = Log.line("GET /article/a1 HTTP/1.1", 404).replace("\"-\"", "\"https://often.example/\"");

        Log.Read read = Log.readText(
                Site.combined().withArrivals(),
                (often + "\n").repeat(7) + (rare + "\n").repeat(4) + (excluded + "\n").repeat(9));

        assertThat(read.result().otherSites()).containsExactly(new OtherSite("often.example", 7));
    }

    @Test
    void manyReferrersAreJudgedAsFew() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            lines.append(line("/article/a1", "https://h" + i + ".portal.example/"))
                    .append('\n');
        }

        Log.Read read = Log.readText(Site.combined().withArrivals(), lines.toString());

        assertThat(read.rows()).extracting(Log.Row::arrival).isEqualTo(Collections.nCopies(2_000, "Portal"));
    }

    @Test
    void theRouteIsThatByWhichTheInstitutionWasFound() {
        Site site = Site.withIdentities();

        assertThat(routes(site, "192.0.2.7", "-")).isEqualTo(AccessRoute.IP);
        assertThat(routes(site, "192.0.2.7", "ORG")).isEqualTo(AccessRoute.FEDERATION);
        assertThat(routes(site, "192.0.2.7", "unknown")).isEqualTo(AccessRoute.IP);
        assertThat(routes(site, "198.51.100.7", "unknown")).isEqualTo(AccessRoute.NONE);
    }

    private static AccessRoute routes(Site site, String address, String organisation) {
        return row(
                        site,
                        address + " \"-\" - \"-\" \"-\" \"" + organisation
                                + "\" [15/Jun/2024:10:00:00 +0000] \"GET /article/a1 HTTP/1.1\" 200 \"" + Log.BROWSER
                                + "\"")
                .route();
    }

    @Test
    void aTokenInTheLogOrARuleOfItsPathIsTheRoute() {
        Site site = Site.withIdentities();
        site.arrivals = new ArrivalConfig(List.of(), List.of(), Optional.of("%{sid}C"));
        String token = "192.0.2.7 \"-\" - \"-\" \"yes\" \"ORG\" [15/Jun/2024:10:00:00 +0000] "
                + "\"GET /article/a1 HTTP/1.1\" 200 \"" + Log.BROWSER + "\"";
        assertThat(row(site, token).route()).isEqualTo(AccessRoute.TOKEN);
        assertThat(row(site, token).customers()).isEqualTo("org");

        assertThat(row(Site.combined(), Log.line("GET /token/a1 HTTP/1.1", 200)).route())
                .isEqualTo(AccessRoute.TOKEN);
        assertThat(row(Site.combined(), Log.line("GET /api/a1 HTTP/1.1", 200)).route())
                .isEqualTo(AccessRoute.IP);
    }
}
