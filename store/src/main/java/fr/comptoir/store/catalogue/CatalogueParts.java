package fr.comptoir.store.catalogue;

import fr.comptoir.model.catalogue.CatalogueRow;
import fr.comptoir.store.duck.ColumnTable;
import fr.comptoir.store.duck.Duck;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBColumnType;

/** Puts rows aside as Parquet, some hundred thousand at a time, so that a catalogue of millions is never in memory as a whole. */
final class CatalogueParts implements AutoCloseable {
    private static final int ROWS_MAX = 4 * ColumnTable.SLICE;

    private final Path folder;
    private final Duck duck;
    private final List<Path> files = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>(ROWS_MAX);

    CatalogueParts(Path folder, Path temporary) throws IOException {
        this.folder = folder;
        duck = Duck.open(temporary);
    }

    Duck duck() {
        return duck;
    }

    void add(CatalogueRow row) throws IOException {
        rows.add(row.values());
        if (rows.size() == ROWS_MAX) {
            flush();
        }
    }

    /** Writes the rest; gives all files, at least one. */
    List<Path> finish() throws IOException {
        if (!rows.isEmpty() || files.isEmpty()) {
            flush();
        }
        return files;
    }

    private void flush() throws IOException {
        Path file = folder.resolve("part-" + files.size() + ".parquet");
        String name = "part" + files.size();
        ColumnTable table = new ColumnTable(name, rows.size());
        for (int i = 0; i < CatalogueRow.COLUMNS.size(); i++) {
            int column = i;
            table.with(CatalogueRow.COLUMNS.get(i), DuckDBColumnType.VARCHAR, (vector, at, row) -> {
                String value = rows.get(row).get(column);
                if (value.isEmpty()) {
                    vector.setNull(at);
                } else {
                    vector.setString(at, value);
                }
            });
        }
        try {
            table.register(duck);
            duck.copySlices("SELECT * FROM " + name + "()", file);
        } catch (SQLException e) {
            throw Duck.failure(e, file + " cannot be written");
        }
        files.add(file);
        rows.clear();
    }

    @Override
    public void close() throws IOException {
        duck.close();
    }
}
