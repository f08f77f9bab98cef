package fr.comptoir.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.site.ArrivalConfig;
import fr.comptoir.model.site.ArrivalKind;
import fr.comptoir.model.site.ArrivalRule;
import fr.comptoir.model.site.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code arrivals}, {@code token}, {@code platform.hosts} and {@code route}: from where people come and by what they have access. */
class ArrivalSettingsTest {
    private static final String SITE = """
            platform: {id: alpha, name: Alpha, hosts: [WWW.example.org, "*.alpha.org"]}
            log: {format: '%h %t "%r" %>s "%{Referer}i" "%{X-Token}i"'}
            pages: [{path: "/x/{item}", action: request, route: token}]
            """;

    @TempDir
    Path folder;

    private SiteFile read(String text) throws InputException {
        return SiteFile.parse("comptoir.yml", folder, text);
    }

    private List<String> errors(String text) {
        List<String> errors = new ArrayList<>();
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        InputException.class,
                        wrong -> wrong.problems()
                                .forEach(problem ->
                                        errors.add(problem.line() + " " + problem.field() + " " + problem.message())));
        return errors;
    }

    private List<String> warnings(String text) throws InputException {
        return read(text).warnings().stream()
                .map(problem -> problem.line() + " " + problem.field() + " " + problem.message())
                .toList();
    }

    @Test
    void withoutTheSettingsNothingIsRecorded() throws Exception {
        SiteFile file = read("""
                platform: {id: alpha, name: Alpha}
                log: {format: combined}
                pages: [{path: "/x/{item}", action: request}]
                """);
        assertThat(file.config().arrivals()).isEqualTo(ArrivalConfig.NONE);
        assertThat(file.config().pages().get(0).route()).isEmpty();
        assertThat(file.warnings()).isEmpty();
    }

    @Test
    void everySettingIsRead() throws Exception {
        SiteFile file = read(SITE + """
                token: {field: "%{X-Token}i"}
                arrivals:
                  - name: Portal
                    kind: portal
                    referrer: "*.Portal.example"
                  - name: {en: Search, fr: Recherche}
                    kind: search_engine
                    referrer: [scholar.google.*, "www.x.org/A/{page...}"]
                    query: {sid: [a, b], from: "*"}
                """);
        assertThat(file.warnings()).isEmpty();
        assertThat(file.config().pages().get(0).route()).contains(AccessRoute.TOKEN);
        assertThat(file.config().arrivals().token()).contains("%{X-Token}i");
        assertThat(file.config().arrivals().hosts()).containsExactly("www.example.org", "*.alpha.org");
        assertThat(file.config().arrivals().rules())
                .containsExactly(
                        new ArrivalRule(
                                6, "Portal", "Portal", ArrivalKind.PORTAL, List.of("*.portal.example"), Map.of()),
                        new ArrivalRule(
                                9,
                                "Search",
                                "Recherche",
                                ArrivalKind.SEARCH_ENGINE,
                                List.of("scholar.google.*", "www.x.org/A/{page...}"),
                                Map.of("sid", Set.of("a", "b"), "from", Set.of("*"))));
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        assertThat(errors("""
                platform: {id: alpha, name: Alpha, hosts: ["https://www.example.org"]}
                log: {format: combined}
                pages: [{path: "/x/{item}", action: request, route: ip}]
                token: {field: X-Token}
                arrivals:
                  - name: Direct
                    kind: portal
                    referrer: [https://x.org, "*", "x.org:80", "x.org/{a}{b}"]
                  - kind: portals
                    query: {sid: "a,b", from: }
                  - name: Portal
                  - name: {en: A}
                    kind: other
                    referer: x.org
                """))
                .containsExactlyInAnyOrder(
                        "1 platform.hosts 'https://www.example.org' is no host such as www.example.org, *.example.org"
                                + " or [2001:db8::1]",
                        "3 pages[1].route 'ip' is not one of token",
                        "4 token.field 'X-Token' is no field of this format; one such as %u, %{NAME}C or %{NAME}i was expected",
                        "6 arrivals[1].name 'Direct' is what arrivals are called that no rule names",
                        "8 arrivals[1].referrer 'https://x.org': a host was expected, such as www.example.org,"
                                + " *.example.org or scholar.google.*, without scheme and port, and if need be a path",
                        "8 arrivals[1].referrer '*': a host was expected, such as www.example.org,"
                                + " *.example.org or scholar.google.*, without scheme and port, and if need be a path",
                        "8 arrivals[1].referrer 'x.org:80': a host was expected, such as www.example.org,"
                                + " *.example.org or scholar.google.*, without scheme and port, and if need be a path",
                        "8 arrivals[1].referrer '{a}{b}': two captures side by side; something must stand between them",
                        "9 arrivals[2].name is missing: what people call this way of arrival, or {en: ..., fr: ...}",
                        "9 arrivals[2].kind 'portals' is not one of portal, search_engine, browser_extension,"
                                + " link_resolver, discovery_tool, other; did you mean 'portal'?",
                        "10 arrivals[2].query.sid 'a,b' has a comma: write [a, b], for a parameter with commas is a list,"
                                + " of which one value is enough",
                        "10 arrivals[2].query.from a value or a list of values was expected: \"*\" for any value that is"
                                + " not empty",
                        "11 arrivals[3].kind is missing: one of portal, search_engine, browser_extension, link_resolver,"
                                + " discovery_tool, other",
                        "11 arrivals[3].referrer is missing: hosts from which people come, or 'query' with parameters"
                                + " they bring",
                        "12 arrivals[4].name.fr is missing: the name in French",
                        "12 arrivals[4].referrer is missing: hosts from which people come, or 'query' with parameters"
                                + " they bring",
                        "14 arrivals[4].referer is no setting of arrivals[4]; did you mean 'referrer'?");
    }

    @Test
    void aHostMayBeAnIpv6Address() throws Exception {
        SiteFile file = read("""
                platform: {id: alpha, name: Alpha, hosts: ["[2001:DB8:0::1]", "[2001:db8::2]:8443"]}
                log: {format: combined}
                pages: [{path: "/x/{item}", action: request}]
                arrivals:
                  - {name: Portal, kind: portal, referrer: ["[2001:db8::3]:80/a/{page...}", "[2001:db8::4]"]}
                """);
        assertThat(file.warnings()).isEmpty();
        assertThat(file.config().arrivals().hosts()).containsExactly("[2001:db8::1]", "[2001:db8::2]");
        assertThat(file.config().arrivals().rules().get(0).referrers())
                .containsExactly("[2001:db8::3]/a/{page...}", "[2001:db8::4]");
    }

    @Test
    void whatIsNoIpv6AddressInBracketsIsNoHost() {
        assertThat(errors("""
                platform: {id: alpha, name: Alpha, hosts: ["2001:db8::1", "[2001:db8::g]", "[2001:db8::1]:http"]}
                log: {format: combined}
                pages: [{path: "/x/{item}", action: request}]
                """))
                .hasSize(3)
                .allMatch(
                        error -> error.endsWith("is no host such as www.example.org, *.example.org or [2001:db8::1]"));
    }

    @Test
    void oneNameIsOneWay() {
        assertThat(errors(SITE + """
                arrivals:
                  - {name: Portal, kind: portal, referrer: a.org}
                  - {name: Portal, kind: portal, query: {sid: a}}
                  - {name: Portal, kind: other, referrer: b.org}
                  - {name: {en: Portal, fr: Portail}, kind: portal, referrer: c.org}
                """))
                .containsExactly(
                        "7 arrivals[3].name the rule in line 5 has the same name with another kind or French name",
                        "8 arrivals[4].name the rule in line 5 has the same name with another kind or French name");
    }

    @Test
    void whatIsProbablyNotMeantIsSaid() throws Exception {
        assertThat(warnings("""
                platform: {id: alpha, name: Alpha}
                log: {format: common}
                pages: [{path: "/x/{item}", action: request}]
                arrivals:
                  - {name: A, kind: other, query: {sid: [a, b]}}
                  - {name: B, kind: other, referrer: x.org, query: {sid: b}}
                  - {name: C, kind: other, referrer: [x.org, y.org]}
                  - {name: D, kind: other, referrer: y.org}
                """))
                .containsExactly(
                        "4 arrivals without platform.hosts, a step from page to page of the platform is from another site",
                        "4 arrivals the log format has no referrer, so that no rule with 'referrer' ever matches",
                        "6 arrivals[2].name the rule is never reached: the one in line 5 matches all that it matches",
                        "8 arrivals[4].name the rule is never reached: the one in line 7 matches all that it matches");
    }

    @Test
    void thereAreAtMost250Rules() {
        StringBuilder rules = new StringBuilder("arrivals:\n");
        for (int i = 0; i < 251; i++) {
            rules.append("  - {name: N")
                    .append(i)
                    .append(", kind: other, referrer: h")
                    .append(i)
                    .append(".org}\n");
        }
        assertThat(errors(SITE + rules)).containsExactly("4 arrivals 251 rules; at most 250 were expected");
    }
}
