package fr.comptoir.store.action;

import fr.comptoir.model.action.Actions;
import fr.comptoir.model.action.Names;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.duck.ColumnNames;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.state.ActionFile;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.state.RetractedLine;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/**
 * The actions that one counting looks at, read as a whole or in parts, so that a month larger than the memory can be counted part by
 * part. All that is read from one set shares its dictionaries. Not thread-safe.
 */
public final class ActionSet implements AutoCloseable {
    /** Where the number of the file begins in the id of a row; below it is the row's number in the file. */
    private static final int FILE_SHIFT = 40;

    private static final String PICKED = "picked";

    static final String CANNOT_BE_READ = "actions cannot be read";

    private final Duck duck;
    private final String source;
    private final String where;
    private final Actions.Dictionaries dictionaries = Actions.Dictionaries.create();

    private ActionSet(Duck duck, String source, String where) {
        this.duck = duck;
        this.source = source;
        this.where = where;
    }

    static ActionSet open(DataFolder folder, List<MonthState> months, String condition, ActionFilter filter)
            throws IOException {
        List<Path> files = new ArrayList<>();
        List<RetractedLine> retracted = new ArrayList<>();
        for (MonthState month : months) {
            for (ActionFile file : month.actions()) {
                files.add(folder.actions(month.month(), file.name()));
            }
            retracted.addAll(month.retracted());
        }
        Duck duck = Duck.open(folder.temporary());
        try {
            String source = files.isEmpty() ? "" : source(duck, files);
            String where = where(condition, filter, retracted);
            boolean picks = !source.isEmpty() && !filter.around().isEmpty();
            if (picks) {
                pick(duck, source, where, filter);
            }
            ActionSet set = picks ? new ActionSet(duck, PICKED, "true") : new ActionSet(duck, source, where);
            set.learnDictionaries();
            return set;
        } catch (SQLException e) {
            duck.close();
            throw Duck.failure(e, folder.actions() + " cannot be read");
        }
    }

    /** Reads the files once: what belongs to a customer, and what its users and sessions did besides. */
    private static void pick(Duck duck, String source, String where, ActionFilter filter)
            throws SQLException, IOException {
        Set<String> sets = new HashSet<>();
        ColumnReader.read(
                duck, "SELECT DISTINCT customers FROM " + source + " r WHERE customers IS NOT NULL", (chunk, rows) -> {
                    for (int row = 0; row < rows; row++) {
                        String set = chunk.vector(0).getString(row);
                        if (List.of(set.split("\\|")).contains(filter.around())) {
                            sets.add(set);
                        }
                    }
                });
        String own = sets.isEmpty() ? "false" : "r.customers IN " + Sql.texts(sets);
        duck.execute("CREATE TABLE " + PICKED + " AS SELECT *, file_index FROM " + source + " r WHERE " + where
                + " AND " + own);
        // what others did is looked for in two columns first: mostly there is nothing
        String ofUsers = "r.user_hash IN (SELECT user_hash FROM " + PICKED + ")";
        String around = filter.wholeSessions()
                ? "(" + ofUsers + " OR r.session_hash IN (SELECT session_hash FROM " + PICKED + "))"
                : ofUsers;
        String others = " FROM " + source + " r WHERE " + where + " AND (" + own + ") IS NOT TRUE AND ";
        duck.execute("CREATE TABLE others AS SELECT file_index AS f, file_row_number AS n" + others + around);
        boolean[] some = {false};
        ColumnReader.read(duck, "SELECT 1 FROM others LIMIT 1", (chunk, rows) -> some[0] = rows > 0);
        if (some[0]) {
            duck.execute("INSERT INTO " + PICKED + " SELECT *, file_index" + others
                    + "(file_index, file_row_number) IN (SELECT f, n FROM others)");
        }
    }

    /** All files as one, with the columns that none of them may have. */
    private static String source(Duck duck, List<Path> files) throws SQLException, IOException {
        String all = Sql.parquet(files, "file_row_number = true, union_by_name = true");
        Set<String> there = ColumnNames.of(duck, all);
        String missing = ActionColumns.ADDED.stream()
                .filter(column -> !there.contains(column))
                .map(column -> ", NULL::VARCHAR AS " + column)
                .collect(Collectors.joining());
        return missing.isEmpty() ? all : "(SELECT *, file_index" + missing + " FROM " + all + ")";
    }

    private static String where(String condition, ActionFilter filter, List<RetractedLine> retracted) {
        StringBuilder where = new StringBuilder(condition);
        if (!filter.itemIds().isEmpty()) {
            where.append(" AND r.item_id IN ").append(Sql.texts(filter.itemIds()));
        }
        if (!filter.customers().isEmpty()) {
            String list = filter.customers().stream().map(Sql::text).collect(Collectors.joining(", ", "[", "]"));
            where.append(" AND list_has_any(string_split(r.customers, '|'), ")
                    .append(list)
                    .append(')');
        }
        if (!filter.sessions().isEmpty()) {
            String list =
                    filter.sessions().stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
            where.append(" AND r.session_hash IN (").append(list).append(')');
        }
        return where.append(without(retracted)).toString();
    }

    /** The condition, after others, that leaves lines out of rows {@code r}; blank for none. */
    static String without(List<RetractedLine> retracted) {
        return retracted.isEmpty()
                ? ""
                : retracted.stream()
                        .map(line -> "(" + line.input() + ", " + line.line() + ")")
                        .collect(Collectors.joining(", ", " AND (r.input, r.line) NOT IN (", ")"));
    }

