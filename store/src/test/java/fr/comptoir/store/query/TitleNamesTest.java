package fr.comptoir.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.FactRow.Described;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.KeptDuck;
import fr.comptoir.store.duck.Sql;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TitleNamesTest {
    @TempDir
    Path folder;

    @Test
    void titlesAndDatabasesAreRankedByNameAndThenById() throws Exception {
        Path file = catalogue(
                "v1",
                "('j2', 'Journal', 'A'), ('j1', 'Journal', 'A'), ('d1', 'Database_Full', NULL), ('a1', 'Article', 'B')");
        try (KeptDuck kept = borrow()) {
            TitleNames names = of(kept, file);
            assertThat(ids(names)).containsExactly("d1", "j1", "j2");
            ColumnReader.read(
                    kept.duck(), "SELECT rank, item_id FROM " + names.table() + " ORDER BY rank", (chunk, rows) -> {
                        assertThat(rows).isEqualTo(3);
                        for (int row = 0; row < rows; row++) {
                            assertThat(chunk.vector(0).getInt(row)).isEqualTo(row);
                            assertThat(chunk.vector(1).getString(row))
                                    .isEqualTo(names.described(Release.R5_1)[row].id());
                        }
                    });
            assertThat(names.described(Release.R5_1)[0].dataType()).isEqualTo(DataType.DATABASE_FULL);
            assertThat(names.described(Release.R5)[0].dataType()).isEqualTo(DataType.DATABASE);
            assertThat(names.described(Release.R5)[1]).isSameAs(names.described(Release.R5_1)[1]);
        }
    }

    @Test
    void theyAreKeptUntilAnotherFileIsInItsPlace() throws Exception {
        Path file = catalogue("v1", "('j1', 'Journal', 'B')");
        TitleNames first;
        try (KeptDuck kept = borrow()) {
            first = of(kept, file);
        }
        try (KeptDuck kept = borrow()) {
            assertThat(of(kept, file)).isSameAs(first);
            catalogue("v1", "('j2', 'Journal', 'C')");
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
            assertThat(ids(of(kept, file))).containsExactly("j2");
            assertThat(ids(of(kept, catalogue("v2", "('j3', 'Journal', 'D')")))).containsExactly("j3");
            kept.duck().execute("FROM " + first.table());
        }
    }

    @Test
    void tooManyAreNotKept() throws Exception {
        Path file = catalogue("v1", "SELECT 'b' || i, 'Book', 'N' FROM range(50001) t(i)");
        try (KeptDuck kept = borrow()) {
            assertThat(of(kept, file).isEmpty()).isTrue();
        }
    }

    private KeptDuck borrow() throws Exception {
        return KeptDuck.borrow(folder, CodeSql::register);
    }

    private static TitleNames of(KeptDuck kept, Path file) throws Exception {
        return TitleNames.of(kept, file, Sql.parquet(List.of(file)));
    }

    private static List<String> ids(TitleNames names) {
        return Arrays.stream(names.described(Release.R5_1)).map(Described::id).toList();
    }

    private Path catalogue(String version, String rows) throws Exception {
        Path file = Files.createDirectories(folder.resolve(version)).resolve("catalogue.parquet");
        String values = rows.startsWith("SELECT") ? rows : "VALUES " + rows;
        try (Duck duck = Duck.open(folder)) {
            duck.copy(
                    "SELECT item_id, data_type, name, NULL::VARCHAR AS parent_id, NULL::VARCHAR AS database_id, NULL::VARCHAR AS publisher,"
                            + " NULL::VARCHAR AS publisher_id, '' AS authors, '' AS publication_date, '' AS article_version, '' AS doi,"
                            + " '' AS isbn, '' AS print_issn, '' AS online_issn, '' AS issn_l, '' AS uri FROM ("
                            + values
                            + ") c(item_id, data_type, name)",
                    file);
        }
        return file;
    }
}
