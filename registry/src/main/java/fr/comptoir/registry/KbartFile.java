package fr.comptoir.registry;

import fr.comptoir.model.catalogue.CatalogueRow;
import fr.comptoir.model.text.Sentence;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A KBART file (NISO RP-9-2014): 25 columns separated by tabs, one title a line. A title becomes a row of the catalogue:
 *
 * <ul>
 *   <li>{@code item_id} is the title_id, else the online identifier, else the print identifier;
 *   <li>a serial is a Journal with ISSNs, a monograph a Book with its (online, else print) ISBN and the year it was published (online, else
 *       print) as YOP;
 *   <li>access type P is Controlled, F is Free_To_Read: KBART says free, not under an open licence;
 *   <li>the package is that of the file's name, {@code Provider_Region_Package_yyyy-mm-dd.txt}.
 * </ul>
 *
 * Coverage, embargo, and the parent and preceding title say what a customer may read and where a title comes from; they count nothing and are
 * accepted and not kept. {@code notes} is another name of {@code coverage_notes}.
 *
 * <p>A title may stand on several lines, one for each gap of its coverage: the first is taken. Columns beginning with {@code pkb-} are
 * extensions and are left out in silence.
 */
final class KbartFile {
    /** What KBART calls columns of the catalogue that come from one of its own. */
    static final Map<String, String> NAMES = Map.of(
            "item_id", "title_id",
            "name", "publication_title",
            "publisher", "publisher_name",
            "print_issn", "print_identifier",
            "online_issn", "online_identifier",
            "uri", "title_url");

    private static final List<String> COLUMNS = List.of(
            "publication_title",
            "print_identifier",
            "online_identifier",
            "date_first_issue_online",
            "num_first_vol_online",
            "num_first_issue_online",
            "date_last_issue_online",
            "num_last_vol_online",
            "num_last_issue_online",
            "title_url",
            "first_author",
            "title_id",
            "embargo_info",
            "coverage_depth",
            "coverage_notes",
            "publisher_name",
            "publication_type",
            "date_monograph_published_print",
            "date_monograph_published_online",
            "monograph_volume",
            "monograph_edition",
            "first_editor",
            "parent_publication_title_id",
            "preceding_publication_title_id",
            "access_type");
    /** What a column is called in files of another edition of the recommendation. */
    private static final Map<String, String> ALIASES = Map.of("notes", "coverage_notes");

    private static final Pattern FILE_NAME = Pattern.compile("([^_]+)_([^_]+)_(.+)_\\d{4}-\\d{2}-\\d{2}\\.(txt|tsv)");
    private static final Pattern DATE = Pattern.compile("(\\d{4})(-\\d{2}-\\d{2})?.*");

    private final Path file;
    private final Problems problems;
    private final Consumer<CatalogueRow> rows;
    private final CatalogueRowReader reader;
    private final String packages;
    private final Map<String, String> names = new HashMap<>();

    KbartFile(Path file, Problems problems, Consumer<CatalogueRow> rows) {
        this.file = file;
        this.problems = problems;
        this.rows = rows;
        reader = new CatalogueRowReader(problems);
        Matcher matcher = FILE_NAME.matcher(String.valueOf(file.getFileName()));
        packages = matcher.matches() ? matcher.group(3) : "";
    }

    static boolean isHeader(String line) {
        List<String> names = columns(line);
        return names.contains("publication_title")
                && (names.contains("title_id") || names.contains("publication_type"));
    }

    private static List<String> columns(String line) {
        return Arrays.stream(line.split("\t", -1))
                .map(name -> unquoted(name).toLowerCase(Locale.ROOT))
                .map(name -> ALIASES.getOrDefault(name, name))
                .toList();
    }

