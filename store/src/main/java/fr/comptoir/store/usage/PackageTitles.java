package fr.comptoir.store.usage;

import fr.comptoir.model.code.DataType;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.KeptDuck;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBReadableVector;

/** The packages of a catalogue and their titles by number, as {@link Contents#packages} has them. */
final class PackageTitles {
    /**
     * One package.
     *
     * @param titles numbers of {@link TitleNumbers}, each once
     * @param dataTypes of each, as the catalogue has it
     */
    record Titles(String name, List<Integer> titles, List<DataType> dataTypes) {}

    private PackageTitles() {}

    /** Those of a catalogue, in the order in which packages are shown. */
    static List<Titles> of(KeptDuck kept, String pairs, String contents) throws SQLException, IOException {
        List<Titles> packages = new ArrayList<>();
        ColumnReader.read(
                kept.duck(),
                "SELECT p.package, c.n, p.data_type FROM " + pairs + " p JOIN " + contents
                        + " c ON c.item_id = p.title ORDER BY lower(strip_accents(p.package)), p.package, c.n",
                (chunk, size) -> {
                    DuckDBReadableVector[] columns = ColumnReader.columns(chunk);
                    for (int row = 0; row < size; row++) {
                        Titles one = named(packages, columns[0].getString(row));
                        one.titles().add(columns[1].getInt(row));
                        one.dataTypes()
                                .add(DataType.of(columns[2].getString(row)).orElseThrow());
                    }
                });
        return List.copyOf(packages);
    }

    private static Titles named(List<Titles> packages, String name) {
        if (packages.isEmpty() || !packages.get(packages.size() - 1).name().equals(name)) {
            packages.add(new Titles(name, new ArrayList<>(), new ArrayList<>()));
        }
        return packages.get(packages.size() - 1);
    }
}
