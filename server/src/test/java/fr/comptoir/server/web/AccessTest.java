package fr.comptoir.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Grant;
import fr.comptoir.customers.account.Role;
import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Every route, tried as every role, of its own customer and of another. The table stands here by hand: a route that is added without a row,
 * or opened to somebody more, is found.
 */
class AccessTest {
    /**
     * Who may, of the own customer and of another, which is no question where an address names none: N nobody signed in, A administrator,
     * U auditor, M manager and R reader of an institution, C manager of a consortium, P publisher; G somebody who opened a shared link, who
     * else may what nobody signed in may.
     */
    private static final String TABLE = """
            GET  /                                               NAUMRCP NAUMRCP
            GET  /app/**                                         NAUMRCP NAUMRCP
            GET  /sign-in                                        NAUMRCP NAUMRCP
            POST /sign-in                                        NAUMRCP NAUMRCP
            GET  /sign-in/code                                   NAUMRCP NAUMRCP
            POST /sign-in/code                                   NAUMRCP NAUMRCP
            GET  /sign-in/federation                             NAUMRCP NAUMRCP
            GET  /sign-in/with/{provider}                        NAUMRCP NAUMRCP
            GET  /sign-in/back/{provider}                        NAUMRCP NAUMRCP
            GET  /welcome                                        NAUMRCP NAUMRCP
            GET  /api/doc                                        NAUMRCP NAUMRCP
            GET  /guide                                          NAUMRCP NAUMRCP
            GET  /partners                                       NAUMRCP NAUMRCP
            GET  /partners.json                                  NAUMRCP NAUMRCP
            GET  /partners.csv                                   NAUMRCP NAUMRCP
            GET  /partners/{customer}/logo                       NAUMRCP NAUMRCP
            GET  /partners/{customer}/join                       NAUMRCP NAUMRCP
            POST /partners/{customer}/join                       NAUMRCP NAUMRCP
            POST /language                                       NAUMRCP NAUMRCP
            GET  /first/{token}                                  NAUMRCP NAUMRCP
            POST /first/{token}                                  NAUMRCP NAUMRCP
            GET  /invitation/{token}                             NAUMRCP NAUMRCP
            POST /invitation/{token}                             NAUMRCP NAUMRCP
            GET  /account                                        AUMRCP  AUMRCP
            GET  /account.json                                   AUMRCP  AUMRCP
            GET  /account.csv                                    AUMRCP  AUMRCP
            POST /account                                        AUMRCP  AUMRCP
            POST /account/password                               AUMRCP  AUMRCP
            POST /account/tour                                   AUMRCP  AUMRCP
            GET  /account/code                                   AUMRCP  AUMRCP
            POST /account/code                                   AUMRCP  AUMRCP
            POST /account/code/confirm                           AUMRCP  AUMRCP
            POST /account/code/remove                            AUMRCP  AUMRCP
            POST /account/identity                               AUMRCP  AUMRCP
            POST /account/identity/remove                        AUMRCP  AUMRCP
            GET  /space                                          AUMRCP  AUMRCP
            GET  /space.json                                     AUMRCP  AUMRCP
            GET  /space.csv                                      AUMRCP  AUMRCP
            GET  /space/{customer}                               AUMRCP  AU
            GET  /space/{customer}.json                          AUMRCP  AU
            GET  /space/{customer}.csv                           AUMRCP  AU
            GET  /space/{customer}/logo                          AUMRCP  AU
            GET  /space/{customer}/overview                      AUMRCPG AU
            GET  /space/{customer}/overview.json                 AUMRCPG AU
            GET  /space/{customer}/overview.csv                  AUMRCPG AU
            GET  /space/{customer}/overview.xlsx                 AUMRCPG AU
            GET  /space/{customer}/routes                        AUMRC   AU
            GET  /space/{customer}/routes.json                   AUMRC   AU
            GET  /space/{customer}/routes.csv                    AUMRC   AU
            GET  /space/{customer}/routes.xlsx                   AUMRC   AU
            GET  /space/{customer}/rows.csv                      AUMRCPG AU
            GET  /space/{customer}/rows.xlsx                     AUMRCPG AU
            GET  /space/{customer}/suggestions.json              AUMRCPG AU
            GET  /space/{customer}/days                          AUMRCPG AU
            GET  /space/{customer}/days.json                     AUMRCPG AU
            GET  /space/{customer}/days.csv                      AUMRCPG AU
            GET  /space/{customer}/days.xlsx                     AUMRCPG AU
            GET  /space/{customer}/titles                        AUMRCPG AU
            GET  /space/{customer}/titles.json                   AUMRCPG AU
            GET  /space/{customer}/titles.csv                    AUMRCPG AU
            GET  /space/{customer}/titles.xlsx                   AUMRCPG AU
            GET  /space/{customer}/title                         AUMRCPG AU
            GET  /space/{customer}/title.json                    AUMRCPG AU
            GET  /space/{customer}/title.csv                     AUMRCPG AU
            GET  /space/{customer}/title.xlsx                    AUMRCPG AU
            GET  /space/{customer}/packages                      AUMRCP  AU
            GET  /space/{customer}/packages.json                 AUMRCP  AU
            GET  /space/{customer}/packages.csv                  AUMRCP  AU
            GET  /space/{customer}/packages.xlsx                 AUMRCP  AU
            GET  /space/{customer}/package                       AUMRCP  AU
            GET  /space/{customer}/package.json                  AUMRCP  AU
            GET  /space/{customer}/package.csv                   AUMRCP  AU
            GET  /space/{customer}/package.xlsx                  AUMRCP  AU
            POST /space/{customer}/package/price                 AMC     A
            GET  /space/{customer}/institutions                  AUMRCP  AU
            GET  /space/{customer}/institutions.json             AUMRCP  AU
            GET  /space/{customer}/institutions.csv              AUMRCP  AU
            GET  /space/{customer}/institutions.xlsx             AUMRCP  AU
            GET  /space/{customer}/reports                       AUMRCP  AU
            GET  /space/{customer}/reports.json                  AUMRCP  AU
            GET  /space/{customer}/reports.csv                   AUMRCP  AU
            GET  /space/{customer}/reports/file                  AUMRCP  AU
            GET  /space/{customer}/reports/annual                AUMRCP  AU
            GET  /space/{customer}/reports/pack                  AUMRCP  AU
            GET  /space/{customer}/reports/releases              AUMRCP  AU
            GET  /space/{customer}/reports/releases.json         AUMRCP  AU
            GET  /space/{customer}/reports/releases.csv          AUMRCP  AU
            GET  /space/{customer}/explain                       AUMRC   AU
            GET  /space/{customer}/explain.csv                   AUMRC   AU
            GET  /space/{customer}/explain.json                  AUMRC   AU
            GET  /space/{customer}/harvests                      AUMRCP  AU
            GET  /space/{customer}/harvests.json                 AUMRCP  AU
            GET  /space/{customer}/harvests.csv                  AUMRCP  AU
            GET  /space/{customer}/requests                      AMC     A
            GET  /space/{customer}/requests.json                 AMC     A
            GET  /space/{customer}/requests.csv                  AMC     A
            POST /space/{customer}/requests/{request}/approve    AMC     A
            POST /space/{customer}/requests/{request}/refuse     AMC     A
            GET  /space/{customer}/credentials                   AMC     A
            GET  /space/{customer}/credentials.json              AMC     A
            GET  /space/{customer}/credentials.csv               AMC     A
            POST /space/{customer}/credentials/try               AMC     A
            POST /space/{customer}/credentials/keys              AMC     A
            POST /space/{customer}/credentials/keys/{key}/rotate AMC     A
            POST /space/{customer}/credentials/keys/{key}/withdraw AMC   A
            GET  /space/{customer}/restatements/{restatement}    AUMRCP  AU
            GET  /space/{customer}/restatements/{restatement}.json AUMRCP  AU
            GET  /space/{customer}/restatements/{restatement}.csv AUMRCP  AU
            GET  /space/{customer}/restatements/{restatement}/differences.csv AUMRCP AU
            GET  /space/{customer}/anomalies                     AUMRCP  AU
            GET  /shared/{link}                                  NAUMRCP NAUMRCP
            GET  /space/{customer}/links                         AMC     A
            GET  /space/{customer}/links.json                    AMC     A
            GET  /space/{customer}/links.csv                     AMC     A
            POST /space/{customer}/links                         AMC     A
            POST /space/{customer}/links/{link}/withdraw         AMC     A
            GET  /space/{customer}/notes                         AUMRCP  AU
            GET  /space/{customer}/notes.json                    AUMRCP  AU
            GET  /space/{customer}/notes.csv                     AUMRCP  AU
            POST /space/{customer}/notes                         AMC     A
            POST /space/{customer}/notes/{note}/remove           AMC     A
            GET  /space/{customer}/anomalies.json                AUMRCP  AU
            GET  /space/{customer}/anomalies.csv                 AUMRCP  AU
            GET  /admin/anomalies                                AU      AU
            GET  /admin/anomalies.json                           AU      AU
            GET  /admin/anomalies.csv                            AU      AU
            GET  /admin/anomalies/{anomaly}                      AU      AU
            GET  /admin/anomalies/{anomaly}.json                 AU      AU
            GET  /admin/anomalies/{anomaly}.csv                  AU      AU
            POST /admin/anomalies/{anomaly}                      A       A
            POST /admin/thresholds                               A       A
            GET  /admin/statistics                               AU      AU
            GET  /admin/statistics.json                          AU      AU
            GET  /admin/statistics.csv                           AU      AU
            GET  /account/mails                                  AUMRCP  AUMRCP
            GET  /account/mails.json                             AUMRCP  AUMRCP
            GET  /account/mails.csv                              AUMRCP  AUMRCP
            POST /account/mails                                  AUMRCP  AUMRCP
            GET  /unsubscribe/{token}                            NAUMRCP NAUMRCP
            POST /unsubscribe/{token}                            NAUMRCP NAUMRCP
            GET  /admin/months                                   AU      AU
            GET  /admin/months.json                              AU      AU
            GET  /admin/months.csv                               AU      AU
            GET  /admin/months/{month}                           AU      AU
            GET  /admin/months/{month}.json                      AU      AU
            GET  /admin/months/{month}.csv                       AU      AU
            POST /admin/months/{month}/close                     A       A
            GET  /admin/months/{month}/ingestion                 AU      AU
            GET  /admin/months/{month}/ingestion.json            AU      AU
            GET  /admin/months/{month}/ingestion.csv             AU      AU
            GET  /admin/ingestion                                AU      AU
            GET  /admin/ingestion.json                           AU      AU
            GET  /admin/ingestion.csv                            AU      AU
            GET  /admin/robots                                   AU      AU
            GET  /admin/robots.json                              AU      AU
            GET  /admin/robots.csv                               AU      AU
            POST /admin/robots                                   A       A
            GET  /admin/robots/comparison/{question}             A       A
            GET  /admin/robots/comparison/{question}.json        A       A
            GET  /admin/robots/comparison/{question}.csv         A       A
            GET  /admin/restatements                             AU      AU
            GET  /admin/restatements.json                        AU      AU
            GET  /admin/restatements.csv                         AU      AU
            POST /admin/restatements                             A       A
            GET  /admin/restatements/{restatement}               AU      AU
            GET  /admin/restatements/{restatement}.json          AU      AU
            GET  /admin/restatements/{restatement}.csv           AU      AU
            POST /admin/restatements/{restatement}               A       A
            GET  /admin/restatements/{restatement}/differences.csv AU    AU
            GET  /admin/mails                                    AU      AU
            GET  /admin/mails.json                               AU      AU
            GET  /admin/mails.csv                                AU      AU
            POST /admin/mails/{mail}                             A       A
            GET  /admin/customers                                AU      AU
            GET  /admin/customers.json                           AU      AU
            GET  /admin/customers.csv                            AU      AU
            GET  /admin/new-customer                             A       A
            POST /admin/new-customer                             A       A
            GET  /admin/customers/{customer}                     AU      AU
            GET  /admin/customers/{customer}.json                AU      AU
            GET  /admin/customers/{customer}.csv                 AU      AU
            POST /admin/customers/{customer}                     A       A
            POST /admin/customers/{customer}/withdraw            A       A
            POST /admin/customers/{customer}/restore             A       A
            GET  /admin/customers/{customer}/ranges              AU      AU
            POST /admin/customers/{customer}/ranges/check        A       A
            POST /admin/customers/{customer}/ranges              A       A
            GET  /admin/customers/{customer}/history             AU      AU
            GET  /admin/customers/{customer}/history.json        AU      AU
            GET  /admin/customers/{customer}/history.csv         AU      AU
            GET  /admin/customers/{customer}/ranges.json         AU      AU
            GET  /admin/customers/{customer}/ranges.csv          AU      AU
            GET  /admin/customers/{customer}/ranges/effect/{question} AU AU
            GET  /admin/customers/{customer}/ranges/effect/{question}.json AU AU
            GET  /admin/customers/{customer}/ranges/effect/{question}.csv AU AU
            GET  /admin/customers/{customer}/belongings          AU      AU
            GET  /admin/customers/{customer}/belongings.json     AU      AU
            GET  /admin/customers/{customer}/belongings.csv      AU      AU
            POST /admin/customers/{customer}/belongings/{list}   A       A
            POST /admin/customers/{customer}/logo                A       A
            GET  /admin/packages                                 AU      AU
            GET  /admin/packages.json                            AU      AU
            GET  /admin/packages.csv                             AU      AU
            POST /admin/packages                                 A       A
            GET  /admin/packages/{package}                       AU      AU
            GET  /admin/packages/{package}.json                  AU      AU
            GET  /admin/packages/{package}.csv                   AU      AU
            POST /admin/packages/{package}                       A       A
            POST /admin/packages/{package}/titles                A       A
            POST /admin/packages/{package}/titles/findings.csv   A       A
            POST /admin/packages/{package}/subscriptions         A       A
            GET  /admin/exchange                                 AU      AU
            GET  /admin/exchange/customers.csv                   AU      AU
            GET  /admin/exchange/customers.json                  AU      AU
            POST /admin/exchange/check                           A       A
            POST /admin/exchange                                 A       A
            GET  /admin/whose                                    AU      AU
            GET  /admin/whose.json                               AU      AU
            GET  /admin/whose.csv                                AU      AU
            GET  /admin/requests                                 AU      AU
            GET  /admin/requests.json                            AU      AU
            GET  /admin/requests.csv                             AU      AU
            GET  /admin/accounts                                 AU      AU
            GET  /admin/accounts.json                            AU      AU
            GET  /admin/accounts.csv                             AU      AU
            POST /admin/accounts                                 A       A
            GET  /admin/accounts/{account}                       AU      AU
            GET  /admin/accounts/{account}.json                  AU      AU
            GET  /admin/accounts/{account}.csv                   AU      AU
            POST /admin/accounts/{account}/invitation            A       A
            POST /admin/accounts/{account}/role                  A       A
            POST /admin/accounts/{account}/role/take             A       A
            POST /admin/accounts/{account}/state                 A       A
            POST /sign-out                                       AUMRCP  AUMRCP
            """;

