package fr.comptoir.validate.rule;

import fr.comptoir.validate.event.Header;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.Places;
import fr.comptoir.validate.event.ReportEvents;
import fr.comptoir.validate.event.Thing;
import fr.comptoir.validate.event.UsageRow;
import fr.comptoir.validate.finding.Findings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All rules, in the order in which they are asked. This list is the table of contents of what is checked. */
public final class RuleBook implements ReportEvents {
    private static final List<HeaderRule> HEADER_RULES = List.of(
            new ReportNameRule(),
            new InstitutionRule(),
            new ReportingPeriodRule(),
            new ReportFiltersRule(),
            new ReportAttributesRule(),
            new ExceptionsRule(),
            new CreatedRule(),
            new RegistryRecordRule());

    private final Findings findings;
    private final boolean rorCheckDigits;
    private BodyRule[] bodyRules = {};
    private @Nullable Header header;
    private long rows;

    /** @param rorCheckDigits whether the last two digits of ROR ids are worked out as well */
    public RuleBook(Findings findings, boolean rorCheckDigits) {
        this.findings = findings;
        this.rorCheckDigits = rorCheckDigits;
    }

    private BodyRule[] bodyRules(Layout layout, Places places) {
        BadIdentifiers bad = new BadIdentifiers();
        return new BodyRule[] {
            new NameRule(layout, places, findings),
            new BlankRule(layout, places, findings),
            new IdentifierRule(layout, places, findings, bad),
            new CheckDigitRule(layout, places, findings, rorCheckDigits, bad),
            new AuthorRule(layout, places, findings),
            new PublicationRule(layout, places, findings),
            new ParentRule(layout, places, findings),
            new ComponentRule(layout, places, findings),
            new AttributeValueRule(layout, places, findings),
            new YopRule(layout, places, findings),
            new MetricTypeRule(layout, places, findings),
            new DataTypeMetricRule(layout, places, findings),
            new SectionTypeRule(layout, places, findings),
            new FilterRule(layout, places, findings),
            new ZeroUsageRule(layout, places, findings),
            new PeriodTotalRule(layout, places, findings),
            new ExceptionMonthsRule(layout, places, findings),
            new MetricRelationRule(layout, places, findings, bad),
            new RepeatedRowRule(layout, places, findings),
            new RepeatedItemRule(layout, places, findings),
            new OneParentRule(layout, places, findings),
            new OneDataTypeRule(layout, places, findings),
            new DatabaseContentRule(layout, places, findings),
        };
    }

    @Override
    public void header(Header read, @Nullable Layout layout, Places places) {
        header = read;
        for (HeaderRule rule : HEADER_RULES) {
            rule.check(read, findings);
        }
        if (layout != null) {
            bodyRules = bodyRules(layout, places);
        }
    }

    @Override
    public void thing(Thing thing) {
        for (BodyRule rule : bodyRules) {
            rule.thing(thing);
        }
    }

    @Override
    public void row(UsageRow row) {
        rows++;
        for (BodyRule rule : bodyRules) {
            rule.row(row);
        }
    }

    @Override
    public void itemsOf(@Nullable Thing parent, @Nullable String dataType, long code) {
        for (BodyRule rule : bodyRules) {
            rule.itemsOf(parent, dataType, code);
        }
    }

    @Override
    public void closed(Thing thing, @Nullable Thing parent) {
        for (BodyRule rule : bodyRules) {
            rule.closed(thing, parent);
        }
    }

    @Override
    public void end() {
        for (BodyRule rule : bodyRules) {
            rule.end();
        }
    }

    /** The header; null when none could be read. */
    public @Nullable Header header() {
        return header;
    }

    /** How many rows of usage there were: a metric of an item with its attributes. */
    public long rows() {
        return rows;
    }
}
