package fr.comptoir.validate.rule;

import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.Places;
import fr.comptoir.validate.event.UsageRow;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;

/** What has no usage is left out: rows with a total of 0 in the tabular form, months with 0 in JSON (CoP 5.1, section 3.3.9). */
final class ZeroUsageRule extends BodyRule {
    private static final Kind ROW = Kind.critical("zero-row", "3.3.9");
    private static final Kind COUNT = Kind.error("zero-count", "3.3.9");

    ZeroUsageRule(Layout layout, Places places, Findings findings) {
        super(layout, places, findings);
    }

    @Override
    void row(UsageRow row) {
        if (!layout.header.json) {
            if (row.total == 0) {
                findings.add(
                        ROW,
                        () -> places.total(row),
                        () -> Sentence.of("zero-row", "Reporting_Period_Total is 0; a row without usage is left out"));
            }
            return;
        }
        for (int month = 0; month < row.counts.length; month++) {
            if (row.counts[month] == 0) {
                int at = month;
                findings.add(
                        COUNT,
                        () -> places.count(row, at),
                        () -> Sentence.of("zero-count", "the count is 0; a month without usage is left out"));
            }
        }
    }
}
