package fr.comptoir.store.query;

import fr.comptoir.model.fact.FactQuery;
import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.model.site.TitleChanges;
import fr.comptoir.store.duck.Sql;
import java.util.ArrayList;
import java.util.List;

/**
 * The titles that a question has in some of its months under another one, as a table beside the facts.
 *
 * @param rows of {@code (title, month's place, shown title)} in SQL
 */
record MovedTitles(List<String> rows) {
    static MovedTitles of(FactQuery query, List<CountedMonth> months, TitleChanges titles) {
        List<String> rows = new ArrayList<>();
        if (query.subject() == Subject.TITLE) {
            for (int m = 0; m < months.size(); m++) {
                int place = m;
                titles.moved(query.release(), months.get(m).month())
                        .forEach((title, shown) ->
                                rows.add("(" + Sql.text(title) + ", " + place + ", " + Sql.text(shown) + ")"));
            }
        }
        return new MovedTitles(rows);
    }

    /** The title of a row of the facts {@code f}. */
    String title() {
        return rows.isEmpty() ? "Title_ID" : "coalesce(moved_to, Title_ID)";
    }

    /** What is to be joined to the facts {@code f}, the first of whose months has that place. */
    String join(int from) {
        return rows.isEmpty()
                ? ""
                : " LEFT JOIN (VALUES " + String.join(", ", rows)
                        + ") moved(moved_title, moved_m, moved_to) ON moved_title = Title_ID AND moved_m = file_index + "
                        + from;
    }
}
