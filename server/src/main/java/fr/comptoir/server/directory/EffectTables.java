package fr.comptoir.server.directory;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.operation.AttributionNote;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.server.web.ListTable;
import fr.comptoir.server.web.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What other ranges would do to the figures, as tables for programs. */
final class EffectTables {
    private static final ListTable<EffectView.Row> CHANGES = ListTable.<EffectView.Row>of("changes")
            .column("Month", Kind.MONTH, row -> row.change().month())
            .column("Customer_ID", Kind.ID, row -> row.change().customer())
            .column("Name", Kind.TEXT, EffectView.Row::name)
            .column("Metric_Type", Kind.CODE, row -> row.change().metric())
            .column("Before", Kind.COUNT, row -> row.change().before())
            .column("After", Kind.COUNT, row -> row.change().after())
            .column("Difference", Kind.COUNT, row -> row.change().difference());

    private static final ListTable<AttributionNote> NOTES = ListTable.<AttributionNote>of("notes")
            .column("Month", Kind.MONTH, AttributionNote::month)
            .column("Note", Kind.CODE, AttributionNote::kind)
            .column("Addresses", Kind.COUNT, AttributionNote::count);

    private static final ListTable<RangeEffects.Question> QUESTION = ListTable.<RangeEffects.Question>of("question")
            .column("Customer_ID", Kind.ID, RangeEffects.Question::customer)
            .column("State", Kind.CODE, EffectTables::state);

    private EffectTables() {}

    private static String state(RangeEffects.Question question) {
        if (question.isWaiting()) {
            return "waiting";
        }
        if (question.isReplaced()) {
            return "replaced";
        }
        return question.isFailed() ? "failed" : "done";
    }

    /** All that the page of a question shows, in its order; without a row as long as there is no answer. */
    static List<Panel> of(RangeEffects.Question question, CustomersDatabase database, Words words, Locale locale) {
        Optional<EffectView> view =
                question.effect().map(effect -> EffectView.of(effect, question.customer(), database, words, locale));
        return List.of(
                CHANGES.panel(view.map(EffectView::rows).orElse(List.of())),
                NOTES.panel(view.map(one -> one.effect().notes()).orElse(List.of())),
                QUESTION.panel(List.of(question)));
    }
}
