package fr.comptoir.store.fact;

import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.fact.MonthFacts;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.disk.Disk;
import fr.comptoir.store.duck.Duck;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code facts/<month>/v<n>/}: the figures of one counting of a month in Parquet files. They speak the words of the Code and name
 * things by their ids, so that they hold whatever the catalogue becomes. Sets of customers are numbered in the order of their texts, and
 * rows lie sorted by that number, so that the rows of one customer are together and the rest is never read. A row group is a sorted slice;
 * two threads write them, in no particular order.
 */
public final class FactFiles {
    /** Names of the files in the folder of a version. */
    public static final String ITEMS = "items.parquet";

    public static final String TITLES = "titles.parquet";
    public static final String SEARCHES = "searches.parquet";
    public static final String CUSTOMERS = "customers.parquet";

    /** Not there in months counted before there was anything to tell of ways and routes. */
    public static final String ROUTES = "routes.parquet";

    /** What was extracted, by set of customers and route; only there when something was. */
    public static final String EXTRACTIONS = "extractions.parquet";

    private static final String ITEMS_SQL = """
            SELECT r.customers AS Customers, c.Item_ID, c.Data_Type, c.Title_ID, c.Title_Data_Type, c.Parent_ID, c.Database_ID,
                c.Database_Data_Type, c.YOP, a.text AS Access_Type, a5.text AS Access_Type_R5, m.text AS Access_Method,
                r.total_item_investigations AS Total_Item_Investigations, r.total_item_requests AS Total_Item_Requests,
                r.unique_item_investigations AS Unique_Item_Investigations, r.unique_item_requests AS Unique_Item_Requests,
                r.limit_exceeded AS Limit_Exceeded, r.no_license AS No_License,
                r.total_item_investigations_r5 AS Total_Item_Investigations_R5, r.total_item_requests_r5 AS Total_Item_Requests_R5,
                r.unique_item_investigations_r5 AS Unique_Item_Investigations_R5,
                r.unique_item_requests_r5 AS Unique_Item_Requests_R5,
                r.requests_html AS Total_Item_Requests_HTML, r.requests_pdf AS Total_Item_Requests_PDF,
                r.requests_html_r5 AS Total_Item_Requests_HTML_R5, r.requests_pdf_r5 AS Total_Item_Requests_PDF_R5
            FROM item_rows r
            JOIN (SELECT c.n, c.id AS Item_ID, d.text AS Data_Type, t.id AS Title_ID, td.text AS Title_Data_Type, p.id AS Parent_ID,
                    b.id AS Database_ID, bd.text AS Database_Data_Type, c.yop::SMALLINT AS YOP
                FROM counted c JOIN data_types d ON d.n = c.data_type
                LEFT JOIN things t ON t.n = c.title LEFT JOIN data_types td ON td.n = t.data_type
                LEFT JOIN things p ON p.n = c.parent
                LEFT JOIN things b ON b.n = c.database LEFT JOIN data_types bd ON bd.n = b.data_type) c ON c.n = r.item
            JOIN access_types a ON a.n = r.access_type
            JOIN access_types a5 ON a5.n = r.access_type_r5
            JOIN access_methods m ON m.n = r.access_method""";

    private static final String TITLES_SQL = """
            SELECT r.customers AS Customers, t.id AS Title_ID, td.text AS Title_Data_Type, b.id AS Database_ID, r.yop AS YOP,
                a.text AS Access_Type, a5.text AS Access_Type_R5, m.text AS Access_Method,
                r.unique_title_investigations AS Unique_Title_Investigations, r.unique_title_requests AS Unique_Title_Requests,
                r.unique_title_investigations_r5 AS Unique_Title_Investigations_R5,
                r.unique_title_requests_r5 AS Unique_Title_Requests_R5
            FROM title_rows r
            JOIN things t ON t.n = r.title JOIN data_types td ON td.n = t.data_type
            LEFT JOIN things b ON b.n = r.database
            JOIN access_types a ON a.n = r.access_type
            JOIN access_types a5 ON a5.n = r.access_type_r5
            JOIN access_methods m ON m.n = r.access_method""";

