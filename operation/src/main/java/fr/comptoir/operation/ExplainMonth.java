package fr.comptoir.operation;

import fr.comptoir.engine.Counting;
import fr.comptoir.model.action.Names;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.Explain.Answer;
import fr.comptoir.operation.Explain.Line;
import fr.comptoir.store.Store;
import fr.comptoir.store.action.ActionFilter;
import fr.comptoir.store.action.ActionParts;
import fr.comptoir.store.action.ActionSet;
import fr.comptoir.store.state.State;
import fr.comptoir.store.usage.UsageQuery;
import java.io.IOException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;

/**
 * Shows how all figures of a customer's month came about that pass a question to the facts: each action counted and each dropped, with the
 * rule. The sum of what it lists is what pages show. Of the month only what decides on the customer's actions is read; if these are many,
 * they are looked at in parts.
 */
public final class ExplainMonth {
    /** So many lines an answer has at most; {@link #read} gives all. */
    public static final int LISTED = 10_000;

    /** Rows that are looked at at once; some hundred bytes each while they are. */
    static final int ROWS_IN_MEMORY = 250_000;

    /** One month at a time is looked at in a process, for it needs memory. */
    private static final Semaphore LOOKING = new Semaphore(1, true);

    private final ReportingSite now;
    private final UsageQuery query;
    private final YearMonth month;
    private final Optional<MetricType> metric;
    private final int rowsInMemory;

    /**
     * Asks.
     *
     * @param query of one month, whose usage of what
     * @param metric only lines that this metric counted or that were dropped; empty for all
     */
    public ExplainMonth(ReportingSite now, UsageQuery query, Optional<MetricType> metric) {
        this(now, query, metric, ROWS_IN_MEMORY);
    }

    /** @param rowsInMemory how many rows to look at at once */
    public ExplainMonth(ReportingSite now, UsageQuery query, Optional<MetricType> metric, int rowsInMemory) {
        this.now = now;
        this.query = query;
        this.month = query.months().first();
        this.metric = metric;
        this.rowsInMemory = rowsInMemory;
    }

    /** Takes lines. */
    @FunctionalInterface
    public interface Lines {
        void take(Line line) throws IOException;
    }

    @FunctionalInterface
    private interface Parts {
        void take(List<Explanation> part) throws IOException;
    }

    /**
     * Sums everything up, and lists the earliest lines.
     *
     * @param listed so many
     * @throws InputException when the catalogue cannot be read
     */
    public Answer answer(int listed) throws IOException, InputException {
        Sum sum = new Sum(listed);
        Target target = explain(sum::add);
        Narrowing narrowing = Narrowing.of(now.store(), query, target.catalogue());
        return sum.answer(zone(), target.only(narrowing.figures(now.store())));
    }

    /**
     * Gives all lines: in the order of time, those of a large month in that order part after part.
     *
     * @throws InputException when the catalogue cannot be read
     */
    public void read(Lines lines) throws IOException, InputException {
        explain(part -> {
            part.sort(Explain.ORDER);
            for (Explanation one : part) {
                lines.take(one.toLine(zone()));
            }
        });
    }

    private ZoneId zone() {
        return now.site().config().platform().timeZone();
    }

    private Target explain(Parts parts) throws IOException, InputException {
        Store store = now.store();
        State state = store.state();
        Catalogue catalogue = ClosedCatalogue.of(store, state.month(month), Registry.catalogue(store, state));
        Target target = Target.everything(catalogue, query, month, metric);
        try {
            LOOKING.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted before the actions of " + month + " were looked at", e);
        }
        try {
            explain(store, state, target, parts);
        } finally {
            LOOKING.release();
        }
        return target;
    }

    private void explain(Store store, State state, Target target, Parts parts) throws IOException {
        Narrowing narrowing = Narrowing.of(store, query, target.catalogue());
        InputNames inputs = InputNames.of(store);
        ActionFilter filter = query.customer().equals(Institution.THE_WORLD)
                ? ActionFilter.ALL
                : ActionFilter.around(query.customer(), true);
        try (ActionSet set = store.actions().openWithNextSeconds(state, month, zone(), filter)) {
            int count = Math.toIntExact(1 + set.rows() / rowsInMemory);
            try (ActionParts cut = set.cut(count)) {
                Counting.explain(
                        month,
                        StoredParts.byItem(set, cut, count, state, month),
                        target.catalogue(),
                        (actions, arrivals, ways) ->
                                new Explanations(
                                        actions,
                                        texts(arrivals, ways),
                                        target,
                                        Optional.of(narrowing),
                                        inputs,
                                        zone()) {
                                    @Override
                                    public void end() throws IOException {
                                        parts.take(lines());
                                    }
                                });
            }
        }
    }

    private static String[] texts(short[] arrivals, Names ways) {
        String[] texts = new String[arrivals.length];
        for (int row = 0; row < texts.length; row++) {
            texts[row] = ways.text(arrivals[row]);
        }
        return texts;
    }

    /** The earliest lines, and what all of them are together. */
    private static final class Sum {
        private final int listed;
        private final PriorityQueue<Explanation> earliest = new PriorityQueue<>(Explain.ORDER.reversed());
        private final Map<String, Long> outcomes = new TreeMap<>();
        private final Map<String, Long> sums = new TreeMap<>();

        private Sum(int listed) {
            this.listed = listed;
        }

        void add(List<Explanation> part) {
            for (Explanation one : part) {
                outcomes.merge(one.outcome(), 1L, Long::sum);
                one.counts().forEach((code, count) -> sums.merge(code, count, Long::sum));
                earliest.add(one);
                if (earliest.size() > listed) {
                    earliest.remove();
                }
            }
        }

        Answer answer(ZoneId zone, Map<String, Long> figures) {
            List<Explanation> lines = new ArrayList<>(earliest);
            lines.sort(Explain.ORDER);
            return new Answer(
                    lines.stream().map(line -> line.toLine(zone)).toList(), outcomes, sums, figures, List.of());
        }
    }
}
