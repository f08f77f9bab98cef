package fr.comptoir.store.action;

import fr.comptoir.model.action.Names;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.disk.Disk;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.ColumnTable;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.state.ActionFile;
import fr.comptoir.store.state.MonthState;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.duckdb.DuckDBColumnType;

/** Writes the files of a month anew with other customers; all else in them stays. */
final class Reattribution {
    private static final String MARK = "-attributed-";

    private final DataFolder folder;
    private final Disk disk;
    private final Attribution attribution;
    private final int run;

    Reattribution(DataFolder folder, Disk disk, Attribution attribution, int run) {
        this.folder = folder;
        this.disk = disk;
        this.attribution = attribution;
        this.run = run;
    }

    List<ActionFile> of(MonthState month) throws IOException {
        List<ActionFile> files = new ArrayList<>();
        for (ActionFile file : month.actions()) {
            Path old = folder.actions(month.month(), file.name());
            String stem = file.name().replaceFirst("(" + MARK + "\\d+)?\\.parquet$", "");
            String name = stem + MARK + run + ".parquet";
            boolean changed = rewrite(old, old.resolveSibling(name));
            files.add(changed ? new ActionFile(file.run(), name, file.rows()) : file);
        }
        return files;
    }

    /** Says whether any row of {@code old} has other customers now; if so, {@code target} has them. */
    private boolean rewrite(Path old, Path target) throws IOException {
        Answers answers = new Answers();
        String source = Sql.parquet(List.of(old));
        try (Duck duck = Duck.open(folder.temporary())) {
            ColumnReader.read(
                    duck,
                    "SELECT address_hash, any_value(network48_hash), any_value(network64_hash), organisation, "
                            + "day - DATE '1970-01-01' AS day, min(customers), max(customers) FROM " + source
                            + " GROUP BY address_hash, organisation, day",
                    (chunk, rows) -> {
                        for (int row = 0; row < rows; row++) {
                            answers.ask(
                                    chunk.vector(0).getLong(row),
                                    chunk.vector(1).getLong(row),
                                    chunk.vector(2).getLong(row),
                                    chunk.vector(3).getString(row),
                                    (int) chunk.vector(4).getLong(row),
                                    chunk.vector(5).getString(row),
                                    chunk.vector(6).getString(row));
                        }
                    });
            if (!answers.changed) {
                return false;
            }
            answers.register(duck);
            disk.delete(target);
            duck.execute(Sql.copy(
                    "SELECT r.* REPLACE (c.text AS customers) FROM " + source + " r "
                            + "JOIN organisations() o ON o.text = r.organisation "
                            + "JOIN answers() a ON a.address = r.address_hash AND a.organisation = o.n "
                            + "AND a.day = r.day - DATE '1970-01-01' JOIN customers() c ON c.n = a.customers",
                    target));
        } catch (SQLException e) {
            throw Duck.failure(e, target + " cannot be written");
        }
        disk.syncNew(target);
        return true;
    }

    /** The customers of each distinct (address, organisation, day) of a file; the networks follow from the address. */
    private final class Answers {
        private final Names organisations = new Names();
        private final Names customers = new Names();
        private long[] address = new long[1024];
        private int[] organisation = new int[1024];
        private int[] day = new int[1024];
        private int[] answer = new int[1024];
        private int size;
        private boolean changed;

        void ask(
                long addressHash,
                long network48,
                long network64,
                String organisationText,
                int dayNumber,
                String least,
                String most) {
            String now = attribution.customers(addressHash, network48, network64, organisationText, dayNumber);
            changed |= !now.equals(least) || !now.equals(most);
            if (size == address.length) {
                address = Arrays.copyOf(address, size * 2);
                organisation = Arrays.copyOf(organisation, size * 2);
                day = Arrays.copyOf(day, size * 2);
                answer = Arrays.copyOf(answer, size * 2);
            }
            address[size] = addressHash;
            organisation[size] = organisations.number(organisationText);
            day[size] = dayNumber;
            answer[size] = customers.number(now);
            size++;
        }

        void register(Duck duck) throws SQLException {
            ColumnTable.dictionary("organisations", organisations.texts()).register(duck);
            ColumnTable.dictionary("customers", customers.texts()).register(duck);
            new ColumnTable("answers", size)
                    .with("address", DuckDBColumnType.BIGINT, (vector, at, row) -> vector.setLong(at, address[row]))
                    .with(
                            "organisation",
                            DuckDBColumnType.INTEGER,
                            (vector, at, row) -> vector.setInt(at, organisation[row]))
                    .with("day", DuckDBColumnType.INTEGER, (vector, at, row) -> vector.setInt(at, day[row]))
                    .with("customers", DuckDBColumnType.INTEGER, (vector, at, row) -> vector.setInt(at, answer[row]))
                    .register(duck);
        }
    }
}
