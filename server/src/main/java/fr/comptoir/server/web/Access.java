package fr.comptoir.server.web;

import java.util.List;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Who may open which page: every route has its line here, and what has none is not found. */
public final class Access {
    private static final String CUSTOMER = "customer";

    private Access() {}

    /**
     * One page or one deed.
     *
     * @param method GET, which stands for HEAD too, or POST
     * @param pattern of the path; {@code {customer}} is a customer_id as {@link CustomerPath} writes it
     */
    record Route(String method, String pattern, Right right, PathPattern path) {}

    static final List<Route> ROUTES = List.of(
            get("/", Right.EVERYBODY),
            get("/app/**", Right.EVERYBODY),
            get("/sign-in", Right.EVERYBODY),
            post("/sign-in", Right.EVERYBODY),
            get("/sign-in/code", Right.EVERYBODY),
            post("/sign-in/code", Right.EVERYBODY),
            get("/sign-in/federation", Right.EVERYBODY),
            get("/sign-in/with/{provider}", Right.EVERYBODY),
            get("/sign-in/back/{provider}", Right.EVERYBODY),
            post("/sign-out", Right.SIGNED_IN),
            get("/welcome", Right.EVERYBODY),
            get("/api/doc", Right.EVERYBODY),
            get("/guide", Right.EVERYBODY),
            get("/partners", Right.EVERYBODY),
            get("/partners.json", Right.EVERYBODY),
            get("/partners.csv", Right.EVERYBODY),
            get("/partners/{customer}/logo", Right.EVERYBODY),
            get("/partners/{customer}/join", Right.EVERYBODY),
            post("/partners/{customer}/join", Right.EVERYBODY),
            post("/language", Right.EVERYBODY),
            get("/first/{token}", Right.EVERYBODY),
            post("/first/{token}", Right.EVERYBODY),
            get("/invitation/{token}", Right.EVERYBODY),
            post("/invitation/{token}", Right.EVERYBODY),
            get("/account", Right.SIGNED_IN),
            get("/account.json", Right.SIGNED_IN),
            get("/account.csv", Right.SIGNED_IN),
            post("/account", Right.SIGNED_IN),
            post("/account/tour", Right.SIGNED_IN),
            post("/account/password", Right.SIGNED_IN),
            get("/account/code", Right.SIGNED_IN),
            post("/account/code", Right.SIGNED_IN),
            post("/account/code/confirm", Right.SIGNED_IN),
            post("/account/code/remove", Right.SIGNED_IN),
            post("/account/identity", Right.SIGNED_IN),
            post("/account/identity/remove", Right.SIGNED_IN),
            get("/space", Right.SIGNED_IN),
            get("/space.json", Right.SIGNED_IN),
            get("/space.csv", Right.SIGNED_IN),
            get("/space/{customer}.json", Right.READ),
            get("/space/{customer}.csv", Right.READ),
            get("/space/{customer}", Right.READ),
            get("/space/{customer}/logo", Right.READ),
            get("/space/{customer}/overview", Right.LOOK),
            get("/space/{customer}/overview.json", Right.LOOK),
            get("/space/{customer}/overview.csv", Right.LOOK),
            get("/space/{customer}/overview.xlsx", Right.LOOK),
            get("/space/{customer}/routes", Right.EXAMINE),
            get("/space/{customer}/routes.json", Right.EXAMINE),
            get("/space/{customer}/routes.csv", Right.EXAMINE),
            get("/space/{customer}/routes.xlsx", Right.EXAMINE),
            get("/space/{customer}/rows.csv", Right.LOOK),
            get("/space/{customer}/rows.xlsx", Right.LOOK),
            get("/space/{customer}/suggestions.json", Right.LOOK),
            get("/space/{customer}/days", Right.LOOK),
            get("/space/{customer}/days.json", Right.LOOK),
            get("/space/{customer}/days.csv", Right.LOOK),
            get("/space/{customer}/days.xlsx", Right.LOOK),
            get("/space/{customer}/titles", Right.LOOK),
            get("/space/{customer}/titles.json", Right.LOOK),
            get("/space/{customer}/titles.csv", Right.LOOK),
            get("/space/{customer}/titles.xlsx", Right.LOOK),
            get("/space/{customer}/title", Right.LOOK),
            get("/space/{customer}/title.json", Right.LOOK),
            get("/space/{customer}/title.csv", Right.LOOK),
            get("/space/{customer}/title.xlsx", Right.LOOK),
            get("/space/{customer}/packages", Right.READ),
            get("/space/{customer}/packages.json", Right.READ),
            get("/space/{customer}/packages.csv", Right.READ),
            get("/space/{customer}/packages.xlsx", Right.READ),
            get("/space/{customer}/package", Right.READ),
            get("/space/{customer}/package.json", Right.READ),
            get("/space/{customer}/package.csv", Right.READ),
            get("/space/{customer}/package.xlsx", Right.READ),
            post("/space/{customer}/package/price", Right.MANAGE),
            get("/space/{customer}/institutions", Right.READ),
            get("/space/{customer}/institutions.json", Right.READ),
            get("/space/{customer}/institutions.csv", Right.READ),
            get("/space/{customer}/institutions.xlsx", Right.READ),
            get("/space/{customer}/reports", Right.READ),
            get("/space/{customer}/reports.json", Right.READ),
            get("/space/{customer}/reports.csv", Right.READ),
            get("/space/{customer}/reports/file", Right.READ),
            get("/space/{customer}/reports/annual", Right.READ),
            get("/space/{customer}/reports/pack", Right.READ),
            get("/space/{customer}/reports/releases", Right.READ),
            get("/space/{customer}/reports/releases.json", Right.READ),
            get("/space/{customer}/reports/releases.csv", Right.READ),
            get("/space/{customer}/explain", Right.EXAMINE),
            get("/space/{customer}/explain.csv", Right.EXAMINE),
            get("/space/{customer}/explain.json", Right.EXAMINE),
            get("/space/{customer}/harvests", Right.READ),
            get("/space/{customer}/harvests.json", Right.READ),
            get("/space/{customer}/harvests.csv", Right.READ),
            get("/space/{customer}/requests", Right.MANAGE),
            get("/space/{customer}/requests.json", Right.MANAGE),
            get("/space/{customer}/requests.csv", Right.MANAGE),
            post("/space/{customer}/requests/{request}/approve", Right.MANAGE),
            post("/space/{customer}/requests/{request}/refuse", Right.MANAGE),
            get("/space/{customer}/credentials", Right.MANAGE),
            get("/space/{customer}/credentials.json", Right.MANAGE),
            get("/space/{customer}/credentials.csv", Right.MANAGE),
            post("/space/{customer}/credentials/try", Right.MANAGE),
            post("/space/{customer}/credentials/keys", Right.MANAGE),
            post("/space/{customer}/credentials/keys/{key}/rotate", Right.MANAGE),
            post("/space/{customer}/credentials/keys/{key}/withdraw", Right.MANAGE),
            get("/space/{customer}/restatements/{restatement}.json", Right.READ),
            get("/space/{customer}/restatements/{restatement}.csv", Right.READ),
            get("/space/{customer}/restatements/{restatement}", Right.READ),
            get("/space/{customer}/restatements/{restatement}/differences.csv", Right.READ),
            get("/space/{customer}/anomalies", Right.READ),
            get("/shared/{link}", Right.EVERYBODY),
            get("/space/{customer}/links", Right.MANAGE),
            get("/space/{customer}/links.json", Right.MANAGE),
            get("/space/{customer}/links.csv", Right.MANAGE),
            post("/space/{customer}/links", Right.MANAGE),
            post("/space/{customer}/links/{link}/withdraw", Right.MANAGE),
            get("/space/{customer}/notes", Right.READ),
            get("/space/{customer}/notes.json", Right.READ),
            get("/space/{customer}/notes.csv", Right.READ),
            post("/space/{customer}/notes", Right.MANAGE),
            post("/space/{customer}/notes/{note}/remove", Right.MANAGE),
            get("/space/{customer}/anomalies.json", Right.READ),
            get("/space/{customer}/anomalies.csv", Right.READ),
            get("/account/mails", Right.SIGNED_IN),
            get("/account/mails.json", Right.SIGNED_IN),
            get("/account/mails.csv", Right.SIGNED_IN),
            post("/account/mails", Right.SIGNED_IN),
            get("/unsubscribe/{token}", Right.EVERYBODY),
            post("/unsubscribe/{token}", Right.EVERYBODY),
            get("/admin/months", Right.OVERSEE),
            get("/admin/months.json", Right.OVERSEE),
            get("/admin/months.csv", Right.OVERSEE),
            get("/admin/months/{month}.json", Right.OVERSEE),
            get("/admin/months/{month}.csv", Right.OVERSEE),
            get("/admin/months/{month}", Right.OVERSEE),
            post("/admin/months/{month}/close", Right.ADMINISTER),
            get("/admin/months/{month}/ingestion", Right.OVERSEE),
            get("/admin/months/{month}/ingestion.json", Right.OVERSEE),
            get("/admin/months/{month}/ingestion.csv", Right.OVERSEE),
            get("/admin/ingestion", Right.OVERSEE),
            get("/admin/ingestion.json", Right.OVERSEE),
            get("/admin/ingestion.csv", Right.OVERSEE),
            get("/admin/robots", Right.OVERSEE),
            get("/admin/robots.json", Right.OVERSEE),
            get("/admin/robots.csv", Right.OVERSEE),
            post("/admin/robots", Right.ADMINISTER),
            get("/admin/robots/comparison/{question}.json", Right.ADMINISTER),
            get("/admin/robots/comparison/{question}.csv", Right.ADMINISTER),
            get("/admin/robots/comparison/{question}", Right.ADMINISTER),
            get("/admin/restatements", Right.OVERSEE),
            get("/admin/restatements.json", Right.OVERSEE),
            get("/admin/restatements.csv", Right.OVERSEE),
            post("/admin/restatements", Right.ADMINISTER),
            get("/admin/restatements/{restatement}.json", Right.OVERSEE),
            get("/admin/restatements/{restatement}.csv", Right.OVERSEE),
            get("/admin/restatements/{restatement}", Right.OVERSEE),
            post("/admin/restatements/{restatement}", Right.ADMINISTER),
            get("/admin/restatements/{restatement}/differences.csv", Right.OVERSEE),
            get("/admin/anomalies", Right.OVERSEE),
            get("/admin/anomalies.json", Right.OVERSEE),
            get("/admin/anomalies.csv", Right.OVERSEE),
            get("/admin/anomalies/{anomaly}.json", Right.OVERSEE),
            get("/admin/anomalies/{anomaly}.csv", Right.OVERSEE),
            get("/admin/anomalies/{anomaly}", Right.OVERSEE),
            post("/admin/anomalies/{anomaly}", Right.ADMINISTER),
            post("/admin/thresholds", Right.ADMINISTER),
            get("/admin/statistics", Right.OVERSEE),
            get("/admin/statistics.json", Right.OVERSEE),
            get("/admin/statistics.csv", Right.OVERSEE),
            get("/admin/mails", Right.OVERSEE),
            get("/admin/mails.json", Right.OVERSEE),
            get("/admin/mails.csv", Right.OVERSEE),
            post("/admin/mails/{mail}", Right.ADMINISTER),
            get("/admin/customers", Right.OVERSEE),
            get("/admin/customers.json", Right.OVERSEE),
            get("/admin/customers.csv", Right.OVERSEE),
            get("/admin/new-customer", Right.ADMINISTER),
            post("/admin/new-customer", Right.ADMINISTER),
            get("/admin/customers/{customer}.json", Right.OVERSEE),
            get("/admin/customers/{customer}.csv", Right.OVERSEE),
            get("/admin/customers/{customer}", Right.OVERSEE),
            post("/admin/customers/{customer}", Right.ADMINISTER),
            post("/admin/customers/{customer}/withdraw", Right.ADMINISTER),
            post("/admin/customers/{customer}/restore", Right.ADMINISTER),
            get("/admin/customers/{customer}/ranges", Right.OVERSEE),
            post("/admin/customers/{customer}/ranges/check", Right.ADMINISTER),
            post("/admin/customers/{customer}/ranges", Right.ADMINISTER),
            get("/admin/customers/{customer}/ranges.json", Right.OVERSEE),
            get("/admin/customers/{customer}/ranges.csv", Right.OVERSEE),
            get("/admin/customers/{customer}/ranges/effect/{question}.json", Right.OVERSEE),
            get("/admin/customers/{customer}/ranges/effect/{question}.csv", Right.OVERSEE),
            get("/admin/customers/{customer}/ranges/effect/{question}", Right.OVERSEE),
            get("/admin/customers/{customer}/history", Right.OVERSEE),
            get("/admin/customers/{customer}/history.json", Right.OVERSEE),
            get("/admin/customers/{customer}/history.csv", Right.OVERSEE),
            get("/admin/customers/{customer}/belongings", Right.OVERSEE),
            get("/admin/customers/{customer}/belongings.json", Right.OVERSEE),
            get("/admin/customers/{customer}/belongings.csv", Right.OVERSEE),
            post("/admin/customers/{customer}/belongings/{list}", Right.ADMINISTER),
            post("/admin/customers/{customer}/logo", Right.ADMINISTER),
            get("/admin/packages", Right.OVERSEE),
            get("/admin/packages.json", Right.OVERSEE),
            get("/admin/packages.csv", Right.OVERSEE),
            post("/admin/packages", Right.ADMINISTER),
            get("/admin/packages/{package}.json", Right.OVERSEE),
            get("/admin/packages/{package}.csv", Right.OVERSEE),
            get("/admin/packages/{package}", Right.OVERSEE),
            post("/admin/packages/{package}", Right.ADMINISTER),
            post("/admin/packages/{package}/titles", Right.ADMINISTER),
            post("/admin/packages/{package}/titles/findings.csv", Right.ADMINISTER),
            post("/admin/packages/{package}/subscriptions", Right.ADMINISTER),
            get("/admin/exchange", Right.OVERSEE),
            get("/admin/exchange/customers.csv", Right.OVERSEE),
            get("/admin/exchange/customers.json", Right.OVERSEE),
            post("/admin/exchange/check", Right.ADMINISTER),
            post("/admin/exchange", Right.ADMINISTER),
            get("/admin/whose", Right.OVERSEE),
            get("/admin/whose.json", Right.OVERSEE),
            get("/admin/whose.csv", Right.OVERSEE),
            get("/admin/requests", Right.OVERSEE),
            get("/admin/requests.json", Right.OVERSEE),
            get("/admin/requests.csv", Right.OVERSEE),
            get("/admin/accounts", Right.OVERSEE),
            get("/admin/accounts.json", Right.OVERSEE),
            get("/admin/accounts.csv", Right.OVERSEE),
            post("/admin/accounts", Right.ADMINISTER),
            get("/admin/accounts/{account}.json", Right.OVERSEE),
            get("/admin/accounts/{account}.csv", Right.OVERSEE),
            get("/admin/accounts/{account}", Right.OVERSEE),
            post("/admin/accounts/{account}/invitation", Right.ADMINISTER),
            post("/admin/accounts/{account}/role", Right.ADMINISTER),
            post("/admin/accounts/{account}/role/take", Right.ADMINISTER),
            post("/admin/accounts/{account}/state", Right.ADMINISTER));

