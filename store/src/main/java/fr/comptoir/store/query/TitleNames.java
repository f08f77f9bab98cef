package fr.comptoir.store.query;

import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.model.fact.FactRow.Described;
import fr.comptoir.store.disk.Disk;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.KeptDuck;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The titles and databases of a catalogue, in the order of reports: by name, then by id. They are a sixtieth of its rows and all that most
 * reports name, so that a running process keeps them: in Java what is said of each, in DuckDB a table {@code (rank, item_id)}.
 */
public final class TitleNames {
    /** With more of them none is kept: some tens of megabytes. */
    private static final int MAX = 50_000;

    private final String table;
    /** By rank. */
    private final Described[] described;
    /** The same in the words of Release 5. */
    private final Described[] inR5;

    private TitleNames(String table, Described[] described) {
        this.table = table;
        this.described = described;
        inR5 = Arrays.stream(described).map(TitleNames::inR5).toArray(Described[]::new);
    }

    /**
     * Those of a catalogue, made or kept; an import makes another catalogue, and a copy put in its place has another date.
     *
     * @param file the catalogue
     * @param catalogue the same as a table, in SQL
     */
    public static TitleNames of(KeptDuck kept, Path file, String catalogue) throws SQLException, IOException {
        return kept.table(Disk.identity(file), TitleNames.class, (duck, table) -> make(duck, table, catalogue));
    }

    private static TitleNames make(Duck duck, String table, String catalogue) throws SQLException, IOException {
        String types = Arrays.stream(DataType.values())
                .filter(type -> type.level() != DataType.Level.ITEM)
                .map(type -> "'" + type.code() + "'")
                .collect(Collectors.joining(", ", "(", ")"));
        // Read once: the catalogue is large, its titles are few.
        duck.execute(
                "CREATE TABLE titles AS SELECT row_number() OVER (ORDER BY coalesce(name, ''), item_id) - 1 AS rank, "
                        + CodeSql.ordinal(CodeSql.asDataType("data_type"))
                        + " AS own, item_id AS id, * FROM (FROM " + catalogue + " WHERE data_type IN " + types
                        + " LIMIT "
                        + (MAX + 1) + ")");
        duck.execute("CREATE TABLE " + table + " AS SELECT rank::INTEGER AS rank, item_id FROM titles");
        int[] size = new int[1];
        ColumnReader.read(
                duck,
                "SELECT count(*)::INTEGER FROM titles",
                (chunk, rows) -> size[0] = chunk.vector(0).getInt(0));
        Described[] described = new Described[size[0] > MAX ? 0 : size[0]];
        try (Descriptions descriptions = new Descriptions(duck, "titles", "titles")) {
            for (int rank = 0; rank < described.length; rank++) {
                described[rank] = descriptions.at(rank);
            }
        }
        duck.execute("DROP TABLE titles");
        return new TitleNames(table, described);
    }

    /** Whether there are any; there are none where they are too many. */
    public boolean isEmpty() {
        return described.length == 0;
    }

    /** The table {@code (rank, item_id)} in SQL. */
    public String table() {
        return table;
    }

    /** By rank, in the words of a release. */
    public Described[] described(Release release) {
        return switch (release) {
            case R5 -> inR5;
            case R5_1 -> described;
        };
    }

    private static Described inR5(Described in) {
        DataType type = CodeSql.named(in.dataType(), Subject.TITLE, Release.R5);
        return type == in.dataType()
                ? in
                : new Described(
                        in.id(),
                        type,
                        in.name(),
                        in.publisher(),
                        in.publisherId(),
                        in.authors(),
                        in.publicationDate(),
                        in.articleVersion(),
                        in.doi(),
                        in.isbn(),
                        in.printIssn(),
                        in.onlineIssn(),
                        in.issnL(),
                        in.uri());
    }
}
