package fr.comptoir.operation.view;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.fact.FactQuery.YopRange;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.report.DatedEntries;
import fr.comptoir.store.usage.Usage;
import fr.comptoir.store.usage.UsageRow;
import fr.comptoir.store.usage.UsedContent;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The rows of the facts behind a view, for its months alone: by title, or item without one, by month and by all attributes. Every panel is a
 * sum of them. To be closed.
 */
public final class RawRows implements AutoCloseable {
    /** What a sheet of Excel holds, its headings left out. */
    public static final long SHEET_MAX = Worksheet.MAX_ROWS - 1L;

    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final int FLUSHED_ROWS = 256;
    private static final List<String> COLUMNS = List.of(
            "Publisher",
            "Print_ISSN",
            "Online_ISSN",
            "ISBN",
            "Month",
            "Data_Type",
            "Access_Type",
            "Access_Method",
            "YOP");

    private final Usage usage;
    private final boolean byItem;
    private final UsedContent content;
    private final List<MetricType> metrics;

    private RawRows(Usage usage, boolean byItem) throws IOException {
        this.usage = usage;
        this.byItem = byItem;
        content = usage.content(byItem);
        metrics = List.copyOf(content.metrics());
    }

    /**
     * Asks.
     *
     * @param byItem of items alone, each by itself, and not of titles
     */
    public static RawRows of(ReportingSite now, View view, boolean byItem) throws IOException {
        SortedSet<YearMonth> available = now.availability().counted();
        Usage usage = now.usage(view.with(Comparison.NONE).usage(available));
        try {
            return new RawRows(usage, byItem);
        } catch (IOException | RuntimeException e) {
            usage.close();
            throw e;
        }
    }

    /** How many there are. */
    public long size() throws IOException {
        return content.size();
    }

    /** As {@link PanelFile#writeCsv}. */
    public void writeCsv(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.append(BYTE_ORDER_MARK);
        CsvWriter csv = CsvWriter.builder().build(text);
        csv.writeRecord(headings());
        content.read((id, name, publisher, issn, eissn, isbn, row) -> {
            List<String> cells = texts(id, name, publisher, issn, eissn, isbn, row);
            cells.replaceAll(SpreadsheetText::shielded);
            metrics.forEach(metric -> cells.add(Long.toString(row.counts()[metric.ordinal()])));
            csv.writeRecord(cells);
        });
        csv.flush();
        text.flush();
    }

    /** As {@link PanelFile#writeXlsx}; not more than {@link #SHEET_MAX}. */
    public void writeXlsx(OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(new DatedEntries(out), "Comptoir", null)) {
            Worksheet sheet = workbook.newWorksheet("rows");
            List<String> headings = headings();
            for (int i = 0; i < headings.size(); i++) {
                sheet.inlineString(0, i, headings.get(i));
            }
            sheet.range(0, 0, 0, headings.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            int[] at = {1};
            content.read((id, name, publisher, issn, eissn, isbn, row) -> {
                List<String> cells = texts(id, name, publisher, issn, eissn, isbn, row);
                for (int i = 0; i < cells.size(); i++) {
                    if (!cells.get(i).isEmpty()) {
                        sheet.inlineString(at[0], i, cells.get(i));
                    }
                }
                for (int i = 0; i < metrics.size(); i++) {
                    sheet.value(
                            at[0], cells.size() + i, row.counts()[metrics.get(i).ordinal()]);
                }
                if (++at[0] % FLUSHED_ROWS == 0) {
                    sheet.flush();
                }
            });
        }
    }

    private List<String> headings() {
        List<String> headings = new ArrayList<>(byItem ? List.of("Item", "Item_ID") : List.of("Title", "Title_ID"));
        headings.addAll(COLUMNS);
        metrics.forEach(metric -> headings.add(metric.code()));
        return headings;
    }

    private static List<String> texts(
            String id, String name, String publisher, String issn, String eissn, String isbn, UsageRow row) {
        return new ArrayList<>(List.of(
                name,
                id,
                publisher,
                issn,
                eissn,
                isbn,
                row.month().toString(),
                row.dataType().code(),
                row.accessType() == null ? "" : row.accessType().code(),
                row.accessMethod().code(),
                row.yop() == 0 ? "" : View.text(new YopRange(row.yop(), row.yop()))));
    }

    @Override
    public void close() throws IOException {
        usage.close();
    }
}
