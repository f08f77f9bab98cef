package fr.comptoir.server.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Panel.Column;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.operation.view.Panel.Picture;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SheetTest {
    private static final Panel REJECTS = new Panel(
            "rejects",
            Picture.NONE,
            Optional.empty(),
            List.of(new Column("Log", Kind.TEXT), new Column("Lines", Kind.COUNT), new Column("Run", Kind.COUNT)),
            List.of(List.of("a.log", 2L, 7L), List.of("b.log", 30L, 7L), List.of("c.log", 400L, 8L)));

    /** Else the sum under a long list would be that of its beginning. */
    @Test
    void rowsThatAreNotShownAreAmongTheSums() {
        Sheet sheet = Sheet.summed(REJECTS, 2);
        assertThat(sheet.panel().rows()).hasSize(2);
        assertThat(sheet.isCut()).isTrue();
        assertThat(sheet.sums()).containsExactly(null, 432L, null);
    }

    @Test
    void aListThatIsShownWholeIsNotCut() {
        Sheet sheet = Sheet.summed(REJECTS, 3);
        assertThat(sheet.isCut()).isFalse();
        assertThat(sheet.isSummed()).isTrue();
        assertThat(sheet.sums()).containsExactly(null, 432L, null);
        assertThat(Sheet.summed(REJECTS.first(1)).isSummed())
                .as("one row is its sum")
                .isFalse();
    }

    @Test
    void whatShouldBeNoughtIsFlagged() {
        Sheet sheet = Sheet.of(new Panel(
                "days",
                Picture.NONE,
                Optional.empty(),
                List.of(new Column("Day", Kind.DAY), new Column("Missing_Hours", Kind.COUNT)),
                List.of()));
        assertThat(sheet.isFlagged(1, 3L)).isTrue();
        assertThat(sheet.isPlain(1, 3L)).isFalse();
        assertThat(sheet.isPlain(1, 0L)).isTrue();
        assertThat(sheet.isPlain(0, null)).as("a day is no number").isFalse();
    }
}
