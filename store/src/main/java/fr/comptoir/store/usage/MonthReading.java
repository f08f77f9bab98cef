package fr.comptoir.store.usage;

import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.KeptDuck;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.fact.FactFiles;
import fr.comptoir.store.query.CodeSql;
import fr.comptoir.store.query.CountedMonth;
import fr.comptoir.store.query.CustomerSets;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.duckdb.DuckDBReadableVector;

/** Reads the usage of one customer from the files, the months of an institution in one question, those of many one after another. */
final class MonthReading {
    /** From so many months at once on, an answer is so small that grouping its rows costs more than it saves. */
    private static final int UNGROUPED_MONTHS = 6;

    private final TitleNumbers titles;
    private final Path temporary;

    /** @param temporary the folder of {@link KeptDuck#borrow} */
    MonthReading(TitleNumbers titles, Path temporary) {
        this.titles = titles;
        this.temporary = temporary;
    }

    /** Takes the usage of a month; says whether the next is wanted. */
    @FunctionalInterface
    interface Taker {
        boolean take(CountedMonth month, MonthUsage usage) throws IOException;
    }

    /** Gives the usage of each of the months, in their order. */
    void read(String customer, Split split, List<CountedMonth> months, Taker taker) throws SQLException, IOException {
        try (KeptDuck kept = KeptDuck.borrow(temporary, CodeSql::register)) {
            CustomerSets sets = CustomerSets.find(kept.duck(), customer, List.of(), months);
            int atOnce = sets.none() ? months.size() : split == Split.SETS ? 1 : sets.monthsAtOnce();
            for (int from = 0; from < months.size(); from += atOnce) {
                List<CountedMonth> some = months.subList(from, Math.min(from + atOnce, months.size()));
                List<MonthUsage> usage = read(kept, sets, split, from, some);
                for (int i = 0; i < some.size(); i++) {
                    if (!taker.take(some.get(i), usage.get(i))) {
                        return;
                    }
                }
            }
        }
    }

    private List<MonthUsage> read(KeptDuck kept, CustomerSets sets, Split split, int from, List<CountedMonth> months)
            throws SQLException, IOException {
        List<MonthUsage.Rows> rows =
                Stream.generate(MonthUsage.Rows::new).limit(months.size()).toList();
        CollectedRows collected = new CollectedRows(titles, split);
        if (!sets.none()) {
            if (split == Split.SETS) {
                collected.names().addAll(setsOf(kept, months.get(0)));
            }
            boolean grouped =
                    split == Split.SETS || (months.size() < UNGROUPED_MONTHS && sets.monthsAtOnce() < UNGROUPED_MONTHS);
            String sql = new MonthSql(titles, kept, split)
                    .text("file_index::INTEGER", sets.condition(from), months, grouped);
            collected.read(
                    kept.duck(),
                    sql,
                    (place, group, title, count) -> rows.get(place).add(group, title, count));
        }
        Figures figures = collected.figures();
        List<String> names = List.copyOf(collected.names());
        return rows.stream()
                .map(month -> month.sorted(collected.attributes(), figures, names, figures.bytes() / months.size()))
                .toList();
    }

    /** The texts of the sets of customers of a month, by number. */
    private static List<String> setsOf(KeptDuck kept, CountedMonth month) throws SQLException, IOException {
        List<String> texts = new ArrayList<>();
        ColumnReader.read(
                kept.duck(),
                "SELECT DISTINCT Customers::INTEGER AS n, Customer_Set FROM "
                        + Sql.parquet(List.of(month.facts().resolve(FactFiles.CUSTOMERS))) + " ORDER BY n",
                (chunk, size) -> {
                    DuckDBReadableVector[] columns = ColumnReader.columns(chunk);
                    for (int row = 0; row < size; row++) {
                        while (texts.size() < columns[0].getInt(row)) {
                            texts.add("");
                        }
                        texts.add(ColumnReader.text(columns[1], row));
                    }
                });
        return texts;
    }
}
