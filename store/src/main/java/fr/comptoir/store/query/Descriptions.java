package fr.comptoir.store.query;

import fr.comptoir.model.code.DataType;
import fr.comptoir.model.fact.FactRow.Described;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Sql;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says of subjects (or parents), one after another, read beside the rows that are about them: both are sorted by the
 * subject's rank, so that only one is ever in memory. An item without a publisher has its parent's, name and identifier together.
 */
final class Descriptions implements AutoCloseable {
    private static final DataType[] DATA_TYPES = DataType.values();
    private static final String COLUMNS =
            "c.name, coalesce(c.publisher, p.publisher), coalesce(c.publisher_id, p.publisher_id), c.authors, "
                    + "c.publication_date, c.article_version, c.doi, c.isbn, c.print_issn, c.online_issn, c.issn_l, c.uri";
    /** From whom a row of the catalogue without any publisher has one: its parent, which of a database's own item is the database. */
    private static final String PUBLISHED_BY = "CASE WHEN c.publisher IS NULL AND c.publisher_id IS NULL THEN "
            + "coalesce(c.parent_id, CASE WHEN c.data_type = '" + DataType.DATABASE_FULL_ITEM.code()
            + "' THEN c.database_id END) END";

    private final Duck connection;
    private final DuckDBPreparedStatement statement;
    private final DuckDBChunkedResult result;
    private DuckDBReadableVector[] columns = new DuckDBReadableVector[0];
    private int rows;
    private int row;
    private long rank = -1;
    private @Nullable Described described;

    /**
     * Begins to read.
     *
     * @param ranked a table {@code (rank, id, own)}, {@code own} being the ordinal of the Data_Type
     * @param catalogue the catalogue as a table, in SQL
     */
    Descriptions(Duck duck, String ranked, String catalogue) throws SQLException {
        connection = duck.another();
        statement = connection
                .connection()
                .prepare("SELECT r.rank, r.own, r.id, " + COLUMNS + " FROM " + ranked + " r LEFT JOIN "
                        + catalogue + " c ON c.item_id = r.id LEFT JOIN " + publishers(catalogue) + " p ON p.item_id = "
                        + PUBLISHED_BY + " ORDER BY r.rank");
        result = statement.query();
    }

    /** What may be a parent, and has a publisher: far less than the catalogue. */
    private static String publishers(String catalogue) {
        List<String> types = Arrays.stream(DataType.values())
                .filter(type -> type.level() != DataType.Level.ITEM)
                .map(DataType::code)
                .toList();
        return "(SELECT item_id, publisher, publisher_id FROM " + catalogue
                + " WHERE publisher IS NOT NULL AND data_type IN " + Sql.texts(types) + ")";
    }

    /** The one of that rank, which must not be less than the one before. The same rank gives the same object. */
    Described at(int wanted) throws IOException {
        while (described == null || rank < wanted) {
            next();
        }
        if (rank != wanted) {
            throw new IOException("the catalogue has nothing of rank " + wanted);
        }
        return described;
    }

    private void next() throws IOException {
        if (row == rows) {
            if (!result.nextChunk()) {
                throw new IOException("the catalogue ends before the facts");
            }
            columns = ColumnReader.columns(result.chunk());
            rows = (int) result.chunk().rowCount();
            row = 0;
        }
        rank = columns[0].getLong(row);
        described = new Described(
                text(2),
                DATA_TYPES[columns[1].getByte(row)],
                text(3),
                text(4),
                text(5),
                text(6),
                text(7),
                text(8),
                text(9),
                text(10),
                text(11),
                text(12),
                text(13),
                text(14));
        row++;
    }

    private String text(int column) {
        return ColumnReader.text(columns[column], row);
    }

    @Override
    public void close() throws SQLException, IOException {
        result.close();
        statement.close();
        connection.close();
    }
}
