package fr.comptoir.engine;

import fr.comptoir.model.fact.ItemFacts.Count;

/** Every use that is left after double clicks counts: as an investigation, and a request as both (CoP 5.1, section 3.3.4). */
final class TotalItemRule {
    private TotalItemRule() {}

    static void countInR51(ItemCells cells, int row, int attributes, boolean request) {
        cells.add(row, attributes, Count.TOTAL_ITEM_INVESTIGATIONS);
        if (request) {
            cells.add(row, attributes, Count.TOTAL_ITEM_REQUESTS);
        }
    }

    static void countInR5(ItemCells cells, int row, int attributes, boolean request) {
        cells.add(row, attributes, Count.TOTAL_ITEM_INVESTIGATIONS_R5);
        if (request) {
            cells.add(row, attributes, Count.TOTAL_ITEM_REQUESTS_R5);
        }
    }
}
