package fr.comptoir.operation;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.site.InputException;
import fr.comptoir.store.Store;
import fr.comptoir.store.query.ExtractionSums.Sum;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** The archives of many documents that all customers together extracted, which no report knows of. */
public final class Extractions {
    private Extractions() {}

    /**
     * Those of a month, by the figures in force.
     *
     * @param documents in them
     * @param assumed how many of the extractions have their number of documents from the rule and not from the line
     */
    public record Extracted(long extractions, long documents, long assumed) {}

    /** Of each month with any. */
    public static SortedMap<YearMonth, Extracted> byMonth(Site site) throws InputException, IOException {
        SortedMap<YearMonth, Extracted> months = new TreeMap<>();
        try (Store store = Store.openForReading(site.data())) {
            store.extractionSums()
                    .of(Institution.THE_WORLD, store.state().months().keySet())
                    .forEach((month, sums) -> months.put(
                            month,
                            new Extracted(
                                    sum(sums, Sum::extractions), sum(sums, Sum::documents), sum(sums, Sum::assumed))));
        }
        return months;
    }

    private static long sum(List<Sum> sums, ToLongFunction<Sum> count) {
        return sums.stream().mapToLong(count).sum();
    }
}