    private static final Map<Character, String> OWN =
            Map.of('N', "uni", 'A', "uni", 'U', "uni", 'M', "uni", 'R', "uni", 'C', "cons", 'P', "press", 'G', "uni");

    @TempDir
    static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() throws Exception {
        served = Served.in(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        served.close();
    }

    @Test
    void everyRouteHasItsRowAndEveryControllerItsRoute() throws Exception {
        Set<String> routes = Access.ROUTES.stream()
                .map(route -> route.method() + " " + route.pattern())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> rows = TABLE.lines()
                .map(line -> line.split("\\s+", -1))
                .map(cells -> cells[0] + " " + cells[1])
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rows).isEqualTo(routes);
        Set<String> handled = new TreeSet<>(Set.of("GET /app/**", "GET /sign-in/back/{provider}"));
        for (Class<?> controller : controllers()) {
            for (Method method : controller.getDeclaredMethods()) {
                GetMapping get = method.getAnnotation(GetMapping.class);
                PostMapping post = method.getAnnotation(PostMapping.class);
                Stream.of(get == null ? new String[0] : get.value()).forEach(path -> handled.add("GET " + path));
                Stream.of(post == null ? new String[0] : post.value()).forEach(path -> handled.add("POST " + path));
            }
        }
        assertThat(handled).isEqualTo(routes);
    }

