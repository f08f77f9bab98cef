package fr.comptoir.ingest.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.ingest.input.ContentHash;
import fr.comptoir.ingest.input.Input;
import fr.comptoir.ingest.input.KnownInputs;
import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.action.LineOutcome;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must not matter: threads, sizes of pieces and batches, compression, order of files, and how lines are cut into files. */
class IngestLawsTest {
    private static final long SEED = 20_240_615L;
    private static final int LINES = 30_000;

    @TempDir
    private static Path folder;

    private static List<String> lines;
    private static Input whole;
    private static Log.Read expected;

    @BeforeAll
    static void readOnce() throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            lines.add(RandomLines.combined(random));
        }
        whole = plain("whole.log", lines);
        expected = read(IngestOptions.DEFAULT.withThreads(1), whole);
        assertThat(Files.size(folder.resolve("whole.log"))).isGreaterThan(4L * ContentHash.BLOCK_BYTES);
    }

    private static Input plain(String name, List<String> some) throws Exception {
        Path file = folder.resolve(name);
        Files.writeString(file, String.join("\n", some) + "\n");
        return new Input(name, file);
    }

    private static Input gzip(String name, List<String> some) throws Exception {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((String.join("\n", some) + "\n").getBytes(UTF_8));
        }
        return new Input(name, file);
    }

    private static Log.Read read(IngestOptions options, Input... inputs) throws Exception {
        return Log.read(
                Site.combined().withArrivals().rules(),
                options,
                List.of(inputs),
                new KnownInputs(List.of()),
                1,
                InputStream.nullInputStream());
    }

    private static List<String> anywhere(Log.Read read) {
        return read.rows().stream()
                .map(row -> row.anywhere().toString())
                .sorted()
                .toList();
    }

    private static void sameWhereverTheLinesStood(Log.Read read) {
        assertThat(read.ledger()).isEqualTo(expected.ledger());
        assertThat(anywhere(read)).isEqualTo(anywhere(expected));
    }

    @Test
    void everyLineEndsOnceAndEveryOutcomeIsThere() {
        assertThat(expected.ledger().lines()).isEqualTo(LINES);
        for (LineOutcome outcome : LineOutcome.values()) {
            assertThat(expected.ledger().count(outcome)).as(outcome.code()).isPositive();
        }
        long linesWithRows =
                expected.rows().stream().filter(row -> row.part() == 0).count();
        assertThat(linesWithRows)
                .isEqualTo(expected.ledger().count(LineOutcome.ACTION)
                        + expected.ledger().count(LineOutcome.HELD_UNKNOWN_ITEM));
        assertThat(expected.rows())
                .extracting(Log.Row::arrival)
                .contains("direct", "within_platform", "other_site", "Portal", "Scholar", "Extension", "Resolver");
        assertThat(expected.rows()).extracting(Log.Row::route).contains(AccessRoute.IP, AccessRoute.NONE);
        assertThat(expected.result().otherSites()).isNotEmpty();
        assertThat(expected.result().robots().stream()
                        .mapToLong(IngestResult.RobotHit::lines)
                        .sum())
                .isEqualTo(expected.ledger().count(LineOutcome.EXCLUDED_ROBOT));
        assertThat(expected.rejects()).hasSize((int) expected.ledger().count(LineOutcome.MALFORMED));
        assertThat(expected.result().malformed().stream()
                        .mapToLong(IngestResult.Malformed::lines)
                        .sum())
                .isEqualTo(expected.ledger().count(LineOutcome.MALFORMED));
    }

    @Test
    void theLedgerIsTheSumOfItsDays() {
        InputRecord record = expected.record();
        for (LineOutcome outcome : LineOutcome.values()) {
            long days = record.days().values().stream()
                    .mapToLong(day -> day.count(outcome))
                    .sum();
            long undated = outcome == LineOutcome.MALFORMED ? record.ledger().count(outcome) : 0;
            assertThat(days + undated).isEqualTo(record.ledger().count(outcome));
        }
        assertThat(record.hours().keySet()).isEqualTo(record.days().keySet());
    }

    @Test
    void threadsAndSizesOfPiecesAndBatchesChangeNothingAtAll() throws Exception {
        for (int threads : new int[] {1, 2, 5}) {
            for (int blocks : new int[] {1, 3, 16}) {
                IngestOptions options =
                        IngestOptions.DEFAULT.withThreads(threads).withPieceBytes(blocks * ContentHash.BLOCK_BYTES);
                Log.Read read = read(options.withBatchRows(threads == 2 ? 500 : 1_000_000), whole);

                assertThat(read.rows()).isEqualTo(expected.rows());
                assertThat(read.result()).isEqualTo(expected.result());
                assertThat(read.rejects()).isEqualTo(expected.rejects());
                assertThat(read.batches()).isGreaterThan(threads == 2 && blocks == 1 ? 1 : 0);
            }
        }
    }

    @Test
    void compressionChangesNothing() throws Exception {
        for (int threads : new int[] {1, 3}) {
            Log.Read read = read(IngestOptions.DEFAULT.withThreads(threads), gzip("whole.gz", lines));

            assertThat(read.rows()).isEqualTo(expected.rows());
            assertThat(read.ledger()).isEqualTo(expected.ledger());
            assertThat(read.record().contentHash()).isEqualTo(expected.record().contentHash());
            assertThat(read.record().bytes()).isEqualTo(expected.record().bytes());
        }
    }

    @Test
    void orderOfLinesChangesNoRow() throws Exception {
        List<String> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, new Random(SEED));

        sameWhereverTheLinesStood(read(IngestOptions.DEFAULT, plain("shuffled.log", shuffled)));
    }

    @Test
    void cuttingIntoFilesAndTheirOrderChangesNoRow() throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int threads : new int[] {1, 2, 4}) {
            List<Input> inputs = new ArrayList<>();
            int at = 0;
            while (at < LINES) {
                int to = Math.min(LINES, at + 1 + random.nextInt(9_000));
                String name = threads + "-" + inputs.size();
                inputs.add(
                        random.nextBoolean()
                                ? plain(name + ".log", lines.subList(at, to))
                                : gzip(name + ".gz", lines.subList(at, to)));
                at = to;
            }
            Collections.shuffle(inputs, new Random(threads));

            Log.Read read = read(IngestOptions.DEFAULT.withThreads(threads), inputs.toArray(Input[]::new));

            sameWhereverTheLinesStood(read);
            assertThat(read.result().records())
                    .extracting(InputRecord::number)
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void forgettingAllBetweenPiecesChangesNothing() throws Exception {
        JudgeRules rules = Site.combined().withArrivals().rules();
        List<String> some = lines.subList(0, 5_000);
        Log.Read whole = read(IngestOptions.DEFAULT, plain("some.log", some));
        LineJudge judge = new LineJudge(rules, BatchWriter.effects(rules.pages()));
        PieceJudge pieceJudge = new PieceJudge(rules.format(), judge, LineWatcher.NONE, new RowBuffers());
        List<Log.Row> rows = new ArrayList<>();
        BatchWriter batches = new BatchWriter(
                rules.pages(), rules.arrivals(), rules.catalogue(), batch -> Log.addRows(batch, rows), 1_000_000);
        Piece piece = new Piece(50_000);
        int linesBefore = 0;
        try (var channel = java.nio.channels.FileChannel.open(folder.resolve("some.log"))) {
            FilePieces pieces = new FilePieces(channel, channel.size(), 50_000);
            while (pieces.next(piece)) {
                PieceResult result = pieceJudge.judge(piece, rules.format().newReader(), InputPart.whole(1), 0);
                JudgeMaps maps = new JudgeMaps(0);
                maps.add(judge.names.news());
                batches.add(result.rows, maps, linesBefore, () -> 1);
                linesBefore += result.lines;
                judge.names.forget();
            }
        }
        batches.flush();

        assertThat(rows).isEqualTo(whole.rows());
    }

    @Test
    void aMillionBrokenBytesAreJudgedOnce() throws Exception {
        SplittableRandom random = new SplittableRandom(SEED + 1);
        byte[] bytes = String.join("\n", lines.subList(0, 8_000)).getBytes(UTF_8);
        for (int i = 0; i < 60_000; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        Path file = folder.resolve("broken.log");
        Files.write(file, bytes);
        long expectedLines = 1;
        for (int i = 0; i < bytes.length - 1; i++) {
            expectedLines += bytes[i] == '\n' ? 1 : 0;
        }

        Log.Read read = read(IngestOptions.DEFAULT, new Input("broken.log", file));

        assertThat(read.ledger().lines()).isEqualTo(expectedLines);
    }
}
