package fr.comptoir.store.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.comptoir.model.catalogue.CatalogueRow;
import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.fact.MonthFacts;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.disk.Disk;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.duck.Sql;
import fr.comptoir.store.fact.FactFiles;
import fr.comptoir.store.fact.SampleCatalogue;
import fr.comptoir.store.fact.SampleFacts;
import fr.comptoir.store.state.Counted;
import fr.comptoir.store.state.State;
import fr.comptoir.store.state.Versions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueFilesTest {
    @TempDir
    Path data;

    private DataFolder folder;
    private CatalogueFiles files;
    private State state = State.EMPTY;

    @BeforeEach
    void openFiles() {
        folder = new DataFolder(data);
        files = new CatalogueFiles(folder, new Disk());
    }

    @Test
    void rowsAreReadBackById() throws Exception {
        List<CatalogueRow> rows = SampleCatalogue.small().rows();
        importRows(rows, false);
        List<CatalogueRow> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(CatalogueRow::itemId));
        assertThat(read()).isEqualTo(sorted);
        assertThat(Files.readString(files.index(1))).isEqualTo(rows.size() + " rows");
    }

    @Test
    void everyColumnKeepsItsPlace() throws Exception {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < CatalogueRow.COLUMNS.size(); i++) {
            values.add("it's \"" + i + "\"\t" + CatalogueRow.COLUMNS.get(i) + " é𝄞");
        }
        String[] v = values.toArray(String[]::new);
        CatalogueRow row = new CatalogueRow(
                0, v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9], v[10], v[11], v[12], v[13], v[14], v[15],
                v[16], v[17], v[18], v[19], v[20]);
        importRows(List.of(row), false);
        assertThat(read()).containsExactly(row);
    }

    @Test
    void anImportAddsAndUpdates() throws Exception {
        importRows(List.of(row("a", "old a"), row("b", "old b")), false);
        importRows(List.of(row("c", "new c"), row("a", "new a")), false);
        assertThat(state.catalogue()).isEqualTo(2);
        assertThat(read()).extracting(CatalogueRow::name).containsExactly("new a", "old b", "new c");
        assertThat(folder.catalogue(1)).as("what a reader may still use").exists();
    }

    @Test
    void aReplacementKeepsTheNamesOfWhatWasCounted() throws Exception {
        SampleCatalogue catalogue = SampleCatalogue.small();
        importRows(catalogue.rows(), false);
        MonthFacts facts = SampleFacts.random(new SplittableRandom(1), YearMonth.of(2024, 1), catalogue, 5_000);
        new FactFiles(folder, new Disk()).write(facts, catalogue, 1);
        state = state.withMonthFacts(facts.month(), Counted.of(1, Instant.EPOCH, facts.totals(), Versions.NONE));
        // Nothing counted names this one.
        importRows(List.of(row("unused", "Unused")), false);

        importRows(List.of(row("a0.0", "Only article")), true);
        assertThat(read()).extracting(CatalogueRow::itemId).containsExactly("a0.0");
        assertThat(allIds()).contains("a0.0", "j0", "b1.2", "db2", "rw").doesNotContain("unused");

        importRows(List.of(row("j0", "Back again")), false);
        assertThat(read()).extracting(CatalogueRow::name).containsExactly("Only article", "Back again");
        assertThat(allIds()).contains("b1.2");
    }

    @Test
    void anEmptyCatalogueIsOne() throws Exception {
        files.read(0, row -> assertThat(row).isNull());
        importRows(List.of(), true);
        assertThat(read()).isEmpty();
    }

    @Test
    void aRefusedImportLeavesNothing() {
        assertThatThrownBy(() -> files.write(
                        state,
                        row -> {
                            row.take(row("a", "A"));
                            throw new InputException(Problem.error("catalogue.csv", 2, "item_id", "is missing"));
                        },
                        false,
                        (all, file) -> Files.createFile(file)))
                .isInstanceOf(InputException.class);
        assertThat(folder.catalogue(1)).doesNotExist();
    }

    @Test
    void manyRowsAreMergedInParts() throws Exception {
        List<CatalogueRow> rows = new ArrayList<>();
        for (int i = 0; i < 250_000; i++) {
            rows.add(row(String.format(Locale.ROOT, "item-%07d", i), "Item"));
        }
        importRows(rows, false);
        importRows(List.of(row("item-0000007", "Seventh")), false);
        int[] count = new int[1];
        files.read(2, row -> {
            assertThat(row.name().equals("Seventh")).isEqualTo(count[0] == 7);
            count[0]++;
        });
        assertThat(count[0]).isEqualTo(rows.size());
    }

    @Test
    void institutionsAreMergedByCustomer() throws IOException {
        InstitutionFiles institutions = new InstitutionFiles(folder, new Disk());
        assertThat(institutions.read(0)).isEmpty();
        State first = state.withInstitutions(
                institutions.write(state, List.of(institution("b", "B"), institution("a", "A")), false));
        State second = first.withInstitutions(
                institutions.write(first, List.of(institution("c", "C"), institution("b", "New B")), false));
        assertThat(institutions.read(second.institutions()))
                .containsExactly(institution("a", "A"), institution("b", "New B"), institution("c", "C"));
        int replaced = institutions.write(second, List.of(institution("d", "D")), true);
        assertThat(institutions.read(replaced)).containsExactly(institution("d", "D"));
    }

    private static Institution institution(String id, String name) {
        return new Institution(
                0,
                id,
                name,
                "requestor",
                "0000 0001",
                "FR-1",
                "https://ror.org/1",
                "123",
                List.of("192.0.2.0/24@2024-01-01..2024-06-30", "2001:db8::/32"),
                List.of("Université \"" + name + "\""),
                List.of("cons@..2024-12-31"));
    }

    private static CatalogueRow row(String id, String name) {
        return SampleCatalogue.row(id, "", "Article", name, "2020", "");
    }

    private void importRows(List<CatalogueRow> rows, boolean replace) throws IOException, InputException {
        state = state.withCatalogue(files.write(
                state,
                row -> {
                    for (CatalogueRow each : rows) {
                        row.take(each);
                    }
                },
                replace,
                (all, file) -> {
                    int[] count = new int[1];
                    all.each(row -> count[0]++);
                    Files.write(file, (count[0] + " rows").getBytes(StandardCharsets.UTF_8));
                }));
    }

    private List<CatalogueRow> read() throws IOException {
        List<CatalogueRow> rows = new ArrayList<>();
        files.read(state.catalogue(), rows::add);
        return rows;
    }

    /** Those that are removed too. */
    private List<String> allIds() throws Exception {
        List<String> ids = new ArrayList<>();
        Path file = folder.catalogue(state.catalogue()).resolve(CatalogueFiles.ROWS);
        try (Duck duck = Duck.open(data)) {
            ColumnReader.read(duck, "SELECT item_id FROM " + Sql.parquet(List.of(file)), (chunk, rows) -> {
                for (int row = 0; row < rows; row++) {
                    ids.add(chunk.vector(0).getString(row));
                }
            });
        }
        return ids;
    }
}
