package fr.comptoir.store.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.comptoir.model.action.Actions;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpilledRowsTest {
    private static final int PARTS = 3;

    @TempDir
    Path folder;

    @Test
    void drainingGivesAllRowsAndFreesEachPartOnceItsRowsWereTaken() throws IOException {
        Actions actions = SampleActions.random(new SplittableRandom(3), 60, LocalDate.of(2024, 1, 1), 31, 1);
        ActionRows rows = new ActionRows(actions, new long[actions.size]);
        List<Long> taken = new ArrayList<>();
        try (SpilledRows spilled = new SpilledRows(folder.resolve("parts"), PARTS)) {
            for (int row = 0; row < actions.size; row++) {
                rows.ids()[row] = row;
                spilled.add(row % PARTS, rows, row);
            }
            spilled.finish();
            spilled.drain(actions.dictionaries, some -> {
                int part = (int) (some.ids()[0] % PARTS);
                for (int row = 0; row < some.actions().size; row++) {
                    taken.add(some.ids()[row]);
                }
                for (int before = 0; before < part; before++) {
                    int gone = before;
                    assertThatThrownBy(() -> spilled.read(gone, actions.dictionaries))
                            .isInstanceOf(ClosedChannelException.class);
                }
            });
            assertThatThrownBy(() -> spilled.read(PARTS - 1, actions.dictionaries))
                    .isInstanceOf(ClosedChannelException.class);
        }
        assertThat(taken).hasSize(60).doesNotHaveDuplicates();
    }
}