    /** Gives how many titles there are. */
    long read() throws IOException {
        try (BufferedReader lines = new BufferedReader(Utf8.open(file))) {
            String header = lines.readLine();
            List<String> columns = header == null ? List.of() : columns(header);
            sayColumns(columns);
            int line = 1;
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                line++;
                if (!text.isBlank()) {
                    readLine(line, columns, text.split("\t", -1));
                }
            }
        } catch (CharacterCodingException e) {
            problems.error(Utf8.lineOfFirstError(file), "", Sentence.of("file.utf8", "is not UTF-8"));
        }
        return names.size();
    }

    private void sayColumns(List<String> columns) {
        List<String> missing = new ArrayList<>(COLUMNS);
        missing.removeAll(columns);
        missing.forEach(
                column -> problems.warning(1, column, Sentence.of("kbart.missing", "is missing, a column of KBART")));
        for (String column : columns) {
            if (!COLUMNS.contains(column) && !column.startsWith("pkb-") && !column.isEmpty()) {
                problems.warning(1, column, Sentence.of("kbart.column", "is no column of KBART and is left out"));
            }
        }
    }

    private void readLine(int line, List<String> columns, String[] fields) {
        Map<String, String> title = new HashMap<>();
        for (int i = 0; i < Math.min(columns.size(), fields.length); i++) {
            title.put(columns.get(i), unquoted(fields[i]));
        }
        Optional<CatalogueRow> row = reader.read(line, values(line, title));
        if (row.isEmpty()) {
            return;
        }
        String before = names.putIfAbsent(row.get().itemId(), row.get().name());
        if (before == null) {
            rows.accept(row.get());
        } else if (!before.equals(row.get().name())) {
            problems.error(
                    line,
                    "title_id",
                    Sentence.of(
                            "kbart.twice",
                            "'{0}' stands already for '{1}'",
                            row.get().itemId(),
                            before));
        }
    }

    private String[] values(int line, Map<String, String> title) {
        String print = value(title, "print_identifier");
        String online = value(title, "online_identifier");
        boolean book = isBook(line, title);
        String[] values = new String[CatalogueRow.COLUMNS.size()];
        Arrays.fill(values, "");
        set(values, "item_id", first(value(title, "title_id"), first(online, print)));
        set(values, "data_type", book ? "Book" : "Journal");
        set(values, "name", value(title, "publication_title"));
        set(values, "publisher", value(title, "publisher_name"));
        set(
                values,
                "authors",
                first(value(title, "first_author"), value(title, "first_editor"))
                        .replace(';', ','));
        set(values, "access_type", accessType(line, value(title, "access_type")));
        set(values, "uri", value(title, "title_url"));
        set(values, "packages", packages.replace(';', ','));
        if (book) {
            set(values, "isbn", first(online, print));
            setDate(
                    values,
                    first(
                            value(title, "date_monograph_published_online"),
                            value(title, "date_monograph_published_print")));
        } else {
            set(values, "print_issn", print);
            set(values, "online_issn", online);
        }
        return values;
    }

    private boolean isBook(int line, Map<String, String> title) {
        String type = value(title, "publication_type").toLowerCase(Locale.ROOT);
        if (!type.equals("serial") && !type.equals("monograph")) {
            problems.error(
                    line, "publication_type", Sentence.of("kbart.type", "'{0}' is neither serial nor monograph", type));
        }
        return type.equals("monograph");
    }

    private String accessType(int line, String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "" -> "";
            case "F" -> "Free_To_Read";
            case "P" -> "Controlled";
            default -> {
                problems.error(line, "access_type", Sentence.of("kbart.access", "'{0}' is neither F nor P", text));
                yield "";
            }
        };
    }

    private static void setDate(String[] values, String date) {
        Matcher matcher = DATE.matcher(date);
        if (matcher.matches() && !matcher.group(1).equals("0000")) {
            set(values, "yop", matcher.group(1));
            if (matcher.group(2) != null) {
                set(values, "publication_date", date.substring(0, 10));
            }
        }
    }

    private static void set(String[] values, String column, String value) {
        values[CatalogueRow.COLUMNS.indexOf(column)] = value;
    }

    private static String value(Map<String, String> title, String column) {
        return title.getOrDefault(column, "");
    }

    private static String first(String value, String otherwise) {
        return value.isEmpty() ? otherwise : value;
    }

    /** A spreadsheet puts some fields between quotes; KBART itself does not. */
    private static String unquoted(String field) {
        String text = CsvTable.clean(field);
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? CsvTable.clean(text.substring(1, text.length() - 1).replace("\"\"", "\"")) : text;
    }
}
