package fr.comptoir.testkit;

import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.ItemFacts;
import fr.comptoir.model.fact.MonthFacts;
import fr.comptoir.model.fact.SearchFacts;
import fr.comptoir.model.fact.TitleFacts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The facts of a month in words: a value for each figure that is not 0, and sums over them. */
public final class Figures {
    private final Catalogue catalogue;
    private final MonthFacts facts;
    private final Map<Figure, Long> values = new HashMap<>();

    private Figures(MonthFacts facts, Catalogue catalogue) {
        this.facts = facts;
        this.catalogue = catalogue;
        items(facts.items());
        titles(facts.titles());
        searches(facts.searches());
        values.values().removeIf(value -> value == 0);
    }

    public static Figures of(MonthFacts facts, Catalogue catalogue) {
        return new Figures(facts, catalogue);
    }

    public Map<Figure, Long> values() {
        return Collections.unmodifiableMap(values);
    }

    /** The sum of a metric over everything; of unique titles as in a Platform Report, without Database Reports. */
    public long sum(Release release, MetricType metric) {
        return sum(release, metric, figure -> true);
    }

    /** The same over the figures that are chosen. */
    public long sum(Release release, MetricType metric, Predicate<Figure> chosen) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().release() == release
                        && entry.getKey().metric() == metric
                        && entry.getKey().database().isEmpty()
                        && chosen.test(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /**
     * Every metric that is not 0, in the Code's order: the usage metrics by their initials ({@code TII 2, TIR 1, UII 1, UIR 1}), the others
     * by name ({@code Searches_Platform 3}); {@code nothing} when all are 0.
     */
    public String counts(Release release, Predicate<Figure> chosen) {
        List<String> counts = new ArrayList<>();
        for (MetricType metric : MetricType.values()) {
            long sum = sum(release, metric, chosen);
            if (sum != 0) {
                counts.add(shortName(metric) + " " + sum);
            }
        }
        return counts.isEmpty() ? "nothing" : String.join(", ", counts);
    }

    private static String shortName(MetricType metric) {
        return switch (metric) {
            case TOTAL_ITEM_INVESTIGATIONS -> "TII";
            case TOTAL_ITEM_REQUESTS -> "TIR";
            case UNIQUE_ITEM_INVESTIGATIONS -> "UII";
            case UNIQUE_ITEM_REQUESTS -> "UIR";
            case UNIQUE_TITLE_INVESTIGATIONS -> "UTI";
            case UNIQUE_TITLE_REQUESTS -> "UTR";
            case SEARCHES_AUTOMATED,
                    SEARCHES_FEDERATED,
                    SEARCHES_PLATFORM,
                    SEARCHES_REGULAR,
                    LIMIT_EXCEEDED,
                    NO_LICENSE -> metric.code();
        };
    }

    private void items(ItemFacts items) {
        for (int row = 0; row < items.size; row++) {
            for (ItemFacts.Count count : ItemFacts.Count.values()) {
                item(items, row, count);
            }
        }
    }

    private void item(ItemFacts items, int row, ItemFacts.Count count) {
        String name = count.name();
        boolean denial = count == ItemFacts.Count.LIMIT_EXCEEDED || count == ItemFacts.Count.NO_LICENSE;
        MetricType metric = MetricType.valueOf(name.endsWith("_R5") ? name.substring(0, name.length() - 3) : name);
        for (Release release : Release.values()) {
            if (!denial && name.endsWith("_R5") != (release == Release.R5)) {
                continue;
            }
            add(
                    items.count(row, count),
                    new Figure(
                            release,
                            metric,
                            facts.customers().text(items.customers[row]),
                            catalogue.itemId(items.item[row]),
                            "",
                            catalogue.yop(items.item[row]),
                            accessType(release, items.accessType[row], items.accessTypeR5[row]),
                            AccessMethod.values()[items.accessMethod[row]]));
        }
    }

    private void titles(TitleFacts titles) {
        for (int row = 0; row < titles.size; row++) {
            for (TitleFacts.Count count : TitleFacts.Count.values()) {
                boolean r5 = count.name().endsWith("_R5");
                Release release = r5 ? Release.R5 : Release.R5_1;
                MetricType metric = MetricType.valueOf(r5 ? count.name().replace("_R5", "") : count.name());
                add(
                        titles.count(row, count),
                        new Figure(
                                release,
                                metric,
                                facts.customers().text(titles.customers[row]),
                                catalogue.itemId(titles.title[row]),
                                id(titles.database[row]),
                                titles.yop[row],
                                accessType(release, titles.accessType[row], titles.accessTypeR5[row]),
                                AccessMethod.values()[titles.accessMethod[row]]));
            }
        }
    }

    private void searches(SearchFacts searches) {
        for (int row = 0; row < searches.size; row++) {
            MetricType metric =
                    MetricType.valueOf(ActionKind.of(searches.kind[row]).name());
            for (Release release : Release.values()) {
                add(
                        searches.count[row],
                        new Figure(
                                release,
                                metric,
                                facts.customers().text(searches.customers[row]),
                                id(searches.database[row]),
                                "",
                                0,
                                "",
                                AccessMethod.values()[searches.accessMethod[row]]));
            }
        }
    }

    private void add(int value, Figure figure) {
        values.merge(figure, (long) value, Long::sum);
    }

    private String id(int number) {
        return number == Catalogue.NONE ? "" : catalogue.itemId(number);
    }

    private static String accessType(Release release, byte accessType, byte accessTypeR5) {
        return AccessType.values()[release == Release.R5 ? accessTypeR5 : accessType].code();
    }
}
