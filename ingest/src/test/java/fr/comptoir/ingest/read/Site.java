package fr.comptoir.ingest.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.comptoir.ingest.robot.Robots;
import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.action.KeyedHash;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.site.ArrivalConfig;
import fr.comptoir.model.site.ArrivalKind;
import fr.comptoir.model.site.ArrivalRule;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.LogFormat;
import fr.comptoir.model.site.PageRule;
import fr.comptoir.model.site.SiteConfig;
import fr.comptoir.model.site.Statuses;
import fr.comptoir.testkit.CatalogueRows;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The platform of these tests: the contract's page rules, a handful of items, a robots list of three, Paris. */
final class Site {
    static final KeyedHash HASH = new KeyedHash("sixteen bytes !!".getBytes(UTF_8));

    static final Catalogue CATALOGUE = new CatalogueRows()
            .add("j1", DataType.JOURNAL)
            .add("a1", DataType.ARTICLE)
            .parent("j1")
            .add("a2", DataType.ARTICLE)
            .parent("j1")
            .add("10.5555/a3", DataType.ARTICLE)
            .add("b1", DataType.BOOK)
            .add("d1", DataType.DATABASE_FULL)
            .add("d2", DataType.DATABASE_AGGREGATED)
            .add("été", DataType.REPORT)
            .catalogue();

    static final List<PageRule> PAGES = List.of(
            Rule.investigation("/article/{item}").build(),
            Rule.request("/article/{item}/fulltext")
                    .format("HTML")
                    .accessTypeR5(AccessType.OA_GOLD)
                    .onStatus(403, ActionKind.NO_LICENSE)
                    .onStatus(429, ActionKind.LIMIT_EXCEEDED)
                    .build(),
            Rule.request("/article/{item}/pdf").format("PDF").build(),
            Rule.request("/book/{item}.epub").format("EPUB").build(),
            Rule.investigation("/journal/{item}").build(),
            Rule.search("/search")
                    .query("q", "*")
                    .databases("{query.db}")
                    .onStatus(403, ActionKind.NO_LICENSE)
                    .build(),
            Rule.search("/federated").automated().databases("d1", "d2").build(),
            Rule.investigation("/share/{item}").methods("POST", "PUT").build(),
            Rule.ignore("/api/status").methods("GET", "HEAD").build(),
            Rule.request("/token/{item}").tdm().token().build(),
            Rule.request("/api/{item...}").tdm().build());

    LogFormat log =
            new LogFormat(LogFormat.Kind.COMBINED, LogFormat.COMBINED_PATTERN, Map.of(), Optional.empty(), List.of());
    Optional<String> login = Optional.empty();
    Optional<String> userCookie = Optional.empty();
    Optional<String> sessionCookie = Optional.empty();
    Optional<String> organisation = Optional.empty();
    ArrivalConfig arrivals = ArrivalConfig.NONE;
    ZoneId zone = ZoneId.of("Europe/Paris");

    static Site combined() {
        return new Site();
    }

    /** Address, chain, login, two cookies, organisation, then what combined has. */
    static Site withIdentities() {
        Site site = new Site();
        site.log = new LogFormat(
                LogFormat.Kind.APACHE,
                "%h \"%{X-Forwarded-For}i\" %u \"%{uid}C\" \"%{sid}C\" \"%{X-Org}i\" %t \"%r\" %>s \"%{User-Agent}i\"",
                Map.of(),
                Optional.of("%{X-Forwarded-For}i"),
                List.of("10.0.0.0/8", "fd00::/8"));
        site.login = Optional.of("%u");
        site.userCookie = Optional.of("%{uid}C");
        site.sessionCookie = Optional.of("%{sid}C");
        site.organisation = Optional.of("%{X-Org}i");
        return site;
    }

    static Site w3c() {
        Site site = new Site();
        site.log = new LogFormat(LogFormat.Kind.W3C, "", Map.of(), Optional.empty(), List.of());
        return site;
    }

    /** Rules with what rules can ask for, on a platform at www.example.org. */
    Site withArrivals() {
        arrivals = new ArrivalConfig(
                List.of("www.example.org"),
                List.of(
                        arrival("Extension", List.of(), Map.of("sid", Set.of("browser-addon", "clickandread"))),
                        arrival("Scholar", List.of("scholar.google.*"), Map.of()),
                        arrival("Portal", List.of("*.portal.example"), Map.of()),
                        arrival("Journals of the portal", List.of("shop.example/journals/{rest...}"), Map.of()),
                        arrival("Resolver", List.of("*.resolver.example"), Map.of("sid", Set.of("*"))),
                        arrival("Portal", List.of(), Map.of("from", Set.of("portal")))),
                Optional.empty());
        return this;
    }

    /** Only these are the platform's own. */
    Site withHosts(String... hosts) {
        arrivals = new ArrivalConfig(List.of(hosts), arrivals.rules(), arrivals.token());
        return this;
    }

    private static ArrivalRule arrival(String name, List<String> referrers, Map<String, Set<String>> query) {
        return new ArrivalRule(1, name, name, ArrivalKind.OTHER, referrers, query);
    }

    Site zone(String id) {
        zone = ZoneId.of(id);
        return this;
    }

    SiteConfig config() {
        return new SiteConfig(
                        new SiteConfig.Platform("p", "P", zone),
                        new SiteConfig.Provider("P", ""),
                        log,
                        Statuses.delivered(),
                        Optional.empty(),
                        new SiteConfig.UserFields(login, userCookie, sessionCookie),
                        organisation,
                        false,
                        PAGES)
                .withArrivals(arrivals);
    }

    JudgeRules rules() {
        try {
            return JudgeRules.of(config(), robots(), CATALOGUE, new TestInstitutions(), HASH);
        } catch (InputException wrong) {
            throw new AssertionError(wrong);
        }
    }

    static Robots robots() throws InputException {
        String list = "[{'pattern': 'bot'}, {'pattern': '^.?$'}, {'pattern': 'full\\\\+text'}]";
        return Robots.of(list.replace('\'', '"').getBytes(UTF_8), "robots.json");
    }
}
