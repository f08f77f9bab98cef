package fr.comptoir.model.site;

import fr.comptoir.model.code.Release;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Journals that got a new ISSN or DOI, and so are two titles (what the Code says of journals that change). What a title became is in
 * reports of a month either the one or the other, never both; on which side usage falls depends on the wording that a release is read by.
 * Immutable.
 *
 * @param release5 by what Release 5 tells them apart
 * @param release51 by what Release 5.1 does
 */
public record TitleChanges(Basis release5, Basis release51, List<Change> changes) {
    /** No title changed. */
    public static final TitleChanges NONE = new TitleChanges(Basis.MONTH, Basis.CONTENT, List.of());

    public TitleChanges {
        changes = List.copyOf(changes);
    }

    /** What decides under which of the two titles usage is reported. */
    public enum Basis {
        /** When it was: from the month of the change on all usage is the new title's, and the old one has none. */
        MONTH,
        /** Of what it was: content from before the change is the old title's for good, as the catalogue's parents say. */
        CONTENT
    }

    /**
     * One title became another.
     *
     * @param from the old one's {@code item_id}
     * @param to the new one's
     * @param month the first of the new one
     */
    public record Change(String from, String to, YearMonth month) {}

    /** Whether the reports of a release show usage of a month under another title than the catalogue's. */
    public boolean move(Release release) {
        Basis basis = switch (release) {
            case R5 -> release5;
            case R5_1 -> release51;
        };
        return basis == Basis.MONTH && !changes.isEmpty();
    }

    /** The titles that the reports of a release show under another one in a month, with that one. */
    public Map<String, String> moved(Release release, YearMonth month) {
        Map<String, String> moved = new TreeMap<>();
        if (move(release)) {
            for (Change change : changes) {
                for (String title : List.of(change.from(), change.to())) {
                    String shown = shown(title, month);
                    if (!shown.equals(title)) {
                        moved.put(title, shown);
                    }
                }
            }
        }
        return moved;
    }

    /** Back to what the title was in that month, or on to what it had become. */
    private String shown(String title, YearMonth month) {
        String at = title;
        for (Optional<Change> back = into(at, month); back.isPresent(); back = into(at, month)) {
            at = back.get().from();
        }
        for (Optional<Change> on = outOf(at, month); on.isPresent(); on = outOf(at, month)) {
            at = on.get().to();
        }
        return at;
    }

    /** Of several titles that became one it cannot be said which one its usage would have been of: it stays. */
    private Optional<Change> into(String title, YearMonth month) {
        List<Change> into =
                changes.stream().filter(one -> one.to().equals(title)).toList();
        return into.size() == 1 && month.isBefore(into.get(0).month()) ? Optional.of(into.get(0)) : Optional.empty();
    }

    private Optional<Change> outOf(String title, YearMonth month) {
        return changes.stream()
                .filter(one -> one.from().equals(title) && !month.isBefore(one.month()))
                .findFirst();
    }
}
