package fr.comptoir.engine;

import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.ItemFacts.Count;
import fr.comptoir.model.fact.ItemFacts.Format;
import org.jspecify.annotations.Nullable;

/**
 * Every use that is left after double clicks counts: as an investigation, and a request as both (CoP 5.1, section 3.3.4). Requests are noted
 * by format too, for reports of the JR1 kind and for Title Reports of Release 5 (CoP 5.0.3, sections 11.5 and 13.3).
 */
final class TotalItemRule {
    private TotalItemRule() {}

    static void count(
            ItemCells cells, Release release, int row, int attributes, boolean request, @Nullable Format format) {
        boolean r5 = release == Release.R5;
        cells.add(row, attributes, r5 ? Count.TOTAL_ITEM_INVESTIGATIONS_R5 : Count.TOTAL_ITEM_INVESTIGATIONS);
        if (request) {
            cells.add(row, attributes, r5 ? Count.TOTAL_ITEM_REQUESTS_R5 : Count.TOTAL_ITEM_REQUESTS);
            if (format != null) {
                cells.addFormat(attributes, r5 ? format.r5() : format);
            }
        }
    }
}
