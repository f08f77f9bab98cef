package fr.comptoir.store.query;

import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.store.duck.Duck;
import java.sql.SQLException;

/**
 * Gives the subjects of an answer their places: sorted by the parent's name and id, then by their own. Rows are then sorted by numbers,
 * and names are read once for each subject.
 */
final class RankedSubjects {
    private RankedSubjects() {}

    /**
     * Makes, from the aggregation in the table {@code answer}, the tables {@code subjects (rank, id, own, parent_rank, fact_parent)}
     * and {@code parents (rank, id, own)}. A parent that is called as the item itself is none (CoP 5.1, section 3.3.2), nor is a
     * database in Release 5, whose Item Report knows none.
     *
     * @param catalogue the catalogue as a table, in SQL
     */
    static void make(Duck duck, Subject subject, Release release, String catalogue) throws SQLException {
        // A database's type is the catalogue's: its rows carry the types of what was used in it.
        String own = subject == Subject.DATABASE ? CodeSql.asDataType("coalesce(c.data_type, 'Database')") : "f.own";
        duck.execute("CREATE TABLE named AS SELECT f.id, f.parent AS fact_parent, "
                + CodeSql.dataType(own, subject, release) + " AS own, coalesce(c.name, '') AS name FROM"
                + " (SELECT parent, id, max(own) AS own FROM answer GROUP BY parent, id) f LEFT JOIN " + catalogue
                + " c ON c.item_id = f.id");
        duck.execute("CREATE TABLE placed AS " + (subject == Subject.ITEM ? withParents(release, catalogue) : WITHOUT));
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

    private static final String WITHOUT =
            "SELECT *, NULL::VARCHAR AS parent, '' AS parent_name, NULL::TINYINT AS parent_own FROM named";

    private static String withParents(Release release, String catalogue) {
        String parentOwn = CodeSql.dataType(CodeSql.asDataType("p.data_type"), Subject.TITLE, release);
        String notDatabase = release == Release.R5 ? " AND parent_own <> " + DataType.DATABASE.ordinal() : "";
        return "SELECT id, own, name, fact_parent, parent_own, CASE WHEN is_parent THEN fact_parent END AS parent,"
                + " CASE WHEN is_parent THEN said ELSE '' END AS parent_name FROM (SELECT *, coalesce(parent_own <> own"
                + notDatabase
                + ", false) AS is_parent FROM (SELECT n.*, coalesce(p.name, '') AS said, " + parentOwn
                + " AS parent_own FROM named n LEFT JOIN " + catalogue + " p ON p.item_id = n.fact_parent))";
    }
}
