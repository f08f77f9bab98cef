package fr.comptoir.store.action;

import fr.comptoir.store.catalogue.CatalogueFiles;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.state.RetractedLine;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The items of a month's actions that the catalogue in force does not know, so that somebody can import them. It may know more by now than
 * when the month was counted.
 *
 * @param ids how many there are
 * @param lines how many lines of the month name one of them; a line that names several, as a search of databases does, once
 * @param most those that most lines name, the first of them first, equals by id
 */
public record HeldItems(long ids, long lines, List<Item> most) {
    /**
     * An item that is not in the catalogue.
     *
     * @param id as the address of its page has it
     * @param lines of the month that name it
     * @param first the first day on which one does
     * @param last the last such day
     */
    public record Item(String id, long lines, LocalDate first, LocalDate last) {}

    /**
     * Those of a month.
     *
     * @param count how many to give with their lines
     */
    static HeldItems of(DataFolder folder, State state, MonthState month, int count) throws IOException {
        List<Path> files = month.actions().stream()
                .map(file -> folder.actions(month.month(), file.name()))
                .toList();
        if (files.isEmpty()) {
            return new HeldItems(0, 0, List.of());
        }
        long[] sums = {0, 0};
        List<Item> items = new ArrayList<>();
        try (Duck duck = Duck.open(folder.temporary())) {
            duck.execute("CREATE TEMP TABLE held AS SELECT item_id, input, line, day FROM " + Sql.parquet(files)
                    + " r WHERE item_id IS NOT NULL" + unknown(folder, state) + withoutRetracted(month));
            ColumnReader.read(
                    duck,
                    "SELECT count(DISTINCT item_id)::BIGINT, count(DISTINCT (input, line))::BIGINT FROM held",
                    (chunk, rows) -> {
                        sums[0] = chunk.vector(0).getLong(0);
                        sums[1] = chunk.vector(1).getLong(0);
                    });
            ColumnReader.read(duck, most(count), (chunk, rows) -> {
                for (int row = 0; row < rows; row++) {
                    items.add(new Item(
                            chunk.vector(0).getString(row),
                            chunk.vector(1).getLong(row),
                            LocalDate.ofEpochDay(chunk.vector(2).getLong(row)),
                            LocalDate.ofEpochDay(chunk.vector(3).getLong(row))));
                }
            });
        } catch (SQLException e) {
            throw Duck.failure(e, folder.actions(month.month()) + " cannot be read");
        }
        return new HeldItems(sums[0], sums[1], items);
    }

    private static String most(int count) {
        return "SELECT item_id, count(DISTINCT (input, line))::BIGINT AS n, epoch(min(day))::BIGINT // 86400,"
                + " epoch(max(day))::BIGINT // 86400 FROM held GROUP BY item_id ORDER BY n DESC, item_id LIMIT "
                + count;
    }

    private static String unknown(DataFolder folder, State state) {
        if (state.catalogue() == 0) {
            return "";
        }
        Path rows = folder.catalogue(state.catalogue()).resolve(CatalogueFiles.ROWS);
        return " AND item_id NOT IN (SELECT item_id FROM " + Sql.parquet(List.of(rows)) + " WHERE NOT removed)";
    }

    private static String withoutRetracted(MonthState month) {
        return month.retracted().isEmpty()
                ? ""
                : month.retracted().stream()
                        .map(HeldItems::place)
                        .collect(Collectors.joining(", ", " AND (r.input, r.line) NOT IN (", ")"));
    }

    private static String place(RetractedLine line) {
        return "(" + line.input() + ", " + line.line() + ")";
    }
}
