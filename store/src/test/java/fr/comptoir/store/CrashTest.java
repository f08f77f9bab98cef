package fr.comptoir.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.action.Actions;
import fr.comptoir.model.action.Ledger;
import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.fact.MonthFacts;
import fr.comptoir.model.site.InputException;
import fr.comptoir.store.action.ActionFilter;
import fr.comptoir.store.action.ActionSet;
import fr.comptoir.store.action.SampleActions;
import fr.comptoir.store.disk.Disk;
import fr.comptoir.store.fact.SampleCatalogue;
import fr.comptoir.store.fact.SampleFacts;
import fr.comptoir.store.state.ActionFile;
import fr.comptoir.store.state.Command;
import fr.comptoir.store.state.Counted;
import fr.comptoir.store.state.RunRecord;
import fr.comptoir.store.state.State;
import fr.comptoir.store.state.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stops a writer before each of its steps in turn, and opens the store again. */
class CrashTest {
    private static final YearMonth MONTH = YearMonth.of(2024, 1);
    private static final SampleCatalogue CATALOGUE = SampleCatalogue.small();

    @TempDir
    Path site;

    /** The program ends here: nothing after this step happens any more. */
    private static final class Stopped extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class StoppingDisk extends Disk {
        private final int stopAt;
        private int steps;

        StoppingDisk(int stopAt) {
            this.stopAt = stopAt;
        }

        @Override
        protected void before(Step step, Path path) throws IOException {
            if (++steps >= stopAt) {
                throw new Stopped();
            }
        }
    }

    /** One operation: writes files, and gives the state that names them. */
    @FunctionalInterface
    private interface Operation {
        State on(Store store) throws IOException, InputException;
    }

    @Test
    void aStopBeforeAnyStepOfAnImportLeavesTheLastCompleteState() throws Exception {
        stopBeforeEachStep(CrashTest::importCatalogue);
    }

    @Test
    void aStopBeforeAnyStepOfARunLeavesTheLastCompleteState() throws Exception {
        stopBeforeEachStep(CrashTest::run, CrashTest::importCatalogue);
    }

    @Test
    void aStopBeforeAnyStepOfACountingLeavesTheLastCompleteState() throws Exception {
        stopBeforeEachStep(CrashTest::count, CrashTest::importCatalogue, CrashTest::run);
    }

    /** Does {@code before} once, then {@code operation} again and again, stopped one step later each time, until it is not stopped. */
    private void stopBeforeEachStep(Operation operation, Operation... before) throws Exception {
        Path start = site.resolve("start");
        State old = State.EMPTY;
        for (Operation each : before) {
            old = perform(each, start, new Disk());
        }
        copy(start, site.resolve("complete"));
        State complete = perform(operation, site.resolve("complete"), new Disk());
        boolean finished = false;
        for (int stopAt = 1; !finished; stopAt++) {
            Path data = site.resolve("stopped-at-" + stopAt);
            copy(start, data);
            try {
                perform(operation, data, new StoppingDisk(stopAt));
                finished = true;
            } catch (Stopped e) {
                assertThat(e).isNotNull();
            }
            State state = read(data);
            // The last rename may have happened though the writer never came to know it.
            assertThat(state).as("stopped at step %d", stopAt).isIn(old, complete);
            try (Store store = Store.openForWriting(data, () -> false)) {
                assertThat(store.state()).isEqualTo(state);
                Set<String> named = named(old);
                named.addAll(named(state));
                assertThat(files(data))
                        .as("stopped at step %d", stopAt)
                        .containsAll(named(state))
                        .isSubsetOf(named);
            }
            assertThat(finished).as("not before there were steps").isEqualTo(finished && stopAt > 12);
            if (stopAt % 8 == 0 || finished) {
                // The next run goes on by itself.
                State after = state.equals(old) ? perform(operation, data, new Disk()) : state;
                assertThat(after).isEqualTo(complete);
                try (Store store = Store.openForReading(data)) {
                    everyFileIsWhole(store);
                }
            }
        }
    }

