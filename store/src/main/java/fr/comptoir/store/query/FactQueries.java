package fr.comptoir.store.query;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.fact.FactQuery;
import fr.comptoir.model.fact.FactQuery.Attribute;
import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.model.fact.FactSource;
import fr.comptoir.model.site.TitleChanges;
import fr.comptoir.store.catalogue.CatalogueFiles;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.duck.ColumnNames;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.KeptDuck;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.fact.FactFiles;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * Answers questions from the Parquet of the months, and of the catalogue for names. Nothing grows with the answer but what DuckDB may put
 * on the disk: rows are summed and sorted there as numbers, and read a chunk at a time.
 */
public final class FactQueries implements FactSource {
    private static final String NO_CATALOGUE =
            "(SELECT NULL::VARCHAR AS item_id, NULL::VARCHAR AS parent_id, NULL::VARCHAR AS data_type, NULL::VARCHAR AS name, "
                    + "NULL::VARCHAR AS publisher, NULL::VARCHAR AS publisher_id, NULL::VARCHAR AS authors, NULL::VARCHAR AS publication_date, "
                    + "NULL::VARCHAR AS article_version, NULL::VARCHAR AS doi, NULL::VARCHAR AS isbn, NULL::VARCHAR AS print_issn, "
                    + "NULL::VARCHAR AS online_issn, NULL::VARCHAR AS issn_l, NULL::VARCHAR AS uri, "
                    + "NULL::VARCHAR AS database_id WHERE false)";

    private final DataFolder folder;
    private final State state;
    private final TitleChanges titles;

    public FactQueries(DataFolder folder, State state, TitleChanges titles) {
        this.folder = folder;
        this.state = state;
        this.titles = titles;
    }

    @Override
    public void rows(FactQuery query, Rows rows) throws IOException {
        List<CountedMonth> months = months(query.begin(), query.end());
        boolean world = query.customer().equals(Institution.THE_WORLD);
        boolean none = !world && query.attributed().equals(Optional.of(false)); // what is a customer's was attributed
        if (months.isEmpty() || none) {
            return;
        }
        try (KeptDuck kept = KeptDuck.borrow(folder.temporary(), CodeSql::register)) {
            Duck duck = kept.duck();
            CustomerSets customers =
                    CustomerSets.find(duck, query.customer(), members(query), months, asksNobody(query));
            if (customers.none()) {
                return;
            }
            FactSql sql = sql(duck, query, months, customers);
            RowStream stream = new RowStream(duck, query, months);
            if (query.subject() == Subject.PLATFORM) {
                String sums = sql.text(0, months.size());
                if (!sums.isEmpty()) {
                    stream.platform(sums, rows);
                }
            } else if (!fromNames(kept, query.subject(), sql, stream, months.size(), customers, rows)
                    && answer(duck, sql::text, months.size(), customers)) {
                RankedSubjects.make(duck, query, catalogue());
                stream.subjects(catalogue(), rows);
            }
        } catch (SQLException e) {
            throw Duck.failure(e, folder.facts() + " cannot be read");
        }
    }

    /** The counted months of a period whose facts do not tell requests of Release 5 by format, as earlier programs did not. */
    public List<YearMonth> monthsWithoutFormats(YearMonth begin, YearMonth end) throws IOException {
        List<YearMonth> without = new ArrayList<>();
        try (KeptDuck kept = KeptDuck.borrow(folder.temporary(), CodeSql::register)) {
            for (CountedMonth month : months(begin, end)) {
                String items = Sql.parquet(List.of(month.facts().resolve(FactFiles.ITEMS)));
                if (!ColumnNames.of(kept.duck(), items).contains("Total_Item_Requests_HTML_R5")) {
                    without.add(month.month());
                }
            }
            return without;
        } catch (SQLException e) {
            throw Duck.failure(e, folder.facts() + " cannot be read");
        }
    }

