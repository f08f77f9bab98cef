package fr.comptoir.ingest.read;

import fr.comptoir.ingest.arrival.ArrivalRules;
import fr.comptoir.ingest.page.PageRules;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.action.Extraction;
import fr.comptoir.model.catalogue.Catalogue;
import java.io.IOException;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Gathers the rows of all judges in batches, each with dictionaries of its own, numbered in the order in which the rows come: so a batch
 * is the same however many threads judged. Not thread-safe.
 */
final class BatchWriter {
    private static final int FIRST_ROWS = 1 << 16;

    private final PageRules pages;
    private final ArrivalRules arrivals;
    private final ActionSink sink;
    private final int rowsMax;
    private final LongNumbers addresses = new LongNumbers();
    private final ItemNumbers items;
    private Actions batch;
    private long rowsFlushed;
    private int number;

    BatchWriter(PageRules pages, ArrivalRules arrivals, Catalogue catalogue, ActionSink sink, int rowsMax) {
        this.pages = pages;
        this.arrivals = arrivals;
        this.sink = sink;
        this.rowsMax = rowsMax;
        items = new ItemNumbers(catalogue);
        batch = newBatch();
    }

    /** Dictionaries in which the formats and page rules have their numbers, the same for each call. */
    static Actions.Dictionaries dictionaries(PageRules pages) {
        Actions.Dictionaries created = Actions.Dictionaries.create();
        for (int rule = 0; rule < pages.size(); rule++) {
            created.formats().number(pages.rule(rule).format());
            created.pageRules().number(pages.describe(rule));
        }
        return created;
    }

    /** What each rule puts into rows, with the numbers of {@link #dictionaries}. */
    static RuleEffect[] effects(PageRules pages) {
        Actions.Dictionaries numbers = dictionaries(pages);
        RuleEffect[] effects = new RuleEffect[pages.size()];
        for (int rule = 0; rule < effects.length; rule++) {
            int format = numbers.formats().number(pages.rule(rule).format());
            effects[rule] =
                    new RuleEffect(pages.rule(rule), format, numbers.pageRules().number(pages.describe(rule)));
        }
        return effects;
    }

    /**
     * Adds the rows of a piece.
     *
     * @param linesBefore lines of the input before the first line of the rows' piece
     * @param partRead which part of all inputs is read, above 0 to 1
     */
    void add(Actions rows, JudgeMaps maps, int linesBefore, DoubleSupplier partRead) throws IOException {
        maps.useFor(number);
        makeRoom(rows.size, partRead);
        Actions.Dictionaries names = batch.dictionaries;
        for (int i = 0; i < rows.size; i++) {
            int row = batch.add();
            batch.time[row] = rows.time[i];
            batch.day[row] = rows.day[i];
            batch.user[row] = rows.user[i];
            batch.userIdentity[row] = rows.userIdentity[i];
            batch.session[row] = rows.session[i];
            batch.address[row] = maps.addresses.number(rows.address[i], names.addresses(), addresses);
            batch.agent[row] = rows.agent[i];
            batch.organisation[row] = maps.organisations.number(rows.organisation[i], names.organisations());
            batch.customers[row] = maps.customers.number(rows.customers[i], names.customers());
            batch.item[row] = items.number(rows.item[i], maps.unknownItems, names.items());
            batch.kind[row] = rows.kind[i];
            batch.format[row] = rows.format[i];
            batch.accessMethod[row] = rows.accessMethod[i];
            batch.accessTypeR5[row] = rows.accessTypeR5[i];
            batch.pageRule[row] = rows.pageRule[i];
            batch.arrival[row] = rows.arrival[i];
            batch.route[row] = rows.route[i];
            batch.input[row] = rows.input[i];
            batch.line[row] = rows.line[i] + linesBefore;
            batch.part[row] = rows.part[i];
        }
        if (batch.size >= rowsMax) {
            flush();
        }
    }

    /** Grows at once to what the batch will need if the inputs go on as they began: each growth copies all that is there. */
    private void makeRoom(int rows, DoubleSupplier partRead) {
        int needed = batch.size + rows;
        if (needed > batch.capacity()) {
            double before = rowsFlushed + (double) needed;
            double expected = batch.size + 1.1 * (before / partRead.getAsDouble() - before);
            batch.reserve(Math.max(needed + (needed >> 1), (int) Math.min(expected, rowsMax + FIRST_ROWS)));
        }
    }

    /** Hands on the extractions of a piece. */
    void extracted(List<Extraction> extractions, int linesBefore) throws IOException {
        for (Extraction extraction : extractions) {
            sink.extracted(extraction.after(linesBefore));
        }
    }

    /** Hands on what is there. */
    void flush() throws IOException {
        if (batch.size > 0) {
            Actions full = batch;
            rowsFlushed += full.size;
            batch = newBatch();
            sink.take(full);
        }
    }

    private Actions newBatch() {
        number++;
        addresses.clear();
        items.clear();
        Actions.Dictionaries names = dictionaries(pages);
        arrivals.ways().forEach(names.arrivals()::number);
        return new Actions(names, Math.min(rowsMax, FIRST_ROWS));
    }
}
