package fr.comptoir.operation.view;

import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.view.Panel.Column;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.operation.view.Panel.Picture;
import fr.comptoir.store.query.ExtractionSums.Sum;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The archives of documents that were extracted, month by month. They are in no report, and nothing tells what their documents were. */
final class ExtractionPanel {
    private static final String ID = "extractions";
    private static final List<Column> COLUMNS = List.of(
            new Column("Month", Kind.MONTH),
            new Column("Extracted_Documents", Kind.COUNT),
            new Column("Extractions", Kind.COUNT),
            new Column("Extractions_Assumed", Kind.COUNT));

    private ExtractionPanel() {}

    /**
     * Of the months asked; empty for a platform on which nothing was extracted in any of them, as one without a rule for it.
     *
     * @param available the months that may be shown
     */
    static Optional<Panel> of(ReportingSite now, View view, SortedSet<YearMonth> available) throws IOException {
        SortedSet<YearMonth> months = new TreeSet<>(view.asked());
        months.retainAll(available);
        SortedMap<YearMonth, List<Sum>> sums = now.extractions(view.customer(), months);
        if (sums.isEmpty()) {
            return Optional.empty();
        }
        boolean narrowed = !view.text().isEmpty()
                || !Set.of(Field.ROUTE).containsAll(view.filters().keySet());
        if (narrowed) {
            return Optional.of(panel(List.of(), "note.extractions"));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        long all = 0;
        for (YearMonth month : view.asked()) {
            List<@Nullable Object> row = row(view, month, sums.get(month));
            all += row.get(2) instanceof Long extractions ? extractions : 0;
            rows.add(row);
        }
        return Optional.of(panel(all == 0 ? List.of() : rows, ""));
    }

    private static Panel panel(List<List<@Nullable Object>> rows, String note) {
        return new Panel(ID, Picture.COLUMNS, Optional.empty(), COLUMNS, rows, note);
    }

    /** @param sums null for a month in which nobody extracted anything: perhaps it was counted before there was a rule for it */
    private static List<@Nullable Object> row(View view, YearMonth month, @Nullable List<Sum> sums) {
        if (sums == null) {
            return Arrays.asList(month, null, null, null);
        }
        List<Sum> some = sums.stream()
                .filter(sum -> RouteNames.passes(view, sum.route()))
                .toList();
        return Arrays.asList(
                month,
                some.stream().mapToLong(Sum::documents).sum(),
                some.stream().mapToLong(Sum::extractions).sum(),
                some.stream().mapToLong(Sum::assumed).sum());
    }
}
