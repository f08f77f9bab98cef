package fr.comptoir.server.directory;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import fr.comptoir.customers.customer.CustomerField;
import fr.comptoir.customers.customer.CustomerKind;
import fr.comptoir.operation.view.SpreadsheetText;
import fr.comptoir.server.directory.CustomerRow.Place;
import fr.comptoir.server.directory.CustomerRow.UnreadableFileException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Customers as CSV: the columns of {@code institutions.csv}, and those that only people look at. A list stands in one cell, one entry a
 * line; {@code ;} between entries is read too. Texts are those of {@link SpreadsheetText}.
 */
final class CustomerCsv {
    private static final int ROWS_MAX = 20_000;

    private static final Set<String> YES = Set.of("true", "vrai", "yes", "oui", "1");
    private static final Set<String> NO = Set.of("false", "faux", "no", "non", "0");

    private CustomerCsv() {}

    static String write(List<CustomerRow> rows) {
        List<String> header = new ArrayList<>(List.of(CustomerRow.CUSTOMER_ID, CustomerRow.KIND));
        for (CustomerField field : CustomerField.values()) {
            header.add(field.key());
        }
        header.addAll(List.of(CustomerRow.LISTED, CustomerRow.RANGES));
        for (BelongingList list : BelongingList.values()) {
            header.add(String.valueOf(CustomerRow.LISTS.get(list)));
        }
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(header);
            for (CustomerRow row : rows) {
                csv.writeRecord(
                        cells(row).stream().map(SpreadsheetText::shielded).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory is written", e);
        }
        return text.toString();
    }

    private static List<String> cells(CustomerRow row) {
        List<String> cells = new ArrayList<>(List.of(row.customerId(), String.valueOf(row.kind())));
        for (CustomerField field : CustomerField.values()) {
            cells.add(row.fields().getOrDefault(field, ""));
        }
        cells.add(String.valueOf(row.listed()));
        cells.add(row.ranges() == null ? "" : row.ranges().strip());
        for (BelongingList list : BelongingList.values()) {
            cells.add(ListCell.write(row.lists().getOrDefault(list, "").strip()));
        }
        return cells;
    }

    static CustomerRow.Read read(String text) throws UnreadableFileException {
        String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        String first = bare.lines().findFirst().orElse("");
        char separator = first.indexOf('\t') >= 0 ? '\t' : first.indexOf(';') >= 0 ? ';' : ',';
        List<CustomerRow> rows = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        List<String> header = List.of();
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder().fieldSeparator(separator).ofCsvRecord(bare)) {
            for (CsvRecord next : csv) {
                if (header.isEmpty()) {
                    header = next.getFields().stream()
                            .map(name -> name.strip().toLowerCase(Locale.ROOT))
                            .toList();
                    check(header);
                } else if (rows.size() == ROWS_MAX) {
                    throw new UnreadableFileException("exchange.bad.rows", ROWS_MAX);
                } else {
                    rows.add(row(header, next));
                    once(rows.get(rows.size() - 1), ids, Place.line(next.getStartingLineNumber()));
                }
            }
        } catch (CsvParseException e) {
            throw new UnreadableFileException("exchange.bad.csv");
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory is read", e);
        }
        check(header);
        List<String> unread = header.stream()
                .filter(name -> !name.isEmpty() && !CustomerRow.isColumn(name))
                .toList();
        return CustomerRow.Read.of(rows, unread);
    }

    /** Also of a file without a line. */
    private static void check(List<String> header) throws UnreadableFileException {
        if (!header.contains(CustomerRow.CUSTOMER_ID)) {
            throw new UnreadableFileException("exchange.bad.column", CustomerRow.CUSTOMER_ID);
        }
        Set<String> names = new HashSet<>();
        for (String name : header) {
            if (!name.isEmpty() && !names.add(name)) {
                throw new UnreadableFileException("exchange.bad.twice", Place.line(1), name);
            }
        }
    }

    /** Of two rows of one customer neither is taken in silence. */
    static void once(CustomerRow row, Set<String> ids, Place where) throws UnreadableFileException {
        if (!ids.add(row.customerId())) {
            throw new UnreadableFileException("exchange.bad.twice", where, row.customerId());
        }
    }

    private static CustomerRow row(List<String> header, CsvRecord line) throws UnreadableFileException {
        if (line.getFieldCount() > header.size()) {
            throw new UnreadableFileException(
                    "exchange.bad.cells",
                    Place.line(line.getStartingLineNumber()),
                    line.getFieldCount(),
                    header.size());
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < line.getFieldCount(); i++) {
            String cell = SpreadsheetText.bare(line.getField(i)).strip();
            boolean list = CustomerRow.LISTS.containsValue(header.get(i));
            cells.put(header.get(i), list ? ListCell.read(cell) : cell);
        }
        return row(cells, Place.line(line.getStartingLineNumber()));
    }

    /**
     * A row of its cells, lists with an entry a line.
     *
     * @param where for sentences about it
     */
    static CustomerRow row(Map<String, String> cells, Place where) throws UnreadableFileException {
        Map<CustomerField, String> fields = new EnumMap<>(CustomerField.class);
        for (CustomerField field : CustomerField.values()) {
            String cell = cells.get(field.key());
            if (cell != null) {
                fields.put(field, cell);
            }
        }
        Map<BelongingList, String> lists = new EnumMap<>(BelongingList.class);
        CustomerRow.LISTS.forEach((list, name) -> {
            String cell = cells.get(name);
            if (cell != null) {
                lists.put(list, cell);
            }
        });
        String id = cells.getOrDefault(CustomerRow.CUSTOMER_ID, "");
        if (id.isEmpty()) {
            throw new UnreadableFileException("exchange.bad.blank", where, CustomerRow.CUSTOMER_ID);
        }
        return new CustomerRow(
                id,
                kind(cells.getOrDefault(CustomerRow.KIND, ""), where),
                fields,
                isListed(cells.getOrDefault(CustomerRow.LISTED, ""), where),
                cells.get(CustomerRow.RANGES),
                lists);
    }

    /** Spreadsheets write the words of their own language, in capitals. */
    private static @Nullable Boolean isListed(String text, Place where) throws UnreadableFileException {
        if (text.isBlank()) {
            return null;
        }
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (!YES.contains(word) && !NO.contains(word)) {
            throw new UnreadableFileException("exchange.bad.kind", where, text, "true, false");
        }
        return YES.contains(word);
    }

    private static @Nullable CustomerKind kind(String text, Place where) throws UnreadableFileException {
        if (text.isEmpty()) {
            return null;
        }
        for (CustomerKind kind : CustomerKind.values()) {
            if (kind.name().equalsIgnoreCase(text)) {
                return kind;
            }
        }
        throw new UnreadableFileException(
                "exchange.bad.kind",
                where,
                text,
                Stream.of(CustomerKind.values()).map(Enum::name).collect(Collectors.joining(", ")));
    }
}
