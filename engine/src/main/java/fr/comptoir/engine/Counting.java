package fr.comptoir.engine;

import fr.comptoir.engine.ActionPartitions.Part;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.action.Names;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.fact.MonthFacts;
import java.io.IOException;
import java.time.YearMonth;
import java.util.BitSet;
import java.util.function.ToIntFunction;

/**
 * Counts the actions of one month in both releases. The facts are a function of the rows and the catalogue alone: neither the order of the
 * rows, nor how they are cut into parts, nor the number of threads changes them. Days, hours and sessions are already in the rows, cut in
 * the platform's time zone.
 *
 * <p>The rows given are those of the month and those of the 30 seconds after it; the latter only decide whether they replace a click of the
 * month. Rows of other days do no harm.
 */
public final class Counting {
    private Counting() {}

    /** Counts a month whose rows are all in memory; changes none of them. */
    public static MonthFacts count(YearMonth month, Actions actions, Catalogue catalogue, int threads) {
        Workers workers = new Workers(threads);
        FactsCollector facts = new FactsCollector(actions.size);
        count(month, actions, catalogue, workers, facts);
        return facts.facts(month);
    }

    /** Takes the facts of a part of a month. */
    @FunctionalInterface
    public interface FactsTaker {
        void take(MonthFacts part) throws IOException;
    }

    /**
     * Counts a month whose rows come in parts: once by user, for double clicks and ways of arrival, then once by item, for all the rest. What is counted
     * together, an item or a book with its parts, is in one part, so that no two parts have facts of the same item or title; only searches
     * of the platform may be in several, and are added up.
     *
     * @param taker gets the facts of each part, one after another; none is kept here
     */
    public static void count(
            YearMonth month, ActionPartitions partitions, Catalogue catalogue, int threads, FactsTaker taker)
            throws IOException {
        Workers workers = new Workers(threads);
        Noted noted = Noted.of(month, partitions, catalogue, workers);
        for (int p = 0; p < partitions.count(); p++) {
            taker.take(part(month, partitions, p, catalogue, workers, noted));
        }
    }

    /** What users and their sessions decide of the rows of a month, under the numbers that the rows have in it. */
    private record Noted(BitSet doubleClicks, NotedArrivals arrivals) {
        static Noted of(YearMonth month, ActionPartitions partitions, Catalogue catalogue, Workers workers)
                throws IOException {
            Noted noted = new Noted(new BitSet(), new NotedArrivals());
            for (int p = 0; p < partitions.count(); p++) {
                noted.note(month, partitions.byUser(p), catalogue, workers);
            }
            return noted;
        }

        /** The ways of arrival alone, where each part has all rows of an item and finds its double clicks by itself. */
        static Noted arrivals(ActionPartitions partitions, Workers workers) throws IOException {
            Noted noted = new Noted(new BitSet(), new NotedArrivals());
            for (int p = 0; p < partitions.count(); p++) {
                noted.noteArrivals(partitions.byUser(p), workers);
            }
            return noted;
        }

        private void noteArrivals(Part part, Workers workers) {
            arrivals.note(part.actions(), part.rowId(), workers);
        }

        private void note(YearMonth month, Part part, Catalogue catalogue, Workers workers) {
            Batch batch = new Batch(MonthRule.of(month), part.actions(), catalogue, workers);
            DoubleClickRule.drop(batch, workers, (row, replacedBy) -> {});
            batch.noteDoubleClicks(part.rowId(), doubleClicks);
            noteArrivals(part, workers);
        }

        /** A part of the second cut, of which that was noted. */
        Batch batch(YearMonth month, Part part, Catalogue catalogue, Workers workers) {
            Batch batch = new Batch(MonthRule.of(month), part.actions(), catalogue, workers);
            batch.dropNoted(part.rowId(), doubleClicks);
            arrivals.give(batch, part.rowId());
            return batch;
        }
    }

    /** A method of its own, so that nothing holds the rows of one part when those of the next are read. */
    private static MonthFacts part(
            YearMonth month, ActionPartitions partitions, int p, Catalogue catalogue, Workers workers, Noted noted)
            throws IOException {
        Batch batch = batch(month, partitions, p, catalogue, workers, noted);
        FactsCollector facts = new FactsCollector(batch.actions.size);
        facts.countFates(batch);
        MonthTally.count(batch, catalogue, workers, facts, Told.NOBODY);
        return facts.facts(month);
    }

    /** Gives who hears of the rows of a part. */
    @FunctionalInterface
    public interface PartAdditions {
        /**
         * Begins a part.
         *
         * @param arrivals for each row the number of the way of arrival under which it counts
         * @param ways what these numbers mean
         */
        Additions begin(Actions actions, short[] arrivals, Names ways) throws IOException;
    }

    /**
     * Says of every row to which figures it adds, part after part: as {@link #count} counts them, on one thread. A month in one part is read
     * once.
     */
    public static void add(YearMonth month, ActionPartitions partitions, Catalogue catalogue, PartAdditions parts)
            throws IOException {
        Workers workers = new Workers(1);
        // The parts may have some rows of an item only, so that its double clicks must be known before.
        Noting noting = () -> Noted.of(month, partitions, catalogue, workers);
        eachBatch(month, partitions, catalogue, workers, noting, batch -> {
            DoubleClickRule.drop(batch, workers, (row, replacedBy) -> {});
            Additions additions = parts.begin(batch.actions, batch.arrivalsOfRows(), batch.arrivals());
            ToldAdditions told = new ToldAdditions(batch.actions, additions);
            MonthTally.count(batch, catalogue, workers, FactsCollector.ofNothing(), told);
            additions.end();
        });
    }

