package fr.comptoir.operation;

import java.util.List;

/**
 * What decides how long a report takes: which it is, how finely it breaks usage down, whose usage it adds up, and in how many months.
 *
 * @param report with its release: {@code TR 5.1}
 * @param attributes columns to show
 * @param months that have figures
 * @param actions that were counted in these months, of all customers
 */
public record ReportWork(String report, List<String> attributes, Whose whose, int months, long actions) {
    public ReportWork {
        attributes = List.copyOf(attributes);
    }

    /** Whose usage is added up. */
    public enum Whose {
        INSTITUTION,
        CONSORTIUM,
        THE_WORLD
    }
}