    private static List<Class<?>> controllers() throws ClassNotFoundException {
        ClassPathScanningCandidateComponentProvider found = new ClassPathScanningCandidateComponentProvider(false);
        found.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        List<Class<?>> controllers = new ArrayList<>();
        for (BeanDefinition one : found.findCandidateComponents("fr.comptoir.server")) {
            controllers.add(Class.forName(one.getBeanClassName()));
        }
        return controllers;
    }

    @Test
    void everyRoleIsLetInWhereTheTableSaysAndNowhereElse() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (Map.Entry<Character, Browser> role : browsers("").entrySet()) {
            for (String line : TABLE.lines().toList()) {
                String[] cells = line.split("\\s+", -1);
                boolean namesOne = cells[1].contains("{customer}");
                if (!namesOne) {
                    assertThat(cells[2]).as(line).isEqualTo(cells[3]);
                }
                for (boolean own : namesOne ? new boolean[] {true, false} : new boolean[] {true}) {
                    String who = cells[own ? 2 : 3].replace("N", "NG");
                    boolean expected = who.indexOf(role.getKey()) >= 0;
                    String customer = own ? OWN.get(role.getKey()) : "other";
                    HttpResponse<String> answer = open(role.getValue(), cells[0], path(cells[1], customer));
                    all.assertThat(isLetIn(answer, cells[1]))
                            .as("%s %s of %s as %s: %s", cells[0], cells[1], customer, role.getKey(), answer)
                            .isEqualTo(expected);
                }
            }
        }
        all.assertAll();
        String metrics = served.browser()
                .get("/manage/prometheus", "Accept", "text/plain")
                .body();
        assertThat(metrics)
                .as("all of them are measured, the last as the first")
                .contains("uri=\"/admin/customers/{customer}/logo\"", "uri=\"/sign-out\"", "uri=\"/welcome\"");
    }

    private static Map<Character, Browser> browsers(String more) throws Exception {
        LocalDate until = LocalDate.of(2999, 12, 31);
        Map<Character, Browser> browsers = new LinkedHashMap<>();
        browsers.put('N', served.browser());
        browsers.put('A', served.signedIn(more + "a@test.example", new Grant(Role.PLATFORM_ADMINISTRATOR, null, null)));
        browsers.put('U', served.signedIn(more + "u@test.example", new Grant(Role.AUDITOR, null, until)));
        browsers.put('M', served.signedIn(more + "m@test.example", new Grant(Role.INSTITUTION_MANAGER, "uni", null)));
        browsers.put('R', served.signedIn(more + "r@test.example", new Grant(Role.INSTITUTION_READER, "uni", null)));
        browsers.put('C', served.signedIn(more + "c@test.example", new Grant(Role.CONSORTIUM_MANAGER, "cons", null)));
        browsers.put('P', served.signedIn(more + "p@test.example", new Grant(Role.PUBLISHER, "press", null)));
        browsers.put('G', served.guest("uni"));
        return browsers;
    }

    private static String path(String pattern, String customer) {
        return pattern.replace("{customer}", customer)
                .replace("{token}", "unknown")
                .replace("{key}", "0")
                .replace("{request}", "0")
                .replace("{list}", "membership")
                .replace("{question}", "none")
                .replace("{package}", "none")
                .replace("{provider}", "oidc")
                .replace("{account}", "0")
                .replace("{restatement}", "0")
                .replace("{mail}", "0")
                .replace("{anomaly}", "0")
                .replace("{note}", "0")
                .replace("{link}", "0")
                .replace("{month}", "2026-01")
                .replace("**", "comptoir.css");
    }

    private static HttpResponse<String> open(Browser browser, String method, String path) throws Exception {
        return method.equals("GET") ? browser.get(path) : browser.post(path);
    }

    private static boolean isLetIn(HttpResponse<String> answer, String pattern) {
        boolean toSignIn =
                answer.statusCode() == 302 && Browser.location(answer).startsWith("/sign-in");
        assertThat(answer.statusCode()).as(pattern).isNotEqualTo(500);
        return answer.statusCode() != 403 && (!toSignIn || pattern.startsWith("/sign-in"));
    }

    @Test
    void aConsortiumsManagerReadsItsMembersAndKeepsNothingOfTheirs() throws Exception {
        Browser browser = served.signedIn("member@test.example", new Grant(Role.CONSORTIUM_MANAGER, "cons", null));
        assertThat(browser.get("/space/uni").statusCode()).isEqualTo(200);
        assertThat(browser.get("/space/uni/credentials").statusCode()).isEqualTo(403);
        assertThat(browser.get("/space/other").statusCode()).isEqualTo(403);
    }

    @Test
    void thePlatformAsAWholeIsForWhoOverseesAllOfIt() throws Exception {
        Map<Character, Browser> browsers = browsers("world");
        for (String page : List.of("overview", "titles.json", "packages.csv", "institutions", "institutions.json")) {
            for (Map.Entry<Character, Browser> role : browsers.entrySet()) {
                int status =
                        role.getValue().get("/space/0000000000000000/" + page).statusCode();
                int expected = "NG".indexOf(role.getKey()) >= 0 ? 302 : "AU".indexOf(role.getKey()) >= 0 ? 200 : 403;
                assertThat(status).as("%s as %s", page, role.getKey()).isEqualTo(expected);
            }
        }
    }

    @Test
    void rowsOfInstitutionsAreForWhomTheirPageIs() throws Exception {
        String rows = "/rows.csv?by=institution";
        Browser admin = served.signedIn("rows-a@test.example", new Grant(Role.PLATFORM_ADMINISTRATOR, null, null));
        Browser manager = served.signedIn("rows-c@test.example", new Grant(Role.CONSORTIUM_MANAGER, "cons", null));
        Browser publisher = served.signedIn("rows-p@test.example", new Grant(Role.PUBLISHER, "press", null));
        assertThat(admin.get("/space/0000000000000000" + rows).statusCode()).isEqualTo(200);
        assertThat(manager.get("/space/cons" + rows).body())
                .startsWith("\ufeffInstitution,Customer_ID,Month,Total_Item_Requests");
        assertThat(publisher.get("/space/press" + rows).body()).startsWith("\ufeffInstitution,Month,");
        for (HttpResponse<String> refused :
                List.of(manager.get("/space/uni" + rows), served.guest("cons").get("/space/cons" + rows))) {
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("title, item").doesNotContain("title, item, institution");
        }
    }

    @Test
    void actionsOfInstitutionsAreNobodysOnThePagesOfAPublisher() throws Exception {
        Browser publisher = served.signedIn("p2@test.example", new Grant(Role.PUBLISHER, "press", null));
        Browser admin = served.signedIn("a2@test.example", new Grant(Role.PLATFORM_ADMINISTRATOR, null, null));
        for (String page : List.of(
                "explain", "explain?item=x", "explain.csv?id=x", "explain.json", "explain?month=2026-01&title=x")) {
            assertThat(publisher.get("/space/press/" + page).statusCode()).isEqualTo(403);
            assertThat(admin.get("/space/press/" + page).statusCode()).isEqualTo(404);
        }
        assertThat(publisher.get("/space/press/institutions").statusCode()).isEqualTo(200);
        assertThat(publisher.get("/space/press/reports").statusCode()).isEqualTo(404);
        assertThat(admin.get("/space/uni/institutions").statusCode()).isEqualTo(404);
    }

    @Test
    void aRoleThatEndedOpensNothingFromTheNextRequestOn() throws Exception {
        Grant grant = new Grant(Role.INSTITUTION_READER, "uni", null);
        Browser browser = served.signedIn("ended@test.example", grant);
        assertThat(browser.get("/space/uni").statusCode()).isEqualTo(200);
        long account = served.database
                .accounts()
                .findByEmail("ended@test.example")
                .orElseThrow()
                .id();
        served.database
                .roles()
                .give(account, new Grant(Role.INSTITUTION_READER, "uni", LocalDate.of(2020, 1, 1)), Served.TEST)
                .orThrow();
        assertThat(browser.get("/space/uni").statusCode()).isEqualTo(403);
    }

    @Test
    void whatHasNoRouteIsNotFoundForAnybody() throws Exception {
        Browser admin = served.signedIn("lost@test.example", new Grant(Role.PLATFORM_ADMINISTRATOR, null, null));
        for (String path :
                new String[] {"/nothing", "/admin", "/error", "/space/uni/", "/app", "/%61dmin/customers/"}) {
            assertThat(served.browser().get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(admin.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(served.browser().get("/%61dmin/customers").statusCode()).isEqualTo(302);
    }
}
