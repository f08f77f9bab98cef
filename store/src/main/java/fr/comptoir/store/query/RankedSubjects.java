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
     * Makes, from the aggregation in the table {@code answer}, the tables {@code subjects (rank, id, own, parent_rank, fact_parent)} and
     * {@code parents (rank, id, own)}. A parent of the item's own type is none (CoP 5.1, section 3.3.2), nor is a database in Release 5.
     *
     * @param catalogue the catalogue as a table, in SQL
     */
    static void make(Duck duck, Subject subject, Release release, String catalogue) throws SQLException {
        String parentType = CodeSql.dataType("p.data_type", Subject.TITLE, release);
        String isParent = "p.item_id IS NOT NULL AND " + parentType + " IS DISTINCT FROM own"
                + (release == Release.R5 ? " AND " + parentType + " <> " + DataType.DATABASE.ordinal() : "");
        String own = subject == Subject.DATABASE
                ? "coalesce(" + CodeSql.dataType("c.data_type", subject, release) + ", " + DataType.DATABASE.ordinal()
                        + ")"
                : "f.own";
        duck.execute("CREATE TABLE named AS SELECT f.id, f.parent AS fact_parent, " + own
                + "::TINYINT AS own, coalesce(c.name, '') AS name"
                + " FROM (SELECT parent, id, max(own) AS own FROM answer GROUP BY parent, id) f LEFT JOIN " + catalogue
                + " c ON c.item_id = f.id");
        if (subject == Subject.ITEM) {
            duck.execute("CREATE TABLE placed AS SELECT n.*, CASE WHEN " + isParent
                    + " THEN n.fact_parent END AS parent, CASE WHEN " + isParent
                    + " THEN coalesce(p.name, '') ELSE '' END AS parent_name, CASE WHEN " + isParent + " THEN "
                    + parentType
                    + " END AS parent_own FROM named n LEFT JOIN " + catalogue + " p ON p.item_id = n.fact_parent");
        } else {
            duck.execute(
                    "CREATE TABLE placed AS SELECT *, NULL::VARCHAR AS parent, '' AS parent_name, NULL::TINYINT AS parent_own FROM named");
        }
        duck.execute(
                "CREATE TABLE subjects AS SELECT dense_rank() OVER (ORDER BY parent_name, parent NULLS FIRST, name, id) AS rank,"
                        + " id, own, CASE WHEN parent IS NOT NULL THEN dense_rank() OVER (ORDER BY parent_name, parent NULLS FIRST) END"
                        + " AS parent_rank, fact_parent, parent, parent_own FROM placed");
        duck.execute(
                "CREATE TABLE parents AS SELECT parent_rank AS rank, any_value(parent) AS id, max(parent_own) AS own FROM subjects"
                        + " WHERE parent_rank IS NOT NULL GROUP BY parent_rank");
    }
}
