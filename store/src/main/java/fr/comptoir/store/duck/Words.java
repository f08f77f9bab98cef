package fr.comptoir.store.duck;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Short lists of words as tables {@code (n, text)} whose text is an ENUM of DuckDB: as fast as a number until it is written, and a text
 * in the file.
 */
public final class Words {
    private Words() {}

    /** Makes the ENUM {@code type}, whose codes are the places in the list. */
    public static void type(Duck duck, String type, List<String> words) throws SQLException {
        duck.execute("CREATE TYPE " + type + " AS ENUM " + Sql.texts(words));
    }

    /** Makes the table {@code name}; {@code n} is the place in the list. */
    public static void table(Duck duck, String name, List<String> words) throws SQLException {
        String type = name + "_word";
        type(duck, type, words);
        List<String> rows = new ArrayList<>();
        for (int n = 0; n < words.size(); n++) {
            rows.add("(" + n + ", " + Sql.text(words.get(n)) + ")");
        }
        duck.execute("CREATE TABLE " + name + " (n INTEGER, text " + type + ")");
        duck.execute("INSERT INTO " + name + " VALUES " + String.join(", ", rows));
    }

    /** Makes the table {@code name} of constants; {@code n} is the ordinal. */
    public static <E extends Enum<E>> void table(Duck duck, String name, E[] values, Function<E, String> code)
            throws SQLException {
        table(duck, name, Arrays.stream(values).map(code).toList());
    }
}
