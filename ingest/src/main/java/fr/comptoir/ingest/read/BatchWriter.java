package fr.comptoir.ingest.read;

import fr.comptoir.ingest.page.PageRules;
import fr.comptoir.model.action.Actions;
import java.io.IOException;

/**
 * Gathers the rows of all judges in batches, each with dictionaries of its own, numbered in the order in which the rows come: so a batch
 * is the same however many threads judged. Not thread-safe.
 */
final class BatchWriter {
    private static final int FIRST_ROWS = 1 << 16;

    private final PageRules pages;
    private final ActionSink sink;
    private final int rowsMax;
    private final LongNumbers addresses = new LongNumbers();
    private Actions batch;
    private int number;

    BatchWriter(PageRules pages, ActionSink sink, int rowsMax) {
        this.pages = pages;
        this.sink = sink;
        this.rowsMax = rowsMax;
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

    /** @param linesBefore lines of the input before the first line of the rows' piece */
    void add(Actions rows, JudgeMaps maps, int linesBefore) throws IOException {
        maps.useFor(number);
        Actions.Dictionaries names = batch.dictionaries;
        for (int i = 0; i < rows.size; i++) {
            int row = batch.add();
            batch.time[row] = rows.time[i];
            batch.day[row] = rows.day[i];
            batch.user[row] = rows.user[i];
            batch.userIdentity[row] = rows.userIdentity[i];
            batch.session[row] = rows.session[i];
            batch.address[row] = maps.addresses.number(rows.address[i], names.addresses(), addresses);
            batch.organisation[row] = maps.organisations.number(rows.organisation[i], names.organisations());
            batch.customers[row] = maps.customers.number(rows.customers[i], names.customers());
            batch.item[row] =
                    rows.item[i] == Actions.NO_ITEM ? Actions.NO_ITEM : maps.items.number(rows.item[i], names.items());
            batch.kind[row] = rows.kind[i];
            batch.format[row] = rows.format[i];
            batch.accessMethod[row] = rows.accessMethod[i];
            batch.accessTypeR5[row] = rows.accessTypeR5[i];
            batch.pageRule[row] = rows.pageRule[i];
            batch.input[row] = rows.input[i];
            batch.line[row] = rows.line[i] + linesBefore;
            batch.part[row] = rows.part[i];
        }
        if (batch.size >= rowsMax) {
            flush();
        }
    }

    /** Hands on what is there. */
    void flush() throws IOException {
        if (batch.size > 0) {
            Actions full = batch;
            batch = newBatch();
            sink.take(full);
        }
    }

    private Actions newBatch() {
        number++;
        addresses.clear();
        return new Actions(dictionaries(pages), Math.min(rowsMax, FIRST_ROWS));
    }
}
