package fr.comptoir.store.query;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.fact.FactFiles;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a customer extracted in the months asked, by the figures in force: archives, and the documents in them. No report knows of these. */
public final class ExtractionSums {
    private final DataFolder folder;
    private final State state;

    public ExtractionSums(DataFolder folder, State state) {
        this.folder = folder;
        this.state = state;
    }

    /**
     * What was extracted in a month by one route of access.
     *
     * @param route as in files; see {@link fr.comptoir.model.action.AccessRoute#code}
     * @param assumed how many of the extractions do not say how many documents they hold, or said more than is believed
     */
    public record Sum(String route, long extractions, long documents, long assumed) {}

    /**
     * The sums of a customer, or of {@link Institution#THE_WORLD}, by route.
     *
     * @return of each month in which anybody extracted something; the others may have been counted before there was a rule for it
     */
    public SortedMap<YearMonth, List<Sum>> of(String customer, Collection<YearMonth> months) throws IOException {
        Map<YearMonth, Path> files = new LinkedHashMap<>();
        for (YearMonth month : new TreeSet<>(months)) {
            state.month(month)
                    .counted()
                    .map(counted -> folder.facts(month, counted.facts()).resolve(FactFiles.EXTRACTIONS))
                    .filter(Files::exists)
                    .ifPresent(file -> files.put(month, file));
        }
        return files.isEmpty() ? new TreeMap<>() : read(customer, files);
    }

    private SortedMap<YearMonth, List<Sum>> read(String customer, Map<YearMonth, Path> files) throws IOException {
        boolean world = customer.equals(Institution.THE_WORLD);
        String where = world ? "true" : "list_contains(string_split(Customer_Set, '|'), " + Sql.text(customer) + ")";
        SortedMap<YearMonth, List<Sum>> months = new TreeMap<>();
        try (Duck duck = Duck.open(folder.temporary())) {
            for (Map.Entry<YearMonth, Path> month : files.entrySet()) {
                List<Sum> sums = new ArrayList<>();
                months.put(month.getKey(), sums);
                ColumnReader.read(
                        duck,
                        "SELECT Route, sum(Extractions)::BIGINT, sum(Documents)::BIGINT, sum(Assumed)::BIGINT FROM "
                                + Sql.parquet(List.of(month.getValue())) + " WHERE " + where
                                + " GROUP BY Route ORDER BY Route",
                        (chunk, rows) -> {
                            for (int row = 0; row < rows; row++) {
                                sums.add(new Sum(
                                        chunk.vector(0).getString(row),
                                        chunk.vector(1).getLong(row),
                                        chunk.vector(2).getLong(row),
                                        chunk.vector(3).getLong(row)));
                            }
                        });
            }
        } catch (SQLException e) {
            throw Duck.failure(e, folder.facts() + " cannot be read");
        }
        return months;
    }
}
