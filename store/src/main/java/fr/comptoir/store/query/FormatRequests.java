package fr.comptoir.store.query;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.DataType;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.duck.ColumnNames;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.fact.FactFiles;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Of the Total_Item_Requests of Release 5.1 of each journal, Access_Method Regular, those that were delivered as HTML and as PDF (CoP 5.0.3,
 * section 13.3). COUNTER 5 has no such attribute, so this is no question of {@link FactQueries}.
 */
public final class FormatRequests {
    private final DataFolder folder;
    private final State state;

    public FormatRequests(DataFolder folder, State state) {
        this.folder = folder;
        this.state = state;
    }

    /** Requests of one title over all months asked. */
    public record Parts(long html, long pdf) {}

    /**
     * Sums over months, all of which are counted.
     *
     * @return by the id of the journal; absent when a month was counted before formats were kept, which a recount mends
     */
    public Optional<Map<String, Parts>> ofJournals(String customer, SortedSet<YearMonth> asked) throws IOException {
        List<CountedMonth> months = new ArrayList<>();
        for (YearMonth month : asked) {
            state.month(month)
                    .counted()
                    .map(counted -> folder.facts(month, counted.facts()))
                    .ifPresent(facts -> months.add(new CountedMonth(month, facts)));
        }
        try (Duck duck = Duck.open(folder.temporary())) {
            List<Path> files = months.stream()
                    .map(month -> month.facts().resolve(FactFiles.ITEMS))
                    .toList();
            if (!allHaveFormats(duck, files)) {
                return Optional.empty();
            }
            CustomerSets customers = CustomerSets.find(duck, customer, List.of(), months);
            return Optional.of(customers.none() ? Map.of() : sums(duck, files, customers));
        } catch (SQLException e) {
            throw Duck.failure(e, folder.facts() + " cannot be read");
        }
    }

    private static boolean allHaveFormats(Duck duck, List<Path> files) throws SQLException, IOException {
        for (Path file : files) {
            if (!ColumnNames.of(duck, Sql.parquet(List.of(file))).contains("Total_Item_Requests_HTML")) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, Parts> sums(Duck duck, List<Path> files, CustomerSets customers)
            throws SQLException, IOException {
        String sql =
                "SELECT Title_ID, sum(Total_Item_Requests_HTML)::BIGINT, sum(Total_Item_Requests_PDF)::BIGINT FROM "
                        + Sql.parquet(files) + " f WHERE Title_Data_Type = " + Sql.text(DataType.JOURNAL.code())
                        + " AND Access_Method = " + Sql.text(AccessMethod.REGULAR.code()) + " AND "
                        + customers.condition(0)
                        + " GROUP BY Title_ID";
        Map<String, Parts> parts = new HashMap<>();
        ColumnReader.read(duck, sql, (chunk, rows) -> {
            for (int row = 0; row < rows; row++) {
                parts.put(
                        chunk.vector(0).getString(row),
                        new Parts(chunk.vector(1).getLong(row), chunk.vector(2).getLong(row)));
            }
        });
        return parts;
    }
}
