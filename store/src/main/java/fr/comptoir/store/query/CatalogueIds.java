package fr.comptoir.store.query;

import fr.comptoir.model.fact.FactQuery.Identifier;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Sql;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds the ids of the rows of the catalogue that a filter means. */
final class CatalogueIds {
    private static final String IS_DATABASE = "data_type LIKE 'Database%' AND data_type <> 'Database_Full_Item'";

    private CatalogueIds() {}

    /**
     * Every id whose row has that identifier. Letter case does not matter in a DOI, nor do hyphens in an ISBN or ISSN.
     *
     * @param catalogue the catalogue as a table, in SQL
     */
    static Set<String> having(Duck duck, String catalogue, Identifier identifier) throws SQLException, IOException {
        String value = identifier.value();
        String same = switch (identifier.namespace().toLowerCase(Locale.ROOT)) {
            case "doi" -> "lower(doi) = lower(" + Sql.text(value) + ")";
            case "isbn" -> withoutHyphens("isbn", value);
            case "print_issn" -> withoutHyphens("print_issn", value);
            case "online_issn" -> withoutHyphens("online_issn", value);
            case "linking_issn" -> withoutHyphens("issn_l", value);
            case "uri" -> "uri = " + Sql.text(value);
            case "proprietary" -> "item_id = " + Sql.text(value);
            default -> throw new IllegalArgumentException("no identifier is called " + identifier.namespace());
        };
        return ids(duck, catalogue, same);
    }

    /** The databases of that name, in any letter case. */
    static Set<String> databases(Duck duck, String catalogue, String name) throws SQLException, IOException {
        return ids(duck, catalogue, "lower(name) = lower(" + Sql.text(name) + ") AND " + IS_DATABASE);
    }

    private static String withoutHyphens(String column, String value) {
        String digits = value.replace("-", "").toUpperCase(Locale.ROOT);
        return "upper(replace(" + column + ", '-', '')) = " + Sql.text(digits);
    }

    private static Set<String> ids(Duck duck, String catalogue, String condition) throws SQLException, IOException {
        return texts(duck, "SELECT item_id FROM " + catalogue + " WHERE " + condition);
    }

    /** What the databases are called. */
    static SortedSet<String> databaseNames(Duck duck, String catalogue) throws SQLException, IOException {
        return texts(duck, "SELECT DISTINCT name FROM " + catalogue + " WHERE name <> '' AND " + IS_DATABASE);
    }

    private static SortedSet<String> texts(Duck duck, String sql) throws SQLException, IOException {
        SortedSet<String> texts = new TreeSet<>();
        ColumnReader.read(duck, sql, (chunk, rows) -> {
            for (int row = 0; row < rows; row++) {
                texts.add(chunk.vector(0).getString(row));
            }
        });
        return texts;
    }
}
