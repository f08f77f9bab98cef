package fr.comptoir.store.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.comptoir.model.code.DataType;
import fr.comptoir.store.disk.Disk;
import fr.comptoir.store.disk.SortedLines;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Sql;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.duckdb.DuckDBReadableVector;

/**
 * {@code identifiers.tsv} of a version of the catalogue: DOIs, ISSNs and ISBNs of articles, chapters and all else that is no title, in their
 * order. There may be millions of them, so that they are found in the file and never held in memory.
 */
public final class ItemIdentifiers {
    /** The file beside the rows. */
    public static final String FILE = "identifiers.tsv";

    private static final int COLUMNS = 5;
    private static final int NAME_MAX = 200;

    /** How many are looked at for those that are wanted. */
    private static final int LOOKED_AT_MAX = 2_000;

    private ItemIdentifiers() {}

    /**
     * An identifier.
     *
     * @param identifier in lower case without accents; of an ISBN the digits
     * @param item the {@code item_id}; blank for the ISSNs and ISBNs that items of a title have and the title has not
     * @param title the title of the item; of an item without a title, the item itself
     * @param publisher of the title
     * @param name of the item, at its beginning; blank where the item is
     */
    public record Found(String identifier, String item, String title, String publisher, String name) {}

    /** Writes those of a catalogue. */
    static void write(Duck duck, Path catalogue, Path file) throws SQLException, IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            ColumnReader.read(duck, "SELECT * FROM (" + rows(catalogue) + ") ORDER BY ALL", (chunk, rows) -> {
                DuckDBReadableVector[] columns = ColumnReader.columns(chunk);
                for (int row = 0; row < rows; row++) {
                    for (int i = 0; i < COLUMNS; i++) {
                        out.write(ColumnReader.text(columns[i], row).getBytes(UTF_8));
                        out.write(i < COLUMNS - 1 ? '\t' : '\n');
                    }
                }
            });
        } catch (IOException e) {
            throw Disk.named(file, e);
        }
    }

    /** Whether they are written beside the rows of a catalogue: not by earlier programs. */
    public static boolean areWritten(Path catalogue) {
        return Files.exists(catalogue.resolveSibling(FILE));
    }

    /**
     * The first identifiers that begin with a text, in their order.
     *
     * @param catalogue the rows of the catalogue, beside which they are written
     * @param text as in {@link Found#identifier}
     * @param wanted of the first two thousand that begin so, which are
     */
    public static List<Found> beginning(Path catalogue, String text, Predicate<Found> wanted, int most)
            throws IOException {
        List<Found> found = new ArrayList<>();
        byte[] begin = text.getBytes(UTF_8);
        try (SortedLines lines = SortedLines.open(catalogue.resolveSibling(FILE))) {
            lines.seek(begin);
            for (int i = 0; i < LOOKED_AT_MAX && found.size() < most; i++) {
                byte[] line = lines.next();
                if (line == null
                        || line.length < begin.length
                        || !Arrays.equals(line, 0, begin.length, begin, 0, begin.length)) {
                    break;
                }
                String[] texts = new String(line, UTF_8).split("\t", -1);
                Found one = new Found(texts[0], texts[1], texts[2], texts[3], texts[4]);
                if (wanted.test(one)) {
                    found.add(one);
                }
            }
        }
        return found;
    }

    /** The same where they are not written: looks through all rows. */
    public static List<Found> inRows(Duck duck, Path catalogue, String text, Predicate<Found> wanted, int most)
            throws SQLException, IOException {
        List<Found> found = new ArrayList<>();
        String sql = "SELECT * FROM (" + rows(catalogue) + ") WHERE starts_with(identifier, " + Sql.text(text)
                + ") ORDER BY ALL LIMIT " + LOOKED_AT_MAX;
        ColumnReader.readWhile(duck, sql, (chunk, rows) -> {
            DuckDBReadableVector[] columns = ColumnReader.columns(chunk);
            for (int row = 0; row < rows && found.size() < most; row++) {
                String[] texts = new String[COLUMNS];
                for (int i = 0; i < COLUMNS; i++) {
                    texts[i] = ColumnReader.text(columns[i], row);
                }
                Found one = new Found(texts[0], texts[1], texts[2], texts[3], texts[4]);
                if (wanted.test(one)) {
                    found.add(one);
                }
            }
            return found.size() < most;
        });
        return found;
    }

    /** {@code (identifier, item, title, publisher, name)} in SQL, in no order. */
    private static String rows(Path catalogue) {
        String rows = Sql.parquet(List.of(catalogue));
        String items =
                "SELECT c.item_id AS item, coalesce(p.item_id, c.item_id) AS title, p.item_id IS NOT NULL AS titled,"
                        + " CASE WHEN p.item_id IS NULL THEN c.publisher ELSE p.publisher END AS publisher,"
                        + " left(coalesce(c.name, ''), " + NAME_MAX + ") AS name, c.doi AS doi,"
                        + " [c.print_issn, c.online_issn, replace(c.isbn, '-', '')] AS numbers,"
                        + " [p.print_issn, p.online_issn, replace(p.isbn, '-', '')] AS known FROM " + rows
                        + " c LEFT JOIN " + rows + " p ON p.item_id = c.parent_id AND (p.data_type IN "
                        + codes(type -> type.level() == DataType.Level.TITLE)
                        + " OR (p.parent_id IS NULL AND p.data_type IN "
                        + codes(type -> type.level() == DataType.Level.TITLE_OR_ITEM) + "))"
                        + " WHERE NOT c.removed AND c.data_type NOT IN "
                        + codes(type -> type.mayBeTitle() || type.isDatabase())
                        + " AND (c.parent_id IS NULL OR p.item_id IS NOT NULL)";
        String all =
                "SELECT lower(strip_accents(doi)) AS identifier, item, title, publisher, name FROM items WHERE doi <> ''"
                        + " UNION ALL SELECT DISTINCT lower(number), CASE WHEN titled THEN '' ELSE item END, title, publisher,"
                        + " CASE WHEN titled THEN '' ELSE name END FROM (SELECT *, unnest(numbers) AS number FROM items)"
                        + " WHERE number <> '' AND NOT coalesce(list_contains(known, number), false)";
        String bare = List.of("identifier", "item", "title", "publisher", "name").stream()
                .map(column ->
                        "translate(coalesce(" + column + ", ''), chr(9) || chr(10) || chr(13), '   ') AS " + column)
                .collect(Collectors.joining(", "));
        return "WITH items AS (" + items + ") SELECT " + bare + " FROM (" + all + ")";
    }

    private static String codes(Predicate<DataType> condition) {
        return Sql.texts(Arrays.stream(DataType.values())
                .filter(condition)
                .map(DataType::code)
                .toList());
    }
}
