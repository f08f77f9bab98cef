package fr.comptoir.operation;

import fr.comptoir.ingest.input.Input;
import fr.comptoir.ingest.input.KnownInputs;
import fr.comptoir.ingest.read.ActionSink;
import fr.comptoir.ingest.read.Ingest;
import fr.comptoir.ingest.read.IngestOptions;
import fr.comptoir.ingest.read.IngestResult;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.action.Extraction;
import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.site.InputException;
import fr.comptoir.store.Store;
import fr.comptoir.store.state.ActionFile;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.state.RunRecord;
import fr.comptoir.store.state.State;
import fr.comptoir.store.state.Versions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The logs that the store knows, read again where they are still at hand; and, where they are not, what is left of them. */
final class RawLogs {
    private static final String CONSEQUENCE = ": page rules and robots stay as they were when the month was read";

    private final Store store;
    private final Reading reading;
    private final Progress progress;
    private final List<RunRecord> runs;

    RawLogs(Store store, Reading reading, Progress progress) throws IOException {
        this.store = store;
        this.reading = reading;
        this.progress = progress;
        this.runs = store.runs().all(store.state());
    }

    /** The actions of a month by today's rules, as far as that can be. */
    MonthActions actions(State state, YearMonth month) throws IOException, InputException {
        List<String> notes = new ArrayList<>();
        if (!isReadAsToday(state, month)) {
            AtHand atHand = AtHand.of(runs, month);
            List<ActionFile> files = new ArrayList<>();
            ExtractionWriter extractions =
                    new ExtractionWriter(store, store.state().nextRun());
            List<String> unusable =
                    atHand.missing().isEmpty() ? readAgain(month, atHand, files, extractions) : missing(atHand);
            if (unusable.isEmpty()) {
                int count = atHand.logs().size();
                return new MonthActions(
                        state.withActionFiles(month, files)
                                .withExtractionFiles(month, extractions.finish().getOrDefault(month, List.of())),
                        "the raw logs (" + count + (count == 1 ? " file)" : " files)"),
                        reading.versions(),
                        List.of());
            }
            notes.addAll(unusable);
        }
        Versions old = state.month(month).counted().orElseThrow().with();
        AddressAttribution attribution = AddressAttribution.of(store, state, month, reading.institutions());
        State next = attribution.anew(store, state, month, store.state().nextRun());
        attribution.note().map(AttributionNote::toString).ifPresent(notes::add);
        Versions with = new Versions(
                reading.versions().catalogue(), reading.versions().institutions(), old.robots(), old.rules());
        return new MonthActions(next, "its actions in the store", with, notes);
    }

    /** Whether page rules and robots are those with which all actions of the month were read. */
    boolean isReadAsToday(State state, YearMonth month) {
        return versions(runs, state, month).stream()
                .allMatch(with -> with.rules().equals(reading.versions().rules())
                        && with.robots().equals(reading.versions().robots()));
    }

    /** With what the actions of a month were read and counted. */
    static List<Versions> versions(List<RunRecord> runs, State state, YearMonth month) {
        MonthState known = state.month(month);
        Set<Integer> numbers = Stream.concat(known.actions().stream(), known.extractions().stream())
                .map(ActionFile::run)
                .collect(Collectors.toSet());
        List<Versions> versions = new ArrayList<>();
        versions.add(known.counted().orElseThrow().with());
        runs.stream().filter(run -> numbers.contains(run.number())).forEach(run -> versions.add(run.with()));
        return versions;
    }

    private static List<String> missing(AtHand atHand) {
        List<String> notes = new ArrayList<>();
        notes.add(atHand.missing().size() + " of " + atHand.contents()
                + " inputs are no longer at hand, or no longer what was counted ("
                + atHand.missing().stream().map(MissingLog::toString).collect(Collectors.joining(", ")) + ")"
                + CONSEQUENCE);
        notes.addAll(atHand.unreadable());
        return notes;
    }

    /**
     * Reads inputs under the number of the last state of each, so that each line of them stays known as what it is.
     *
     * @param files gets what was written of the month
     * @param extractions gets what was extracted in it
     * @return sentences about those that changed in the meantime; then {@code files} are of no use
     */
    private List<String> readAgain(YearMonth month, AtHand atHand, List<ActionFile> files, ExtractionWriter extractions)
            throws IOException, InputException {
        List<String> changed = new ArrayList<>();
        int[] batches = {0};
        Path copy = store.folder().temporary().resolve("counted.log");
        try {
            for (AtHand.Log log : atHand.logs()) {
                InputRecord input = log.longest();
                IngestResult result = read(month, log, log.only(copy), batches, files, extractions);
                if (result.records().stream()
                        .noneMatch(read -> read.contentHash().equals(input.contentHash()))) {
                    changed.add(input.name() + " changed while it was read" + CONSEQUENCE);
                }
            }
        } finally {
            Files.deleteIfExists(copy);
        }
        return changed;
    }

    private IngestResult read(
            YearMonth month,
            AtHand.Log log,
            Path path,
            int[] batches,
            List<ActionFile> files,
            ExtractionWriter extractions)
            throws IOException, InputException {
        InputRecord input = log.longest();
        Ingest ingest = new Ingest(
                reading.rules(),
                IngestOptions.DEFAULT.withThreads(Runtime.getRuntime().availableProcessors()));
        return ingest.read(
                List.of(new Input(input.name(), path)),
                new KnownInputs(List.of()),
                input.number(),
                InputStream.nullInputStream(),
                new ActionSink() {
                    @Override
                    public void take(Actions batch) throws IOException {
                        Actions ofMonth = OfMonth.of(
                                batch, month, line -> log.countedAs(line).isPresent());
                        ActionFile file = store.actions()
                                .write(ofMonth, store.state().nextRun(), batches[0]++)
                                .get(month);
                        if (file != null) {
                            files.add(file);
                        }
                    }

                    @Override
                    public void extracted(Extraction extraction) throws IOException {
                        boolean isOfMonth = YearMonth.from(LocalDate.ofEpochDay(extraction.day()))
                                .equals(month);
                        if (isOfMonth && log.countedAs(extraction.line()).isPresent()) {
                            extractions.add(extraction);
                        }
                    }
                },
                (number, line, text) -> {},
                (done, total) -> progress.step("reading " + input.name(), done, total));
    }
}
