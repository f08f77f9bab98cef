package fr.comptoir.validate.rule;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.declaration.Spelling;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.Places;
import fr.comptoir.validate.event.UsageRow;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;
import java.util.List;

/** Metric_Type is one that the report has (CoP sections 3.3.4 and 4). */
final class MetricTypeRule extends BodyRule {
    private static final Kind METRIC = Kind.critical("metric-type", "3.3.4");
    private static final Kind SPELLING = Kind.error("metric-type-spelling", "3.3.4");

    MetricTypeRule(Layout layout, Places places, Findings findings) {
        super(layout, places, findings);
    }

    @Override
    void row(UsageRow row) {
        MetricType metric = row.metric;
        if (metric != null && layout.report.metrics().contains(metric)) {
            return;
        }
        List<String> allowed =
                layout.report.metrics().stream().map(MetricType::code).toList();
        String meant = Spelling.find(row.metricText, allowed);
        findings.add(
                meant == null ? METRIC : SPELLING,
                () -> places.metric(row),
                () -> meant == null
                        ? Sentence.of(
                                "unknown",
                                "{0} is \"{1}\"; here it can be {2}",
                                "Metric_Type",
                                row.metricText,
                                String.join(", ", allowed))
                        : Sentence.of(
                                "spelling", "{0} is \"{1}\"; it is spelt {2}", "Metric_Type", row.metricText, meant));
    }
}
