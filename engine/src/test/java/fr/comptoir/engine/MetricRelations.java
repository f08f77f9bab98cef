package fr.comptoir.engine;

import static fr.comptoir.model.code.MetricType.TOTAL_ITEM_INVESTIGATIONS;
import static fr.comptoir.model.code.MetricType.TOTAL_ITEM_REQUESTS;
import static fr.comptoir.model.code.MetricType.UNIQUE_ITEM_INVESTIGATIONS;
import static fr.comptoir.model.code.MetricType.UNIQUE_ITEM_REQUESTS;
import static fr.comptoir.model.code.MetricType.UNIQUE_TITLE_INVESTIGATIONS;
import static fr.comptoir.model.code.MetricType.UNIQUE_TITLE_REQUESTS;

import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.testkit.Figure;
import fr.comptoir.testkit.Figures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the official validator demands of the metrics of one row of a report: smaller ones and larger ones, and none without the other. */
final class MetricRelations {
    private static final MetricType[][] NOT_LESS = {
        {TOTAL_ITEM_INVESTIGATIONS, UNIQUE_ITEM_INVESTIGATIONS},
        {TOTAL_ITEM_INVESTIGATIONS, TOTAL_ITEM_REQUESTS},
        {UNIQUE_ITEM_INVESTIGATIONS, UNIQUE_ITEM_REQUESTS},
        {TOTAL_ITEM_REQUESTS, UNIQUE_ITEM_REQUESTS},
        {UNIQUE_ITEM_INVESTIGATIONS, UNIQUE_TITLE_INVESTIGATIONS},
        {UNIQUE_TITLE_INVESTIGATIONS, UNIQUE_TITLE_REQUESTS},
        {UNIQUE_ITEM_REQUESTS, UNIQUE_TITLE_REQUESTS},
    };
    private static final MetricType[][] BOTH_OR_NONE = {
        {TOTAL_ITEM_INVESTIGATIONS, UNIQUE_ITEM_INVESTIGATIONS}, {TOTAL_ITEM_REQUESTS, UNIQUE_ITEM_REQUESTS},
    };
    private static final MetricType[][] BOTH_OR_NONE_OF_BOOKS = {
        {TOTAL_ITEM_INVESTIGATIONS, UNIQUE_TITLE_INVESTIGATIONS}, {TOTAL_ITEM_REQUESTS, UNIQUE_TITLE_REQUESTS},
    };

    private MetricRelations() {}

    /** The relations that do not hold in a Title Report, or by item, with all attributes shown. */
    static List<String> broken(Figures figures, Catalogue catalogue) {
        List<String> broken = new ArrayList<>();
        rows(figures, Figure::subject).forEach((row, counts) -> {
            counts.remove(UNIQUE_TITLE_INVESTIGATIONS);
            counts.remove(UNIQUE_TITLE_REQUESTS);
            check(row, counts, broken);
        });
        rows(figures, figure -> titleId(catalogue, figure)).forEach((row, counts) -> {
            check(row, counts, broken);
            int title = catalogue.find((String) row.get(0));
            if (title != Catalogue.NONE && catalogue.dataType(title).isWholeBook()) {
                bothOrNone(row, counts, BOTH_OR_NONE_OF_BOOKS, broken);
            }
        });
        return broken;
    }

    /** The metrics of each row: what it is about, and its attributes. */
    private static Map<List<Object>, Map<MetricType, Long>> rows(Figures figures, Function<Figure, String> about) {
        Map<List<Object>, Map<MetricType, Long>> rows = new HashMap<>();
        figures.values().forEach((figure, value) -> {
            if (figure.database().isEmpty()) {
                List<Object> row = List.of(
                        about.apply(figure),
                        figure.release(),
                        figure.customers(),
                        figure.yop(),
                        figure.accessType(),
                        figure.accessMethod());
                rows.computeIfAbsent(row, any -> new HashMap<>()).merge(figure.metric(), value, Long::sum);
            }
        });
        return rows;
    }

    private static void check(List<Object> row, Map<MetricType, Long> counts, List<String> broken) {
        for (MetricType[] pair : NOT_LESS) {
            if (counts.getOrDefault(pair[0], 0L) < counts.getOrDefault(pair[1], 0L)) {
                broken.add("%s: %s less than %s".formatted(row, pair[0], pair[1]));
            }
        }
        bothOrNone(row, counts, BOTH_OR_NONE, broken);
    }

    private static void bothOrNone(
            List<Object> row, Map<MetricType, Long> counts, MetricType[][] pairs, List<String> broken) {
        for (MetricType[] pair : pairs) {
            if (counts.containsKey(pair[0]) != counts.containsKey(pair[1])) {
                broken.add("%s: %s without %s, or the reverse".formatted(row, pair[0], pair[1]));
            }
        }
    }

    private static String titleId(Catalogue catalogue, Figure figure) {
        int number = catalogue.find(figure.subject());
        if (number == Catalogue.NONE || catalogue.title(number) == Catalogue.NONE) {
            return figure.subject();
        }
        return catalogue.itemId(catalogue.title(number));
    }
}
