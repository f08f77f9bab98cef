package fr.comptoir.store.usage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.store.Store;
import fr.comptoir.store.usage.CatalogueNames.Found;
import fr.comptoir.store.usage.CatalogueNames.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueNamesTest {
    private static final int MOST = 50;

    @TempDir
    Path data;

    private final SampleUsage sample = new SampleUsage(new SplittableRandom(7));

    @BeforeEach
    void fill() throws Exception {
        sample.importCatalogue(data, " et Fils");
    }

    private CatalogueNames names() throws Exception {
        try (Store store = Store.openForReading(data)) {
            return store.catalogueNames();
        }
    }

    private static Stream<Found> of(Kind kind, List<Found> found) {
        return found.stream().filter(one -> one.kind() == kind);
    }

    @Test
    void aPartOfANameFindsWhateverIsCalledSo() throws Exception {
        assertThat(of(Kind.TITLE, names().find("JOURNAL", Optional.empty(), MOST)))
                .isNotEmpty()
                .allMatch(one -> one.name().toLowerCase(java.util.Locale.ROOT).contains("journal"));
        assertThat(of(Kind.PUBLISHER, names().find("publisher of b2", Optional.empty(), MOST)))
                .extracting(Found::value)
                .containsExactly("Publisher of b2", "Publisher of db2");
        assertThat(names().find("", Optional.empty(), MOST)).isEmpty();
        assertThat(names().find("no such words", Optional.empty(), MOST)).isEmpty();
    }

    /** Which reads all titles: as often as somebody asks would take a beginning service long. */
    @Test
    void manyWhoAskAtOnceWaitForOneReading() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<CatalogueNames>> asked = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                asked.add(threads.submit(this::names));
            }
            for (Future<CatalogueNames> each : asked) {
                assertThat(each.get()).isSameAs(asked.get(0).get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void accentsAndTheOrderOfWordsDoNotMatter() throws Exception {
        assertThat(of(Kind.PACKAGE, names().find("ete", Optional.empty(), MOST)))
                .extracting(Found::value)
                .containsExactly("Été");
        assertThat(names().find("fils et journal", Optional.empty(), MOST))
                .isEqualTo(names().find("journal fils et", Optional.empty(), MOST))
                .isNotEmpty();
    }

    @Test
    void notMoreThanAskedForAndWhatBeginsSoFirst() throws Exception {
        List<Found> all = names().find("j", Optional.empty(), MOST);
        List<String> titles = of(Kind.TITLE, all).map(Found::folded).toList();
        assertThat(titles).hasSizeGreaterThan(1);
        assertThat(titles.get(0)).startsWith("j");
        assertThat(of(Kind.TITLE, names().find("j", Optional.empty(), 1)).map(Found::folded))
                .containsExactly(titles.get(0));
    }

    /** A publisher finds its titles, its own name, and the packages that have a title of its. */
    @Test
    void aPublisherFindsNothingOfOthers() throws Exception {
        Optional<Set<String>> own = Optional.of(Set.of("Publisher of b2"));
        assertThat(names().find("e", own, MOST)).isNotEmpty().allSatisfy(one -> {
            switch (one.kind()) {
                case PUBLISHER -> assertThat(one.value()).isEqualTo("Publisher of b2");
                case TITLE -> assertThat(names().title(one.value(), own)).contains(one.name());
                case PACKAGE ->
                    assertThat(names().find(one.name(), Optional.empty(), MOST)).contains(one);
                case ITEM ->
                    assertThat(one.name()).as("found by an identifier alone").isEmpty();
            }
        });
        assertThat(of(Kind.TITLE, names().find("e", own, MOST)))
                .extracting(Found::value)
                .containsExactly("b2");
        assertThat(names().title("j0", Optional.empty())).isPresent();
        assertThat(names().title("j0", own)).isEmpty();
        assertThat(names().find("e", Optional.of(Set.of()), MOST)).isEmpty();
    }

    @Test
    void whatFindsNothingIsPerhapsWhatIsWrittenAlikeButNothingOfOtherPublishers() throws Exception {
        assertThat(names().meant("jurnal", Optional.empty()).orElseThrow()).isEqualToIgnoringCase("journal");
        assertThat(names().meant("publsher", Optional.empty())).contains("Publisher");
        assertThat(names().meant("journal", Optional.empty())).isEmpty();
        assertThat(names().meant(" ", Optional.empty())).isEmpty();
        assertThat(names().meant("jurnal", Optional.of(Set.of("Publisher of b2"))))
                .isEmpty();
        assertThat(names().meant("publsher", Optional.of(Set.of("Publisher of b2"))))
                .contains("Publisher");
    }

    @Test
    void aNewCatalogueHasOtherNames() throws Exception {
        assertThat(names().title("j0", Optional.empty()).orElseThrow()).endsWith(" et Fils");
        sample.importCatalogue(data, " et Filles");
        assertThat(names().title("j0", Optional.empty()).orElseThrow()).endsWith(" et Filles");
    }

    @Test
    void withoutACatalogueThereIsNothing(@TempDir Path empty) throws Exception {
        try (Store store = Store.openForWriting(empty, () -> false)) {
            assertThat(store.catalogueNames().find("e", Optional.empty(), MOST)).isEmpty();
        }
    }
}
