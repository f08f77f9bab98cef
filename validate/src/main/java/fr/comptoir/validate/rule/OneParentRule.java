package fr.comptoir.validate.rule;

import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.Places;
import fr.comptoir.validate.event.UsageRow;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;

/** An item that is known by an identifier has the same parent wherever it stands (CoP 5.1, section 3.2.2). */
final class OneParentRule extends BodyRule {
    private static final Kind PARENT = Kind.critical("parent-differs", "3.2.2");

    private final LongIndex items = new LongIndex();
    private final LongList parents = new LongList();
    private final LongList codes = new LongList();
    private long lastItem;
    private long lastParent;

    OneParentRule(Layout layout, Places places, Findings findings) {
        super(layout, places, findings);
    }

    @Override
    void row(UsageRow row) {
        if (!layout.parents || (row.itemHash == lastItem && row.parentKey == lastParent) || !row.item.hasIdentifier()) {
            return;
        }
        lastItem = row.itemHash;
        lastParent = row.parentKey;
        int number = items.add(row.itemHash);
        if (number < 0) {
            parents.add(row.parentKey);
            codes.add(row.code);
        } else if (parents.get(number) != row.parentKey) {
            findings.add(
                    PARENT,
                    () -> places.row(row.code),
                    () -> Sentence.of(
                            "parent-differs",
                            "the same item has another parent at {0}",
                            places.rowInSentence(codes.get(number))));
        }
    }
}
