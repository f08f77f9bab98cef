package fr.comptoir.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.comptoir.paper.Document.Bar;
import fr.comptoir.paper.Document.Chart;
import fr.comptoir.paper.Document.Column;
import fr.comptoir.paper.Document.Kind;
import fr.comptoir.paper.Document.Row;
import fr.comptoir.paper.Document.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What a reader finds in the file: every figure, in the language's writing, and the tree that a screen reader follows. */
class PdfTest {
    @Test
    void figuresAreWrittenAsTheLanguageDoes() throws IOException {
        assertThat(text(Given.yearly(Language.ENGLISH, 3)))
                .contains("1,234,567", "Revue générale numéro 2", "1234-5672", "Page 1 of 1", "Second paragraph.");
        assertThat(text(Given.yearly(Language.FRENCH, 3))).contains("1\u202f234\u202f567", "Page 1 sur 1", "févr.");
    }

    @Test
    void everyRowIsThereOnceOverManyPages() throws IOException {
        String text = text(Given.yearly(Language.FRENCH, 300));
        for (int i = 0; i < 300; i++) {
            assertThat(text.split("numéro " + i + " ", -1)).as("row %s", i).hasSize(2);
        }
    }

    @Test
    void headingsAreSaidOnceAndSeenOnEveryPage() throws IOException {
        Document document = Given.yearly(Language.ENGLISH, 300);
        try (PDDocument file = Loader.loadPDF(Given.written(document))) {
            int pages = file.getNumberOfPages();
            assertThat(pages).isGreaterThan(5);
            assertThat(new PDFTextStripper().getText(file).split("Print", -1)).hasSize(pages + 1);
            assertThat(elements(file, "THead")).isEqualTo(1);
            assertThat(elements(file, "TR")).isEqualTo(2 + 301);
            assertThat(elements(file, "TD"))
                    .isEqualTo(301 * (document.table().columns().size() - 1));
        }
    }

    @Test
    void aYearWithoutUseSaysSo() throws IOException {
        Document document = Given.yearly(Language.ENGLISH, 0);
        try (PDDocument file = Loader.loadPDF(Given.written(document))) {
            assertThat(new PDFTextStripper().getText(file)).contains("No journal was used.");
            assertThat(elements(file, "Table")).isZero();
        }
    }

    /** A month without figures has neither bar nor 0, and whoever hears the chart is told. */
    @Test
    void anUnknownBarIsNotZero() throws IOException {
        Chart chart = new Chart("Requests", List.of(new Bar("A", "April", 7L), new Bar("M", "May", null)));
        Document plain = Given.yearly(Language.ENGLISH, 0);
        Document document = new Document(
                Language.ENGLISH,
                plain.brand(),
                plain.title(),
                plain.subtitle(),
                List.of(),
                Optional.of(chart),
                plain.table(),
                List.of(),
                Given.CREATED,
                "test");
        try (PDDocument file = Loader.loadPDF(Given.written(document))) {
            assertThat(alternatives(file)).contains("Bar chart. Requests. April: 7; May: no figure yet.");
        }
    }

    private static List<String> alternatives(PDDocument file) {
        COSDictionary root =
                file.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.getPDFName("StructTreeRoot"));
        List<String> alternatives = new ArrayList<>();
        for (COSBase kid : root.getCOSDictionary(COSName.K).getCOSArray(COSName.K)) {
            COSDictionary element = (COSDictionary) (kid instanceof COSObject object ? object.getObject() : kid);
            if (element.getString("Alt") != null) {
                alternatives.add(element.getString("Alt"));
            }
        }
        return alternatives;
    }

    @Test
    void noLetterOfALongNameIsLost() throws IOException {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            name.append("w").append(i).append(' ');
        }
        String words = text(Given.withText(name.toString().strip())).replaceAll("\\s+", " ");
        for (int i = 0; i < 1000; i++) {
            assertThat(words).contains("w" + i + " ");
        }
    }

    /** Forty columns of a report with all its attributes: the page becomes larger, nothing leaves it. */
    @Test
    void aWideTableTakesALargerPage() throws IOException {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            columns.add(new Column("", "Attribute " + i, Kind.TEXT));
        }
        for (int i = 0; i < 25; i++) {
            columns.add(new Column("", "Month " + i, Kind.NUMBER));
        }
        Row row = new Row(
                Collections.nCopies(16, "https://example.org/a/long/address/without/blanks"),
                Collections.nCopies(25, 123_456L),
                false);
        Table table = new Table("Wide", columns, List.of(row), "");
        try (PDDocument file = Loader.loadPDF(Given.written(Given.document(Language.ENGLISH, table)))) {
            float width = file.getPage(0).getMediaBox().getWidth();
            assertThat(width).isGreaterThan(850);
            Edges edges = new Edges();
            edges.getText(file);
            assertThat(edges.left).isGreaterThanOrEqualTo(Look.MARGIN - 1);
            assertThat(edges.right).isLessThanOrEqualTo(width - Look.MARGIN + 1);
        }
    }

    @Test
    void theSameValuesGiveTheSameBytes() throws IOException {
        assertThat(Given.written(Given.yearly(Language.FRENCH, 50)))
                .isEqualTo(Given.written(Given.yearly(Language.FRENCH, 50)));
    }

    @Test
    void theFileSaysWhatItIs() throws IOException {
        try (PDDocument file = Loader.loadPDF(Given.written(Given.yearly(Language.FRENCH, 300)))) {
            assertThat(file.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            assertThat(file.getDocumentInformation().getTitle()).isEqualTo("Annual report 2025 – Université d’Essai");
            assertThat(file.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(Given.CREATED);
            List<String> bookmarks = new ArrayList<>();
            for (PDOutlineItem item :
                    file.getDocumentCatalog().getDocumentOutline().children()) {
                bookmarks.add(item.getTitle());
            }
            assertThat(bookmarks).containsExactly("Annual report 2025", "Requests by month", "By journal", "Method");
        }
    }

    @Test
    void aPictureThatIsNoneIsNamed() {
        assertThatThrownBy(() -> Picture.of(new byte[] {1, 2, 3}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a PNG or a JPEG was expected");
    }

    private static String text(Document document) throws IOException {
        try (PDDocument file = Loader.loadPDF(Given.written(document))) {
            return new PDFTextStripper().getText(file);
        }
    }

    private static int elements(PDDocument file, String type) {
        COSDictionary root =
                file.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.getPDFName("StructTreeRoot"));
        return elements(root.getDictionaryObject(COSName.K), type);
    }

    private static int elements(COSBase kid, String type) {
        COSBase base = kid instanceof COSObject object ? object.getObject() : kid;
        if (base instanceof COSArray array) {
            int sum = 0;
            for (COSBase each : array) {
                sum += elements(each, type);
            }
            return sum;
        }
        if (base instanceof COSDictionary element) {
            COSBase kids = element.getDictionaryObject(COSName.K);
            int below = kids == null ? 0 : elements(kids, type);
            return below + (type.equals(element.getNameAsString(COSName.S)) ? 1 : 0);
        }
        return 0;
    }
}
