package fr.comptoir.server.months;

import fr.comptoir.customers.month.Anomaly;
import fr.comptoir.customers.month.Anomaly.Kind;
import fr.comptoir.customers.month.Thresholds;

/**
 * By which thresholds a case was opened.
 *
 * @param isOwn whether they are those of the customer alone, else all have them that have none of their own
 */
public record AnomalyMeasure(Thresholds thresholds, boolean isOwn) {
    private static final double PERCENT = 100;

    /** From where on the usage of a case was too much, or under which it was too little. */
    public double limit(Anomaly of) {
        return of.kind() == Kind.SPIKE
                ? thresholds.factor() * of.mean() + thresholds.more()
                : thresholds.percent() / PERCENT * of.mean();
    }
}
