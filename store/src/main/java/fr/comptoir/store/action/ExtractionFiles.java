package fr.comptoir.store.action;

import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.Extraction;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.disk.Disk;
import fr.comptoir.store.duck.ColumnTable;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.fact.FactFiles;
import fr.comptoir.store.state.ActionFile;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** {@code extractions/<month>/}: what each run read of extractions, one row each, in files that are never changed. */
public final class ExtractionFiles {
    private final DataFolder folder;
    private final Disk disk;

    public ExtractionFiles(DataFolder folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /**
     * Writes some of a run's extractions, a file for each month. Until a state names them, the files do not exist for anybody.
     *
     * @param batch number of the batch within the run, from 0
     */
    public SortedMap<YearMonth, ActionFile> write(List<Extraction> extractions, int run, int batch) throws IOException {
        Map<YearMonth, List<Extraction>> months = extractions.stream()
                .collect(Collectors.groupingBy(one -> YearMonth.from(LocalDate.ofEpochDay(one.day()))));
        String name = ActionFiles.name(run, batch);
        SortedMap<YearMonth, ActionFile> files = new TreeMap<>();
        for (Map.Entry<YearMonth, List<Extraction>> month : months.entrySet()) {
            Path file = disk.makeFolder(folder.extractions(month.getKey())).resolve(name);
            disk.delete(file);
            write(month.getValue(), file);
            files.put(month.getKey(), new ActionFile(run, name, month.getValue().size()));
        }
        return files;
    }

    private void write(List<Extraction> rows, Path file) throws IOException {
        try (Duck duck = Duck.open(folder.temporary())) {
            new ColumnTable("rows", rows.size())
                    .ints("day", ints(rows, Extraction::day))
                    .longs("address_hash", longs(rows, Extraction::address))
                    .longs("network48_hash", longs(rows, Extraction::network48))
                    .longs("network64_hash", longs(rows, Extraction::network64))
                    .texts(
                            "organisation",
                            rows.stream().map(Extraction::organisation).toList())
                    .texts("customers", rows.stream().map(Extraction::customers).toList())
                    .texts(
                            "route",
                            rows.stream()
                                    .map(Extraction::route)
                                    .map(AccessRoute::code)
                                    .toList())
                    .ints("documents", ints(rows, Extraction::documents))
                    .ints("assumed", ints(rows, row -> row.assumed() ? 1 : 0))
                    .ints("input", ints(rows, Extraction::input))
                    .ints("line", ints(rows, Extraction::line))
                    .register(duck);
            duck.copy("SELECT * REPLACE (DATE '1970-01-01' + day AS day, assumed = 1 AS assumed) FROM rows", file);
        } catch (SQLException e) {
            throw Duck.failure(e, file + " cannot be written");
        }
        disk.syncNew(file);
    }

    private static int[] ints(List<Extraction> rows, ToIntFunction<Extraction> value) {
        return rows.stream().mapToInt(value).toArray();
    }

    private static long[] longs(List<Extraction> rows, ToLongFunction<Extraction> value) {
        return rows.stream().mapToLong(value).toArray();
    }

    /** As {@link ActionFiles#attributeAnew}. */
    public List<ActionFile> attributeAnew(State state, YearMonth month, Attribution attribution, int run)
            throws IOException {
        return new Reattribution(folder, disk, attribution, run)
                .of(state.month(month).extractions(), folder.extractions(month));
    }

    /**
     * Sums a month's extractions up, by set of customers and route of access, beside the facts of a version, which are there already. Lines that
     * were retracted do not count. Of a month without any there is no file.
     */
    public void sumUp(State state, YearMonth month, int version) throws IOException {
        MonthState known = state.month(month);
        if (known.extractions().isEmpty()) {
            return;
        }
        List<Path> files = paths(folder, known);
        Path target = folder.facts(month, version).resolve(FactFiles.EXTRACTIONS);
        try (Duck duck = Duck.open(folder.temporary())) {
            duck.copy(
                    "SELECT customers AS Customer_Set, route AS Route, count(*)::BIGINT AS Extractions, "
                            + "sum(documents)::BIGINT AS Documents, count(*) FILTER (assumed)::BIGINT AS Assumed FROM "
                            + Sql.parquet(files) + " r WHERE true" + ActionSet.without(known.retracted())
                            + " GROUP BY 1, 2 ORDER BY 1, 2",
                    target);
        } catch (SQLException e) {
            throw Duck.failure(e, target + " cannot be written");
        }
        disk.syncNew(target);
    }

    static List<Path> paths(DataFolder folder, MonthState month) {
        return month.extractions().stream()
                .map(file -> folder.extractions(month.month(), file.name()))
                .toList();
    }
}
