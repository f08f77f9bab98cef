package fr.comptoir.engine;

import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.fact.ItemFacts.Count;

/**
 * A refused use counts once for the item, in both releases, under the item's own Access_Type and YOP; a whole book once, whatever its
 * segments. It is neither an investigation nor a request (CoP 5.1, section 3.3.4).
 */
final class DenialRule {
    private DenialRule() {}

    static void count(ItemCells cells, int row, int attributes, ActionKind kind) {
        cells.add(row, attributes, kind == ActionKind.NO_LICENSE ? Count.NO_LICENSE : Count.LIMIT_EXCEEDED);
    }
}
