package fr.comptoir.store.action;

import fr.comptoir.model.action.Actions;
import fr.comptoir.model.action.Addresses;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.disk.Disk;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.state.ActionFile;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code actions/<month>/}: a file for each batch of each run, written once and never changed. */
public final class ActionFiles {
    /** Values that nearly all differ gain nothing from a dictionary, and the search for one costs time. */
    private static final int DICTIONARY_MAX = 1_000;

    private final DataFolder folder;
    private final Disk disk;

    public ActionFiles(DataFolder folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /**
     * Writes a batch, a file for each month it touches. Until a state names them, the files do not exist for anybody.
     *
     * @param batch number of the batch within the run, from 0
     */
    public SortedMap<YearMonth, ActionFile> write(Actions actions, int run, int batch) throws IOException {
        SortedMap<YearMonth, ActionFile> files = new TreeMap<>();
        if (actions.size == 0) {
            return files;
        }
        String name = name(run, batch);
        for (Map.Entry<YearMonth, int[]> month : Months.of(actions).entrySet()) {
            Path file = disk.makeFolder(folder.actions(month.getKey())).resolve(name);
            disk.delete(file);
            try (Duck duck = Duck.open(folder.temporary())) {
                ActionColumns.registerRows(duck, actions, month.getValue());
                duck.copySlices(ActionColumns.WRITTEN, file, DICTIONARY_MAX);
            } catch (SQLException e) {
                throw Duck.failure(e, file + " cannot be written");
            }
            disk.syncNew(file);
            files.put(month.getKey(), new ActionFile(run, name, month.getValue().length));
        }
        return files;
    }

    /** The name of the file of a batch. */
    static String name(int run, int batch) {
        return "run-" + run + (batch == 0 ? "" : "-" + batch) + ".parquet";
    }

    /** Opens the actions of one month, without lines that were retracted. */
    public ActionSet open(State state, YearMonth month, ActionFilter filter) throws IOException {
        return ActionSet.open(folder, List.of(state.month(month)), "true", filter);
    }

    /**
     * Opens the actions of one month and those of the first 30 seconds of the next, which may replace clicks of the month (CoP 5.1,
     * section 7.2). Rows of the next month are told by their day.
     *
     * @param zone of the platform
     */
    public ActionSet openWithNextSeconds(State state, YearMonth month, ZoneId zone, ActionFilter filter)
            throws IOException {
        YearMonth next = month.plusMonths(1);
        long end = next.atDay(1).atStartOfDay(zone).toInstant().toEpochMilli();
        String wanted =
                "(r.day < DATE " + Sql.text(next.atDay(1).toString()) + " OR r.time_ms <= " + (end + 30_000) + ")";
        return ActionSet.open(folder, List.of(state.month(month), state.month(next)), wanted, filter);
    }

    /**
     * The items of a month's actions that the catalogue in force does not know.
     *
     * @param count how many of them to give with their lines
     */
    public HeldItems held(State state, YearMonth month, int count) throws IOException {
        return HeldItems.of(folder, state, state.month(month), count);
    }

    /** The distinct addresses of a month, those of extractions too, in the order of their hashes. */
    public Addresses addresses(State state, YearMonth month) throws IOException {
        Addresses addresses = new Addresses();
        String columns = "SELECT address_hash, network48_hash, network64_hash FROM ";
        String all = Stream.of(paths(state.month(month)), ExtractionFiles.paths(folder, state.month(month)))
                .filter(files -> !files.isEmpty())
                .map(files -> columns + Sql.parquet(files))
                .collect(Collectors.joining(" UNION ALL "));
        if (all.isEmpty()) {
            return addresses;
        }
        String sql = "SELECT DISTINCT * FROM (" + all + ") WHERE address_hash <> 0 ORDER BY ALL";
        try (Duck duck = Duck.open(folder.temporary())) {
            ColumnReader.read(duck, sql, (chunk, rows) -> {
                for (int row = 0; row < rows; row++) {
                    addresses.add(
                            chunk.vector(0).getLong(row),
                            chunk.vector(1).getLong(row),
                            chunk.vector(2).getLong(row));
                }
            });
        } catch (SQLException e) {
            throw Duck.failure(e, folder.actions(month) + " cannot be read");
        }
        return addresses;
    }

    /**
     * Works out anew to whom the actions of a month belong. Files in which nothing changes stay; the others are written anew under new
     * names.
     *
     * @param run number of the run that does it, part of the new names
     * @return the files of the month, for {@link State#withActionFiles}
     */
    public List<ActionFile> attributeAnew(State state, YearMonth month, Attribution attribution, int run)
            throws IOException {
        return new Reattribution(folder, disk, attribution, run)
                .of(state.month(month).actions(), folder.actions(month));
    }

    private List<Path> paths(MonthState month) {
        return month.actions().stream()
                .map(file -> folder.actions(month.month(), file.name()))
                .toList();
    }
}
