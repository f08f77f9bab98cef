package fr.comptoir.store.query;

import fr.comptoir.model.fact.FactQuery;
import fr.comptoir.model.fact.FactQuery.Attribute;
import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.model.fact.FactSource;
import fr.comptoir.store.catalogue.CatalogueFiles;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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

    public FactQueries(DataFolder folder, State state) {
        this.folder = folder;
        this.state = state;
    }

    @Override
    public void rows(FactQuery query, Rows rows) throws IOException {
        List<CountedMonth> months = months(query);
        if (months.isEmpty()) {
            return;
        }
        try (Duck duck = Duck.open(folder.temporary())) {
            CodeSql.register(duck);
            CustomerSets customers = CustomerSets.find(duck, query.customer(), members(query), months);
            if (!customers.none() && answer(duck, sql(duck, query, months, customers), months.size(), customers)) {
                if (query.subject() == Subject.PLATFORM) {
                    new RowStream(duck, query, months).platform(rows);
                } else {
                    RankedSubjects.make(duck, query.subject(), query.release(), catalogue());
                    new RowStream(duck, query, months).subjects(catalogue(), rows);
                }
            }
        } catch (SQLException e) {
            throw Duck.failure(e, folder.facts() + " cannot be read");
        }
    }

    private static List<String> members(FactQuery query) {
        return query.shown().contains(Attribute.CUSTOMER) ? query.members() : List.of();
    }

    /** The months asked that were counted, with the facts in force. */
    private List<CountedMonth> months(FactQuery query) {
        List<CountedMonth> months = new ArrayList<>();
        for (MonthState month :
                state.months().subMap(query.begin(), query.end().plusMonths(1)).values()) {
            month.counted()
                    .map(counted -> folder.facts(month.month(), counted.facts()))
                    .ifPresent(facts -> months.add(new CountedMonth(month.month(), facts)));
        }
        return months;
    }

    /**
     * Makes the table {@code answer}, if any row can be in it: of a customer in one go, of the world month by month, as no row is of two
     * months and the sums of one fit in memory.
     */
    private static boolean answer(Duck duck, FactSql sql, int months, CustomerSets customers) throws SQLException {
        int step = customers.world() ? 1 : months;
        for (int from = 0; from < months; from += step) {
            String text = sql.text(from, from + step);
            if (text.isEmpty()) {
                return false;
            }
            duck.execute((from == 0 ? "CREATE TABLE answer AS " : "INSERT INTO answer ") + text);
        }
        return true;
    }

    private FactSql sql(Duck duck, FactQuery query, List<CountedMonth> months, CustomerSets customers)
            throws SQLException, IOException {
        Set<String> ids = query.itemId().isPresent()
                ? CatalogueIds.having(duck, catalogue(), query.itemId().get())
                : null;
        Set<String> databases = query.database().isPresent() && query.subject() == Subject.DATABASE
                ? CatalogueIds.databases(duck, catalogue(), query.database().get())
                : null;
        return new FactSql(query, months, customers, ids, databases);
    }

    /** The catalogue as a table, in SQL. */
    private String catalogue() {
        return state.catalogue() == 0
                ? NO_CATALOGUE
                : Sql.parquet(List.of(folder.catalogue(state.catalogue()).resolve(CatalogueFiles.ROWS)));
    }
}
