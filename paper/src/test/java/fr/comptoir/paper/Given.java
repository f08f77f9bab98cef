package fr.comptoir.paper;

import fr.comptoir.paper.Document.Bar;
import fr.comptoir.paper.Document.Brand;
import fr.comptoir.paper.Document.Chart;
import fr.comptoir.paper.Document.Column;
import fr.comptoir.paper.Document.Kind;
import fr.comptoir.paper.Document.Note;
import fr.comptoir.paper.Document.Particular;
import fr.comptoir.paper.Document.Row;
import fr.comptoir.paper.Document.Table;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Documents to try. */
final class Given {
    static final Instant CREATED = Instant.parse("2026-03-01T10:00:00Z");

    private Given() {}

    /** Twenty-two columns with two groups, and that many rows after that of the sums. */
    static Document yearly(Language language, int journals) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < journals; i++) {
            rows.add(row("Revue générale numéro " + i, "1234-567" + i % 10, i, false));
        }
        if (journals > 0) {
            rows.add(0, row("Total", "", 1_234_567, true));
        }
        return document(language, table(language, rows));
    }

    /** One row with this text first. */
    static Document withText(String text) throws IOException {
        return document(Language.ENGLISH, table(Language.ENGLISH, List.of(row(text, "1234-5679", 5, false))));
    }

    static Document document(Language language, Table table) throws IOException {
        return new Document(
                language,
                new Brand("Plateforme d’essai", Optional.of(logo())),
                "Annual report 2025",
                "Université d’Essai",
                List.of(new Particular("Period", "January 2025 to December 2025")),
                Optional.of(chart(language, 1000)),
                table,
                List.of(new Note("Method", List.of("First paragraph.", "Second paragraph."))),
                CREATED,
                "Comptoir test");
    }

    static Chart chart(Language language, long step) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            YearMonth month = YearMonth.of(2025, i);
            bars.add(new Bar(language.shortMonth(month), language.month(month), step * i));
        }
        return new Chart("Requests by month", bars);
    }

    private static Table table(Language language, List<Row> rows) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("", "Journal", Kind.TEXT));
        columns.add(new Column("", "Print ISSN", Kind.CODE));
        columns.add(new Column("", "Online ISSN", Kind.CODE));
        for (int i = 1; i <= 12; i++) {
            columns.add(new Column("Requests 2025", language.shortMonth(YearMonth.of(2025, i)), Kind.NUMBER));
        }
        for (String heading : List.of("Total", "HTML", "PDF")) {
            columns.add(new Column("Requests 2025", heading, Kind.NUMBER));
        }
        for (String heading : List.of("Total_Item_Requests", "Unique_Item_Requests")) {
            columns.add(new Column("Release 5.1", heading, Kind.NUMBER));
        }
        return new Table("By journal", columns, rows, "No journal was used.");
    }

    /** A row whose numbers are all the same, but the one of HTML, which is not known. */
    private static Row row(String name, String issn, long number, boolean total) {
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < 17; i++) {
            numbers.add(i == 13 ? null : Long.valueOf(number));
        }
        return new Row(List.of(name, issn, ""), numbers, total);
    }

    private static Picture logo() throws IOException {
        return Picture.of(png(60, 20));
    }

    static byte[] png(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillOval(0, 0, width, height);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    static byte[] written(Document document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Pdf.write(document, out);
        return out.toByteArray();
    }
}
