package fr.comptoir.store.usage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is summed up in files answers as the facts do, and never for others than those that it was made from. */
class UsageFilesTest {
    private static final long SEED = 20_261_123;
    private static final long MUCH = 1L << 30;
    private static final List<String> MANY = List.of("cons", Institution.THE_WORLD);

    @TempDir
    Path data;

    private final SampleUsage sample = new SampleUsage(new SplittableRandom(SEED));

    @BeforeEach
    void fill() throws Exception {
        sample.fill(data);
    }

    private String answers(UsageQuery query, TitleOrder order, Optional<KeptMonths> keeping) throws Exception {
        return SampleUsage.answers(data, query, order, keeping);
    }

    /** What a process that has just begun has in memory: nothing. All months of all customers go to files. */
    private static Optional<KeptMonths> anotherProcess() {
        return Optional.of(new KeptMonths(MUCH, 0));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("usage"))) {
            return files.sorted().toList();
        }
    }

    /** Asks for all that a customer has; what the files of usage say is compared with the facts. */
    private void same(String customer) throws Exception {
        UsageQuery query = SampleUsage.all(customer);
        TitleOrder order = sample.order();
        assertThat(answers(query, order, anotherProcess())).isEqualTo(answers(query, order, Optional.empty()));
    }

    @Test
    void anyQuestionIsAnsweredAsByTheFacts() throws Exception {
        for (int i = 0; i < 40; i++) {
            UsageQuery query = sample.query(i % 5 < 4 ? MANY.get(i % 2) : "c1");
            TitleOrder order = sample.order();
            assertThat(answers(query, order, anotherProcess()))
                    .as("seed %s: %s %s", SEED, query, order)
                    .isEqualTo(answers(query, order, Optional.empty()));
        }
        assertThat(files()).hasSize(3 * 3 * SampleUsage.MONTHS);
    }

    @Test
    void theFactsAreNotReadAgain() throws Exception {
        UsageQuery query = SampleUsage.all(Institution.THE_WORLD);
        TitleOrder order = sample.order();
        String expected = answers(query, order, anotherProcess());
        for (int i = 0; i < SampleUsage.MONTHS; i++) {
            Files.delete(data.resolve("facts/" + SampleUsage.FIRST.plusMonths(i) + "/v1/titles.parquet"));
        }
        assertThat(answers(query, order, anotherProcess())).isEqualTo(expected);
    }

    @Test
    void theyAreMadeBeforehandOnce() throws Exception {
        for (boolean made : List.of(true, false)) {
            try (Store store = Store.openForReading(data)) {
                for (String customer : MANY) {
                    assertThat(store.prepareUsage(customer, SampleUsage.FIRST)).isEqualTo(made);
                }
                assertThat(store.prepareUsage("cons", SampleUsage.FIRST.minusMonths(1)))
                        .as("never counted")
                        .isFalse();
            }
        }
        assertThat(files()).hasSize(3 * MANY.size());
        for (String customer : MANY) {
            same(customer);
        }
    }

    @Test
    void whatIsDamagedIsMadeAgain() throws Exception {
        same("cons");
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);
        byte[] changed = whole.clone();
        changed[whole.length / 2] ^= 1;
        for (byte[] damaged : List.of(new byte[0], Arrays.copyOf(whole, whole.length - 1), changed)) {
            Files.write(file, damaged);
            same("cons");
            assertThat(file).hasSize(whole.length);
            assertThat(Files.readAllBytes(file)).isNotEqualTo(damaged);
        }
    }

    @Test
    void whatWasMadeOfOtherFiguresOfTheSameNameIsMadeAgain() throws Exception {
        same("cons");
        Path items = data.resolve("facts/" + SampleUsage.FIRST + "/v1/items.parquet");
        byte[] before = Files.readAllBytes(files().get(0));
        Files.setLastModifiedTime(items, FileTime.fromMillis(1_000));
        same("cons");
        assertThat(Files.readAllBytes(files().get(0))).isNotEqualTo(before);
    }

    @Test
    void whatIsNotInForceAnyMoreIsRemovedByAWriter() throws Exception {
        same("cons");
        List<Path> before = files();
        Path dead = Files.createFile(before.get(0).resolveSibling(before.get(0).getFileName() + ".0-1.unfinished"));
        Path alive = Files.createFile(unfinished(before.get(0), 1));
        for (int i = 0; i < 2; i++) { // a reader may still use what the state before the last one named
            sample.count(data, SampleUsage.FIRST);
            assertThat(before.get(0)).exists();
        }
        Store.openForWriting(data, () -> false).close();
        assertThat(dead).doesNotExist();
        String first = SampleUsage.FIRST.toString();
        List<Path> expected = new ArrayList<>(before);
        expected.removeIf(file -> file.getFileName().toString().startsWith(first));
        expected.add(alive);
        assertThat(files()).hasSize(2 * 3 + 1).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void withoutAFolderToWriteInTheAnswersAreTheSame() throws Exception {
        Path usage = Files.createFile(data.resolve("usage"));
        same("cons");
        assertThat(usage).isRegularFile();
    }

    @Test
    void onAFullDiskTheAnswersAreTheSameAndNothingUnfinishedStays() throws Exception {
        Path full = Path.of("/dev/full"); // a device on which there is never room
        same("cons");
        List<Path> made = files();
        int written = UsageFiles.WRITTEN.get();
        for (Path file : made) {
            Files.delete(file);
            for (int number = written + 1; number <= written + made.size(); number++) {
                Files.createSymbolicLink(unfinished(file, number), full);
            }
        }
        int links = files().size();
        same("cons");
        assertThat(UsageFiles.WRITTEN.get() - written).as("how many were tried").isEqualTo(made.size());
        assertThat(files())
                .as("none was finished, and each took its own away")
                .hasSize(links - made.size())
                .doesNotContainAnyElementsOf(made);
    }

    private static Path unfinished(Path file, int number) {
        return file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + "-" + number + ".unfinished");
    }
}
