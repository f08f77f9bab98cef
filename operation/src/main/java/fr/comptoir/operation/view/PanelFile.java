package fr.comptoir.operation.view;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.comptoir.operation.view.Panel.Column;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.report.DatedEntries;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes panels for programs and spreadsheets: plain digits, months as {@code yyyy-mm}, shares and changes as fractions, columns named as in
 * {@link Column#key}.
 */
public final class PanelFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final int FLUSHED_ROWS = 256;
    private static final int WIDTH = 18;
    private static final int WIDTH_OF_TEXT = 40;

    private PanelFile() {}

    /** UTF-8 with byte order mark, commas, lines that end with CR LF (RFC 4180). The stream is flushed and left open. */
    public static void writeCsv(Panel panel, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.append(BYTE_ORDER_MARK);
        CsvWriter csv = CsvWriter.builder().build(text);
        csv.writeRecord(panel.columns().stream().map(Column::key).toList());
        for (List<@Nullable Object> row : panel.rows()) {
            List<String> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(text(cell)));
            csv.writeRecord(cells);
        }
        csv.flush();
        text.flush();
    }

    private static String text(@Nullable Object cell) {
        if (cell instanceof String text) {
            return SpreadsheetText.shielded(text);
        }
        return cell == null ? "" : cell instanceof Double part ? fraction(part).toString() : cell.toString();
    }

    /** To the ten-thousandth: more digits would say nothing. */
    private static Double fraction(double part) {
        return Math.round(part * 10_000) / 10_000.0;
    }

    /** A workbook of one sheet: figures as numbers, the headings frozen. */
    public static void writeXlsx(Panel panel, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(new DatedEntries(out), "Comptoir", null)) {
            Worksheet sheet = workbook.newWorksheet(panel.id());
            for (int i = 0; i < panel.columns().size(); i++) {
                Column column = panel.columns().get(i);
                sheet.inlineString(0, i, column.key());
                sheet.width(
                        i,
                        column.kind() == Kind.TEXT
                                ? WIDTH_OF_TEXT
                                : Math.max(WIDTH, column.key().length() + 2));
            }
            if (!panel.columns().isEmpty()) {
                sheet.range(0, 0, 0, panel.columns().size() - 1).style().bold().set();
            }
            sheet.freezePane(0, 1);
            int at = 1;
            for (List<@Nullable Object> row : panel.rows()) {
                for (int i = 0; i < row.size(); i++) {
                    cell(sheet, at, i, row.get(i));
                }
                if (++at % FLUSHED_ROWS == 0) {
                    sheet.flush();
                }
            }
        }
    }

    private static void cell(Worksheet sheet, int row, int column, @Nullable Object cell) {
        if (cell instanceof Double part) {
            sheet.value(row, column, fraction(part));
        } else if (cell instanceof Long || cell instanceof Integer) {
            sheet.value(row, column, (Number) cell);
        } else if (cell != null && !cell.toString().isEmpty()) {
            sheet.inlineString(row, column, cell.toString());
        }
    }

    /**
     * The question and its panels as one object; the stream is left open.
     *
     * @param view what the panels answer, which is less than was asked where something does not narrow them
     */
    public static void writeJson(View view, List<Panel> panels, OutputStream out) throws IOException {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("customer_id", view.customer());
        answer.put("release", view.release().code());
        answer.put("begin", view.period().begin().toString());
        answer.put("end", view.period().end().toString());
        view.comparison().of(view.period()).ifPresent(before -> {
            answer.put("compared_begin", before.begin().toString());
            answer.put("compared_end", before.end().toString());
        });
        answer.put("metric", view.metric().code());
        putFilters(view, answer);
        Map<String, Object> all = new LinkedHashMap<>();
        panels.forEach(panel -> all.put(panel.id(), rows(panel)));
        answer.put("panels", all);
        out.write(JSON.writeValueAsBytes(answer));
    }

    /** Puts what narrows a view. */
    public static void putFilters(View view, Map<String, Object> answer) {
        view.filters().forEach((field, terms) -> {
            if (!terms.in().isEmpty()) {
                answer.put(field.wanted(), terms.in());
            }
            if (!terms.out().isEmpty()) {
                answer.put(field.unwanted(), terms.out());
            }
        });
        if (!view.text().isEmpty()) {
            answer.put("q", view.text());
        }
    }

    /** Panels that answer no question of a customer, as one object; the stream is left open. */
    public static void writeJson(List<Panel> panels, OutputStream out) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        panels.forEach(panel -> all.put(panel.id(), rows(panel)));
        out.write(JSON.writeValueAsBytes(Map.of("panels", all)));
    }

    private static List<Map<String, @Nullable Object>> rows(Panel panel) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : panel.rows()) {
            Map<String, @Nullable Object> cells = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                cells.put(panel.columns().get(i).key(), plain(row.get(i)));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static @Nullable Object plain(@Nullable Object cell) {
        if (cell instanceof Temporal || cell instanceof Masked) {
            return cell.toString();
        }
        return cell instanceof Double part ? fraction(part) : cell;
    }
}
