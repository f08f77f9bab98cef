package fr.comptoir.store.usage;

import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBReadableVector;

/** Rows of the facts as they are read: their attributes and figures become numbers, which mean the same for all of them. */
final class CollectedRows {
    private static final int FIGURES = 6;

    private final TitleNumbers titles;
    private final Split split;
    private final LongNumbers attributes = new LongNumbers();
    private final DistinctCounts counts = new DistinctCounts();
    private final Map<String, Integer> arrivals = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    CollectedRows(TitleNumbers titles, Split split) {
        this.titles = titles;
        this.split = split;
    }

    /** Takes a row: the number of its attributes, of its title and of its figures. */
    @FunctionalInterface
    interface Taker {
        void take(int place, int group, int title, int count);
    }

    /** Reads what {@link MonthSql} asks for. */
    void read(Duck duck, String sql, Taker taker) throws SQLException, IOException {
        ColumnReader.read(duck, sql, (chunk, size) -> {
            DuckDBReadableVector[] columns = ColumnReader.columns(chunk);
            for (int row = 0; row < size; row++) {
                int title = columns[1].getInt(row);
                long some = columns[3].getLong(row);
                taker.take(
                        columns[0].getInt(row),
                        attributes.number(split == Split.WAYS ? arriving(some, columns[4], row) : some),
                        title >= 0 ? title : other(columns[2], row),
                        counts.number(columns[5].getLong(row), columns, row, FIGURES));
            }
        });
    }

    private long arriving(long known, DuckDBReadableVector arrival, int row) {
        String name = ColumnReader.text(arrival, row);
        int number = arrivals.computeIfAbsent(name, any -> {
            names.add(name);
            return names.size();
        });
        return Attributes.withArrival(known, number);
    }

    /** A search is of no title. */
    private int other(DuckDBReadableVector id, int row) {
        return id.isNull(row) ? 0 : titles.other(id.getString(row));
    }

    LongNumbers attributes() {
        return attributes;
    }

    /** Each combination once. */
    Figures figures() {
        return Figures.of(counts.values());
    }

    /** {@link MonthUsage#names}, to which those of sets may be added before. */
    List<String> names() {
        return names;
    }
}
