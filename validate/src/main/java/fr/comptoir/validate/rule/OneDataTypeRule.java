package fr.comptoir.validate.rule;

import fr.comptoir.model.code.Release;
import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.Attribute;
import fr.comptoir.validate.event.Hash64;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.Places;
import fr.comptoir.validate.event.UsageRow;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;

/** A title, and an item, has one Data_Type wherever it stands in a report of Release 5.1 (CoP 5.1, section 3.3.2). */
final class OneDataTypeRule extends BodyRule {
    private static final Kind DATA_TYPE = Kind.error("data-type-differs", "3.3.2");

    private final boolean applies;
    private final LongIndex things = new LongIndex();
    private final LongList types = new LongList();
    private final LongList codes = new LongList();
    private long lastItem;
    private String lastType = "";

    OneDataTypeRule(Layout layout, Places places, Findings findings) {
        super(layout, places, findings);
        String family = layout.report.family();
        applies = release == Release.R5_1
                && layout.shows(Attribute.DATA_TYPE)
                && (family.equals("TR") || family.equals("IR"));
    }

    @Override
    void row(UsageRow row) {
        String type = row.get(Attribute.DATA_TYPE);
        if (!applies
                || type == null
                || !row.item.hasIdentifier()
                || (row.itemHash == lastItem && type.equals(lastType))) {
            return;
        }
        lastItem = row.itemHash;
        lastType = type;
        int number = things.add(row.itemHash);
        if (number < 0) {
            types.add(Hash64.of(type));
            codes.add(row.code);
        } else if (types.get(number) != Hash64.of(type)) {
            findings.add(
                    DATA_TYPE,
                    () -> places.attribute(row, Attribute.DATA_TYPE),
                    () -> Sentence.of(
                            "data-type-differs",
                            "Data_Type is {0}, but the same {1} has another at {2}",
                            type,
                            thing(),
                            places.rowInSentence(codes.get(number))));
        }
    }

    /** What the report is about, as a part of the sentence. */
    private Sentence thing() {
        return switch (layout.report.nameColumn()) {
            case "Title" -> Sentence.of("thing.title", "title");
            case "Item" -> Sentence.of("thing.item", "item");
            case "Database" -> Sentence.of("thing.database", "database");
            default -> Sentence.of("thing.platform", "platform");
        };
    }
}
