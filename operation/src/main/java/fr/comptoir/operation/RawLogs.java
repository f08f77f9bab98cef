package fr.comptoir.operation;

import fr.comptoir.ingest.input.Input;
import fr.comptoir.ingest.input.KnownInputs;
import fr.comptoir.ingest.read.Ingest;
import fr.comptoir.ingest.read.IngestOptions;
import fr.comptoir.ingest.read.IngestResult;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.site.InputException;
import fr.comptoir.store.Store;
import fr.comptoir.store.state.ActionFile;
import fr.comptoir.store.state.RunRecord;
import fr.comptoir.store.state.State;
import fr.comptoir.store.state.Versions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The logs that the store knows, read again where they are still at hand; and, where they are not, what is left of them. */
final class RawLogs {
    private final Store store;
    private final Reading reading;
    private final Progress progress;
    private final List<RunRecord> runs;
    private final List<InputRecord> read = new ArrayList<>();

    RawLogs(Store store, Reading reading, Progress progress) throws IOException {
        this.store = store;
        this.reading = reading;
        this.progress = progress;
        this.runs = store.runs().all(store.state());
    }

    /** The inputs that were read again, for the record of the run. */
    List<InputRecord> inputs() {
        return read;
    }

    /** The actions of a month by today's rules, as far as that can be. */
    MonthActions actions(State state, YearMonth month) throws IOException, InputException {
        List<String> notes = new ArrayList<>();
        if (!isReadAsToday(state, month)) {
            List<InputRecord> inputs = inputs(runs, month);
            List<String> gone = gone(inputs);
            if (gone.isEmpty()) {
                return readAgain(state, month, inputs);
            }
            notes.add(gone.size() + " of " + inputs.size() + " inputs are no longer at hand (" + String.join(", ", gone)
                    + "): page rules and robots stay as they were when the month was read");
        }
        Versions old = state.month(month).counted().orElseThrow().with();
        AddressAttribution attribution = AddressAttribution.of(store, state, month, reading.institutions());
        State next = state.withActionFiles(
                month,
                store.actions()
                        .attributeAnew(state, month, attribution, store.state().nextRun()));
        attribution.note().ifPresent(notes::add);
        Versions with = new Versions(
                reading.versions().catalogue(), reading.versions().institutions(), old.robots(), old.rules());
        return new MonthActions(next, "its actions in the store", with, notes);
    }

    /** Whether page rules and robots are those with which all actions of the month were read. */
    private boolean isReadAsToday(State state, YearMonth month) {
        Set<Integer> numbers =
                state.month(month).actions().stream().map(ActionFile::run).collect(Collectors.toSet());
        List<Versions> versions = new ArrayList<>();
        versions.add(state.month(month).counted().orElseThrow().with());
        runs.stream().filter(run -> numbers.contains(run.number())).forEach(run -> versions.add(run.with()));
        return versions.stream()
                .allMatch(with -> with.rules().equals(reading.versions().rules())
                        && with.robots().equals(reading.versions().robots()));
    }

    /** The inputs with lines of a month, each content once, and of a log that grew its last state only. */
    static List<InputRecord> inputs(List<RunRecord> runs, YearMonth month) {
        Map<String, InputRecord> byContent = new LinkedHashMap<>();
        Set<Integer> continued = new HashSet<>();
        for (RunRecord run : runs) {
            for (InputRecord input : run.inputs()) {
                input.continues().ifPresent(continued::add);
                if (input.days().keySet().stream()
                        .anyMatch(day -> YearMonth.from(day).equals(month))) {
                    byContent.put(input.contentHash(), input);
                }
            }
        }
        return byContent.values().stream()
                .filter(input -> !continued.contains(input.number()))
                .toList();
    }

    private static List<String> gone(List<InputRecord> inputs) {
        return inputs.stream()
                .filter(input -> input.path().isEmpty() || !Files.isRegularFile(Path.of(input.path())))
                .map(InputRecord::name)
                .toList();
    }

    private MonthActions readAgain(State state, YearMonth month, List<InputRecord> inputs)
            throws IOException, InputException {
        List<ActionFile> files = new ArrayList<>();
        int[] batches = {0};
        int nextInput = state.nextInput() + read.size();
        Ingest ingest = new Ingest(
                reading.rules(),
                IngestOptions.DEFAULT.withThreads(Runtime.getRuntime().availableProcessors()));
        IngestResult result = ingest.read(
                inputs.stream()
                        .map(input -> new Input(input.name(), Path.of(input.path())))
                        .toList(),
                new KnownInputs(List.of()),
                nextInput,
                InputStream.nullInputStream(),
                batch -> {
                    Actions ofMonth = OfMonth.of(batch, month);
                    ActionFile file = store.actions()
                            .write(ofMonth, store.state().nextRun(), batches[0]++)
                            .get(month);
                    if (file != null) {
                        files.add(file);
                    }
                },
                (input, line, text) -> {},
                (done, total) -> progress.step("reading logs", done, total));
        Set<String> before = inputs.stream().map(InputRecord::contentHash).collect(Collectors.toSet());
        List<String> notes = result.records().stream()
                .filter(record -> !before.contains(record.contentHash()))
                .map(record -> record.name() + " is no longer the file that was counted: what is in it now was read")
                .toList();
        read.addAll(result.records());
        return new MonthActions(
                state.withActionFiles(month, files),
                "the raw logs (" + inputs.size() + (inputs.size() == 1 ? " file)" : " files)"),
                reading.versions(),
                notes);
    }
}
