package fr.comptoir.operation;

import fr.comptoir.engine.Counting;
import fr.comptoir.ingest.format.LineFault;
import fr.comptoir.ingest.input.Input;
import fr.comptoir.ingest.input.Inputs;
import fr.comptoir.ingest.input.KnownInputs;
import fr.comptoir.ingest.read.ActionSink;
import fr.comptoir.ingest.read.Ingest;
import fr.comptoir.ingest.read.IngestOptions;
import fr.comptoir.ingest.read.IngestResult;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.action.Extraction;
import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.action.Ledger;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.fact.MonthFacts;
import fr.comptoir.model.fact.MonthTotals;
import fr.comptoir.model.site.InputException;
import fr.comptoir.store.Store;
import fr.comptoir.store.state.ActionFile;
import fr.comptoir.store.state.Command;
import fr.comptoir.store.state.Counted;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.state.Restatement;
import fr.comptoir.store.state.RunRecord;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Counts logs into the store: reads them, keeps their actions, and counts anew every month they touch, and the month before where a click
 * of its last 30 seconds may be replaced. All of it becomes true at once, or nothing.
 */
public final class CountLogs {
    /** A batch of more months is counted from the store, where each month lies apart. */
    private static final int MONTHS_FROM_MEMORY = 4;

    private CountLogs() {}

    /**
     * What a run came to.
     *
     * @param ledger lines by outcome; repeats add nothing, and of a file that grew only its new part is here
     * @param doubleClicks change in the number of dropped actions in the store
     * @param months with readable lines in these files
     * @param awaitingRestatement closed months that would change; they do when their restatement is applied
     * @param rejects file with the malformed lines, if there are any
     * @param extractions archives of many documents that lines of these files delivered; they are no actions
     * @param documents in these archives
     */
    public record Result(
            Ledger ledger,
            long doubleClicks,
            SortedSet<YearMonth> months,
            List<Repeat> repeats,
            List<YearMonth> awaitingRestatement,
            Optional<Path> rejects,
            long extractions,
            long documents) {}

    /** An input that was counted before, and the name under which it was. */
    public record Repeat(String name, String of) {}

    /**
     * Counts files, folders and globs; {@code -} is standard input.
     *
     * @param program version of the program, for the record of the run
     * @throws InputException when the site or an input is wrong; nothing is changed then
     */
    public static Result run(Site site, List<String> files, String program, int threads, Progress progress, Say say)
            throws InputException, IOException {
        List<Input> inputs = Inputs.expand(files);
        try (Store store = Stores.forWriting(site, say)) {
            return new Run(site, store, files, program, threads, progress).count(inputs, say);
        }
    }

    /** One run, while it lasts. */
    private static final class Run {
        private final Site site;
        private final Store store;
        private final List<String> arguments;
        private final String program;
        private final int threads;
        private final Progress progress;
        private final Instant started;
        private final State before;
        private final Reading reading;
        private final Map<YearMonth, List<ActionFile>> files = new HashMap<>();
        private final List<Actions> inMemory = new ArrayList<>();
        private final ExtractionWriter extractions;
        private int batches;

        Run(Site site, Store store, List<String> arguments, String program, int threads, Progress progress)
                throws InputException, IOException {
            this.site = site;
            this.store = store;
            this.arguments = arguments;
            this.program = program;
            this.threads = threads;
            this.progress = progress;
            started = site.clock().instant();
            before = store.state();
            reading = Reading.of(site, store, before);
            extractions = new ExtractionWriter(store, before.nextRun());
        }