    /** What the databases of the catalogue in force are called. */
    public SortedSet<String> databaseNames() throws IOException {
        try (KeptDuck kept = KeptDuck.borrow(folder.temporary(), CodeSql::register)) {
            return CatalogueIds.databaseNames(kept.duck(), catalogue());
        } catch (SQLException e) {
            throw Duck.failure(e, "the catalogue cannot be read");
        }
    }

    private static boolean asksNobody(FactQuery query) {
        return query.attributed().isPresent() || query.shown().contains(Attribute.ATTRIBUTED);
    }

    private static List<String> members(FactQuery query) {
        return query.shown().contains(Attribute.CUSTOMER) ? query.members() : List.of();
    }

    /** The months asked that were counted, with the facts in force. */
    private List<CountedMonth> months(YearMonth begin, YearMonth end) {
        List<CountedMonth> months = new ArrayList<>();
        for (MonthState month : state.months().subMap(begin, end.plusMonths(1)).values()) {
            month.counted()
                    .map(counted -> folder.facts(month.month(), counted.facts()))
                    .ifPresent(facts -> months.add(new CountedMonth(month.month(), facts)));
        }
        return months;
    }

    /** One aggregation over the months from a place up to another, or nothing. */
    @FunctionalInterface
    private interface Sums {
        String of(int from, int to);
    }

    /**
     * Makes the table {@code answer}, if any row can be in it: for a large customer a few months at a time, so that the sums fit in memory.
     *
     * @return whether it has any
     */
    private static boolean answer(Duck duck, Sums sums, int months, CustomerSets customers)
            throws SQLException, IOException {
        int step = customers.monthsAtOnce();
        for (int from = 0; from < months; from += step) {
            String text = sums.of(from, Math.min(months, from + step));
            if (text.isEmpty()) {
                return false;
            }
            duck.execute((from == 0 ? "CREATE TABLE answer AS " : "INSERT INTO answer ") + text);
        }
        boolean[] any = {false};
        ColumnReader.read(duck, "SELECT 1 FROM answer LIMIT 1", (chunk, rows) -> any[0] = rows > 0);
        return any[0];
    }

    private FactSql sql(Duck duck, FactQuery query, List<CountedMonth> months, CustomerSets customers)
            throws SQLException, IOException {
        Set<String> ids = query.itemId().isPresent()
                ? CatalogueIds.having(duck, catalogue(), query.itemId().get())
                : null;
        Set<String> databases = query.database().isPresent() && query.subject() == Subject.DATABASE
                ? CatalogueIds.databases(duck, catalogue(), query.database().get())
                : null;
        return new FactSql(query, months, MovedTitles.of(query, months, titles), customers, ids, databases);
    }

    /** Answers with the names that are kept; false when they are not all there, as when what the facts call a title is an item since. */
    private boolean fromNames(
            KeptDuck kept,
            Subject subject,
            FactSql sql,
            RowStream stream,
            int months,
            CustomerSets customers,
            Rows rows)
            throws SQLException, IOException {
        if (subject == Subject.ITEM || state.catalogue() == 0) {
            return false;
        }
        TitleNames names = TitleNames.of(kept, catalogueFile(), catalogue());
        if (names.isEmpty() || sql.text(0, 1).isEmpty()) {
            return false;
        }
        Sums ranked = (from, to) -> stream.ranked(sql.ranked(from, to, names.table()));
        if (customers.monthsAtOnce() >= months) {
            return stream.titles(ranked.of(0, months), names, rows);
        }
        answer(kept.duck(), ranked, months, customers);
        if (stream.titles("FROM answer", names, rows)) {
            return true;
        }
        kept.duck().execute("DROP TABLE answer");
        return false;
    }

    /** The catalogue as a table, in SQL. */
    private String catalogue() {
        return state.catalogue() == 0 ? NO_CATALOGUE : Sql.parquet(List.of(catalogueFile()));
    }

    private Path catalogueFile() {
        return folder.catalogue(state.catalogue()).resolve(CatalogueFiles.ROWS);
    }
}
