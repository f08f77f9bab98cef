package fr.comptoir.store.fact;

import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.duck.ColumnNames;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Sql;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** How many rows of facts differ between two versions of a month: a shift from one Access_Type to another too, that changes no sum. */
final class ShiftedRows {
    private ShiftedRows() {}

    static long between(DataFolder folder, Path before, Path after) throws IOException {
        long[] rows = {0};
        try (Duck duck = Duck.open(folder.temporary())) {
            for (String file : List.of(FactFiles.ITEMS, FactFiles.TITLES, FactFiles.SEARCHES)) {
                String columns = columns(duck, before.resolve(file), after.resolve(file));
                String old = rows(before, file, columns);
                String now = rows(after, file, columns);
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

    /** Those of both versions: what an earlier program did not write is no difference. */
    private static String columns(Duck duck, Path before, Path after) throws SQLException, IOException {
        Set<String> columns = ColumnNames.of(duck, Sql.parquet(List.of(before)));
        columns.retainAll(ColumnNames.of(duck, Sql.parquet(List.of(after))));
        columns.remove("Customers");
        return String.join(", f.", columns);
    }

    /** The rows under the texts of their sets: the numbers of sets hold within one version only. */
    private static String rows(Path version, String file, String columns) {
        return "SELECT f." + columns + ", c.Customer_Set FROM " + Sql.parquet(List.of(version.resolve(file)))
                + " f JOIN (SELECT DISTINCT Customers, Customer_Set FROM "
                + Sql.parquet(List.of(version.resolve(FactFiles.CUSTOMERS))) + ") c USING (Customers)";
    }
}
