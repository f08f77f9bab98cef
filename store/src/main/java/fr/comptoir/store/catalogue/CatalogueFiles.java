package fr.comptoir.store.catalogue;

import fr.comptoir.model.catalogue.CatalogueRow;
import fr.comptoir.model.site.InputException;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.disk.Disk;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.fact.FactFiles;
import fr.comptoir.store.state.Counted;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.state.Restatement;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duckdb.DuckDBDataChunkReader;

/**
 * {@code catalogue/v<n>/}: the rows of the catalogue as Parquet, sorted by id, and the index that the registry makes of them. A row that a
 * new catalogue no longer has, but that counted facts still name, is kept and marked as removed: for its names in reports, and for nothing
 * else.
 */
public final class CatalogueFiles {
    /** Names of the files in the folder of a version. */
    public static final String ROWS = "catalogue.parquet";

    public static final String INDEX = "index.bin";

    /** Gives rows one by one. */
    @FunctionalInterface
    public interface Rows {
        void each(Row row) throws IOException, InputException;
    }

    /** Takes one row. */
    @FunctionalInterface
    public interface Row {
        void take(CatalogueRow row) throws IOException;
    }

    /** Makes the index. */
    @FunctionalInterface
    public interface IndexBuilder {
        /**
         * Writes the index.
         *
         * @param all every row that is not removed, by ascending id, as often as it is asked for
         * @param file the file to write; it is synced afterwards
         */
        void build(Rows all, Path file) throws IOException, InputException;
    }

    private final DataFolder folder;
    private final Disk disk;

    public CatalogueFiles(DataFolder folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /**
     * Writes the next version: the present rows, of which those with the same {@code item_id} are replaced.
     *
     * @param imported the new rows, each id once
     * @param replace whether they are the whole truth
     * @return the new version, for {@link State#withCatalogue}
     */
    public int write(State state, Rows imported, boolean replace, IndexBuilder index)
            throws IOException, InputException {
        int version = state.catalogue() + 1;
        Path target = folder.catalogue(version);
        Path unfinished = target.resolveSibling(target.getFileName() + DataFolder.UNFINISHED);
        disk.delete(unfinished);
        disk.delete(target);
        disk.makeFolder(unfinished);
        Path parts = disk.makeFolder(folder.temporary().resolve("catalogue"));
        try {
            merge(state, imported, replace, parts, unfinished.resolve(ROWS));
        } finally {
            disk.delete(parts);
        }
        index.build(row -> read(unfinished, row), unfinished.resolve(INDEX));
        disk.syncAll(unfinished);
        disk.rename(unfinished, target);
        return version;
    }

    private void merge(State state, Rows imported, boolean replace, Path parts, Path target)
            throws IOException, InputException {
        try (CatalogueParts writer = new CatalogueParts(parts, folder.temporary())) {
            imported.each(writer::add);
            List<Path> files = writer.finish();
            String sql = "SELECT *, false AS removed FROM " + Sql.parquet(files);
            if (state.catalogue() > 0) {
                String kept = replace ? "true AS removed" : "removed AS removed";
                sql += " UNION ALL SELECT * REPLACE (" + kept + ") FROM "
                        + Sql.parquet(
                                List.of(folder.catalogue(state.catalogue()).resolve(ROWS)))
                        + " WHERE item_id NOT IN (SELECT item_id FROM " + Sql.parquet(files) + ")";
                if (replace) {
                    sql += " AND item_id IN (" + named(state) + ")";
                }
            }
            writer.duck().copy(sql + " ORDER BY item_id", target);
            ItemIdentifiers.write(writer.duck(), target, target.resolveSibling(ItemIdentifiers.FILE));
        } catch (SQLException e) {
            throw Duck.failure(e, target + " cannot be written");
        }
    }

    /** A query that gives every id that counted facts name. */
    private String named(State state) {
        List<Path> items = new ArrayList<>();
        List<Path> titles = new ArrayList<>();
        List<Path> searches = new ArrayList<>();
        for (MonthState month : state.months().values()) {
            List<Counted> countings = new ArrayList<>();
            month.counted().ifPresent(countings::add);
            month.proposed().map(Restatement::counted).ifPresent(countings::add);
            month.restatements()
                    .forEach(
                            restatement -> restatement.applied().ifPresent(applied -> countings.add(applied.before())));
            for (Counted counted : countings) {
                Path version = folder.facts(month.month(), counted.facts());
                items.add(version.resolve(FactFiles.ITEMS));
                titles.add(version.resolve(FactFiles.TITLES));
                searches.add(version.resolve(FactFiles.SEARCHES));
            }
        }
        if (items.isEmpty()) {
            return "SELECT NULL WHERE false";
        }
        return "SELECT unnest([Item_ID, Title_ID, Parent_ID, Database_ID]) FROM " + Sql.parquet(items)
                + " UNION SELECT unnest([Title_ID, Database_ID]) FROM " + Sql.parquet(titles)
                + " UNION SELECT Database_ID FROM " + Sql.parquet(searches);
    }

    /** Gives every row of a version that is not removed, by ascending id; their line is 0. */
    public void read(int version, Row row) throws IOException {
        if (version > 0) {
            read(folder.catalogue(version), row);
        }
    }

    /** The rows of a version with some ids, removed ones too, by id; their line is 0. All rows are looked at, and only these kept. */
    public Map<String, CatalogueRow> find(int version, Set<String> ids) throws IOException {
        Map<String, CatalogueRow> found = new HashMap<>();
        if (version > 0 && !ids.isEmpty()) {
            read(folder.catalogue(version), "true", row -> {
                if (ids.contains(row.itemId())) {
                    found.put(row.itemId(), row);
                }
            });
        }
        return found;
    }

    /** The index of a version. */
    public Path index(int version) {
        return folder.catalogue(version).resolve(INDEX);
    }

    private void read(Path version, Row row) throws IOException {
        read(version, "NOT removed ORDER BY item_id", row);
    }

    private void read(Path version, String condition, Row row) throws IOException {
        Path file = version.resolve(ROWS);
        String columns = String.join(", ", CatalogueRow.COLUMNS);
        String sql = "SELECT " + columns + " FROM " + Sql.parquet(List.of(file)) + " WHERE " + condition;
        try (Duck duck = Duck.open(folder.temporary())) {
            ColumnReader.read(duck, sql, (chunk, rows) -> {
                for (int i = 0; i < rows; i++) {
                    row.take(row(chunk, i));
                }
            });
        } catch (SQLException e) {
            throw Duck.failure(e, file + " cannot be read");
        }
    }

    private static CatalogueRow row(DuckDBDataChunkReader chunk, int row) {
        String[] v = new String[CatalogueRow.COLUMNS.size()];
        for (int i = 0; i < v.length; i++) {
            v[i] = ColumnReader.text(chunk.vector(i), row);
        }
        return new CatalogueRow(
                0, v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9], v[10], v[11], v[12], v[13], v[14], v[15],
                v[16], v[17], v[18], v[19], v[20]);
    }
}
