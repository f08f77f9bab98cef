package fr.comptoir.server.ingestion;

import fr.comptoir.model.action.LineOutcome;
import fr.comptoir.operation.ingestion.Ingestion;
import fr.comptoir.operation.ingestion.MonthLedger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that may be why a month is low.
 *
 * @param kind names its sentence
 * @param values of the sentence
 * @param to where more is told
 */
public record Clue(String kind, List<Object> values, String to) {
    /** So much more of the lines than in the month before is worth a look. */
    private static final double MORE = 0.05;

    /** What is to be said of a month, beside the one before it. */
    static List<Clue> of(MonthLedger month, MonthLedger before, List<Ingestion.Rejects> rejects, LocalDate today) {
        List<Clue> clues = new ArrayList<>();
        if (month.lines().lines() == 0) {
            clues.add(new Clue("nothing", List.of(), ""));
            return clues;
        }
        if (!month.month().atEndOfMonth().isBefore(today)) {
            clues.add(new Clue("notOver", List.of(), "#days"));
        }
        if (month.missingHours() > 0) {
            LocalDate first = month.days().values().stream()
                    .filter(day -> !day.missing().isEmpty())
                    .map(MonthLedger.Day::day)
                    .findFirst()
                    .orElseThrow();
            clues.add(new Clue("missing", List.of(month.missingHours(), first), "#days"));
        }
        long held = month.lines().count(LineOutcome.HELD_UNKNOWN_ITEM);
        if (held > 0) {
            clues.add(new Clue("held", List.of(held), "#held"));
        }
        long malformed = rejects.stream().mapToLong(Ingestion.Rejects::lines).sum();
        if (malformed > 0) {
            clues.add(new Clue("malformed", List.of(malformed), "#rejects"));
        }
        addMore(LineOutcome.EXCLUDED_ROBOT, "robots", "/admin/robots?month=" + month.month(), month, before, clues);
        addMore(LineOutcome.EXCLUDED_STATUS, "status", "#days", month, before, clues);
        addMore(LineOutcome.EXCLUDED_NOT_CONTENT, "notContent", "#unmatched", month, before, clues);
        return clues;
    }

    private static void addMore(
            LineOutcome outcome, String kind, String to, MonthLedger month, MonthLedger before, List<Clue> clues) {
        if (before.lines().lines() == 0) {
            return;
        }
        double now = (double) month.lines().count(outcome) / month.lines().lines();
        double then = (double) before.lines().count(outcome) / before.lines().lines();
        if (now - then > MORE) {
            clues.add(new Clue(kind, List.of(now, then), to));
        }
    }
}