        Result count(List<Input> given, Say say) throws InputException, IOException {
            List<RunRecord> runs = store.runs().all(before);
            List<Input> inputs = new OwnFiles(site, runs).leftOut(given, arguments, say);
            List<InputRecord> known = new ArrayList<>();
            runs.forEach(run -> known.addAll(run.inputs()));
            OlderCopies older = new OlderCopies(known);
            inputs = older.leftOut(inputs, say);
            IngestResult read;
            RejectFile rejects = new RejectFile(store.folder(), before.nextRun(), store.disk());
            try (rejects) {
                read = new Ingest(
                                reading.rules(),
                                IngestOptions.DEFAULT
                                        .withThreads(threads)
                                        .withUnmatchedPaths()
                                        .withRejectsMax(Integer.MAX_VALUE)
                                        .withTemporary(store.disk()
                                                .makeFolder(store.folder().temporary())))
                        .read(
                                inputs,
                                new KnownInputs(known),
                                before.nextInput(),
                                System.in,
                                new Taker(),
                                rejects,
                                (done, total) -> progress.step("reading logs", done, total));
            }
            List<Repeat> repeats = new ArrayList<>(older.found());
            read.repeats()
                    .forEach(repeat -> repeats.add(
                            new Repeat(repeat.input().name(), repeat.earlier().name())));
            if (read.records().isEmpty()) {
                return new Result(new Ledger(), 0, new TreeSet<>(), repeats, List.of(), Optional.empty(), 0, 0);
            }
            return counted(read, repeats, rejects);
        }

        /** Writes what is read. */
        private final class Taker implements ActionSink {
            @Override
            public void take(Actions batch) throws IOException {
                store.actions()
                        .write(batch, before.nextRun(), batches)
                        .forEach((month, file) -> files.computeIfAbsent(month, m -> new ArrayList<>())
                                .add(file));
                batches++;
                inMemory.clear();
                if (batches == 1) {
                    inMemory.add(batch);
                }
            }

            @Override
            public void extracted(Extraction extraction) throws IOException {
                extractions.add(extraction);
            }
        }

        private Result counted(IngestResult read, List<Repeat> repeats, RejectFile rejects)
                throws IOException, InputException {
            Ledger ledger = ledger(read.records());
            RunRecord record = new RunRecord(
                    before.nextRun(),
                    started,
                    site.clock().instant(),
                    program,
                    Command.of(Command.COUNT, arguments),
                    reading.versions(),
                    read.records(),
                    ledger,
                    read.malformed().stream().map(Run::malformed).toList(),
                    read.unmatched().stream()
                            .map(kind ->
                                    new RunRecord.UnmatchedPath(Optional.of(kind.month()), kind.path(), kind.lines()))
                            .toList(),
                    read.robots().stream()
                            .map(robot -> new RunRecord.RobotHit(robot.month(), robot.pattern(), robot.lines()))
                            .toList(),
                    read.otherSites().stream()
                            .map(site -> new RunRecord.OtherSite(site.host(), site.actions()))
                            .toList());
            store.runs().write(record);
            reading.list().keep(store);
            State state = before.withRun(record, files).withExtractions(extractions.finish());
            SortedSet<YearMonth> touched = months(read.records());
            List<YearMonth> awaiting = new ArrayList<>();
            long doubleClicks = 0;
            int done = 0;
            SortedSet<YearMonth> affected = affected(touched, read.records(), state);
            for (YearMonth month : affected) {
                progress.step("counting months", done++, affected.size());
                MonthState known = state.month(month);
                Catalogue catalogue = ClosedCatalogue.of(store, known, reading.catalogue());
                MonthTotals totals = counted(state, month, touched.size(), catalogue);
                Optional<Counted> latest =
                        known.proposed().map(Restatement::counted).or(known::counted);
                doubleClicks += totals.doubleClicks()
                        - latest.map(Counted::doubleClicks).orElse(0L);
                boolean open = known.status() == MonthState.Status.OPEN;
                ClosedCatalogue.keepOn(store, known, known.nextFacts());
                if (!open && latest.isPresent() && isSame(known, latest.get(), totals)) {
                    continue;
                }
                if (known.proposed().isPresent()
                        && isSame(known, known.counted().orElseThrow(), totals)) {
                    state = state.withoutProposal(month);
                    continue;
                }
                Counted counted = Counted.of(known.nextFacts(), site.clock().instant(), totals, reading.versions());
                if (open) {
                    state = state.withMonthFacts(month, counted);
                } else {
                    state = state.proposed(month, counted, "late lines in run " + record.number());
                    awaiting.add(month);
                }
            }
            store.commit(state);
            return new Result(
                    ledger,
                    doubleClicks,
                    touched,
                    repeats,
                    awaiting,
                    rejects.file(),
                    extractions.extractions(),
                    extractions.documents());
        }

