package fr.comptoir.store.usage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.store.Store;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.query.CountedMonth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of all institutions answers for each of them as the facts do. */
class InstitutionFilesTest {
    private static final long SEED = 20_261_122;
    private static final long MUCH = 1L << 30;
    private static final int NO_FILES = Integer.MAX_VALUE;

    @TempDir
    Path data;

    private final SampleUsage sample = new SampleUsage(new SplittableRandom(SEED));

    @BeforeEach
    void fill() throws Exception {
        sample.fill(data);
    }

    /** Asks as a process that has just begun, and writes no files of one customer. */
    private String answers(UsageQuery query, TitleOrder order) throws Exception {
        return answers(query, order, Optional.of(new KeptMonths(MUCH, NO_FILES)));
    }

    private String answers(UsageQuery query, TitleOrder order, Optional<KeptMonths> keeping) throws Exception {
        return SampleUsage.answers(data, query, order, keeping);
    }

    /** Gives how many months were written. */
    private long prepare() throws Exception {
        try (Store store = Store.openForReading(data)) {
            long made = 0;
            for (YearMonth month : months()) {
                made += store.prepareInstitutions(month) ? 1 : 0;
            }
            return made;
        }
    }

    private static List<YearMonth> months() {
        return IntStream.range(0, SampleUsage.MONTHS)
                .mapToObj(SampleUsage.FIRST::plusMonths)
                .toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("usage"))) {
            return files.sorted().toList();
        }
    }

    private void sameAsTheFacts(String customer) throws Exception {
        UsageQuery query = SampleUsage.all(customer);
        TitleOrder order = sample.order();
        assertThat(answers(query, order)).isEqualTo(answers(query, order, Optional.empty()));
    }

    @Test
    void anyQuestionIsAnsweredAsByTheFacts() throws Exception {
        assertThat(prepare()).isEqualTo(SampleUsage.MONTHS);
        assertThat(prepare()).as("made once").isZero();
        for (int i = 0; i < 40; i++) {
            UsageQuery query = sample.query(SampleUsage.CUSTOMERS.get(i % SampleUsage.CUSTOMERS.size()));
            TitleOrder order = sample.order();
            assertThat(answers(query, order))
                    .as("seed %s: %s %s", SEED, query, order)
                    .isEqualTo(answers(query, order, Optional.empty()));
        }
        assertThat(files()).hasSize(2 * SampleUsage.MONTHS);
    }

    @Test
    void theFactsAreNotReadAgain() throws Exception {
        prepare();
        Map<String, Long> expected = new TreeMap<>();
        for (String customer : List.of("c1", "c10", "nobody")) {
            expected.put(customer, investigations(customer, Optional.empty()));
        }
        for (YearMonth month : months()) {
            Files.delete(data.resolve("facts/" + month + "/v1/titles.parquet"));
            Files.delete(data.resolve("facts/" + month + "/v1/searches.parquet"));
        }
        for (String customer : expected.keySet()) {
            assertThat(investigations(customer, Optional.of(new KeptMonths(MUCH, NO_FILES))))
                    .isEqualTo(expected.get(customer));
        }
        assertThat(expected.get("nobody")).isZero();
        assertThat(expected.get("c1")).isGreaterThan(expected.get("c10")).isPositive();
    }

    private long investigations(String customer, Optional<KeptMonths> keeping) throws Exception {
        try (Store store = Store.openForReading(data);
                Usage usage = Usage.of(store.folder(), store.state(), SampleUsage.all(customer), keeping)) {
            return usage.byAttributes().stream()
                    .mapToLong(row -> row.counts()[MetricType.TOTAL_ITEM_INVESTIGATIONS.ordinal()])
                    .sum();
        }
    }

    @Test
    void whatIsDamagedIsNotBelievedAndMadeAgain() throws Exception {
        prepare();
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);
        byte[] inAPart = whole.clone();
        inAPart[10] ^= 1;
        byte[] inTheList = whole.clone();
        inTheList[whole.length - 12] ^= 1;
        byte[] inTheEnd = whole.clone();
        inTheEnd[whole.length - 4] ^= 0x7F;
        for (byte[] damaged :
                List.of(new byte[0], Arrays.copyOf(whole, whole.length - 1), inAPart, inTheList, inTheEnd)) {
            Files.write(file, damaged);
            sameAsTheFacts("c1");
            sameAsTheFacts("nobody");
            prepare();
            assertThat(file).hasBinaryContent(whole);
        }
    }

    @Test
    void whatWasMadeOfOtherFiguresOfTheSameNameIsMadeAgain() throws Exception {
        prepare();
        Path items = data.resolve("facts/" + SampleUsage.FIRST + "/v1/items.parquet");
        Files.setLastModifiedTime(items, FileTime.fromMillis(1_000));
        sameAsTheFacts("c1");
        assertThat(prepare()).isEqualTo(1);
        sameAsTheFacts("c1");
    }

    @Test
    void whoHasManySetsIsNotAmongThemAndManyAreReadSomeAtATime() throws Exception {
        try (Store store = Store.openForReading(data)) {
            DataFolder folder = store.folder();
            Path catalogue = folder.catalogue(store.state().catalogue()).resolve("catalogue.parquet");
            TitleNumbers titles = TitleNumbers.of(folder.temporary(), catalogue);
            CountedMonth month = new CountedMonth(SampleUsage.FIRST, folder.facts(SampleUsage.FIRST, 1));
            for (Split split : List.of(Split.TITLES, Split.WAYS)) {
                Map<String, Long> together = rows(titles, month, split, new InstitutionsReading.Limits(8, 1 << 20));
                assertThat(together).containsOnlyKeys("c1", "c10", "c2", "c3", "cons");
                assertThat(together.values()).allMatch(rows -> rows > 0);
                Map<String, Long> apart = rows(titles, month, split, new InstitutionsReading.Limits(1, 1));
                assertThat(apart.get("cons")).as("of two sets").isEqualTo(-1);
                for (String customer : List.of("c10", "c3")) {
                    assertThat(apart.get(customer)).isEqualTo(together.get(customer));
                }
            }
        }
    }

    /** The number of rows by customer, -1 for one of many sets. */
    private Map<String, Long> rows(
            TitleNumbers titles, CountedMonth month, Split split, InstitutionsReading.Limits limits) throws Exception {
        Map<String, Long> rows = new TreeMap<>();
        new InstitutionsReading(titles, data.resolve("tmp"), month, split, limits)
                .read((customer, usage) -> assertThat(rows.put(
                                customer, usage.map(some -> (long) some.rows()).orElse(-1L)))
                        .isNull());
        return rows;
    }

    @Test
    void theWorldIsNotAnInstitutionThatUsedNothing() throws Exception {
        prepare();
        sameAsTheFacts(Institution.THE_WORLD);
    }
}
