package fr.comptoir.paper;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.paper.Document.Column;
import fr.comptoir.paper.Document.Kind;
import fr.comptoir.paper.Document.Row;
import fr.comptoir.paper.Document.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where lines end: what a reader takes for one word is not cut without need. */
class LinesTest {
    private static final String ISBN = "978-1-9999900-9-1";

    private PDDocument file;
    private Faces faces;

    @BeforeEach
    void loadFaces() throws IOException {
        file = new PDDocument();
        faces = Faces.load(file, new PDResources());
    }

    @AfterEach
    void close() throws IOException {
        file.close();
    }

    /** The lines of a text, as wide as another. */
    private List<String> lines(String text, String width) throws IOException {
        return Paragraph.lines(text, faces.plain(), 7, faces.plain().width(width, 7) + 0.1f, Language.FRENCH);
    }

    @Test
    void anApostropheHoldsItsWordTogether() throws IOException {
        assertThat(lines("La mémoire à l’épreuve", "La mémoire à l’ép")).containsExactly("La mémoire à", "l’épreuve");
        assertThat(lines("La mémoire à l'épreuve", "La mémoire à l'ép")).containsExactly("La mémoire à", "l'épreuve");
        assertThat(lines("La mémoire ‘à’ relire", "La mémoire ‘à’ r")).containsExactly("La mémoire ‘à’", "relire");
    }

    @Test
    void numbersWithHyphensAreCutOnlyWhereTheyMustBe() throws IOException {
        assertThat(lines("Ada " + ISBN, ISBN)).containsExactly("Ada", ISBN);
        assertThat(lines(ISBN, "978-1-9999900-9")).containsExactly("978-1-9999900-", "9-1");
        assertThat(lines("avant-propos", "avant-prop")).containsExactly("avant-", "propos");
    }

    @Test
    void aColumnIsAsWideAsItsCodes() throws IOException {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("", "ISBN", Kind.CODE),
                new Column("", "Publisher_ID", Kind.CODE),
                new Column("", "URI", Kind.CODE)));
        columns.addAll(Collections.nCopies(10, new Column("", "Title", Kind.TEXT)));
        List<String> texts = new ArrayList<>(
                List.of(ISBN, "ISNI:0000000981000012", "https://example.org/" + "averylongname".repeat(9)));
        texts.addAll(Collections.nCopies(10, "A name of some words ".repeat(9)));
        Table table = new Table("Wide", columns, List.of(new Row(texts, List.of(), false)), "");
        TableColumns widths = TableColumns.of(table, faces, Language.ENGLISH);
        float padding = 2 * TableColumns.PADDING;
        assertThat(widths.width(0)).isGreaterThan(faces.plain().width(ISBN, TableColumns.SIZE) + padding);
        assertThat(widths.width(1)).isGreaterThan(faces.plain().width("0000000981000012", TableColumns.SIZE) + padding);
        assertThat(widths.width(2)).as("what no column can hold is cut").isLessThan(90);
    }
}
