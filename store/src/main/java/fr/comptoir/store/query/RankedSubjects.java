package fr.comptoir.store.query;

import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.FactQuery;
import fr.comptoir.model.fact.FactQuery.Attribute;
import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.store.duck.Duck;
import java.sql.SQLException;

/**
 * Gives the subjects of an answer their places: sorted by the parent's name and id, then by their own. Rows are then sorted by numbers,
 * and names are read once for each subject.
 */
final class RankedSubjects {
    /** The table {@code (rank, id, own)} where there are no parents, in SQL. */
    static final String WITHOUT_PARENTS = "subjects";

    /** The same where there are: one item may stand under several, and in one place when none of them is its parent in the report. */
    static final String WITH_PARENTS = "(SELECT rank, id, max(own) AS own FROM subjects GROUP BY ALL)";

    private RankedSubjects() {}

    /**
     * Makes, from the aggregation in the table {@code answer}, the table {@code subjects (rank, id, own)} where parents are not shown, else
     * {@code subjects (rank, id, own, parent_rank, fact_parent)} and {@code parents (rank, id, own)}. A parent that is called as the item
     * itself is none (CoP 5.1, section 3.3.2), nor is a database in Release 5, whose Item Report knows none.
     *
     * @param catalogue the catalogue as a table, in SQL
     */
    static void make(Duck duck, FactQuery query, String catalogue) throws SQLException {
        if (hasParents(query)) {
            withParents(duck, query.release(), catalogue);
        } else {
            duck.execute(
                    "CREATE TABLE subjects AS SELECT row_number() OVER (ORDER BY coalesce(c.name, ''), f.id) AS rank, f.id, "
                            + own(query)
                            + " AS own FROM (SELECT id, max(own) AS own FROM answer GROUP BY id) f LEFT JOIN "
                            + catalogue
                            + " c ON c.item_id = f.id");
        }
    }

    /** Whether rows have parents. */
    static boolean hasParents(FactQuery query) {
        return query.subject() == Subject.ITEM && query.shown().contains(Attribute.PARENT);
    }

    /** A database's type is the catalogue's: its rows carry the types of what was used in it. */
    private static String own(FactQuery query) {
        String own =
                query.subject() == Subject.DATABASE ? CodeSql.asDataType("coalesce(c.data_type, 'Database')") : "f.own";
        return CodeSql.dataType(own, query.subject(), query.release());
    }

    private static void withParents(Duck duck, Release release, String catalogue) throws SQLException {
        duck.execute("CREATE TABLE named AS SELECT f.id, f.parent AS fact_parent, "
                + CodeSql.dataType("f.own", Subject.ITEM, release) + " AS own, coalesce(c.name, '') AS name FROM"
                + " (SELECT parent, id, max(own) AS own FROM answer GROUP BY parent, id) f LEFT JOIN " + catalogue
                + " c ON c.item_id = f.id");
        duck.execute("CREATE TABLE placed AS " + placed(release, catalogue));
        duck.execute("""
                CREATE TABLE subjects AS
                SELECT dense_rank() OVER (ORDER BY parent_name, parent NULLS FIRST, name, id) AS rank, id, own, fact_parent,
                    CASE WHEN parent IS NOT NULL THEN dense_rank() OVER (ORDER BY parent_name, parent NULLS FIRST) END AS parent_rank,
                    parent, parent_own
                FROM placed""");
        duck.execute("""
                CREATE TABLE parents AS
                SELECT parent_rank AS rank, any_value(parent) AS id, max(parent_own) AS own
                FROM subjects WHERE parent_rank IS NOT NULL GROUP BY parent_rank""");
    }

    private static String placed(Release release, String catalogue) {
        String parentOwn = CodeSql.dataType(CodeSql.asDataType("p.data_type"), Subject.TITLE, release);
        String notDatabase = release == Release.R5 ? " AND parent_own <> " + DataType.DATABASE.ordinal() : "";
        return "SELECT id, own, name, fact_parent, parent_own, CASE WHEN is_parent THEN fact_parent END AS parent,"
                + " CASE WHEN is_parent THEN said ELSE '' END AS parent_name FROM (SELECT *, coalesce(parent_own <> own"
                + notDatabase
                + ", false) AS is_parent FROM (SELECT n.*, coalesce(p.name, '') AS said, " + parentOwn
                + " AS parent_own FROM named n LEFT JOIN " + catalogue + " p ON p.item_id = n.fact_parent))";
    }
}
