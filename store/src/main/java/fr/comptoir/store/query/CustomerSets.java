package fr.comptoir.store.query;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.fact.FactFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;

/** Finds in each month the sets that a customer belongs to, before any fact is read: numbers let Parquet skip what is not asked for. */
final class CustomerSets {
    private CustomerSets() {}

    /** The months in which the customer has facts, in order. */
    static List<CountedMonth> of(Duck duck, String customer, SortedMap<YearMonth, Path> facts)
            throws SQLException, IOException {
        List<CountedMonth> months = new ArrayList<>();
        if (customer.equals(Institution.THE_WORLD)) {
            facts.forEach((month, folder) -> months.add(new CountedMonth(month, folder, null)));
            return months;
        }
        List<Path> files = facts.values().stream()
                .map(folder -> folder.resolve(FactFiles.CUSTOMERS))
                .toList();
        List<IntStream.Builder> sets =
                files.stream().map(file -> IntStream.builder()).toList();
        ColumnReader.read(
                duck,
                "SELECT file_index::INTEGER, Customers FROM " + Sql.parquet(files) + " WHERE Customer_ID = "
                        + Sql.text(customer) + " ORDER BY ALL",
                (chunk, rows) -> {
                    for (int row = 0; row < rows; row++) {
                        sets.get(chunk.vector(0).getInt(row))
                                .add(chunk.vector(1).getInt(row));
                    }
                });
        int index = 0;
        for (Map.Entry<YearMonth, Path> month : facts.entrySet()) {
            int[] numbers = sets.get(index++).build().toArray();
            if (numbers.length > 0) {
                months.add(new CountedMonth(month.getKey(), month.getValue(), numbers));
            }
        }
        return months;
    }
}
