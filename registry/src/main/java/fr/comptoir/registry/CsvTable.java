package fr.comptoir.registry;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import fr.comptoir.model.text.Sentence;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A CSV file with a header, read row by row with its columns put in an order of ours. */
final class CsvTable {
    private static final int HEADER_MAX = 1 << 16;

    /** Takes a row: {@code values} in the order of the known columns, blank as {@code ""}, the same array each time. */
    interface Row {
        void accept(int line, String[] values);
    }

    private final Path file;
    private final Problems problems;
    private final List<String> known;
    private final UnaryOperator<String> clean;
    private final int[] places;

    private CsvTable(Path file, Problems problems, List<String> known, UnaryOperator<String> clean) {
        this.file = file;
        this.clean = clean;
        this.problems = problems;
        this.known = known;
        places = new int[known.size()];
    }

    /**
     * Reads the whole file. What is wrong is added to {@code problems}; a row with an error of form is left out.
     *
     * @param known the names of the columns; any other is a warning
     * @param required how many of them, from the first on, must be there
     * @param clean what is done to each value, such as {@link #clean(String)}
     */
    static void read(
            Path file, Problems problems, List<String> known, int required, UnaryOperator<String> clean, Row row)
            throws IOException {
        if (!checkForm(file, problems)) {
            return;
        }
        CsvTable table = new CsvTable(file, problems, known, clean);
        try (Reader reader = Utf8.open(file);
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .skipEmptyLines(true)
                        .allowUnclosedQuote(false)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(reader)) {
            table.readRecords(csv, required, row);
        }
    }

    /** The first line of a file as it stands, without a byte order mark; absent when it is not UTF-8 or empty. */
    static Optional<String> firstLine(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(Utf8.open(file))) {
            char[] text = new char[HEADER_MAX];
            int length = 0;
            int count = reader.read(text, 0, HEADER_MAX);
            while (count > 0 && length < HEADER_MAX) {
                for (int i = length; i < length + count; i++) {
                    if (text[i] == '\n' || text[i] == '\r') {
                        return Optional.of(new String(text, 0, i));
                    }
                }
                length += count;
                count = reader.read(text, length, HEADER_MAX - length);
            }
            return length == 0 ? Optional.empty() : Optional.of(new String(text, 0, length));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean checkForm(Path file, Problems problems) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEADER_MAX);
        }
        if (head.length == 0) {
            problems.error(0, "", Sentence.of("file.empty", "is empty; a header line was expected"));
            return false;
        }
        for (byte each : head) {
            if (each == 0) {
                problems.error(
                        1,
                        "",
                        Sentence.of(
                                "file.text", "is not UTF-8 text (UTF-16, or no text at all); save it as CSV, UTF-8"));
                return false;
            }
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        String header = text.lines().findFirst().orElse("");
        if (header.indexOf(',') < 0) {
            Optional<Sentence> wrong = wrongSeparator(header);
            if (wrong.isPresent()) {
                problems.error(1, "", wrong.get());
                return false;
            }
        }
        return true;
    }

    private static Optional<Sentence> wrongSeparator(String header) {
        if (header.indexOf(';') >= 0) {
            return Optional.of(
                    Sentence.of("csv.semicolons", "the columns are separated by semicolons; commas were expected"));
        } else if (header.indexOf('\t') >= 0) {
            return Optional.of(Sentence.of("csv.tabs", "the columns are separated by tabs; commas were expected"));
        } else if (header.indexOf('|') >= 0) {
            return Optional.of(Sentence.of("csv.bars", "the columns are separated by '|'; commas were expected"));
        }
        return Optional.empty();
    }

    private void readRecords(CsvReader<CsvRecord> csv, int required, Row row) throws IOException {
        int line = 0;
        try {
            int columns = 0;
            String[] values = new String[known.size()];
            for (CsvRecord csvRecord : csv) {
                line = (int) csvRecord.getStartingLineNumber();
                if (columns == 0) {
                    columns = csvRecord.getFieldCount();
                    if (!readHeader(line, csvRecord, required)) {
                        return;
                    }
                } else if (csvRecord.getFieldCount() != columns) {
                    problems.error(
                            line,
                            "",
                            Sentence.of(
                                    "csv.columns",
                                    "has {0} columns; the header has {1}",
                                    csvRecord.getFieldCount(),
                                    columns));
                } else {
                    for (int i = 0; i < values.length; i++) {
                        values[i] = places[i] < 0 ? "" : clean.apply(csvRecord.getField(places[i]));
                    }
                    row.accept(line, values);
                }
            }
        } catch (CsvParseException e) {
            problems.error(line + 1, "", Sentence.of("csv.broken", "is no CSV: {0}", said(e)));
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof CharacterCodingException)) {
                throw e.getCause();
            }
            problems.error(Utf8.lineOfFirstError(file), "", Sentence.of("file.utf8", "is not UTF-8"));
        }
    }

    /** What the library that reads CSV says. */
    private static Sentence said(CsvParseException e) {
        String message = e.getCause() != null ? e.getCause().getMessage() : e.getMessage();
        return Sentence.of("csv.reason", "{0}", String.valueOf(message));
    }

    private boolean readHeader(int line, CsvRecord header, int required) {
        Arrays.fill(places, -1);
        for (int i = 0; i < header.getFieldCount(); i++) {
            String name = clean(header.getField(i)).toLowerCase(Locale.ROOT);
            int place = known.indexOf(name);
            if (place < 0) {
                if (!name.isEmpty()) {
                    problems.warning(line, name, Sentence.of("csv.column", "is no known column and is left out"));
                }
            } else if (places[place] >= 0) {
                problems.error(line, name, Sentence.of("csv.column-twice", "the column is there twice"));
            } else {
                places[place] = i;
            }
        }
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < required; i++) {
            if (places[i] < 0) {
                missing.add(known.get(i));
            }
        }
        missing.forEach(name -> problems.error(
                line,
                name,
                Sentence.of(
                        "csv.column-missing",
                        "the column is missing; the header has {0}",
                        String.join(", ", header.getFields()))));
        return !problems.hasErrors();
    }

    /** Without blanks around it; a tab, line end or other control character within becomes a blank. */
    static String clean(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < ' ' || value.charAt(i) == '\u007f') {
                return value.replaceAll("[\\x00-\\x20\\x7f]+", " ").strip();
            }
        }
        return value.strip();
    }
}
