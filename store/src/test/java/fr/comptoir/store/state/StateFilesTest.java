package fr.comptoir.store.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.action.LineOutcome;
import fr.comptoir.model.site.InputException;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFilesTest {
    @TempDir
    Path data;

    @Test
    void aStateIsReadAsItWasWritten() throws Exception {
        YearMonth january = YearMonth.of(2024, 1);
        YearMonth february = YearMonth.of(2024, 2);
        State state = State.EMPTY
                .withRun(run(), Map.of(january, List.of(new ActionFile(1, "run-1.parquet", 10))))
                .withCatalogue(3)
                .withInstitutions(2)
                .withRobots(Optional.of(new RobotsList("robots/list.json", "abc")))
                .withMonthFacts(january, StateTest.counted(1))
                .closed(january)
                .proposed(january, StateTest.counted(2), "late \"logs\"")
                .restated(january, Instant.parse("2024-03-01T00:00:00Z"))
                .proposed(january, StateTest.counted(3), "again")
                .withMonthFacts(february, StateTest.counted(1))
                .withExtractions(Map.of(january, List.of(new ActionFile(1, "run-1.parquet", 3))));
        DataFolder folder = new DataFolder(data);
        StateFile.write(folder, State.EMPTY, state, new Disk());
        assertThat(StateFile.read(folder.state())).isEqualTo(state);
        assertThat(StateFile.read(folder.previousState())).isEqualTo(State.EMPTY);
    }

    @Test
    void aMissingStateIsEmptyAndADamagedOneIsSaid() throws Exception {
        Path file = data.resolve("state.json");
        assertThat(StateFile.read(file)).isEqualTo(State.EMPTY);
        for (String damaged : List.of("", "{", "{\"format\": 1}", "{\"format\": 1, \"next_run\": \"one\"}", "[]")) {
            Files.writeString(file, damaged);
            assertThatThrownBy(() -> StateFile.read(file))
                    .as(damaged)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(file + " is damaged");
        }
    }

    @Test
    void aNewerFormatIsRefused() throws IOException {
        Path file = data.resolve("state.json");
        Files.writeString(file, "{\"format\": 7, \"what\": \"ever\"}");
        assertThatThrownBy(() -> StateFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("this site was written by a newer Comptoir (format 7; this one knows 1)");
    }

    @Test
    void aRunIsReadAsItWasWritten() throws IOException {
        RunFiles runs = new RunFiles(new DataFolder(data), new Disk());
        RunRecord run = run();
        runs.write(run);
        assertThat(runs.read(1)).isEqualTo(run);
        assertThat(runs.all(State.EMPTY.withRun(run, Map.of()))).containsExactly(run);
        assertThatThrownBy(() -> runs.read(2)).isInstanceOf(IOException.class).hasMessageContaining("run-2.json");
    }

    /** What is in the stores of those who counted before. */
    @Test
    void aRecordOfAProgramThatDidNotKeepWhatWasAskedIsStillRead() throws IOException {
        DataFolder folder = new DataFolder(data);
        RunFiles runs = new RunFiles(folder, new Disk());
        RunRecord run = run();
        runs.write(run);
        String text = Files.readString(folder.run(1));
        String old = text.replaceAll("(?s)\\s*\"(operation|arguments|files)\" : (\"[^\"]*\"|\\[.*?\\]),", "");
        assertThat(old).hasSizeLessThan(text.length()).doesNotContain("operation", "arguments", "sha256");
        Files.writeString(folder.run(1), old);
        assertThat(runs.read(1).inputs()).isEqualTo(run.inputs());
        assertThat(runs.read(1).command()).isEqualTo(Command.of(Command.COUNT, List.of()));
    }

    private static RunRecord run() {
        InputRecord.Tail malformed = new InputRecord.Tail(9, 3, LineOutcome.MALFORMED, Optional.empty());
        return StateTest.run(
                1,
                StateTest.input(1, Optional.empty(), 0xffffff),
                StateTest.input(2, Optional.of(new InputRecord.Retraction(1, malformed)), 0));
    }
}
