package fr.comptoir.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.comptoir.customers.base.Change;
import fr.comptoir.customers.base.Changes;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Language;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.base.Subject;
import fr.comptoir.customers.month.MonthNote;
import fr.comptoir.customers.month.MonthNotes;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

abstract class MonthNotesContract extends ContractTest {
    private static final String WORLD = "0000000000000000";
    private static final YearMonth MAY = YearMonth.of(2026, 5);

    @Test
    void aCustomersReadersSeeItsOwnAndEverybodys() {
        MonthNote own =
                db.monthNotes().add("a", MAY, " New discovery tool ", "", MARIE).orThrow();
        MonthNote ofAll = db.monthNotes()
                .add(WORLD, MAY.minusMonths(1), "Migration", "Changement de serveur", MARIE)
                .orThrow();
        db.monthNotes().add("b", MAY, "Not for a", "", MARIE).orThrow();

        assertThat(db.monthNotes().seenBy("a", WORLD)).containsExactly(ofAll, own);
        assertThat(db.monthNotes().seenBy(WORLD, WORLD)).containsExactly(ofAll);
        assertThat(own.text(Language.FR)).isEqualTo("New discovery tool");
        assertThat(ofAll.text(Language.FR)).isEqualTo("Changement de serveur");
        assertThat(ofAll.text(Language.EN)).isEqualTo("Migration");
    }

    @Test
    void aNoteIsTakenBackByItsCustomerAlone() {
        MonthNote note = db.monthNotes().add("a", MAY, "", "Essai", MARIE).orThrow();
        assertThat(db.monthNotes().remove("b", note.id(), MARIE).problems())
                .containsExactly(new Fault("note", Fault.Kind.UNKNOWN, String.valueOf(note.id())));
        db.monthNotes().remove("a", note.id(), MARIE).orThrow();

        assertThat(db.monthNotes().seenBy("a", WORLD)).isEmpty();
        assertThat(db.monthNotes().remove("a", note.id(), MARIE).isDone()).isFalse();
        assertThat(db.changes()
                        .find(Changes.Query.of(Subject.customer("a")), Page.first(9))
                        .rows())
                .extracting(Change::field, Change::oldValue, Change::newValue)
                .containsExactly(tuple("month_note", "2026-05: Essai", ""), tuple("month_note", "", "2026-05: Essai"));
    }

    @Test
    void aNoteIsOneLineThatSaysSomething() {
        assertThat(db.monthNotes().add("a", MAY, " ", "", MARIE).problems())
                .containsExactly(new Fault("text_en", Fault.Kind.BLANK, ""));
        assertThat(db.monthNotes()
                        .add("a", MAY, "x".repeat(MonthNotes.TEXT_MAX + 1), "two\nlines", MARIE)
                        .problems())
                .containsExactly(
                        new Fault("text_en", Fault.Kind.TOO_LONG, "300"),
                        new Fault("text_fr", Fault.Kind.CONTROL_CHARACTER, ""));
        assertThat(db.monthNotes().seenBy("a", WORLD)).isEmpty();
    }
}
