package fr.comptoir.store.state;

import fr.comptoir.model.fact.MonthTotals;
import java.time.Instant;

/**
 * One counting of a month.
 *
 * @param facts the version: the folder {@code facts/<month>/v<facts>}
 * @param actions lines counted
 * @param doubleClicks lines that a later click replaced
 * @param held lines whose item the catalogue did not know
 */
public record Counted(int facts, Instant at, long actions, long doubleClicks, long held, Versions with) {
    public static Counted of(int facts, Instant at, MonthTotals month, Versions with) {
        return new Counted(facts, at, month.actions(), month.doubleClicks(), month.held(), with);
    }
}
