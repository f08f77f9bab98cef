package fr.comptoir.store.fact;

import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.fact.MonthFacts;
import fr.comptoir.model.fact.RouteFacts;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Facts of one month that come in parts, so that a month larger than the memory can be written. Each part lies in files of its own until
 * all are there; then they are read together, sorted on the disk where the memory does not reach, and written as one version. The facts of
 * an item or a title come with one part; searches of several parts are added up. Not thread-safe.
 */
public final class FactParts {
    /** Where the parts lie, in the folder of the unfinished version: a crash leaves them there, and they go with it. */
    private static final String FOLDER = "parts";

    /** In the queries below: the files of all parts. */
    private static final String FILES = "all_files";

    /** In each part sets of customers have their own numbers. */
    private static final String SETS_SQL = """
            CREATE TABLE set_numbers AS
            SELECT part, Customers AS in_part, (dense_rank() OVER (ORDER BY Customer_Set) - 1)::INTEGER AS Customers
            FROM (SELECT DISTINCT file_index AS part, Customers, Customer_Set FROM all_files)""";

    private static final String ROWS_SQL = """
            (SELECT s.Customers, r.* EXCLUDE (Customers, part)
            FROM (SELECT *, file_index AS part FROM all_files) r
            JOIN set_numbers s ON s.part = r.part AND s.in_part = r.Customers)""";

    private final FactFiles files;
    private final YearMonth month;
    private final Catalogue catalogue;
    private final int version;
    private final Path unfinished;
    private int parts;

    FactParts(FactFiles files, YearMonth month, Catalogue catalogue, int version, Path unfinished) {
        this.files = files;
        this.month = month;
        this.catalogue = catalogue;
        this.version = version;
        this.unfinished = unfinished;
    }

    /** Keeps the facts of one more part. */
    public void add(MonthFacts part) throws IOException {
        files.write(part, catalogue, files.disk().makeFolder(folder(parts++)));
    }

    /** Writes the version; to be called once, after the last part. */
    public void finish() throws IOException {
        try (Duck duck = files.duck()) {
            duck.execute(SETS_SQL.replace(FILES, all(FactFiles.CUSTOMERS)));
            duck.copy(sorted(FactFiles.ITEMS, "Title_ID NULLS FIRST, Item_ID"), unfinished.resolve(FactFiles.ITEMS));
            duck.copy(sorted(FactFiles.TITLES, "Title_ID"), unfinished.resolve(FactFiles.TITLES));
            duck.copy(searches(), unfinished.resolve(FactFiles.SEARCHES));
            duck.copy(
                    "SELECT DISTINCT * FROM " + rows(FactFiles.CUSTOMERS) + " ORDER BY Customers, Customer_ID",
                    unfinished.resolve(FactFiles.CUSTOMERS));
            if (IntStream.range(0, parts).anyMatch(this::hasRoutes)) {
                duck.copy(routes(), unfinished.resolve(FactFiles.ROUTES));
            }
        } catch (SQLException e) {
            throw FactFiles.cannotBeWritten(e, unfinished);
        }
        files.disk().delete(unfinished.resolve(FOLDER));
        files.finish(unfinished, month, version);
    }

    private Path folder(int part) {
        return unfinished.resolve(FOLDER).resolve(Integer.toString(part));
    }

    /** A file of each part, read as one. */
    private String all(String file) {
        List<Path> paths = IntStream.range(0, parts)
                .mapToObj(part -> folder(part).resolve(file))
                .toList();
        return Sql.parquet(paths);
    }

    private boolean hasRoutes(int part) {
        return Files.exists(folder(part).resolve(FactFiles.ROUTES));
    }

    /** The titles of several parts are added up; a part without usage has no such file, and the files know their sets by their places. */
    private String routes() {
        String each = IntStream.range(0, parts)
                .filter(this::hasRoutes)
                .mapToObj(part -> "SELECT *, " + part + " AS part FROM "
                        + Sql.parquet(List.of(folder(part).resolve(FactFiles.ROUTES))))
                .collect(Collectors.joining(" UNION ALL "));
        String sums = Arrays.stream(RouteFacts.Count.values())
                .map(count -> columnOf(count))
                .map(column -> "sum(" + column + ")::INTEGER AS " + column)
                .collect(Collectors.joining(", "));
        return "SELECT s.Customers, Title_ID, Title_Data_Type, Arrival, Route, Access_Method, " + sums + " FROM ("
                + each
                + ") r JOIN set_numbers s ON s.part = r.part AND s.in_part = r.Customers"
                + " GROUP BY ALL ORDER BY s.Customers, Title_ID, Arrival, Route, Access_Method";
    }

    private static String columnOf(RouteFacts.Count count) {
        return Arrays.stream(count.name().split("_", -1))
                .map(word -> word.equals("R5")
                        ? word
                        : word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("_"));
    }

    private String rows(String file) {
        return ROWS_SQL.replace(FILES, all(file));
    }

    private String sorted(String file, String order) {
        return "SELECT * FROM " + rows(file) + " ORDER BY Customers, " + order;
    }

    private String searches() {
        String sums = Arrays.stream(ActionKind.values())
                .filter(ActionKind::isSearch)
                .map(kind -> "sum(" + kind.code() + ")::INTEGER AS " + kind.code())
                .collect(Collectors.joining(", "));
        return "SELECT Customers, Database_ID, Database_Data_Type, Access_Method, " + sums + " FROM "
                + rows(FactFiles.SEARCHES) + " GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4";
    }
}
