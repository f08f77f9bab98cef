package fr.comptoir.testkit;

import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.fact.ItemFacts;
import fr.comptoir.model.fact.MonthFacts;
import fr.comptoir.model.fact.RouteFacts;
import fr.comptoir.model.fact.SearchFacts;
import fr.comptoir.model.fact.TitleFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Facts as sorted lines of text, every row and every count, without any number that means something only within one batch. */
public final class FactLines {
    private FactLines() {}

    public static List<String> of(MonthFacts facts, Catalogue catalogue) {
        List<String> lines = new ArrayList<>();
        ItemFacts items = facts.items();
        for (int row = 0; row < items.size; row++) {
            lines.add("item "
                    + String.join(
                            " ",
                            facts.customers().text(items.customers[row]),
                            catalogue.itemId(items.item[row]),
                            attributes(items.accessType[row], items.accessTypeR5[row], items.accessMethod[row]),
                            counts(items.counts, row, ItemFacts.Count.SIZE),
                            counts(items.formats, row, ItemFacts.Format.SIZE)));
        }
        TitleFacts titles = facts.titles();
        for (int row = 0; row < titles.size; row++) {
            lines.add("title "
                    + String.join(
                            " ",
                            facts.customers().text(titles.customers[row]),
                            catalogue.itemId(titles.title[row]),
                            id(catalogue, titles.database[row]),
                            Integer.toString(titles.yop[row]),
                            attributes(titles.accessType[row], titles.accessTypeR5[row], titles.accessMethod[row]),
                            counts(titles.counts, row, TitleFacts.Count.SIZE)));
        }
        SearchFacts searches = facts.searches();
        for (int row = 0; row < searches.size; row++) {
            lines.add("search "
                    + String.join(
                            " ",
                            facts.customers().text(searches.customers[row]),
                            id(catalogue, searches.database[row]),
                            Byte.toString(searches.kind[row]),
                            Byte.toString(searches.accessMethod[row]),
                            Integer.toString(searches.count[row])));
        }
        RouteFacts routes = facts.routes();
        for (int row = 0; row < routes.size; row++) {
            lines.add("route "
                    + String.join(
                            " ",
                            facts.customers().text(routes.customers[row]),
                            catalogue.itemId(routes.title[row]),
                            routes.arrivals.text(routes.arrival[row]),
                            AccessRoute.of(routes.route[row]).code(),
                            Byte.toString(routes.accessMethod[row]),
                            counts(routes.counts, row, RouteFacts.Count.SIZE)));
        }
        Collections.sort(lines);
        lines.add(facts.month() + ": " + facts.actions() + " actions, " + facts.doubleClicks() + " double clicks, "
                + facts.held() + " held, customers " + facts.customers().texts());
        return lines;
    }

    private static String id(Catalogue catalogue, int number) {
        return number == Catalogue.NONE ? "-" : catalogue.itemId(number);
    }

    private static String attributes(byte accessType, byte accessTypeR5, byte accessMethod) {
        return accessType + "/" + accessTypeR5 + "/" + accessMethod;
    }

    private static String counts(int[] counts, int row, int size) {
        return Arrays.toString(Arrays.copyOfRange(counts, row * size, (row + 1) * size));
    }
}
