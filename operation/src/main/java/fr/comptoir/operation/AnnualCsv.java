package fr.comptoir.operation;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import fr.comptoir.model.fact.FactRow.Described;
import fr.comptoir.operation.AnnualFigures.Column;
import fr.comptoir.operation.AnnualFigures.Figures;
import fr.comptoir.operation.AnnualFigures.Journal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The figures of a year as CSV, for machines: UTF-8 with byte order mark, one row of headings in the order of JR1, the sums, a row for each
 * journal. What is not known is blank. The headings are in English whatever the language.
 */
final class AnnualCsv {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM-uuuu", Locale.ENGLISH);

    private final AnnualFigures figures;
    private final String platform;
    private final String platformId;

    /**
     * Prepares the file.
     *
     * @param platformId the namespace of proprietary identifiers
     */
    AnnualCsv(AnnualFigures figures, String platform, String platformId) {
        this.figures = figures;
        this.platform = platform;
        this.platformId = platformId;
    }

    /** Writes all rows; the stream is flushed and left open. */
    void write(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\ufeff');
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        csv.writeRecord(headings());
        csv.writeRecord(row(List.of("Total for all journals", "", platform, "", "", "", ""), figures.total()));
        for (Journal journal : figures.journals()) {
            csv.writeRecord(row(about(journal.title()), journal));
        }
        csv.flush();
        text.flush();
    }

    private List<String> headings() {
        List<String> headings = new ArrayList<>(List.of(
                "Journal",
                "Publisher",
                "Platform",
                "Journal_DOI",
                "Proprietary_ID",
                "Print_ISSN",
                "Online_ISSN",
                "Reporting_Period_Total",
                "Reporting_Period_HTML",
                "Reporting_Period_PDF"));
        figures.months().forEach(month -> headings.add(MONTH.format(month)));
        headings.addAll(List.of(
                "TR_Total_Item_Requests",
                "TR_Unique_Item_Requests",
                "TR_J1_Total_Item_Requests",
                "TR_J1_Unique_Item_Requests"));
        return headings;
    }

    private List<String> about(Described title) {
        return List.of(
                title.name(),
                title.publisher(),
                platform,
                title.doi(),
                platformId + ":" + title.id(),
                title.printIssn(),
                title.onlineIssn());
    }

    private List<String> row(List<String> about, Figures line) {
        List<String> row = new ArrayList<>(about);
        row.add(Long.toString(line.total(Column.TOTAL_ITEM_REQUESTS)));
        row.add(line.formats().map(parts -> Long.toString(parts.html())).orElse(""));
        row.add(line.formats().map(parts -> Long.toString(parts.pdf())).orElse(""));
        for (YearMonth month : figures.months()) {
            Long requests = line.month(month);
            row.add(requests == null ? "" : requests.toString());
        }
        for (Column column : Column.values()) {
            row.add(Long.toString(line.total(column)));
        }
        return row;
    }
}
