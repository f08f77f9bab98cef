package fr.comptoir.store.duck;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Pieces of SQL text with values in them. */
public final class Sql {
    private Sql() {}

    /** {@code text} as a literal. */
    public static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** {@code ('a', 'b')}. */
    public static String texts(Collection<String> texts) {
        return texts.stream().map(Sql::text).collect(Collectors.joining(", ", "(", ")"));
    }

    /** Reads Parquet files of one schema, in the order of the list, by exactly these names. */
    public static String parquet(List<Path> files, String... options) {
        StringBuilder sql = new StringBuilder("read_parquet([");
        sql.append(files.stream().map(file -> text(literally(file))).collect(Collectors.joining(", ")));
        sql.append(']');
        for (String option : options) {
            sql.append(", ").append(option);
        }
        return sql.append(')').toString();
    }

    /** A path in which DuckDB finds no pattern. */
    private static String literally(Path file) {
        return file.toString().replaceAll("[*?\\[]", "[$0]");
    }
}
