package fr.comptoir.server.months;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.base.Language;
import fr.comptoir.customers.month.MonthNote;
import fr.comptoir.customers.month.Restatement;
import fr.comptoir.model.catalogue.Institution;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a reader should know of a month when looking at a customer's figures over time.
 *
 * @param kind {@code corrected}, {@code unusual} or {@code noted}
 * @param figures how many figures are unusual; 0 of a correction
 * @param page where it is told, after the path of the customer's space
 * @param text what somebody wrote; {@code ""} of the others
 */
public record Mark(YearMonth month, String kind, int figures, String page, String text) {
    /** Of all months of one customer, in their order. */
    static List<Mark> of(CustomersDatabase database, String customer, Language language) {
        List<Mark> marks = new ArrayList<>();
        for (Restatement one : database.restatements().inForce(customer, Instant.EPOCH)) {
            marks.add(new Mark(one.month(), "corrected", 0, "/restatements/" + one.id(), ""));
        }
        database.anomalies()
                .byMonth(customer)
                .forEach((month, cases) -> marks.add(new Mark(month, "unusual", cases, "/anomalies", "")));
        for (MonthNote note : database.monthNotes().seenBy(customer, Institution.THE_WORLD)) {
            marks.add(new Mark(note.month(), "noted", 0, "/notes", note.text(language)));
        }
        marks.sort(Comparator.comparing(Mark::month).thenComparing(Mark::kind));
        return marks;
    }
}
