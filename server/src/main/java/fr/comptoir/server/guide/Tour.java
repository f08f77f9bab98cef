package fr.comptoir.server.guide;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.account.Account;
import fr.comptoir.server.web.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The tour of the overview: whom it is offered to, and where it stops. */
public final class Tour {
    /** Asks for the tour again. */
    public static final String AGAIN = "tour";

    /**
     * One stop.
     *
     * @param name of its texts in the messages
     * @param target the id of what is shown there
     */
    public record Stop(String name, String target) {}

    private static final List<Stop> STOPS = List.of(
            new Stop("figures", "panel-headline"),
            new Stop("question", "question"),
            new Stop("months", "panel-months"),
            new Stop("panel", "panel-kinds"),
            new Stop("titles", "panel-titles"),
            new Stop("fresh", "panel-freshness"),
            new Stop("tabs", "tabs"));

    private final CustomersDatabase database;

    Tour(CustomersDatabase database) {
        this.database = database;
    }

    /** The stops for whoever sees the overview for the first time, or asks for them; else none. */
    public List<Stop> stops(HttpServletRequest request) {
        Account account = Viewer.of(request).account();
        if (account == null) {
            return List.of();
        }
        boolean again = request.getParameter(AGAIN) != null;
        return again || !database.accounts().tookTour(account.id()) ? STOPS : List.of();
    }
}
