package fr.comptoir.store.fact;

import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Sql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** How many rows of facts differ between two versions of a month: a shift from one Access_Type to another too, that changes no sum. */
final class ShiftedRows {
    private ShiftedRows() {}

    static long between(DataFolder folder, Path before, Path after) throws IOException {
        long[] rows = {0};
        try (Duck duck = Duck.open(folder.temporary())) {
            for (String file : List.of(FactFiles.ITEMS, FactFiles.TITLES, FactFiles.SEARCHES)) {
                String old = rows(before, after, file);
                String now = rows(after, before, file);
                String sql = "SELECT (SELECT count(*) FROM (" + old + " EXCEPT ALL " + now
                        + ")) + (SELECT count(*) FROM (" + now + " EXCEPT ALL " + old + "))";
                ColumnReader.read(
                        duck, sql, (chunk, count) -> rows[0] += chunk.vector(0).getLong(0));
            }
        } catch (SQLException e) {
            throw Duck.failure(e, before + " and " + after + " cannot be compared");
        }
        return rows[0];
    }

    /**
     * The rows under the texts of their sets: the numbers of sets hold within one version only. An older version may lack a column, which is
     * then null.
     */
    private static String rows(Path version, Path other, String file) {
        String both = Sql.parquet(List.of(version.resolve(file), other.resolve(file)), "union_by_name = true");
        return "SELECT f.* EXCLUDE (Customers), c.Customer_Set FROM (SELECT * FROM " + both + " WHERE file_index = 0)"
                + " f JOIN (SELECT"
                + " DISTINCT Customers, Customer_Set FROM " + Sql.parquet(List.of(version.resolve(FactFiles.CUSTOMERS)))
                + ") c USING (Customers)";
    }
}
