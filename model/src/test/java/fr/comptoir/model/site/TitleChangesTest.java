package fr.comptoir.model.site;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.code.Release;
import fr.comptoir.model.site.TitleChanges.Basis;
import fr.comptoir.model.site.TitleChanges.Change;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TitleChangesTest {
    private static final TitleChanges CHAIN =
            changes(new Change("a", "b", YearMonth.of(2026, 3)), new Change("b", "c", YearMonth.of(2026, 6)));

    private static TitleChanges changes(Change... changes) {
        return new TitleChanges(Basis.MONTH, Basis.CONTENT, List.of(changes));
    }

    private static Map<String, String> moved(TitleChanges changes, int month) {
        return changes.moved(Release.R5, YearMonth.of(2026, month));
    }

    @Test
    void inEachMonthThereIsOneTitle() {
        assertThat(moved(CHAIN, 2)).isEqualTo(Map.of("b", "a", "c", "a"));
        assertThat(moved(CHAIN, 3)).isEqualTo(Map.of("a", "b", "c", "b"));
        assertThat(moved(CHAIN, 5)).isEqualTo(Map.of("a", "b", "c", "b"));
        assertThat(moved(CHAIN, 6)).isEqualTo(Map.of("a", "c", "b", "c"));
    }

    @Test
    void byContentNothingMoves() {
        assertThat(CHAIN.moved(Release.R5_1, YearMonth.of(2026, 6))).isEmpty();
        assertThat(CHAIN.move(Release.R5_1)).isFalse();
        assertThat(TitleChanges.NONE.move(Release.R5)).isFalse();
    }

    @Test
    void ofSeveralThatBecameOneNobodyKnowsWhoseItWouldHaveBeen() {
        TitleChanges merged =
                changes(new Change("a", "c", YearMonth.of(2026, 3)), new Change("b", "c", YearMonth.of(2026, 3)));
        assertThat(moved(merged, 2)).isEmpty();
        assertThat(moved(merged, 3)).isEqualTo(Map.of("a", "c", "b", "c"));
    }
}
