package fr.comptoir.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class WorkersTest {
    @Test
    void runsEachPieceOnce() {
        AtomicIntegerArray runs = new AtomicIntegerArray(100);
        new Workers(3).run(100, () -> runs::incrementAndGet);
        for (int i = 0; i < 100; i++) {
            assertThat(runs.get(i)).isEqualTo(1);
        }
    }

    @Test
    void aFailureInAnyThreadIsTheCallers() {
        for (int failing = 0; failing < 4; failing++) {
            int bad = failing;
            assertThatThrownBy(() -> new Workers(2).run(4, () -> piece -> {
                        if (piece == bad) {
                            throw new IllegalStateException("piece " + piece);
                        }
                    }))
                    .hasMessage("piece " + failing);
        }
    }
}
