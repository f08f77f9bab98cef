package fr.comptoir.site;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.HostType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.site.DocumentsRule;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.LogFormat;
import fr.comptoir.model.site.LogFormat.Kind;
import fr.comptoir.model.site.PageRule;
import fr.comptoir.model.site.PageRule.Action;
import fr.comptoir.model.site.Problem;
import fr.comptoir.model.site.SiteConfig;
import fr.comptoir.model.site.Statuses;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteFileTest {
    private static final String SMALLEST = """
            platform: {id: alpha, name: Alpha}
            log: {format: combined}
            pages:
              - {path: "/a/{item}", action: request}
            """;

    @TempDir
    Path folder;

    @Test
    void theLastAuditIsADayAndAName() throws Exception {
        assertThat(provider("audit: {day: 2026-05-12, auditor: A. Accountant}").audit())
                .contains(new SiteConfig.Audit(LocalDate.of(2026, 5, 12), "A. Accountant"));
        assertThatThrownBy(() -> provider("audit: {day: May 2026}"))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("provider.audit.auditor", "'May 2026' is no day written yyyy-mm-dd");
    }

    private SiteConfig.Provider provider(String settings) throws Exception {
        return SiteFile.parse("comptoir.yml", folder, SMALLEST + "provider: {" + settings + "}\n")
                .config()
                .provider();
    }

    @Test
    void theSmallestFileHasEveryDefault() throws Exception {
        SiteFile file = SiteFile.parse("comptoir.yml", folder, SMALLEST);
        SiteConfig config = file.config();
        assertThat(file.warnings()).isEmpty();
        assertThat(config.platform()).isEqualTo(new SiteConfig.Platform("alpha", "Alpha", ZoneOffset.UTC));
        assertThat(config.provider()).isEqualTo(new SiteConfig.Provider("Alpha", ""));
        assertThat(config.log())
                .isEqualTo(new LogFormat(
                        Kind.COMBINED, LogFormat.COMBINED_PATTERN, Map.of(), Optional.empty(), List.of()));
        assertThat(config.statuses()).isEqualTo(Statuses.delivered());
        assertThat(config.robots()).isEmpty();
        assertThat(config.user())
                .isEqualTo(new SiteConfig.UserFields(Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(config.organisation()).isEmpty();
        assertThat(config.attributionEvery()).isFalse();
        assertThat(config.pages())
                .containsExactly(new PageRule(
                        4,
                        "/a/{item}",
                        Map.of(),
                        Set.of("GET"),
                        Action.REQUEST,
                        "{item}",
                        "",
                        AccessMethod.REGULAR,
                        Map.of(),
                        Optional.empty(),
                        List.of(),
                        ActionKind.SEARCHES_REGULAR));
    }

    @Test
    void whatThePlatformIsAndWhatCannotHappenOnIt() throws Exception {
        SiteConfig.Platform platform = SiteFile.parse("comptoir.yml", folder, SMALLEST.replace("name: Alpha}", """
                        name: Alpha,
                          first_month: 2020-07, host_types: [ejournal, eBook_Collection], never: limit_exceeded}"""))
                .config()
                .platform();
        assertThat(platform.firstMonth()).contains(YearMonth.of(2020, 7));
        assertThat(platform.hostTypes()).containsExactlyInAnyOrder(HostType.EJOURNAL, HostType.EBOOK_COLLECTION);
        assertThat(platform.never()).containsExactly(MetricType.LIMIT_EXCEEDED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "first_month: 2020-13 | platform.first_month: '2020-13' is no month written yyyy-mm",
                "host_types: [eJournals] | platform.host_types: 'eJournals' is not one of A&I_Database,",
                "never: [Turnaway] | platform.never: 'Turnaway' is not one of Searches_Automated,",
                "never: [Total_Item_Requests] | platform.never: Total_Item_Requests is made by the page rule in line 4",
            })
    void aPlatformThatCannotBe(String setting, String said) {
        String text = SMALLEST.replace("name: Alpha}", "name: Alpha, " + setting + "}");
        InputException refused =
                catchThrowableOfType(InputException.class, () -> SiteFile.parse("comptoir.yml", folder, text));
        assertThat(refused).hasMessageContaining(said);
    }

    @Test
    void everySettingIsRead() throws Exception {
        Files.writeString(folder.resolve("robots.json"), "[]");
        SiteConfig config = SiteFile.parse("comptoir.yml", folder, """
                platform:
                  id: alpha
                  name: "Alpha Journals"
                  time_zone: Europe/Paris
                provider:
                  name: Alpha Publishing
                  registry_record: https://registry.countermetrics.org/platform/1
                log:
                  format: '%h %u %t "%r" %s %{uid}C %{sid}C %{X-Org}i'
                  client_address: "%{X-Forwarded-For}i"
                  trusted_proxies: [10.0.0.0/8, "2001:db8::/32", 192.0.2.1 - 192.0.2.9]
                statuses: [200-299, 304]
                robots: robots.json
                user: {login: "%u", user_cookie: "%{uid}C", session_cookie: "%{sid}C"}
                organisation: {field: "%{X-Org}i"}
                attribution: every
                pages:
                  - path: /j/{journal}/{volume}.{page}
                    item: "{journal}.{volume}.{page}"
                    query: {v: "*", lang: fr}
                    methods: [get, POST]
                    action: request
                    format: html
                    on_status: {403: no_license, 429: limit_exceeded}
                    access_type_r5: OA_Gold
                  - path: /api/{item...}
                    action: investigation
                    access_method: tdm
                  - path: /find
                    action: search
                    database: ["{query.db}", static]
                    search: federated
                    on_status: {402: limit_exceeded}
                  - path: /static/{x...}
                    action: ignore
                """).config();
        assertThat(config.platform().timeZone()).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThat(config.log().kind()).isEqualTo(Kind.APACHE);
        assertThat(config.log().pattern()).isEqualTo("%h %u %t \"%r\" %s %{uid}C %{sid}C %{X-Org}i");
        assertThat(config.log().clientAddress()).contains("%{X-Forwarded-For}i");
        assertThat(config.log().trustedProxies()).containsExactly("10.0.0.0/8", "2001:db8::/32", "192.0.2.1-192.0.2.9");
        assertThat(config.statuses().contains(250)).isTrue();
        assertThat(config.statuses().contains(300)).isFalse();
        assertThat(config.robots()).contains(folder.resolve("robots.json"));
        assertThat(config.organisation()).contains("%{X-Org}i");
        assertThat(config.attributionEvery()).isTrue();
        PageRule rule = config.pages().get(0);
        assertThat(rule.item()).isEqualTo("{journal}.{volume}.{page}");
        assertThat(rule.query()).isEqualTo(Map.of("v", "*", "lang", "fr"));
        assertThat(rule.methods()).containsExactlyInAnyOrder("GET", "POST");
        assertThat(rule.format()).isEqualTo("HTML");
        assertThat(rule.onStatus()).isEqualTo(Map.of(403, ActionKind.NO_LICENSE, 429, ActionKind.LIMIT_EXCEEDED));
        assertThat(rule.accessTypeR5()).contains(AccessType.OA_GOLD);
        assertThat(config.pages().get(1).accessMethod()).isEqualTo(AccessMethod.TDM);
        assertThat(config.pages().get(2).databases()).containsExactly("{query.db}", "static");
        assertThat(config.pages().get(2).search()).isEqualTo(ActionKind.SEARCHES_FEDERATED);
        assertThat(config.pages().get(3).action()).isEqualTo(Action.IGNORE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "common | COMMON",
                "Combined | COMBINED",
                "W3C | W3C",
                "json | JSON",
                "\"%h %l %u %t\" | APACHE",
                "$remote_addr - $remote_user [$time_local] | NGINX",
                "'${remote_addr} 100%' | NGINX",
            })
    void formatsAreRecognised(String format, Kind kind) throws Exception {
        SiteFile file =
                SiteFile.parse("comptoir.yml", folder, SMALLEST.replace("{format: combined}", "\n  format: " + format));
        assertThat(file.config().log().kind()).isEqualTo(kind);
    }

    @Test
    void allProblemsAreSaidAtOnceWithTheirLines() {
        List<Problem> problems = problems("""
                platform:
                  id: "al:pha"
                  nmae: Alpha
                  time_zone: Europe/Pariss
                log:
                  format: combned
                  trusted_proxies: 10.0.0.0/40
                statuses: [200, 20x]
                robots: missing.json
                user: [a]
                atribution: every
                pages:
                  - path: article/{item}
                    action: request
                  - path: /b/{id}
                    action: reqest
                    onstatus: {403: no_license}
                  - path: /c/{item}
                    action: request
                    item: "{jounal}"
                    on_status: {403: nolicense, 4o3: no_license, 200: no_license}
                    access_method: bot
                  - action: request
                  - path: /d/{a}
                    action: investigation
                """);
        assertThat(problems.stream().map(Problem::toString))
                .anySatisfy(problem -> assertThat(problem).startsWith("comptoir.yml:1: platform.name: is missing"))
                .anySatisfy(problem -> assertThat(problem).startsWith("comptoir.yml:2: platform.id:"))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("comptoir.yml:3: platform.nmae:")
                        .contains("did you mean 'name'?"))
                .anySatisfy(problem ->
                        assertThat(problem).startsWith("comptoir.yml:4: ").contains("did you mean 'Europe/Paris'?"))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("comptoir.yml:6: log.format:")
                        .contains("did you mean 'combined'?"))
                .anySatisfy(problem -> assertThat(problem).startsWith("comptoir.yml:7: log.trusted_proxies:"))
                .anySatisfy(problem -> assertThat(problem).startsWith("comptoir.yml:8: statuses: '20x'"))
                .anySatisfy(problem -> assertThat(problem).startsWith("comptoir.yml:9: robots: there is no file"))
                .anySatisfy(problem -> assertThat(problem).startsWith("comptoir.yml:10: user:"))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("comptoir.yml:11: atribution:")
                        .contains("'attribution'"))
                .anySatisfy(problem -> assertThat(problem).startsWith("comptoir.yml:13: pages[1].path:"))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("comptoir.yml:16: pages[2].action:")
                        .contains("'request'"))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("comptoir.yml:17: pages[2].onstatus:")
                        .contains("'on_status'"))
                .anySatisfy(problem -> assertThat(problem).startsWith("comptoir.yml:20: pages[3].item:"))
                .anySatisfy(problem -> assertThat(problem).startsWith("comptoir.yml:21: pages[3].on_status.403:"))
                .anySatisfy(problem -> assertThat(problem).startsWith("comptoir.yml:21: pages[3].on_status.4o3:"))
                .anySatisfy(problem -> assertThat(problem).startsWith("comptoir.yml:21: pages[3].on_status.200:"))
                .anySatisfy(problem -> assertThat(problem).startsWith("comptoir.yml:22: pages[3].access_method:"))
                .anySatisfy(problem -> assertThat(problem).startsWith("comptoir.yml:23: pages[4].path: is missing"))
                .anySatisfy(problem -> assertThat(problem).startsWith("comptoir.yml:24: pages[5].path: has no {item}"))
                .hasSize(21);
        assertThat(problems).extracting(Problem::line).isSorted();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/a{x...} | whole last segment",
                "/{x...}/b | whole last segment",
                "/{x}{y} | side by side",
                "/{x}/{x} | stands twice",
                "/{x | without its",
                "/x} | without its",
                "/{} | a name of letters",
                "/{query} | a name of letters",
                "/a?b={x} | under 'query'",
            })
    void pathsAreChecked(String path, String message) {
        assertThat(problems(SMALLEST.replace("/a/{item}", path)).toString()).contains(message);
    }

    @Test
    void aRuleBehindOneThatMatchesTheSameIsSaidToBeUnreachable() throws Exception {
        SiteFile file = SiteFile.parse("comptoir.yml", folder, SMALLEST + """
                  - {path: "/a/{id}", item: "{id}", action: investigation}
                  - {path: "/a/b", item: x, action: request}
                  - {path: "/s", query: {q: "*"}, action: search}
                  - {path: "/s", query: {q: "1", p: "*"}, action: search}
                  - {path: "/s", action: search}
                  - {path: "/x/{y...}", action: ignore}
                  - {path: "/x/{item}.pdf", action: request}
                  - {path: "/x/", action: ignore}
                  - {path: "/x", action: ignore}
                """);
        assertThat(file.warnings()).extracting(Problem::line).containsExactly(5, 6, 8, 11);
        assertThat(file.warnings().get(0).message()).contains("the one in line 4");
    }

    @Test
    void settingsWithoutEffectAreWarnings() throws Exception {
        SiteFile file = SiteFile.parse("comptoir.yml", folder, """
                platform: {id: my-platform, name: Alpha}
                log: {format: common, client_address: "%{X-Forwarded-For}i"}
                user: {session_cookie: "%{sid}C"}
                pages:
                  - {path: "/a/{item}", action: request, search: regular}
                  - {path: "/b/{item}", action: request, documents: {count: "{query.n}", default: 1}}
                  - {path: "/c", action: ignore, route: token}
                """);
        assertThat(file.warnings())
                .extracting(Problem::field)
                .containsExactly(
                        "platform.id",
                        "log.client_address",
                        "user.session_cookie",
                        "pages[1].search",
                        "pages[2].documents",
                        "pages[3].route");
    }

    @Test
    void anExtractionSaysHowManyDocumentsItHolds() throws Exception {
        SiteFile file = SiteFile.parse("comptoir.yml", folder, SMALLEST + """
                  - {path: "/archive", action: ignore, route: token, documents: {count: "{query.size}", default: 5}}
                  - {path: "/n/{n}", action: ignore, documents: {count: "{n}", default: 0, at_most: 70}}
                """);
        assertThat(file.warnings()).isEmpty();
        assertThat(file.config().pages())
                .extracting(PageRule::documents)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(new DocumentsRule("{query.size}", 5, 100_000)),
                        Optional.of(new DocumentsRule("{n}", 0, 70)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 | documents: a mapping of names to values was expected",
                "{default: 5} | documents.count: is missing",
                "{count: \"{query.size}\"} | documents.default: is missing",
                "{count: \"{size}\", default: 5} | documents.count: {size} is neither a capture",
                "{count: \"{query.size}\", default: -1} | documents.default: '-1' is no whole number from 0 to 100000000",
                "{count: \"{query.size}\", default: 5, at_most: 0} | at_most: '0' is no whole number from 1 to 100000000",
                "{count: \"{query.size}\", default: 5, at_most: 1000000000} | no whole number from 1 to 100000000",
                "{count: \"{query.size}\", default: 5, at_most: 3} | documents.default: 5 is more than at_most, 3",
                "{count: \"{query.size}\", default: 5, most: 3} | documents.most: is no setting"
            })
    void aWrongNumberOfDocumentsIsSaid(String documents, String expected) {
        String rule = "  - {path: /archive, action: ignore, documents: " + documents + "}\n";
        assertThat(problems(SMALLEST + rule))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).contains(expected));
    }

    @Test
    void brokenYamlIsSaidWithItsLine() {
        assertThat(problems("platform:\n\tid: x\n")).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.message()).startsWith("is no YAML");
        });
        assertThat(problems("")).hasSize(1);
        assertThat(problems("- a")).hasSize(1);
        assertThat(problems("a: &x [*x]\n")).isNotEmpty();
        assertThat(problems(SMALLEST + "log: {format: json}\n").toString()).contains("said twice, first in line 2");
    }

    @Test
    void aMissingFileAndBadBytesAreProblems() throws Exception {
        InputException missing = catchThrowableOfType(InputException.class, () -> SiteFile.read(folder));
        assertThat(missing).hasMessageContaining("comptoir init");
        Files.writeString(folder.resolve(SiteFile.NAME), "platform:\n  name: Caf\u00e9\n", ISO_8859_1);
        InputException encoding = catchThrowableOfType(InputException.class, () -> SiteFile.read(folder));
        assertThat(encoding).hasMessageContaining("comptoir.yml:2: is not UTF-8");
    }

    private List<Problem> problems(String text) {
        InputException exception =
                catchThrowableOfType(InputException.class, () -> SiteFile.parse("comptoir.yml", folder, text));
        assertThat(exception).isNotNull();
        return exception.problems();
    }
}