    private void learnDictionaries() throws SQLException, IOException {
        if (!source.isEmpty()) {
            learn("item_id", dictionaries.items());
            learn("customers", dictionaries.customers());
            learn("organisation", dictionaries.organisations());
            learn("format", dictionaries.formats());
            learn("page_rule", dictionaries.pageRules());
            learn("arrival", dictionaries.arrivals());
            String addresses = "SELECT DISTINCT address_hash, network48_hash, network64_hash FROM " + source
                    + " r WHERE " + where + " AND address_hash <> 0 ORDER BY ALL";
            ColumnReader.read(duck, addresses, (chunk, rows) -> {
                for (int row = 0; row < rows; row++) {
                    dictionaries
                            .addresses()
                            .add(
                                    chunk.vector(0).getLong(row),
                                    chunk.vector(1).getLong(row),
                                    chunk.vector(2).getLong(row));
                }
            });
        }
        ActionColumns.registerDictionaries(duck, dictionaries);
    }

    private void learn(String column, Names names) throws SQLException, IOException {
        String sql = "SELECT DISTINCT " + column + " AS v FROM " + source + " r WHERE " + where
                + " AND v IS NOT NULL ORDER BY v";
        ColumnReader.read(duck, sql, (chunk, rows) -> {
            for (int row = 0; row < rows; row++) {
                names.number(chunk.vector(0).getString(row));
            }
        });
    }

    public Actions.Dictionaries dictionaries() {
        return dictionaries;
    }

    /** How many rows {@link #all()} would give. */
    public long rows() throws IOException {
        if (source.isEmpty()) {
            return 0;
        }
        long[] count = new long[1];
        query(
                "SELECT count(*) FROM " + source + " r WHERE " + where,
                (chunk, rows) -> count[0] = chunk.vector(0).getLong(0));
        return count[0];
    }

    /** How many rows each set of customers has, by its number in the dictionary. */
    public long[] rowsOfCustomers() throws IOException {
        long[] sizes = new long[dictionaries.customers().size()];
        if (!source.isEmpty()) {
            query(
                    "SELECT coalesce(customers, '') AS v, count(*) FROM " + source + " r WHERE " + where
                            + " GROUP BY v",
                    (chunk, rows) -> {
                        for (int row = 0; row < rows; row++) {
                            int number = dictionaries
                                    .customers()
                                    .number(chunk.vector(0).getString(row));
                            sizes[number] += chunk.vector(1).getLong(row);
                        }
                    });
        }
        return sizes;
    }

    public ActionRows all() throws IOException {
        Loader loader = new Loader();
        load(loader::take);
        return loader.rows();
    }

    /** Gives all rows, some at a time. */
    void read(SpilledRows.Taker taker) throws IOException {
        Loader loader = new Loader();
        load((chunk, rows) -> {
            loader.actions.size = 0;
            loader.take(chunk, rows);
            taker.take(loader.rows());
        });
    }

    /** The set cut into parts, when it is too large for the memory; 1 is the least. To be closed before the set. */
    public ActionParts cut(int parts) {
        return new ActionParts(this, parts);
    }

    /** A folder for what does not fit in memory, gone with the set. */
    Path folder(String name) throws IOException {
        return duck.folder().resolve(name);
    }

    /** All rows as numbers, in SQL: {@code id} and the columns of {@link ActionColumns#READ}. */
    private String numbers() {
        return "SELECT (r.file_index::BIGINT << " + FILE_SHIFT + ") | r.file_row_number AS id, " + ActionColumns.READ
                + " FROM (SELECT *, file_index FROM " + source + ") r " + ActionColumns.READ_JOINS + " WHERE " + where;
    }

    private void load(ColumnReader.Chunks chunks) throws IOException {
        if (!source.isEmpty()) {
            query(numbers(), chunks);
        }
    }

    private void query(String sql, ColumnReader.Chunks chunks) throws IOException {
        try {
            ColumnReader.read(duck, sql, chunks);
        } catch (SQLException e) {
            throw Duck.failure(e, CANNOT_BE_READ);
        }
    }

    @Override
    public void close() throws IOException {
        duck.close();
    }

    /** Copies chunks into columns. */
    private final class Loader {
        private final Actions actions = new Actions(dictionaries, 0);
        private long[] ids = new long[0];

        ActionRows rows() {
            return new ActionRows(actions, ids);
        }

        void take(DuckDBDataChunkReader chunk, int rows) {
            int from = actions.size;
            for (int row = 0; row < rows; row++) {
                actions.add();
            }
            if (ids.length < actions.time.length) {
                ids = Arrays.copyOf(ids, actions.time.length);
            }
            DuckDBReadableVector[] column = ColumnReader.columns(chunk);
            for (int row = 0; row < rows; row++) {
                int at = from + row;
                ids[at] = column[0].getLong(row);
                actions.time[at] = column[1].getLong(row);
                actions.day[at] = (int) column[2].getLong(row);
                actions.user[at] = column[3].getLong(row);
                actions.userIdentity[at] = (byte) column[4].getInt(row);
                actions.session[at] = column[5].getLong(row);
                actions.address[at] = column[6].getInt(row);
                actions.organisation[at] = column[7].getInt(row);
                actions.customers[at] = column[8].getInt(row);
                actions.item[at] = column[9].getInt(row);
                actions.kind[at] = (byte) column[10].getInt(row);
                actions.format[at] = (short) column[11].getInt(row);
                actions.accessMethod[at] = (byte) column[12].getInt(row);
                actions.accessTypeR5[at] = (byte) column[13].getInt(row);
                actions.pageRule[at] = (short) column[14].getInt(row);
                actions.input[at] = column[15].getInt(row);
                actions.line[at] = column[16].getInt(row);
                actions.part[at] = column[17].getShort(row);
                actions.arrival[at] = (short) column[18].getInt(row);
                actions.route[at] = (byte) column[19].getInt(row);
            }
        }
    }
}
