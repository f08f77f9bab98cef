package fr.comptoir.store.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.comptoir.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Usage in memory and the files give the same figures, whoever asks, whatever is asked, and whatever has changed. */
class KeptUsageTest {
    private static final long SEED = 20_261_122;
    private static final long MUCH = 1L << 30;
    private static final int FEW = 1 << 15;

    @TempDir
    Path data;

    private final SampleUsage sample = new SampleUsage(new SplittableRandom(SEED));

    private String answers(UsageQuery query, TitleOrder order, Optional<KeptMonths> keeping) throws Exception {
        return SampleUsage.answers(data, query, order, keeping);
    }

    /** Asks both; gives how many questions some title answered. */
    private int same(int questions, Optional<KeptMonths> keeping) throws Exception {
        return same(questions, sample::query, keeping);
    }

    private int same(int questions, Function<String, UsageQuery> any, Optional<KeptMonths> keeping) throws Exception {
        int titles = 0;
        for (int i = 0; i < questions; i++) {
            UsageQuery query = any.apply(SampleUsage.CUSTOMERS.get(i % SampleUsage.CUSTOMERS.size()));
            TitleOrder order = sample.order();
            String expected = answers(query, order, Optional.empty());
            assertThat(answers(query, order, keeping))
                    .as("seed %s: %s %s", SEED, query, order)
                    .isEqualTo(expected);
            titles += expected.contains(" | ") ? 1 : 0;
        }
        return titles;
    }

    @Test
    void anyQuestionIsAnsweredAsByTheFiles() throws Exception {
        sample.fill(data);
        KeptMonths keeping = new KeptMonths(MUCH, FEW);
        assertThat(same(40, Optional.of(keeping))).isGreaterThan(5);
        assertThat(keeping.bytes()).isPositive();
    }

    /** Also where a month was counted before they were recorded: all of it is without any. */
    @Test
    void someWaysOfArrivalAreAnsweredAsByTheFiles() throws Exception {
        sample.fill(data);
        SampleUsage.forgetWays(data, SampleUsage.FIRST.plusMonths(1));
        KeptMonths keeping = new KeptMonths(MUCH, FEW);
        assertThat(same(40, sample::queryOfWays, Optional.of(keeping))).isGreaterThan(5);
        assertThat(keeping.bytes()).isPositive();
    }

    @Test
    void whatIsReadBeforehandIsNotReadAgain() throws Exception {
        sample.fill(data);
        KeptMonths keeping = new KeptMonths(MUCH, FEW);
        try (Store store = Store.openForReading(data);
                Usage usage = Usage.of(
                        store.folder(), store.state(), SampleUsage.all("0000000000000000"), Optional.of(keeping))) {
            usage.keep();
            long bytes = keeping.bytes();
            assertThat(bytes).isPositive();
            usage.together();
            assertThat(usage.byAttributes()).isNotEmpty();
            assertThat(usage.byRoutes()).isNotEmpty();
            assertThat(usage.titles().page(sample.order()).rows()).isNotNull();
            assertThat(keeping.bytes()).isEqualTo(bytes);
        }
    }

    @Test
    void soItIsWhereLittleOrNothingCanBeKept() throws Exception {
        sample.fill(data);
        KeptMonths little = new KeptMonths(20_000, FEW);
        same(10, Optional.of(little));
        assertThat(little.bytes()).isLessThanOrEqualTo(20_000);
        KeptMonths nothing = new KeptMonths(0, FEW);
        same(5, Optional.of(nothing));
        assertThat(nothing.bytes()).isZero();
    }

    /** That a customer's usage is too much is forgotten like any other, and of orders the latest are kept. */
    @Test
    void whatIsKnownBesideFiguresHasAnEndToo() throws Exception {
        sample.fill(data);
        KeptMonths tiny = new KeptMonths(2_000, FEW);
        for (String customer : SampleUsage.CUSTOMERS) {
            answers(SampleUsage.all(customer), sample.order(), Optional.of(tiny));
            assertThat(tiny.known()).isLessThanOrEqualTo(5);
        }
        KeptMonths keeping = new KeptMonths(MUCH, FEW);
        List<String> columns = List.of("name", "publisher", "doi", "isbn", "print_issn", "online_issn", "packages");
        for (String column : columns) {
            for (boolean descending : new boolean[] {true, false}) {
                TitleOrder some = sample.order();
                TitleOrder order = new TitleOrder(
                        some.metric(),
                        some.asked(),
                        some.before(),
                        column,
                        descending,
                        Map.of(),
                        Set.of(),
                        Optional.empty(),
                        Map.of(),
                        0,
                        50);
                assertThat(answers(SampleUsage.all("c1"), order, Optional.of(keeping)))
                        .isEqualTo(answers(SampleUsage.all("c1"), order, Optional.empty()));
            }
        }
        try (Store store = Store.openForReading(data)) {
            Path catalogue = Usage.catalogue(store.folder(), store.state()).orElseThrow();
            assertThat(keeping.titles(store.folder().temporary(), catalogue).orders())
                    .isPositive()
                    .isLessThanOrEqualTo(TitleNumbers.RANKS_MAX);
        }
    }

