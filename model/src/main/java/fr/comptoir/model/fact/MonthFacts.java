package fr.comptoir.model.fact;

import fr.comptoir.model.action.Names;
import java.time.YearMonth;

/**
 * All that counting says of one month, or of a part of it.
 *
 * @param customers what the numbers of sets of customers mean
 * @param actions lines counted, that is neither double clicks nor held nor about what is no item
 * @param doubleClicks lines of that month that another click within 30 seconds replaced
 * @param held lines whose item the catalogue does not know
 */
public record MonthFacts(
        YearMonth month,
        Names customers,
        ItemFacts items,
        TitleFacts titles,
        SearchFacts searches,
        RouteFacts routes,
        long actions,
        long doubleClicks,
        long held) {
    /** Facts that say nothing of ways of arrival and routes of access. */
    public MonthFacts(
            YearMonth month,
            Names customers,
            ItemFacts items,
            TitleFacts titles,
            SearchFacts searches,
            long actions,
            long doubleClicks,
            long held) {
        this(month, customers, items, titles, searches, RouteFacts.none(), actions, doubleClicks, held);
    }

    /** What became of the lines. */
    public MonthTotals totals() {
        return new MonthTotals(actions, doubleClicks, held);
    }
}
