package fr.comptoir.operation.view;

import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.Arrivals;
import fr.comptoir.store.usage.RouteRow;
import java.util.Arrays;
import java.util.List;

/** What ways of arrival and routes of access are called in addresses, tables and files. */
final class RouteNames {
    /** What was not recorded. */
    static final String NOT_RECORDED = "not_recorded";

    /** All routes. */
    static final List<String> ROUTES =
            Arrays.stream(AccessRoute.values()).map(RouteNames::of).toList();

    private RouteNames() {}

    static String of(AccessRoute route) {
        return route == AccessRoute.NOT_RECORDED ? NOT_RECORDED : route.code();
    }

    /** What an address calls a way of arrival, as the facts do. */
    static String arrival(String name) {
        return name.equals(NOT_RECORDED) ? Arrivals.NOT_RECORDED : name;
    }

    /** The route that an address means. */
    static AccessRoute route(String name) {
        return AccessRoute.values()[ROUTES.indexOf(name)];
    }

    static String route(RouteRow row) {
        return of(row.route());
    }

    static String arrival(RouteRow row) {
        return row.arrival().isEmpty() ? NOT_RECORDED : row.arrival();
    }

    /** Whether a view asks for it. */
    static boolean passes(View view, RouteRow row) {
        return passes(view.terms(Field.ARRIVAL), arrival(row)) && passes(view.terms(Field.ROUTE), route(row));
    }

    /** Whether a view asks for a route of access, as files have it. */
    static boolean passes(View view, String route) {
        return passes(view.terms(Field.ROUTE), route.isEmpty() ? NOT_RECORDED : route);
    }

    private static boolean passes(Terms terms, String value) {
        return (terms.in().isEmpty() || terms.in().contains(value))
                && !terms.out().contains(value);
    }
}
