package fr.comptoir.validate.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class RowsAheadTest {
    private static final int ROWS = 5_000;

    private static RowSource rows(String text) {
        return new RowsAhead(new CsvRows(new StringReader(text), '\t'));
    }

    @Test
    void rowsComeInTheirOrderAndNoneIsLost() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < ROWS; row++) {
            text.append("Journal ").append(row / 7).append("\t\"").append(row).append("\"\n");
        }
        try (RowSource rows = rows(text.toString())) {
            for (int row = 0; row < ROWS; row++) {
                assertThat(rows.next()).containsExactly("Journal " + row / 7, String.valueOf(row));
            }
            assertThat(rows.next()).isNull();
            assertThat(rows.next()).isNull();
        }
    }

    @Test
    void aCellLikeTheOneAboveIsTheSameObject() throws IOException {
        try (RowSource rows = rows("a\tb\n\na\tc\na\n")) {
            String[] first = rows.next();
            assertThat(rows.next()).containsExactly("");
            assertThat(rows.next()).containsExactly("a", "c");
            assertThat(rows.next()).containsExactly("a");
            assertThat(first).containsExactly("a", "b");
        }
        try (RowSource rows = rows("a\tb\na\tc\n")) {
            assertThat(rows.next()[0]).isSameAs(rows.next()[0]);
        }
    }

    @Test
    void whatBreaksTheTableComesAfterTheRowsBefore() throws IOException {
        try (RowSource rows = rows("a\nb\n" + "\t".repeat(1 << 14) + "\nc\n")) {
            assertThat(rows.next()).containsExactly("a");
            assertThat(rows.next()).containsExactly("b");
            assertThatThrownBy(rows::next).isInstanceOf(CsvParseException.class);
            assertThatThrownBy(rows::next).isInstanceOf(CsvParseException.class);
        }
    }

    @Test
    void whoLooksNoFurtherLeavesNoThread() throws IOException {
        try (RowSource rows = rows("a\n".repeat(100_000))) {
            assertThat(rows.next()).containsExactly("a");
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("rows-ahead"));
    }
}
