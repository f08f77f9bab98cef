package fr.comptoir.operation;

import fr.comptoir.model.action.Extraction;
import fr.comptoir.store.Store;
import fr.comptoir.store.state.ActionFile;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes extractions as they are read, and writes them some at a time. Not thread-safe. */
final class ExtractionWriter {
    private static final int BATCH = 100_000;

    private final Store store;
    private final int run;
    private final Map<YearMonth, List<ActionFile>> files = new TreeMap<>();
    private final List<Extraction> waiting = new ArrayList<>();
    private int batches;
    private long extractions;
    private long documents;

    /** @param run the run that reads them */
    ExtractionWriter(Store store, int run) {
        this.store = store;
        this.run = run;
    }

    void add(Extraction extraction) throws IOException {
        waiting.add(extraction);
        extractions++;
        documents += extraction.documents();
        if (waiting.size() == BATCH) {
            flush();
        }
    }

    /** What was written, by month, once all is read. */
    Map<YearMonth, List<ActionFile>> finish() throws IOException {
        flush();
        return files;
    }

    long extractions() {
        return extractions;
    }

    long documents() {
        return documents;
    }

    private void flush() throws IOException {
        if (!waiting.isEmpty()) {
            store.extractions()
                    .write(waiting, run, batches++)
                    .forEach((month, file) -> files.computeIfAbsent(month, any -> new ArrayList<>())
                            .add(file));
            waiting.clear();
        }
    }
}