        private static RunRecord.MalformedLines malformed(IngestResult.Malformed some) {
            LineFault fault = some.fault();
            String kind = fault.kind().name().toLowerCase(Locale.ROOT);
            return new RunRecord.MalformedLines(
                    some.input(), kind, fault.part(), some.lines(), some.first(), some.last());
        }

        /** Counts a month and writes its facts: from memory when all there is of the month is this run's only batch, else from the store. */
        private MonthTotals counted(State state, YearMonth month, int monthsRead, Catalogue catalogue)
                throws IOException {
            boolean fresh = monthsRead <= MONTHS_FROM_MEMORY
                    && before.month(month).actions().isEmpty()
                    && before.month(month.plusMonths(1)).actions().isEmpty()
                    && state.month(month).retracted().isEmpty();
            if (fresh && inMemory.size() == 1) {
                MonthFacts facts = Counting.count(month, inMemory.get(0), catalogue, threads);
                int version = state.month(month).nextFacts();
                store.facts().write(facts, catalogue, version);
                store.extractions().sumUp(state, month, version);
                return facts.totals();
            }
            return new MonthCounter(store, site.config().platform().timeZone(), threads).count(state, month, catalogue);
        }

        /** Nothing was added to or taken from a closed month by lines that came late: no restatement. */
        private boolean isSame(MonthState month, Counted counted, MonthTotals totals) throws IOException {
            return counted.actions() == totals.actions()
                    && counted.doubleClicks() == totals.doubleClicks()
                    && counted.held() == totals.held()
                    && store.facts().differentRows(month.month(), counted.facts(), month.nextFacts()) == 0;
        }

        /**
         * The months read, those of lines that were taken back, and those whose last clicks a line in the first hour of the next month
         * may replace.
         */
        private SortedSet<YearMonth> affected(SortedSet<YearMonth> touched, List<InputRecord> records, State state) {
            SortedSet<YearMonth> affected = new TreeSet<>(touched);
            for (InputRecord record : records) {
                record.retraction()
                        .flatMap(retraction -> retraction.tail().day())
                        .ifPresent(day -> addAffected(affected, day, state));
                record.hours().forEach((day, hours) -> {
                    if (((hours >>> firstHour(day)) & 1) != 0) {
                        addAffected(affected, day, state);
                    }
                });
            }
            return affected;
        }

        private static void addAffected(SortedSet<YearMonth> affected, LocalDate day, State state) {
            affected.add(YearMonth.from(day));
            YearMonth earlier = YearMonth.from(day).minusMonths(1);
            if (day.getDayOfMonth() == 1 && state.month(earlier).counted().isPresent()) {
                affected.add(earlier);
            }
        }

        /** The hour in which a day begins: not 0 where the clocks are put forward at midnight. */
        private int firstHour(LocalDate day) {
            return day.atStartOfDay(site.config().platform().timeZone()).getHour();
        }
    }

    private static SortedSet<YearMonth> months(List<InputRecord> records) {
        SortedSet<YearMonth> months = new TreeSet<>();
        for (InputRecord record : records) {
            record.days().keySet().forEach(day -> months.add(YearMonth.from(day)));
        }
        return months;
    }

    private static Ledger ledger(List<InputRecord> records) {
        Ledger ledger = new Ledger();
        for (InputRecord record : records) {
            ledger.add(record.ledger());
            record.retraction()
                    .ifPresent(retraction -> ledger.add(retraction.tail().outcome(), -1));
        }
        return ledger;
    }
}
