package fr.comptoir.site;

import fr.comptoir.model.site.TitleChanges;
import fr.comptoir.model.site.TitleChanges.Basis;
import fr.comptoir.model.site.TitleChanges.Change;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The section {@code titles}: journals that became others. */
final class TitlesSection {
    private TitlesSection() {}

    static TitleChanges read(Section titles) {
        Basis release5 = basis(titles, "release_5").orElse(Basis.MONTH);
        Basis release51 = basis(titles, "release_51").orElse(Basis.CONTENT);
        List<Change> changes = new ArrayList<>();
        Map<String, Change> left = new HashMap<>();
        for (Section written : titles.sections("changes")) {
            String from = written.required("from", "the item_id of the old title");
            String to = written.required("to", "the item_id of the new title");
            Optional<YearMonth> month = month(written);
            written.close();
            if (!from.isEmpty() && !to.isEmpty() && month.isPresent()) {
                Change change = new Change(from, to, month.get());
                check(written, change, left);
                left.put(from, change);
                changes.add(change);
            }
        }
        checkOrder(titles, changes, left);
        titles.close();
        return new TitleChanges(release5, release51, changes);
    }

    private static Optional<Basis> basis(Section titles, String key) {
        return titles.choice(key, List.of(Basis.values()), one -> one.name().toLowerCase(Locale.ROOT));
    }

    private static Optional<YearMonth> month(Section written) {
        String text = written.required("month", "the first month of the new title");
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(YearMonth.parse(text));
        } catch (DateTimeParseException e) {
            written.error("month", "'" + text + "' is no month written yyyy-mm");
            return Optional.empty();
        }
    }

    private static void check(Section written, Change change, Map<String, Change> left) {
        if (change.from().equals(change.to())) {
            written.error(
                    "to",
                    "'" + change.to()
                            + "' is the old title itself; one whose name alone changes stays one title, with the new name"
                            + " in the catalogue");
        }
        if (left.containsKey(change.from())) {
            written.error(
                    "from",
                    "'" + change.from() + "' has become '"
                            + left.get(change.from()).to()
                            + "' already; where one title became two, the catalogue's parents say what is whose");
        }
    }

    /** A title ends after it began; so no chain of changes leads in a circle either. */
    private static void checkOrder(Section titles, List<Change> changes, Map<String, Change> left) {
        for (Change change : changes) {
            Change next = left.get(change.to());
            if (next != null && !next.equals(change) && !next.month().isAfter(change.month())) {
                titles.error(
                        "changes",
                        "'" + change.to() + "' begins in " + change.month() + " and ends in " + next.month()
                                + ", which is not later");
            }
        }
    }
}
