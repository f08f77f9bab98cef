package fr.comptoir.store.usage;

import fr.comptoir.model.code.MetricType;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The titles, or the items, of one answer: summed once, then looked at page by page in any order. */
public interface UsedTitles {
    /** The metrics that they have. */
    Set<MetricType> metrics();

    /**
     * Some of them.
     *
     * @param total how many there are in all that are wanted
     */
    record Page(List<TitleRow> rows, long total) {}

    /** Those that have any usage in the months asked, by an order. */
    Page page(TitleOrder order) throws IOException;
}