    private static Route get(String pattern, Right right) {
        return route("GET", pattern, right);
    }

    private static Route post(String pattern, Right right) {
        return route("POST", pattern, right);
    }

    private static Route route(String method, String pattern, Right right) {
        return new Route(method, pattern, right, PathPatternParser.defaultInstance.parse(pattern));
    }

    /** The route that a request asks for; empty when there is none. */
    static Optional<Route> route(String method, String path) {
        String asked = method.equals("HEAD") ? "GET" : method;
        PathContainer container = PathContainer.parsePath(path);
        return ROUTES.stream()
                .filter(route -> route.method().equals(asked) && route.path().matches(container))
                .findFirst();
    }

    /** Whether a viewer may open what a request asks for; nobody may open what has no route. */
    static boolean isAllowed(Viewer viewer, String method, String path) {
        return route(method, path)
                .filter(route -> route.right().isOf(viewer, customer(route, path)))
                .isPresent();
    }

    /** The customer whose space a request is of; empty for a page that is of no space. */
    static Optional<String> space(String method, String path) {
        return route(method, path)
                .filter(route -> route.pattern().startsWith("/space/{" + CUSTOMER + "}"))
                .map(route -> customer(route, path));
    }

    private static String customer(Route route, String path) {
        PathPattern.PathMatchInfo match = route.path().matchAndExtract(PathContainer.parsePath(path));
        String written = match == null ? null : match.getUriVariables().get(CUSTOMER);
        return written == null ? "" : CustomerPath.read(written);
    }
}
