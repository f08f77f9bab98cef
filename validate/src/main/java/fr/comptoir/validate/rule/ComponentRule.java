package fr.comptoir.validate.rule;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.Field;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.Places;
import fr.comptoir.validate.event.Thing;
import fr.comptoir.validate.event.Thing.Role;
import fr.comptoir.validate.event.UsageRow;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;

/** With components shown, totals and denials are told of components, uniques of items; a component has an identifier (CoP 5.1, section 3.2.2). */
final class ComponentRule extends BodyRule {
    private static final Kind AT_ITEM = Kind.critical("metric-of-component", "3.2.2");
    private static final Kind AT_COMPONENT = Kind.critical("metric-of-item", "3.2.2");
    private static final Kind IDENTIFIER = Kind.critical("component-identifier-missing", "3.2.2");
    private static final Kind DATA_TYPE = Kind.critical("component-data-type", "3.3.2");

    ComponentRule(Layout layout, Places places, Findings findings) {
        super(layout, places, findings);
    }

    @Override
    void thing(Thing thing) {
        if (thing.role != Role.COMPONENT) {
            return;
        }
        if (!thing.hasIdentifier()) {
            findings.add(
                    IDENTIFIER,
                    () -> places.thing(thing),
                    () -> Sentence.of(
                            "component-identifier-missing",
                            "the component has no identifier; it must have at least one"));
        }
        String type = thing.get(Field.DATA_TYPE);
        boolean missing = type == null || type.isEmpty();
        if (missing ? release == Release.R5_1 : !layout.report.dataTypes().contains(type)) {
            findings.add(
                    DATA_TYPE,
                    () -> places.field(thing, Field.DATA_TYPE),
                    () -> missing
                            ? Sentence.of("component-data-type.missing", "the Data_Type of the component is missing")
                            : Sentence.of(
                                    "component-data-type.unknown",
                                    "the Data_Type of the component is \"{0}\", which does not exist",
                                    String.valueOf(type)));
        }
    }

    @Override
    void row(UsageRow row) {
        MetricType metric = row.metric;
        if (!layout.components || metric == null) {
            return;
        }
        boolean unique = metric == MetricType.UNIQUE_ITEM_INVESTIGATIONS || metric == MetricType.UNIQUE_ITEM_REQUESTS;
        boolean total = metric == MetricType.TOTAL_ITEM_INVESTIGATIONS || metric == MetricType.TOTAL_ITEM_REQUESTS;
        if (row.component != null && unique) {
            findings.add(
                    AT_COMPONENT,
                    () -> places.metric(row),
                    () -> Sentence.of("metric-of-item", "{0} is told of the item, not of a component", metric.code()));
        } else if (row.component == null && (total || (!unique && release == Release.R5_1))) {
            findings.add(
                    AT_ITEM,
                    () -> places.metric(row),
                    () -> Sentence.of(
                            "metric-of-component",
                            "{0} is told of a component when components are shown, even of the item itself",
                            metric.code()));
        }
    }
}