    @Test
    void whatHasChangedIsSeenByTheNextQuestion() throws Exception {
        sample.fill(data);
        Optional<KeptMonths> keeping = Optional.of(new KeptMonths(MUCH, FEW));
        TitleOrder order = sample.order();
        UsageQuery query = SampleUsage.all("c1");
        String before = answers(query, order, keeping);
        sample.count(data, SampleUsage.FIRST.plusMonths(1));
        String recounted = answers(query, order, keeping);
        assertThat(recounted).isNotEqualTo(before).isEqualTo(answers(query, order, Optional.empty()));
        sample.importCatalogue(data, " (new)");
        assertThat(answers(query, order, keeping))
                .isNotEqualTo(recounted)
                .isEqualTo(answers(query, order, Optional.empty()));
    }

    @Test
    void aSiteInThePlaceOfAnotherIsAnother() throws Exception {
        sample.fill(data);
        Optional<KeptMonths> keeping = Optional.of(new KeptMonths(MUCH, FEW));
        TitleOrder order = sample.order();
        UsageQuery query = SampleUsage.all("c1");
        String before = answers(query, order, keeping);
        try (Stream<Path> all = Files.walk(data)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        Files.createDirectories(data);
        sample.fill(data);
        date(data, Instant.parse("2001-01-01T00:00:00Z"));
        assertThat(answers(query, order, keeping))
                .isNotEqualTo(before)
                .isEqualTo(answers(query, order, Optional.empty()));
    }

    /** DuckDB tells files that replace others by the second. */
    private static void date(Path folder, Instant instant) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(path, FileTime.from(instant));
            }
        }
    }

    /** An institution's usage in memory is of no use to any other. */
    @Test
    void whatIsKeptForOneIsNotShownToAnother() throws Exception {
        sample.fill(data);
        Optional<KeptMonths> keeping = Optional.of(new KeptMonths(MUCH, FEW));
        TitleOrder order = sample.order();
        List<String> answers = new ArrayList<>();
        for (String customer : SampleUsage.CUSTOMERS) {
            UsageQuery query = SampleUsage.all(customer);
            answers.add(answers(query, order, keeping));
            assertThat(answers).last().isEqualTo(answers(query, order, Optional.empty()));
        }
        assertThat(answers).doesNotHaveDuplicates();
        assertThat(answers.get(SampleUsage.CUSTOMERS.indexOf("nobody"))).startsWith("0 titles\n");
    }

    @Test
    void manyWhoAskAtOnceAreAnsweredFromOneReading() throws Exception {
        sample.fill(data);
        KeptMonths keeping = new KeptMonths(MUCH, FEW);
        TitleOrder order = sample.order();
        UsageQuery query = SampleUsage.all("cons");
        String expected = answers(query, order, Optional.empty());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> asked = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                asked.add(threads.submit(() -> answers(query, order, Optional.of(keeping))));
            }
            for (Future<String> each : asked) {
                assertThat(each.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
        KeptMonths one = new KeptMonths(MUCH, FEW);
        answers(query, order, Optional.of(one));
        assertThat(keeping.bytes()).isEqualTo(one.bytes());
    }

    @Test
    void aReadingThatFailsIsNotKept() throws Exception {
        sample.fill(data);
        Optional<KeptMonths> keeping = Optional.of(new KeptMonths(MUCH, FEW));
        TitleOrder order = sample.order();
        UsageQuery query = SampleUsage.all("c1");
        Path file = data.resolve("facts/2024-02/v1/titles.parquet");
        Path away = Files.move(file, data.resolve("away"));
        assertThatThrownBy(() -> answers(query, order, keeping))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("titles.parquet");
        Files.move(away, file);
        assertThat(answers(query, order, keeping)).isEqualTo(answers(query, order, Optional.empty()));
    }
}