    private static State perform(Operation operation, Path data, Disk disk) throws IOException, InputException {
        try (Store store = Store.openForWriting(data, () -> false, disk)) {
            store.commit(operation.on(store));
            return store.state();
        }
    }

    private static State read(Path data) throws IOException, InputException {
        try (Store store = Store.openForReading(data)) {
            return store.state();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            return;
        }
        try (var all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static State importCatalogue(Store store) throws IOException, InputException {
        State state = store.state();
        int catalogue = store.catalogue()
                .write(
                        state,
                        row -> {
                            for (var each : CATALOGUE.rows()) {
                                row.take(each);
                            }
                        },
                        false,
                        (all, file) -> Files.createFile(file));
        Institution institution = new Institution(1, "c1", "One", "", "", "", "", "", List.of(), List.of(), List.of());
        int institutions = store.institutions().write(state, List.of(institution), false);
        return state.withCatalogue(catalogue).withInstitutions(institutions);
    }

    private static State run(Store store) throws IOException {
        State state = store.state();
        Actions actions = SampleActions.random(new SplittableRandom(7), 50, MONTH.atDay(1), 30, state.nextInput());
        RunRecord run = new RunRecord(
                state.nextRun(),
                Instant.EPOCH,
                Instant.EPOCH,
                "test",
                Command.of(Command.COUNT, List.of("a.log")),
                Versions.NONE,
                List.of(),
                new Ledger());
        Map<YearMonth, List<ActionFile>> files = new TreeMap<>();
        store.actions().write(actions, run.number(), 0).forEach((month, file) -> files.put(month, List.of(file)));
        store.runs().write(run);
        return state.withRun(run, files);
    }

    private static State count(Store store) throws IOException {
        State state = store.state();
        MonthFacts facts = SampleFacts.random(new SplittableRandom(7), MONTH, CATALOGUE, 30);
        int version = state.month(MONTH).nextFacts();
        store.facts().write(facts, CATALOGUE, version);
        return state.withMonthFacts(MONTH, Counted.of(version, Instant.EPOCH, facts.totals(), Versions.NONE));
    }

    private static void everyFileIsWhole(Store store) throws IOException {
        State state = store.state();
        List<String> ids = new ArrayList<>();
        store.catalogue().read(state.catalogue(), row -> ids.add(row.itemId()));
        assertThat(ids).hasSize(state.catalogue() == 0 ? 0 : CATALOGUE.size());
        assertThat(store.institutions().read(state.institutions())).hasSize(state.institutions() == 0 ? 0 : 1);
        assertThat(store.runs().all(state)).hasSize(state.nextRun() - 1);
        try (ActionSet set = store.actions().open(state, MONTH, ActionFilter.ALL)) {
            assertThat(set.rows()).isEqualTo(state.month(MONTH).rows());
        }
    }

    /** Every file that a state names. */
    private static Set<String> named(State state) {
        Set<String> named = new TreeSet<>(Set.of("lock", "secret.key"));
        if (state.catalogue() > 0) {
            named.add("catalogue/v" + state.catalogue() + "/catalogue.parquet");
            named.add("catalogue/v" + state.catalogue() + "/index.bin");
            named.add("catalogue/v" + state.catalogue() + "/identifiers.tsv");
        }
        if (state.institutions() > 0) {
            named.add("institutions/v" + state.institutions() + "/institutions.json");
        }
        for (int run = 1; run < state.nextRun(); run++) {
            named.add("runs/run-" + run + ".json");
        }
        state.months().values().forEach(month -> {
            month.actions().forEach(file -> named.add("actions/" + month.month() + "/" + file.name()));
            month.counted().ifPresent(counted -> {
                for (String file : List.of("items", "titles", "searches", "customers", "routes")) {
                    named.add("facts/" + month.month() + "/v" + counted.facts() + "/" + file + ".parquet");
                }
            });
        });
        return named;
    }

    private static Set<String> files(Path data) throws IOException {
        try (var all = Files.walk(data)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> data.relativize(file).toString())
                    .filter(file -> !file.startsWith("state."))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
