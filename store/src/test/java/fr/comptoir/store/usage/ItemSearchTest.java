package fr.comptoir.store.usage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.catalogue.CatalogueRow;
import fr.comptoir.store.Store;
import fr.comptoir.store.catalogue.ItemIdentifiers;
import fr.comptoir.store.usage.CatalogueNames.Found;
import fr.comptoir.store.usage.CatalogueNames.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles and chapters are found by their DOI, and titles by ISSNs and ISBNs that only their items have. */
class ItemSearchTest {
    private static final Optional<Set<String>> ALL = Optional.empty();
    private static final Optional<Set<String>> PRESS = Optional.of(Set.of("Press"));

    @TempDir
    Path data;

    private final List<CatalogueRow> rows = new ArrayList<>();

    private void add(
            String id,
            String parent,
            String type,
            String name,
            String publisher,
            String doi,
            String isbn,
            String issn) {
        rows.add(new CatalogueRow(
                0, id, parent, type, name, publisher, "", "", "", "", "", "", "", "", doi, isbn, "", issn, "", "", "",
                ""));
    }

    private CatalogueNames imported() throws Exception {
        try (Store store = Store.openForWriting(data, () -> false)) {
            int version = store.catalogue()
                    .write(
                            store.state(),
                            row -> {
                                for (CatalogueRow each : rows) {
                                    row.take(each);
                                }
                            },
                            true,
                            (all, file) -> Files.createFile(file));
            store.commit(store.state().withCatalogue(version));
            return store.catalogueNames();
        }
    }

    private void fill() {
        add("j1", "", "Journal", "Journal of Tides", "Press", "10.5555/tides", "", "2049-3630");
        add("a1", "j1", "Article", "Ebb", "Press", "10.5555/Tides.1", "", "2049-3630");
        add("a2", "j1", "Article", "Flow\tand \"ebb\"", "Press", "10.5555/tides.2", "", "1234-567X");
        add("a3", "j1", "Article", "", "Press", "10.5555/tides.10", "", "1234-567X");
        add("b1", "", "Book", "Book of Moons", "Others", "", "", "");
        add("c1", "b1", "Book_Segment", "Full moon", "Others", "10.7777/Lunée", "978-3-16-148410-0", "");
        add("s1", "", "Article", "Alone", "Press", "10.8888/alone", "", "");
        add("db", "", "Database_Full", "Base", "Press", "", "", "");
        add("f1", "db", "Database_Full_Item", "Of the base", "Press", "10.9999/base", "", "");
    }

