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
import java.util.HashMap;
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
            List<InputRecord> inputs = inputs(runs, month);
            List<String> gone = gone(inputs);
            List<ActionFile> files = new ArrayList<>();
            List<String> changed = gone.isEmpty() ? readAgain(month, inputs, files) : List.of();
            if (gone.isEmpty() && changed.isEmpty()) {
                return new MonthActions(
                        state.withActionFiles(month, files),
                        "the raw logs (" + inputs.size() + (inputs.size() == 1 ? " file)" : " files)"),
                        reading.versions(),
                        List.of());
            }
            notes.add(unusable(inputs.size(), gone, changed)
                    + ": page rules and robots stay as they were when the month was read");
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
    boolean isReadAsToday(State state, YearMonth month) {
        Set<Integer> numbers =
                state.month(month).actions().stream().map(ActionFile::run).collect(Collectors.toSet());
        List<Versions> versions = new ArrayList<>();
        versions.add(state.month(month).counted().orElseThrow().with());
        runs.stream().filter(run -> numbers.contains(run.number())).forEach(run -> versions.add(run.with()));
        return versions.stream()
                .allMatch(with -> with.rules().equals(reading.versions().rules())
                        && with.robots().equals(reading.versions().robots()));
    }

    /** The inputs with lines of a month, each content once, and of a log that grew its last state, which has them all. */
    private static List<InputRecord> inputs(List<RunRecord> runs, YearMonth month) {
        Map<Integer, InputRecord> grown = new HashMap<>();
        runs.forEach(run -> run.inputs().forEach(input -> input.continues().ifPresent(of -> grown.put(of, input))));
        Map<String, InputRecord> byContent = new LinkedHashMap<>();
        for (RunRecord run : runs) {
            for (InputRecord input : run.inputs()) {
                if (input.days().keySet().stream()
                        .anyMatch(day -> YearMonth.from(day).equals(month))) {
                    InputRecord last = input;
                    while (grown.containsKey(last.number())) {
                        last = grown.get(last.number());
                    }
                    byContent.put(last.contentHash(), last);
                }
            }
        }
        return List.copyOf(byContent.values());
    }

    private static List<String> gone(List<InputRecord> inputs) {
        return inputs.stream()
                .filter(input -> input.path().isEmpty() || !Files.isRegularFile(Path.of(input.path())))
                .map(InputRecord::name)
                .toList();
    }

    private static String unusable(int inputs, List<String> gone, List<String> changed) {
        return gone.isEmpty()
                ? String.join(", ", changed) + (changed.size() == 1 ? " is" : " are")
                        + " no longer what was counted (`comptoir count` takes what was added since)"
                : gone.size() + " of " + inputs + " inputs are no longer at hand (" + String.join(", ", gone) + ")";
    }

    /**
     * Reads inputs under the numbers that they have, so that each line of them stays known as what it is.
     *
     * @param files gets what was written of the month
     * @return the names of those that no longer have the content that was counted; then {@code files} are of no use
     */
    private List<String> readAgain(YearMonth month, List<InputRecord> inputs, List<ActionFile> files)
            throws IOException, InputException {
        List<String> changed = new ArrayList<>();
        int[] batches = {0};
        Ingest ingest = new Ingest(
                reading.rules(),
                IngestOptions.DEFAULT.withThreads(Runtime.getRuntime().availableProcessors()));
        for (InputRecord input : inputs) {
            IngestResult result = ingest.read(
                    List.of(new Input(input.name(), Path.of(input.path()))),
                    new KnownInputs(List.of()),
                    input.number(),
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
                    (number, line, text) -> {},
                    (done, total) -> progress.step("reading " + input.name(), done, total));
            if (result.records().stream().noneMatch(read -> read.contentHash().equals(input.contentHash()))) {
                changed.add(input.name());
            }
        }
        return changed;
    }
}