    private static final String ROUTES_SQL = """
            SELECT r.customers AS Customers, t.id AS Title_ID, td.text AS Title_Data_Type, w.text AS Arrival, o.text AS Route,
                m.text AS Access_Method, r.total_item_investigations AS Total_Item_Investigations,
                r.total_item_requests AS Total_Item_Requests, r.limit_exceeded AS Limit_Exceeded, r.no_license AS No_License,
                r.total_item_investigations_r5 AS Total_Item_Investigations_R5, r.total_item_requests_r5 AS Total_Item_Requests_R5
            FROM route_rows r
            JOIN route_titles t ON t.n = r.title JOIN data_types td ON td.n = t.data_type
            JOIN arrivals w ON w.n = r.arrival
            JOIN routes o ON o.n = r.route
            JOIN access_methods m ON m.n = r.access_method""";

    /** A row for each customer of each set; the empty set, the world alone, has one row without a customer. */
    private static final String CUSTOMERS_SQL = """
            SELECT n AS Customers, text AS Customer_Set, nullif(unnest(string_split(text, '|')), '') AS Customer_ID
            FROM sets ORDER BY 1, 3""";

    private final DataFolder folder;
    private final Disk disk;

    public FactFiles(DataFolder folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /**
     * Writes the facts of a month as a version of their own.
     *
     * @param catalogue the one with which they were counted
     * @param version {@link fr.comptoir.store.state.MonthState#nextFacts()}
     */
    public void write(MonthFacts facts, Catalogue catalogue, int version) throws IOException {
        Path unfinished = begin(facts.month(), version);
        write(facts, catalogue, unfinished);
        finish(unfinished, facts.month(), version);
    }

    /** Writes a month whose facts come in parts; see {@link FactParts}. */
    public FactParts writeParts(YearMonth month, Catalogue catalogue, int version) throws IOException {
        return new FactParts(this, month, catalogue, version, begin(month, version));
    }

    private Path begin(YearMonth month, int version) throws IOException {
        Path target = folder.facts(month, version);
        Path unfinished = target.resolveSibling(target.getFileName() + DataFolder.UNFINISHED);
        disk.delete(unfinished);
        disk.delete(target);
        return disk.makeFolder(unfinished);
    }

    void write(MonthFacts facts, Catalogue catalogue, Path into) throws IOException {
        try (Duck duck = Duck.open(folder.temporary())) {
            new FactTables(facts, catalogue).register(duck);
            duck.copySlices(ITEMS_SQL, into.resolve(ITEMS));
            duck.copySlices(TITLES_SQL, into.resolve(TITLES));
            duck.copy(searches(), into.resolve(SEARCHES));
            duck.copy(CUSTOMERS_SQL, into.resolve(CUSTOMERS));
            if (facts.routes().size > 0) {
                duck.copySlices(ROUTES_SQL, into.resolve(ROUTES));
            }
        } catch (SQLException e) {
            throw cannotBeWritten(e, into);
        }
    }

    void finish(Path unfinished, YearMonth month, int version) throws IOException {
        disk.syncAll(unfinished);
        disk.rename(unfinished, folder.facts(month, version));
    }

    static IOException cannotBeWritten(SQLException e, Path into) {
        return Duck.failure(e, into + " cannot be written");
    }

    Disk disk() {
        return disk;
    }

    Duck duck() throws IOException {
        return Duck.open(folder.temporary());
    }

    private static String searches() {
        List<String> sums = new ArrayList<>();
        for (ActionKind kind : ActionKind.values()) {
            if (kind.isSearch()) {
                sums.add("coalesce(sum(r.searches) FILTER (r.kind = " + kind.ordinal() + "), 0)::INTEGER AS "
                        + kind.code());
            }
        }
        return "SELECT r.customers AS Customers, b.id AS Database_ID, bd.text AS Database_Data_Type, m.text AS Access_Method, "
                + String.join(", ", sums)
                + " FROM search_rows r LEFT JOIN things b ON b.n = r.database LEFT JOIN data_types bd ON bd.n = b.data_type"
                + " JOIN access_methods m ON m.n = r.access_method GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4";
    }

    /** The differences between two versions of a month; see {@link FactDifference}. */
    public List<FactDifference> difference(YearMonth month, int before, int after) throws IOException {
        return FactDifferences.between(folder, folder.facts(month, before), folder.facts(month, after));
    }

    /** How many rows of facts differ between two versions of a month, those included that only shift usage within a report. */
    public long differentRows(YearMonth month, int before, int after) throws IOException {
        return ShiftedRows.between(folder, folder.facts(month, before), folder.facts(month, after));
    }
}
