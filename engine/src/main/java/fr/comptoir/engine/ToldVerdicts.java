package fr.comptoir.engine;

import fr.comptoir.engine.Verdicts.Figure;
import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.ItemFacts;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Makes verdicts of what the rules tell. Of a session's uses of one thing, the earliest is the one that counts. */
final class ToldVerdicts extends Told {
    private static final AccessType[] ACCESS_TYPES = AccessType.values();
    private static final AccessMethod[] ACCESS_METHODS = AccessMethod.values();

    private final Actions actions;
    private final Catalogue catalogue;
    private final Verdicts verdicts;
    private final Map<Figure, Set<Integer>> session = new HashMap<>();

    ToldVerdicts(Actions actions, Catalogue catalogue, Verdicts verdicts) {
        this.actions = actions;
        this.catalogue = catalogue;
        this.verdicts = verdicts;
    }

    @Override
    void item(int row, int item, int attributes, ItemFacts.Count count) {
        switch (count) {
            case TOTAL_ITEM_INVESTIGATIONS ->
                item(row, Release.R5_1, MetricType.TOTAL_ITEM_INVESTIGATIONS, item, attributes);
            case TOTAL_ITEM_REQUESTS -> item(row, Release.R5_1, MetricType.TOTAL_ITEM_REQUESTS, item, attributes);
            case TOTAL_ITEM_INVESTIGATIONS_R5 ->
                item(row, Release.R5, MetricType.TOTAL_ITEM_INVESTIGATIONS, item, attributes);
            case TOTAL_ITEM_REQUESTS_R5 -> item(row, Release.R5, MetricType.TOTAL_ITEM_REQUESTS, item, attributes);
            case LIMIT_EXCEEDED -> denial(row, MetricType.LIMIT_EXCEEDED, item, attributes);
            case NO_LICENSE -> denial(row, MetricType.NO_LICENSE, item, attributes);
            case UNIQUE_ITEM_INVESTIGATIONS,
                    UNIQUE_ITEM_REQUESTS,
                    UNIQUE_ITEM_INVESTIGATIONS_R5,
                    UNIQUE_ITEM_REQUESTS_R5 -> throw new IllegalArgumentException(count + " is not told row by row");
        }
    }

    private void denial(int row, MetricType metric, int item, int attributes) {
        for (Release release : Release.values()) {
            item(row, release, metric, item, attributes);
        }
    }

    private void item(int row, Release release, MetricType metric, int item, int attributes) {
        verdicts.counts(row, figure(release, metric, item, Catalogue.NONE, catalogue.yop(item), attributes));
    }

    @Override
    void uniqueItem(Release release, int row, int item, int attributes, boolean request) {
        int yop = catalogue.yop(item);
        use(row, figure(release, MetricType.UNIQUE_ITEM_INVESTIGATIONS, item, Catalogue.NONE, yop, attributes));
        if (request) {
            use(row, figure(release, MetricType.UNIQUE_ITEM_REQUESTS, item, Catalogue.NONE, yop, attributes));
        }
    }

    @Override
    void uniqueTitle(Release release, int row, int title, int database, int yop, int attributes, boolean request) {
        use(row, figure(release, MetricType.UNIQUE_TITLE_INVESTIGATIONS, title, database, yop, attributes));
        if (request) {
            use(row, figure(release, MetricType.UNIQUE_TITLE_REQUESTS, title, database, yop, attributes));
        }
    }

    private void use(int row, Figure figure) {
        session.computeIfAbsent(figure, any -> new LinkedHashSet<>()).add(row);
    }

    @Override
    void endSession() {
        session.forEach((figure, rows) -> {
            int first = rows.stream()
                    .min((row, other) -> InTime.compare(actions, row, other))
                    .orElseThrow();
            for (int row : rows) {
                if (row == first) {
                    verdicts.counts(row, figure);
                } else {
                    verdicts.notAgain(row, figure, first);
                }
            }
        });
        session.clear();
    }

    @Override
    void wholeBook(int row, int segments) {
        verdicts.wholeBook(row, segments);
    }

    @Override
    void search(int row, int database) {
        MetricType metric = switch (ActionKind.of(actions.kind[row])) {
            case SEARCHES_PLATFORM -> MetricType.SEARCHES_PLATFORM;
            case SEARCHES_REGULAR -> MetricType.SEARCHES_REGULAR;
            case SEARCHES_AUTOMATED -> MetricType.SEARCHES_AUTOMATED;
            case SEARCHES_FEDERATED -> MetricType.SEARCHES_FEDERATED;
            case INVESTIGATION, REQUEST, NO_LICENSE, LIMIT_EXCEEDED ->
                throw new IllegalArgumentException("row " + row + " is not a search");
        };
        for (Release release : Release.values()) {
            AccessMethod method = ACCESS_METHODS[actions.accessMethod[row]];
            verdicts.counts(row, new Figure(release, metric, database, Catalogue.NONE, 0, null, method));
        }
    }

    private Figure figure(Release release, MetricType metric, int subject, int database, int yop, int attributes) {
        byte accessType = switch (release) {
            case R5 -> Attributes.accessTypeR5(attributes);
            case R5_1 -> Attributes.accessType(attributes);
        };
        return new Figure(
                release,
                metric,
                subject,
                database,
                yop,
                ACCESS_TYPES[accessType],
                ACCESS_METHODS[Attributes.accessMethod(attributes)]);
    }
}
