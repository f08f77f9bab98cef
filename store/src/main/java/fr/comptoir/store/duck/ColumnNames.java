package fr.comptoir.store.duck;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

/** Which columns there are: earlier programs wrote fewer. */
public final class ColumnNames {
    private ColumnNames() {}

    /** Those of what can be selected from. */
    public static Set<String> of(Duck duck, String source) throws SQLException, IOException {
        Set<String> columns = new TreeSet<>();
        ColumnReader.read(duck, "SELECT column_name FROM (DESCRIBE SELECT * FROM " + source + ")", (chunk, rows) -> {
            for (int row = 0; row < rows; row++) {
                columns.add(chunk.vector(0).getString(row));
            }
        });
        return columns;
    }
}
