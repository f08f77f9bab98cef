package fr.comptoir.operation.view;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.text.SearchText;
import fr.comptoir.store.usage.TitleRow;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Titles at hand, narrowed and sorted as a {@link TitleAsk} says. */
final class TitleRows {
    private TitleRows() {}

    /** Those that are wanted, in their order; all pages. */
    static List<TitleRow> chosen(List<TitleRow> titles, TitleAsk ask, MetricType metric) {
        return titles.stream()
                .filter(title -> holds(title, ask))
                .sorted(order(ask, metric))
                .toList();
    }

    private static boolean holds(TitleRow title, TitleAsk ask) {
        return ask.plainTexts().entrySet().stream()
                        .allMatch(one -> isIn(text(one.getKey()).apply(title), one.getValue()))
                && (ask.types().isEmpty() || ask.types().contains(title.dataType()))
                && ask.years()
                        .map(years -> title.yopFirst() > 0
                                && title.yopFirst() <= years.to()
                                && title.yopLast() >= years.from())
                        .orElse(true)
                && ask.least().entrySet().stream()
                        .allMatch(one -> title.counts()[one.getKey().ordinal()] >= one.getValue());
    }

    /** A number may be typed with its hyphens or without. */
    private static boolean isIn(String cell, String typed) {
        String folded = SearchText.folded(cell);
        String text = SearchText.folded(typed.strip());
        return folded.contains(text) || folded.replace("-", "").contains(SearchText.bareNumber(text));
    }

    private static Comparator<TitleRow> order(TitleAsk ask, MetricType metric) {
        Collator dictionary = Collator.getInstance(Locale.ROOT);
        String sort = ask.sort().isEmpty() ? metric.code() : ask.sort();
        Comparator<TitleRow> byName =
                Comparator.comparing(TitleRow::name, dictionary).thenComparing(TitleRow::id);
        if (TitleAsk.TEXTS.containsKey(sort)) {
            Function<TitleRow, String> text = text(sort);
            Comparator<TitleRow> order = Comparator.comparing(text, dictionary);
            return Comparator.comparing((TitleRow title) -> text.apply(title).isEmpty())
                    .thenComparing(ask.descending() ? order.reversed() : order)
                    .thenComparing(byName);
        }
        Comparator<TitleRow> order = Comparator.comparingLong(title -> number(title, sort));
        return (ask.descending() ? order.reversed() : order).thenComparing(byName);
    }

    private static long number(TitleRow title, String column) {
        return switch (column) {
            case "YOP" -> title.yopLast();
            case "Before" -> title.before();
            default ->
                MetricType.of(column)
                        .map(one -> title.counts()[one.ordinal()])
                        .orElseThrow(() -> new IllegalArgumentException(column));
        };
    }

    private static Function<TitleRow, String> text(String column) {
        return switch (column) {
            case "Title" -> TitleRow::name;
            case "Publisher" -> TitleRow::publisher;
            case "Data_Type" -> TitleRow::dataType;
            case "Print_ISSN" -> TitleRow::printIssn;
            case "Online_ISSN" -> TitleRow::onlineIssn;
            case "ISBN" -> TitleRow::isbn;
            case "DOI" -> TitleRow::doi;
            case "Package" -> TitleRow::packages;
            default -> throw new IllegalArgumentException(column);
        };
    }
}
