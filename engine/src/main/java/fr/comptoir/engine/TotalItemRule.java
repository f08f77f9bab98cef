package fr.comptoir.engine;

import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.ItemFacts.Count;

/** Every use that is left after double clicks counts: as an investigation, and a request as both (CoP 5.1, section 3.3.4). */
final class TotalItemRule {
    private TotalItemRule() {}

    static void count(ItemCells cells, Release release, int row, int attributes, boolean request) {
        boolean r5 = release == Release.R5;
        cells.add(row, attributes, r5 ? Count.TOTAL_ITEM_INVESTIGATIONS_R5 : Count.TOTAL_ITEM_INVESTIGATIONS);
        if (request) {
            cells.add(row, attributes, r5 ? Count.TOTAL_ITEM_REQUESTS_R5 : Count.TOTAL_ITEM_REQUESTS);
        }
    }
}