    private static List<String> found(CatalogueNames names, String text, Optional<Set<String>> publishers)
            throws Exception {
        return names.find(text, publishers, 6).stream()
                .map(one -> one.kind() + " " + one.value() + ": " + one.name() + ", " + one.said())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDoiFindsItsItemWhetherTheIdentifiersAreWrittenOrNot(boolean written) throws Exception {
        fill();
        CatalogueNames names = imported();
        if (!written) {
            Files.delete(data.resolve("catalogue/v1").resolve(ItemIdentifiers.FILE));
        }
        assertThat(found(names, "10.5555/tides.1", ALL))
                .containsExactly(
                        "ITEM j1: Ebb, 10.5555/tides.1 · Journal of Tides",
                        "ITEM j1: a3, 10.5555/tides.10 · Journal of Tides");
        assertThat(found(names, "https://doi.org/10.5555%2FTIDES.2", ALL))
                .containsExactly("ITEM j1: Flow and \"ebb\", 10.5555/tides.2 · Journal of Tides");
        assertThat(found(names, "10.5555", ALL)).hasSize(4).first().isEqualTo("TITLE j1: Journal of Tides, 2049-3630");
        assertThat(found(names, "10.7777/lunee", ALL))
                .containsExactly("ITEM b1: Full moon, 10.7777/lunee · Book of Moons");
        assertThat(found(names, "10.8888/alone", ALL)).containsExactly("ITEM s1: Alone, 10.8888/alone");
        assertThat(found(names, "10.6", ALL)).isEmpty();
        assertThat(found(names, "10.9999/base", ALL)).as("of no title").isEmpty();
        assertThat(names.find("10.5", ALL, 2))
                .filteredOn(one -> one.kind() == Kind.ITEM)
                .hasSize(2);
    }

    @Test
    void aNumberThatOnlyItemsHaveFindsTheirTitle() throws Exception {
        fill();
        CatalogueNames names = imported();
        assertThat(names.find("1234-567x", ALL, 6)).extracting(Found::value).containsExactly("j1");
        assertThat(names.find("2049-3630", ALL, 6)).extracting(Found::kind).containsExactly(Kind.TITLE);
        assertThat(names.find("1234567X", ALL, 6))
                .as("without its hyphen")
                .extracting(Found::value)
                .containsExactly("j1");
        assertThat(names.find("20493630", ALL, 6)).extracting(Found::kind).containsExactly(Kind.TITLE);
        for (String isbn : List.of("978-3-16-148410-0", "9783161484100", "978-3-16-1")) {
            assertThat(names.find(isbn, ALL, 6)).extracting(Found::value).containsExactly("b1");
        }
    }

    @Test
    void aPublisherFindsItsOwnAlone() throws Exception {
        fill();
        CatalogueNames names = imported();
        assertThat(found(names, "10.7777/l", PRESS)).isEmpty();
        assertThat(found(names, "9783161", PRESS)).isEmpty();
        assertThat(found(names, "10.5555/tides.2", PRESS)).hasSize(1);
        assertThat(names.ofDoi("10.7777/Lunée", PRESS)).isEmpty();
        assertThat(names.knows(Kind.TITLE, "s1", Optional.of(Set.of("Others")))).isFalse();
    }

    @Test
    void aDoiNamesATitleByItselfOrByAnItem() throws Exception {
        fill();
        CatalogueNames names = imported();
        assertThat(names.ofDoi("10.5555/TIDES", ALL)).contains("j1");
        assertThat(names.ofItemDoi("10.5555/tides", ALL))
                .as("it is the title's")
                .isEmpty();
        assertThat(names.ofItemDoi("10.5555/tides.2", ALL)).contains("j1");
        assertThat(names.ofItemDoi("10.5555/tides.", ALL))
                .as("only the beginning")
                .isEmpty();
        assertThat(names.ofDoi("10.8888/ALONE", ALL)).contains("s1");
        assertThat(names.ofDoi("tides", ALL)).isEmpty();
        assertThat(names.knows(Kind.TITLE, "s1", ALL)).isTrue();
        assertThat(names.knows(Kind.TITLE, "a1", ALL)).as("its title is").isFalse();
    }

    @Test
    void ofAManyOthersThoseOfAPublisherAreFoundAsFarAsIsLooked() throws Exception {
        add("j1", "", "Journal", "Theirs", "Others", "", "", "");
        add("j2", "", "Journal", "Own", "Press", "", "", "");
        for (int i = 0; i < 1_500; i++) {
            add("a" + i, "j1", "Article", "Article", "Others", "10.5555/x" + i, "", "");
        }
        add("own", "j2", "Article", "Article", "Press", "10.5555/x9999", "", "");
        CatalogueNames names = imported();
        assertThat(names.find("10.5555/x", PRESS, 6)).extracting(Found::value).containsExactly("j2");
        assertThat(names.find("10.5555/x", ALL, 6)).extracting(Found::value).containsOnly("j1");
    }

    @Test
    void whatACatalogueNoLongerHasIsNotFound() throws Exception {
        fill();
        imported();
        rows.removeIf(row -> row.itemId().equals("a2"));
        assertThat(found(imported(), "10.5555/tides.2", ALL)).isEmpty();
    }
}
