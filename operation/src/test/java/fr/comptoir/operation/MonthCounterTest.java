package fr.comptoir.operation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.fact.MonthTotals;
import fr.comptoir.store.Store;
import fr.comptoir.store.state.ActionFile;
import fr.comptoir.store.state.Counted;
import fr.comptoir.store.state.State;
import fr.comptoir.store.state.Versions;
import fr.comptoir.testkit.RandomActions;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonthCounterTest {
    private static final long SEED = 31;
    private static final int ALL = 1_000_000;

    @TempDir
    Path data;

    /** A month that does not fit in memory has the figures of one that does, whatever it is cut into. */
    @Test
    void partsCountAsTheWholeDoes() throws Exception {
        RandomActions random = RandomActions.of(SEED, 4_000);
        YearMonth month = random.month();
        try (Store store = Store.openForWriting(data, () -> true)) {
            State state = store.state();
            for (Map.Entry<YearMonth, ActionFile> file :
                    store.actions().write(random.actions(), 1, 0).entrySet()) {
                state = state.withActionFiles(file.getKey(), List.of(file.getValue()));
            }
            MonthTotals whole = new MonthCounter(store, random.zone(), 2, ALL).count(state, month, random.catalogue());
            for (int rowsInMemory : new int[] {3_000, 1_000, 300}) {
                State next = state.withMonthFacts(month, Counted.of(1, Instant.EPOCH, whole, Versions.NONE));
                MonthTotals parts =
                        new MonthCounter(store, random.zone(), 2, rowsInMemory).count(next, month, random.catalogue());
                assertThat(parts).as("seed %d, %d rows", SEED, rowsInMemory).isEqualTo(whole);
                assertThat(next.month(month).nextFacts()).isEqualTo(2);
                assertThat(store.facts().differentRows(month, 1, 2)).isZero();
            }
            assertThat(whole.actions()).isGreaterThan(2_000);
        }
    }
}
