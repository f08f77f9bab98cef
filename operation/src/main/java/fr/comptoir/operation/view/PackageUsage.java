package fr.comptoir.operation.view;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.store.usage.PackageRow;
import fr.comptoir.store.usage.TitleOrder;
import fr.comptoir.store.usage.TitleRow;
import fr.comptoir.store.usage.Usage;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * One package: its figures, and its titles, those that nobody used included.
 *
 * @param figures a panel of one row, as in the table of packages; empty when the catalogue has no such package
 * @param use which of its titles are shown
 * @param titles one page of them, or all
 */
public record PackageUsage(String name, Optional<Panel> figures, Optional<PackageRow> row, Use use, TitleTable titles) {
    private static final int ALL_MAX = 200_000;

    /** How much a title is used; by its requests in the months asked. */
    public enum Use {
        ALL,
        USED,
        HARDLY,
        UNUSED,
        REFUSED;

        /** How addresses call it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** That of an address; empty for none. */
        public static Optional<Use> of(String code) {
            return Arrays.stream(values())
                    .filter(use -> use.code().equals(code))
                    .findFirst();
        }

        /** How many titles of a package are so. */
        public long of(PackageRow row) {
            return switch (this) {
                case ALL -> row.titles();
                case USED -> row.used();
                case HARDLY -> row.hardlyUsed();
                case UNUSED -> row.titles() - row.used();
                case REFUSED -> row.refused();
            };
        }

        private boolean has(TitleRow row) {
            long requests = row.counts()[MetricType.TOTAL_ITEM_REQUESTS.ordinal()];
            return switch (this) {
                case ALL -> true;
                case USED -> requests > 0;
                case HARDLY -> requests > 0 && requests < PackageRow.FEW_REQUESTS;
                case UNUSED -> requests == 0;
                case REFUSED -> row.counts()[MetricType.NO_LICENSE.ordinal()] >= PackageRow.MANY_REFUSALS;
            };
        }
    }

    /** One page of its titles. */
    public static PackageUsage page(
            ReportingSite now, View view, String name, Use use, TitleAsk ask, PackageTerms terms) throws IOException {
        return of(now, view, name, use, ask, TitleAsk.ROWS, terms);
    }

    /** All its titles. */
    public static PackageUsage all(ReportingSite now, View view, String name, Use use, TitleAsk ask, PackageTerms terms)
            throws IOException {
        return of(now, view, name, use, ask.page(1), ALL_MAX, terms);
    }

    private static PackageUsage of(
            ReportingSite now, View asked, String name, Use use, TitleAsk ask, int limit, PackageTerms terms)
            throws IOException {
        View view = asked.counted();
        View one = view.only(Field.PACKAGE, name);
        Optional<PackageRow> row = PackageTable.row(now, one, name);
        MetricType metric = TitleTable.METRICS.contains(view.metric()) ? view.metric() : View.USUAL_METRIC;
        List<TitleRow> titles = new ArrayList<>(titles(now, one, metric));
        titles.removeIf(title -> !use.has(title));
        return new PackageUsage(
                name,
                row.map(found -> PackageTable.panel(now, one, terms, found)),
                row,
                use,
                TitleTable.of(now, one, ask, TitleRows.chosen(titles, ask, metric), limit));
    }

    private static List<TitleRow> titles(ReportingSite now, View view, MetricType metric) throws IOException {
        SortedSet<YearMonth> available = now.availability().counted();
        try (Usage usage = now.usage(view.usage(available))) {
            Map<String, TitleRow> titles = new LinkedHashMap<>(usage.catalogued());
            usage.titles()
                    .page(TitleOrder.most(metric, view.asked(), view.before(), ALL_MAX))
                    .rows()
                    .forEach(row -> titles.put(row.id(), row));
            return List.copyOf(titles.values());
        }
    }
}
