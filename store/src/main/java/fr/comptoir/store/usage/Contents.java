package fr.comptoir.store.usage;

import fr.comptoir.model.code.DataType;
import fr.comptoir.store.disk.Disk;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.KeptDuck;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.usage.UsageQuery.Content;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What can be chosen and named, out of a catalogue: its titles, databases and items without a title. Made once for a catalogue and kept, as is the
 * open-access status of all its rows.
 */
final class Contents {
    static final String SEPARATOR = ";";
    private static final String NAMED =
            "SELECT (row_number() OVER (ORDER BY item_id) - 1)::INTEGER AS n, item_id, data_type, name, publisher, doi, isbn, print_issn, online_issn, uri, "
                    + "packages, "
                    + FoldedText.sql(
                            "concat_ws(' ', item_id, name, publisher, doi, isbn, print_issn, online_issn, issn_l, packages, "
                                    + "replace(concat_ws(' ', isbn, print_issn, online_issn, issn_l), '-', ''))")
                    + " AS words FROM ";

    private final String table;

    private final int size;

    private Contents(String table, int size) {
        this.table = table;
        this.size = size;
    }

    /** Those of a catalogue, made or kept; an import makes another catalogue, and a copy put in its place has another date. */
    static Contents of(KeptDuck kept, Path catalogue) throws SQLException, IOException {
        return kept.table(
                "contents " + Disk.identity(catalogue), Contents.class, (duck, table) -> make(duck, table, catalogue));
    }

    /**
     * The open-access status of what has one, or whose parent has.
     *
     * @param table {@code (item_id, oa_status, number)}, the last its place among all statuses, from 1
     */
    record OpenAccess(String table, List<String> statuses) {}

    /** That of a catalogue, made or kept. */
    static OpenAccess openAccess(KeptDuck kept, Path catalogue) throws SQLException, IOException {
        return kept.table("open access " + Disk.identity(catalogue), OpenAccess.class, (duck, table) -> {
            String rows = Sql.parquet(List.of(catalogue));
            duck.execute("CREATE TABLE " + table
                    + " AS SELECT c.item_id, coalesce(c.oa_status, p.oa_status) AS oa_status,"
                    + " dense_rank() OVER (ORDER BY coalesce(c.oa_status, p.oa_status))::INTEGER AS number FROM "
                    + rows + " c LEFT JOIN " + rows + " p ON p.item_id = c.parent_id"
                    + " WHERE coalesce(c.oa_status, p.oa_status) IS NOT NULL");
            List<String> statuses = new ArrayList<>();
            ColumnReader.read(
                    duck, "SELECT DISTINCT oa_status FROM " + table + " ORDER BY oa_status", (chunk, size) -> {
                        for (int row = 0; row < size; row++) {
                            statuses.add(chunk.vector(0).getString(row));
                        }
                    });
            return new OpenAccess(table, List.copyOf(statuses));
        });
    }

    /** The table {@code (package, title, data_type)} of the titles that are in packages; made or kept. */
    static String packages(KeptDuck kept, Path catalogue) throws SQLException, IOException {
        String contents = of(kept, catalogue).table();
        return kept.table("packages " + Disk.identity(catalogue), String.class, (duck, table) -> {
            String databases = codes(DataType::isDatabase);
            duck.execute("CREATE TABLE " + table
                    + " AS SELECT DISTINCT trim(name) AS package, title, data_type FROM (SELECT item_id AS title, data_type,"
                    + " unnest(string_split(packages, '" + SEPARATOR + "')) AS name FROM " + contents
                    + " WHERE data_type IN " + titles() + " AND data_type NOT IN " + databases
                    + ") WHERE trim(name) <> ''");
            return table;
        });
    }

    private static String titles() {
        return codes(type -> type.level() != DataType.Level.ITEM);
    }

    private static String codes(Predicate<DataType> condition) {
        return Arrays.stream(DataType.values())
                .filter(condition)
                .map(DataType::code)
                .collect(Collectors.collectingAndThen(Collectors.toList(), Sql::texts));
    }

    private static Contents make(Duck duck, String table, Path catalogue) throws SQLException, IOException {
        String rows = Sql.parquet(List.of(catalogue));
        duck.execute("CREATE TABLE " + table + " AS " + NAMED + rows + " WHERE parent_id IS NULL OR data_type IN "
                + titles());
        int[] size = {0};
        ColumnReader.read(
                duck,
                "SELECT count(*)::INTEGER FROM " + table,
                (chunk, some) -> size[0] = chunk.vector(0).getInt(0));
        return new Contents(table, size[0]);
    }

    int size() {
        return size;
    }

    /** {@code (n, item_id, data_type, name, publisher, doi, isbn, print_issn, online_issn, uri, packages, words)} in SQL; n numbers them from 0, always in the same way. */
    String table() {
        return table;
    }

    /** Makes the table {@link UsageSql#CHOSEN}. */
    void choose(Duck duck, Content content) throws SQLException {
        duck.execute("CREATE TABLE " + UsageSql.CHOSEN + " AS SELECT item_id AS id FROM " + table + " WHERE "
                + condition(content));
    }

    static String condition(Content content) {
        List<String> all = new ArrayList<>(List.of("true"));
        values(all, "item_id", content.titles());
        values(all, "coalesce(publisher, '')", content.publishers());
        packages(all, content.packages().in(), "");
        packages(all, content.packages().out(), "NOT ");
        content.words().forEach(word -> all.add(FoldedText.holds("words", word)));
        return String.join(" AND ", all);
    }

    private static void values(List<String> all, String column, Choice<String> choice) {
        if (!choice.in().isEmpty()) {
            all.add(column + " IN " + Sql.texts(choice.in()));
        }
        if (!choice.out().isEmpty()) {
            all.add(column + " NOT IN " + Sql.texts(choice.out()));
        }
    }

    private static void packages(List<String> all, Set<String> names, String not) {
        if (!names.isEmpty()) {
            String list = names.stream().map(Sql::text).collect(Collectors.joining(", ", "[", "]"));
            all.add(not + "list_has_any(list_transform(string_split(coalesce(packages, ''), '" + SEPARATOR
                    + "'), lambda x: trim(x)), " + list + ")");
        }
    }
}
