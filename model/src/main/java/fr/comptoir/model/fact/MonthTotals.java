package fr.comptoir.model.fact;

/**
 * What became of the lines of one month that are about content (CoP 5.1, section 7.2).
 *
 * @param actions lines counted, that is neither double clicks nor held nor about what is no item
 * @param doubleClicks lines that another click within 30 seconds replaced
 * @param held lines whose item the catalogue does not know
 */
public record MonthTotals(long actions, long doubleClicks, long held) {
    public static final MonthTotals NONE = new MonthTotals(0, 0, 0);

    public MonthTotals plus(MonthTotals other) {
        return new MonthTotals(actions + other.actions, doubleClicks + other.doubleClicks, held + other.held);
    }
}
