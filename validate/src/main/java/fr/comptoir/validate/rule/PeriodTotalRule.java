package fr.comptoir.validate.rule;

import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.Places;
import fr.comptoir.validate.event.UsageRow;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;

/** Reporting_Period_Total is the sum of the months (CoP section 3.2.2). */
final class PeriodTotalRule extends BodyRule {
    private static final Kind TOTAL = Kind.critical("reporting-period-total", "3.2.2");

    PeriodTotalRule(Layout layout, Places places, Findings findings) {
        super(layout, places, findings);
    }

    @Override
    void row(UsageRow row) {
        if (row.total == UsageRow.ABSENT || layout.totalsOnly) {
            return;
        }
        long sum = row.outside; // that they are there is a finding already
        for (long count : row.counts) {
            if (count == UsageRow.ABSENT) {
                return; // a count that cannot be read is a finding already
            }
            sum += count;
        }
        if (sum != row.total) {
            long months = sum;
            findings.add(
                    TOTAL,
                    () -> places.total(row),
                    () -> Sentence.of(
                            "reporting-period-total",
                            "Reporting_Period_Total is {0}, but the months add up to {1}",
                            row.total,
                            months));
        }
    }
}
