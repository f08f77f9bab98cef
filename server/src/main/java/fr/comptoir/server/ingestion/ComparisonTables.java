package fr.comptoir.server.ingestion;

import fr.comptoir.operation.MissingLog;
import fr.comptoir.operation.RobotsComparison;
import fr.comptoir.operation.RobotsList.Difference;
import fr.comptoir.operation.RobotsList.Identity;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.server.web.ListTable;
import java.util.List;

/** What another list of robots drops differently, as tables for programs. */
final class ComparisonTables {
    private static final ListTable<Difference> DIFFERENCES = ListTable.<Difference>of("differences")
            .column("Agent", Kind.TEXT, Difference::agent)
            .column("Pattern", Kind.TEXT, Difference::pattern)
            .column("Would_Be", Kind.CODE, one -> one.dropped() ? "dropped" : "kept")
            .column("Lines", Kind.COUNT, Difference::lines);

    private static final ListTable<RobotsComparison> COMPARISON = ListTable.<RobotsComparison>of("comparison")
            .column("Month", Kind.MONTH, RobotsComparison::month)
            .column("Lines_Dropped", Kind.COUNT, one -> one.lines(true))
            .column("Lines_Kept", Kind.COUNT, one -> one.lines(false));

    private static final ListTable<Offer> LISTS = ListTable.<Offer>of("lists")
            .column("List", Kind.CODE, Offer::name)
            .column("Date", Kind.TEXT, one -> one.list().date())
            .column("Patterns", Kind.COUNT, one -> one.list().patterns())
            .column("SHA-256", Kind.TEXT, one -> one.list().sha256());

    private static final ListTable<MissingLog> MISSING = ListTable.<MissingLog>of("missing")
            .column("Log", Kind.TEXT, MissingLog::name)
            .column("First_Day", Kind.DAY, MissingLog::first)
            .column("Last_Day", Kind.DAY, MissingLog::last);

    private ComparisonTables() {}

    private record Offer(String name, Identity list) {}

    /** All that the page of a comparison shows, in its order of weight. */
    static List<Panel> of(RobotsComparison comparison) {
        return List.of(
                DIFFERENCES.panel(comparison.differences()),
                COMPARISON.panel(List.of(comparison)),
                LISTS.panel(List.of(
                        new Offer("in_force", comparison.inForce()), new Offer("offered", comparison.offered()))),
                MISSING.panel(comparison.missing()));
    }
}