    /** Takes rows with their ways of arrival. */
    @FunctionalInterface
    private interface BatchTaker {
        void take(Batch batch) throws IOException;
    }

    /** Reads the rows by user. */
    @FunctionalInterface
    private interface Noting {
        Noted noted() throws IOException;
    }

    /**
     * Gives all rows in parts, once what users decide of them is noted; what is in one part is read once. Nothing holds the rows of one part
     * when those of the next are read.
     */
    private static void eachBatch(
            YearMonth month,
            ActionPartitions partitions,
            Catalogue catalogue,
            Workers workers,
            Noting noting,
            BatchTaker taker)
            throws IOException {
        if (partitions.count() == 1) {
            taker.take(whole(month, partitions.byUser(0).actions(), catalogue, workers));
            return;
        }
        Noted noted = noting.noted();
        for (int p = 0; p < partitions.count(); p++) {
            taker.take(batch(month, partitions, p, catalogue, workers, noted));
        }
    }

    private static Batch batch(
            YearMonth month, ActionPartitions partitions, int p, Catalogue catalogue, Workers workers, Noted noted)
            throws IOException {
        Part part = partitions.byItem(p, partOfItem(catalogue, partitions.count()));
        return noted.batch(month, part, catalogue, workers);
    }

    /** Rows that are all there are, of their users too. */
    private static Batch whole(YearMonth month, Actions actions, Catalogue catalogue, Workers workers) {
        Batch batch = new Batch(MonthRule.of(month), actions, catalogue, workers);
        batch.putArrivals(SessionArrivalRule.arrivals(actions, workers), actions.dictionaries.arrivals());
        return batch;
    }

    /** Gives for the id of an item which of so many parts it is in, such that each part is enough for {@link #explain}. */
    public static ToIntFunction<String> partOfItem(Catalogue catalogue, int parts) {
        return id -> part(id, catalogue, parts);
    }

    private static int part(String itemId, Catalogue catalogue, int parts) {
        int item = catalogue.find(itemId);
        long counted = item == Catalogue.NONE ? itemId.hashCode() : Uses.unit(catalogue, item);
        return (int) Long.remainderUnsigned(RowKey.mix(counted), parts);
    }

    /**
     * Says of every row what became of it, by the same rules. The rows may be a part of the month's, as long as they hold all rows of each
     * item that they have any of, and for a book all rows of its parts.
     */
    public static void explain(YearMonth month, Actions actions, Catalogue catalogue, Verdicts verdicts) {
        Workers workers = new Workers(1);
        explain(whole(month, actions, catalogue, workers), catalogue, workers, verdicts);
    }

    private static void explain(Batch batch, Catalogue catalogue, Workers workers, Verdicts verdicts) {
        DoubleClickRule.drop(batch, workers, verdicts::doubleClick);
        Told told = new ToldVerdicts(batch.actions, catalogue, verdicts);
        MonthTally.count(batch, catalogue, workers, FactsCollector.ofNothing(), told);
        for (int row = 0; row < batch.actions.size; row++) {
            switch (Fate.of(batch.fate[row])) {
                case COUNTED -> verdicts.counted(row);
                case DECIDES_ONLY -> verdicts.decidesOnly(row);
                case HELD -> verdicts.held(row);
                case NOT_CONTENT -> verdicts.notContent(row);
                case DOUBLE_CLICK -> {}
            }
        }
    }

    /** Gives who hears what became of the rows of a part. */
    @FunctionalInterface
    public interface PartVerdicts {
        /**
         * Begins a part.
         *
         * @param arrivals for each row the number of the way of arrival under which it counts
         * @param ways what these numbers mean
         */
        Verdicts begin(Actions actions, short[] arrivals, Names ways) throws IOException;
    }

    /**
     * Says of every row what became of it, part after part, on one thread: once cut by user, for ways of arrival, then once by item. A month
     * in one part is read once.
     *
     * @param partitions whose parts by item have all rows of each item that they have any of
     */
    public static void explain(YearMonth month, ActionPartitions partitions, Catalogue catalogue, PartVerdicts parts)
            throws IOException {
        Workers workers = new Workers(1);
        Noting noting = () -> Noted.arrivals(partitions, workers);
        eachBatch(month, partitions, catalogue, workers, noting, batch -> {
            Verdicts verdicts = parts.begin(batch.actions, batch.arrivalsOfRows(), batch.arrivals());
            explain(batch, catalogue, workers, verdicts);
            verdicts.end();
        });
    }

    /**
     * For each row the number in its dictionary of the way of arrival under which it counts.
     *
     * @param actions all rows of each session of which they have any
     */
    public static short[] arrivals(Actions actions) {
        return SessionArrivalRule.arrivals(actions, new Workers(1)).clone();
    }

    private static void count(
            YearMonth month, Actions actions, Catalogue catalogue, Workers workers, FactsCollector facts) {
        Batch batch = whole(month, actions, catalogue, workers);
        DoubleClickRule.drop(batch, workers, (row, replacedBy) -> {});
        facts.countFates(batch);
        MonthTally.count(batch, catalogue, workers, facts, Told.NOBODY);
    }
}
