package fr.comptoir.server.months;

import fr.comptoir.customers.month.Restatement;
import fr.comptoir.customers.month.Restatement.Change;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.server.web.ListTable;
import java.util.List;
import java.util.function.UnaryOperator;

/** Corrections and what they change, as tables for programs. */
final class RestatementPanels {
    private static final ListTable<Restatement> ALL = ListTable.<Restatement>of("restatements")
            .column("Restatement", Kind.ID, Restatement::id)
            .column("Month", Kind.MONTH, Restatement::month)
            .column("State", Kind.CODE, Restatement::state)
            .column("Reason", Kind.TEXT, Restatement::reason)
            .column("Opened_By", Kind.TEXT, Restatement::openedBy)
            .column("Detected_At", Kind.MOMENT, Restatement::detectedAt)
            .column("Due_On", Kind.DAY, Restatement::dueOn)
            .column("Decided_By", Kind.TEXT, Restatement::decidedBy)
            .column("Decided_At", Kind.MOMENT, Restatement::decidedAt)
            .column("Decision", Kind.TEXT, Restatement::decision);

    /** What is the affair of a customer: who asked and decided is not. */
    private static final ListTable<Restatement> TOLD = ListTable.<Restatement>of("restatements")
            .column("Restatement", Kind.ID, Restatement::id)
            .column("Month", Kind.MONTH, Restatement::month)
            .column("Decided_At", Kind.MOMENT, Restatement::decidedAt)
            .column("Reason", Kind.TEXT, RestatementPanels::told);

    private RestatementPanels() {}

    static Panel all(List<Restatement> restatements) {
        return ALL.panel(restatements);
    }

    /** What customers are told of why figures were corrected. */
    static String told(Restatement restatement) {
        return restatement.decision().isEmpty() ? restatement.reason() : restatement.decision();
    }

    /** A correction, and all figures that it changes. */
    static List<Panel> one(Restatement of, List<Change> changes, UnaryOperator<String> name) {
        return List.of(differences(of, changes, name), ALL.panel(List.of(of)));
    }

    /** The same for a customer, of its figures. */
    static List<Panel> ofCustomer(Restatement of, List<Change> changes, UnaryOperator<String> name) {
        return List.of(differences(of, changes, name), TOLD.panel(List.of(of)));
    }

    private static Panel differences(Restatement of, List<Change> changes, UnaryOperator<String> name) {
        return ListTable.<Change>of("differences")
                .column("Month", Kind.MONTH, change -> of.month())
                .column("Customer_ID", Kind.ID, Change::customerId)
                .column("Name", Kind.TEXT, change -> name.apply(change.customerId()))
                .column("Release", Kind.CODE, Change::release)
                .column("Report_ID", Kind.CODE, Change::report)
                .column("Metric_Type", Kind.CODE, Change::metric)
                .column("Before", Kind.COUNT, Change::before)
                .column("After", Kind.COUNT, Change::after)
                .column("Difference", Kind.COUNT, Change::difference)
                .panel(changes);
    }
}
