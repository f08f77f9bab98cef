package fr.comptoir.store.catalogue;

import fr.comptoir.model.catalogue.CatalogueRow;
import fr.comptoir.store.duck.ColumnTable;
import fr.comptoir.store.duck.Duck;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Puts rows aside as Parquet, some hundred thousand at a time, so that a catalogue of millions is never in memory as a whole. */
final class CatalogueParts implements AutoCloseable {
    private static final int ROWS_MAX = 4 * Duck.ROW_GROUP;

    private final Path folder;
    private final Duck duck;
    private final List<Path> files = new ArrayList<>();
    private final List<List<String>> columns = new ArrayList<>();
    private int rows;

    CatalogueParts(Path folder, Path temporary) throws IOException {
        this.folder = folder;
        duck = Duck.open(temporary);
        for (int i = 0; i < CatalogueRow.COLUMNS.size(); i++) {
            columns.add(new ArrayList<>());
        }
    }

    Duck duck() {
        return duck;
    }

    void add(CatalogueRow row) throws IOException {
        List<String> values = row.values();
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).add(values.get(i));
        }
        rows++;
        if (rows == ROWS_MAX) {
            flush();
        }
    }

    /** Writes the rest; gives all files, at least one. */
    List<Path> finish() throws IOException {
        if (rows > 0 || files.isEmpty()) {
            flush();
        }
        return files;
    }

    private void flush() throws IOException {
        Path file = folder.resolve("part-" + files.size() + ".parquet");
        String name = "part" + files.size();
        ColumnTable table = new ColumnTable(name, rows);
        for (int i = 0; i < columns.size(); i++) {
            table.textsOrNull(CatalogueRow.COLUMNS.get(i), columns.get(i));
        }
        try {
            table.register(duck);
            duck.copySlices("SELECT * FROM " + name, file);
        } catch (SQLException e) {
            throw Duck.failure(e, file + " cannot be written");
        }
        files.add(file);
        columns.forEach(List::clear);
        rows = 0;
    }

    @Override
    public void close() throws IOException {
        duck.close();
    }
}
