package fr.comptoir.store.query;

import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.fact.FactFiles;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which customers used the platform at all. */
public final class Users {
    private final DataFolder folder;
    private final State state;

    public Users(DataFolder folder, State state) {
        this.folder = folder;
        this.state = state;
    }

    /** The customers to whom any usage of a year was attributed, consortia included. */
    public SortedSet<String> in(int year) throws IOException {
        SortedSet<String> customers = new TreeSet<>();
        List<Path> files = state.months().values().stream()
                .filter(month -> month.month().getYear() == year)
                .flatMap(month -> file(month).stream())
                .toList();
        if (files.isEmpty()) {
            return customers;
        }
        String sql = "SELECT DISTINCT Customer_ID FROM " + Sql.parquet(files) + " WHERE Customer_ID IS NOT NULL";
        try (Duck duck = Duck.open(folder.temporary())) {
            ColumnReader.read(duck, sql, (chunk, rows) -> {
                for (int row = 0; row < rows; row++) {
                    customers.add(chunk.vector(0).getString(row));
                }
            });
            return customers;
        } catch (SQLException e) {
            throw Duck.failure(e, folder.facts() + " cannot be read");
        }
    }

    private List<Path> file(MonthState month) {
        return month.counted().stream()
                .map(counted -> folder.facts(month.month(), counted.facts()).resolve(FactFiles.CUSTOMERS))
                .toList();
    }
}
