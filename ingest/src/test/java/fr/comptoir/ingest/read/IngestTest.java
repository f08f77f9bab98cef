package fr.comptoir.ingest.read;

import static fr.comptoir.ingest.read.Log.line;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.comptoir.ingest.format.LineFault;
import fr.comptoir.ingest.format.LineFault.Kind;
import fr.comptoir.ingest.input.ContentHash;
import fr.comptoir.ingest.input.Input;
import fr.comptoir.ingest.input.KnownInputs;
import fr.comptoir.ingest.read.IngestResult.Malformed;
import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.action.LineOutcome;
import fr.comptoir.model.site.InputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {
    private static final LocalDate DAY = LocalDate.of(2024, 6, 15);
    private static final IngestOptions OPTIONS = IngestOptions.DEFAULT;

    @TempDir
    private Path folder;

    private Input file(String name, String text) throws IOException {
        return file(name, text.getBytes(UTF_8));
    }

    private Input file(String name, byte[] bytes) throws IOException {
        Path path = folder.resolve(name);
        Files.write(path, bytes);
        return new Input(name, path);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return out.toByteArray();
    }

    private static Log.Read read(List<InputRecord> known, Input... inputs) throws Exception {
        return read(Site.combined(), known, InputStream.nullInputStream(), inputs);
    }

    private static Log.Read read(Site site, List<InputRecord> known, InputStream standardInput, Input... inputs)
            throws Exception {
        int first = known.stream().mapToInt(InputRecord::number).max().orElse(0) + 1;
        return Log.read(site.rules(), OPTIONS, List.of(inputs), new KnownInputs(known), first, standardInput);
    }

    private static String action(int second) {
        return line("GET /article/a1 HTTP/1.1", 200).replace(":00:00 ", ":00:%02d ".formatted(second));
    }

    private static String lines(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int second = from; second < to; second++) {
            text.append(action(second)).append('\n');
        }
        return text.toString();
    }

    @Test
    void linesWhoseItemsAreLookedUpTogetherEndEachByItself() throws Exception {
        int lines = 3 * ItemLookups.TOGETHER + 7;
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= lines; i++) {
            String item = i % 3 == 0 || i == lines ? "later" + i % 5 : "a1";
            text.append(line("GET /article/" + item + " HTTP/1.1", 200)).append(i == lines ? "" : "\n");
        }

        Log.Read read = read(List.of(), file("a.log", text.toString()));

        int held = lines / 3 + 1;
        assertThat(read.ledger().count(LineOutcome.HELD_UNKNOWN_ITEM)).isEqualTo(held);
        assertThat(read.ledger().count(LineOutcome.ACTION)).isEqualTo(lines - held);
        assertThat(read.rows())
                .filteredOn(row -> row.item().startsWith("later"))
                .hasSize(held);
        assertThat(read.rows()).hasSize(lines);
        assertThat(read.record().tail().orElseThrow().outcome()).isEqualTo(LineOutcome.HELD_UNKNOWN_ITEM);
    }

    @Test
    void aBrokenEndIsNotHeldBecauseOfTheLineBefore() throws Exception {
        Log.Read read =
                read(List.of(), file("a.log", lines(0, 9) + line("GET /article/later HTTP/1.1", 200) + "\nbroken"));

        assertThat(read.ledger().count(LineOutcome.HELD_UNKNOWN_ITEM)).isEqualTo(1);
        assertThat(read.record().tail().orElseThrow().outcome()).isEqualTo(LineOutcome.MALFORMED);
    }

    @Test
    void theRecordSaysWhatWasRead() throws Exception {
        String text = lines(0, 3) + line("GET /x HTTP/1.1", 200).replace("10:00:00", "22:30:00") + "\nbroken\n";

        Log.Read read = read(List.of(), file("a.log", text));

        InputRecord record = read.record();
        assertThat(record.number()).isEqualTo(1);
        assertThat(record.name()).isEqualTo("a.log");
        assertThat(record.path()).isEqualTo(folder.resolve("a.log").toString());
        assertThat(record.bytes()).isEqualTo(text.length());
        assertThat(record.contentHash()).isEqualTo(ContentHash.of(text.getBytes(UTF_8), 0, text.length()));
        assertThat(record.headHash()).isEqualTo(record.contentHash());
        assertThat(record.continues()).isEmpty();
        assertThat(record.firstLine()).isEqualTo(1);
        assertThat(record.tail()).isEmpty();
        assertThat(record.ledger().lines()).isEqualTo(5);
        assertThat(record.ledger().count(LineOutcome.MALFORMED)).isEqualTo(1);
        assertThat(record.days()).containsOnlyKeys(DAY, DAY.plusDays(1));
        assertThat(record.days().get(DAY).count(LineOutcome.ACTION)).isEqualTo(3);
        assertThat(record.hours()).containsEntry(DAY, 1 << 12).containsEntry(DAY.plusDays(1), 1);
    }

    @Test
    void anEmptyFileIsAnInputWithoutLines() throws Exception {
        Log.Read read = read(List.of(), file("empty.log", ""));

        assertThat(read.record().ledger().lines()).isZero();
        assertThat(read.record().bytes()).isZero();
        assertThat(read.rows()).isEmpty();
    }

    @Test
    void aLastLineWithoutEndIsCountedAndRemembered() throws Exception {
        String text = lines(0, 2) + action(2);

        InputRecord record = read(List.of(), file("a.log", text)).record();

        assertThat(record.ledger().count(LineOutcome.ACTION)).isEqualTo(3);
        assertThat(record.tail())
                .contains(new InputRecord.Tail(lines(0, 2).length(), 3, LineOutcome.ACTION, Optional.of(DAY)));
    }

    @Test
    void aMalformedTailHasNoDay() throws Exception {
        InputRecord record =
                read(List.of(), file("a.log", lines(0, 1) + "half a li")).record();
        assertThat(record.tail())
                .contains(new InputRecord.Tail(lines(0, 1).length(), 2, LineOutcome.MALFORMED, Optional.empty()));
    }

    @Test
    void aRepeatAddsNothing() throws Exception {
        Input plain = file("a.log", lines(0, 3));
        List<InputRecord> known = read(List.of(), plain).result().records();

        Log.Read read = read(known, file("b.gz", gzip(lines(0, 3))), plain);

        assertThat(read.rows()).isEmpty();
        assertThat(read.result().records()).isEmpty();
        assertThat(read.result().repeats())
                .extracting(
                        repeat -> repeat.input().name(),
                        repeat -> repeat.earlier().number())
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple("b.gz", 1),
                        org.assertj.core.api.Assertions.tuple("a.log", 1));
    }

    @Test
    void ofTheSameFileTwiceInOneRunOneIsCounted() throws Exception {
        Log.Read read = read(List.of(), file("a.log", lines(0, 3)), file("b.log", lines(0, 3)));

        assertThat(read.rows()).hasSize(3);
        assertThat(read.result().repeats()).hasSize(1);
    }

    @Test
    void aLogThatGrewCountsItsNewPart() throws Exception {
        List<InputRecord> known =
                read(List.of(), file("a.log", lines(0, 3))).result().records();

        Log.Read read = read(known, file("a.log.1", lines(0, 5)));

        assertThat(read.rows()).extracting(Log.Row::line).containsExactly(4, 5);
        assertThat(read.rows()).extracting(Log.Row::input).containsOnly(2);
        InputRecord record = read.record();
        assertThat(record.continues()).contains(1);
        assertThat(record.firstLine()).isEqualTo(4);
        assertThat(record.retraction()).isEmpty();
        assertThat(record.ledger().lines()).isEqualTo(2);
        assertThat(record.bytes()).isEqualTo(lines(0, 5).length());
    }

    @Test
    void aTailThatGrewIsReadAgainAndRetracted() throws Exception {
        String half = action(3).substring(0, 60);
        List<InputRecord> known =
                read(List.of(), file("a.log", lines(0, 3) + half)).result().records();
        InputRecord.Tail tail = known.get(0).tail().orElseThrow();

        Log.Read read = read(known, file("b.gz", gzip(lines(0, 5))));

        assertThat(tail.outcome()).isEqualTo(LineOutcome.MALFORMED);
        assertThat(read.rows()).extracting(Log.Row::line).containsExactly(4, 5);
        assertThat(read.record().firstLine()).isEqualTo(4);
        assertThat(read.record().retraction()).contains(new InputRecord.Retraction(1, tail));
    }

    @Test
    void growthWithinOneRunIsSeenInWhateverOrder() throws Exception {
        Input small = file("a.log", lines(0, 3));
        Input large = file("b.log", lines(0, 7));

        for (List<Input> order : List.of(List.of(small, large), List.of(large, small))) {
            Log.Read read = read(List.of(), order.toArray(Input[]::new));
            assertThat(read.rows()).hasSize(7);
            assertThat(read.ledger().lines()).isEqualTo(7);
        }
    }

    @Test
    void growthOfFilesLargerThanAHeadAndABlock() throws Exception {
        String block = lines(0, 59).repeat(120);
        String text = block + block.replace("a1", "a2");
        List<InputRecord> known = read(List.of(), file("a.log", text)).result().records();

        Log.Read read = read(known, file("b.log", text + lines(0, 9)), file("c.gz", gzip(text + lines(0, 9))));

        assertThat(text.length()).isGreaterThan(ContentHash.BLOCK_BYTES);
        assertThat(read.rows()).hasSize(9);
        assertThat(read.result().repeats()).hasSize(1);
        assertThat(read.record().firstLine()).isEqualTo(2 * 59 * 120 + 1);
    }

    @Test
    void standardInputIsReadOnceAndKnownAgain() throws Exception {
        byte[] text = lines(0, 3).getBytes(UTF_8);
        Log.Read first = read(Site.combined(), List.of(), new ByteArrayInputStream(text), Input.STANDARD_INPUT);
        assertThat(first.rows()).hasSize(3);
        assertThat(first.record().name()).isEqualTo("-");
        assertThat(first.record().path()).isEmpty();

        Log.Read again =
                read(Site.combined(), first.result().records(), new ByteArrayInputStream(text), Input.STANDARD_INPUT);
        assertThat(again.rows()).isEmpty();
        assertThat(again.result().repeats()).hasSize(1);

        Log.Read more = read(
                Site.combined(),
                first.result().records(),
                new ByteArrayInputStream(lines(0, 4).getBytes(UTF_8)),
                Input.STANDARD_INPUT);
        assertThat(more.rows()).extracting(Log.Row::line).containsExactly(4);
        assertThat(more.record().path()).isEmpty();
    }

    /** A log is for the owner's eyes only: the copy of a stream lies in the folder that was named, while it is needed. */
    @Test
    void aStreamIsCopiedWhereItMayBe() throws Exception {
        byte[] text = lines(0, 3).getBytes(UTF_8);
        KnownInputs known =
                new KnownInputs(read(Site.combined(), List.of(), new ByteArrayInputStream(text), Input.STANDARD_INPUT)
                        .result()
                        .records());
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        List<Boolean> emptyMeanwhile = new ArrayList<>();

        new Ingest(Site.combined().rules(), IngestOptions.DEFAULT.withTemporary(temporary))
                .read(
                        List.of(Input.STANDARD_INPUT),
                        known,
                        2,
                        new ByteArrayInputStream(lines(0, 4).getBytes(UTF_8)),
                        batch -> {},
                        (input, line, reject) -> {},
                        (done, total) -> {
                            try (var files = Files.list(temporary)) {
                                emptyMeanwhile.add(files.findAny().isEmpty());
                            } catch (IOException failure) {
                                throw new UncheckedIOException(failure);
                            }
                        });

        assertThat(emptyMeanwhile).contains(false);
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void anotherFormatStopsTheRunAndShowsThreeLines() throws Exception {
        String wrong = "{\"time\": 1}\n".repeat(4_000);

        assertThatThrownBy(() -> read(List.of(), file("json.log", wrong)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("json.log: none of the first 1000 lines fits the format")
                .hasMessageContaining("line 1: {\"time\": 1}")
                .hasMessageContaining("line 3: {\"time\": 1}")
                .satisfies(thrown ->
                        assertThat(String.valueOf(thrown.getMessage())).doesNotContain("line 4"));
    }

    @Test
    void aShortFileInAnotherFormatStopsTheRunToo() throws Exception {
        assertThatThrownBy(() -> read(List.of(), file("short.log", "x\n".repeat(10))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none of its 10 lines");
        assertThat(read(List.of(), file("shorter.log", "x\n".repeat(9))).rejects())
                .hasSize(9);
    }

    @Test
    void malformedLinesAmongOthersStopNothing() throws Exception {
        Log.Read read = read(List.of(), file("a.log", "x\n".repeat(999) + lines(0, 1) + "x\n".repeat(5_000)));

        assertThat(read.ledger().count(LineOutcome.MALFORMED)).isEqualTo(5_999);
        assertThat(read.rows()).hasSize(1);
    }

    @Test
    void malformedLinesAreToldByWhatIsWrongWithThem() throws Exception {
        String unfit = action(1).replace("2024:", "then:");
        String text = lines(0, 2) + "broken\n" + unfit + "\nbroken\n" + "x".repeat(Piece.LINE_MAX) + "\n" + lines(2, 3)
                + unfit + "\nbroken\n";

        Log.Read read = read(List.of(), file("a.log", text));

        assertThat(read.result().malformed())
                .containsExactly(
                        new Malformed(1, new LineFault(Kind.END, "%h"), 3, 3, 9),
                        new Malformed(1, new LineFault(Kind.VALUE, "%t"), 2, 4, 8),
                        new Malformed(1, LineFault.TOO_LONG, 1, 6, 6));
    }

    @Test
    void ofALogThatGrewTheNewMalformedLinesAreToldByTheirNumbersInTheWhole() throws Exception {
        Log.Read first = read(List.of(), file("a.log", "\n" + lines(0, 3) + "brok"));
        Log.Read second = read(List.of(first.record()), file("a.log", "\n" + lines(0, 3) + "broken\n\n" + action(5)));

        assertThat(first.result().malformed())
                .containsExactly(
                        new Malformed(1, LineFault.EMPTY, 1, 1, 1),
                        new Malformed(1, new LineFault(Kind.END, "%h"), 1, 5, 5));
        assertThat(second.result().malformed())
                .containsExactly(
                        new Malformed(2, new LineFault(Kind.END, "%h"), 1, 5, 5),
                        new Malformed(2, LineFault.EMPTY, 1, 6, 6));
    }

    @Test
    void rejectsAreBoundedAndAllCounted() throws Exception {
        String text = lines(0, 1) + "bad\n".repeat(50);

        Log.Read read = Log.read(
                Site.combined().rules(),
                OPTIONS.withRejectsMax(7),
                List.of(file("a.log", text)),
                new KnownInputs(List.of()),
                1,
                InputStream.nullInputStream());

        assertThat(read.rejects()).hasSize(7).last().isEqualTo("1:8:bad");
        assertThat(read.ledger().count(LineOutcome.MALFORMED)).isEqualTo(50);
        assertThat(read.result().rejectsKept()).isEqualTo(7);
    }

    @Test
    void aGzipFileThatEndsTooEarlyFailsTheRun() throws Exception {
        byte[] whole = gzip(lines(0, 50));
        Input cut = file("cut.gz", Arrays.copyOf(whole, whole.length - 9));

        assertThatThrownBy(() -> read(List.of(), cut, file("good.log", lines(0, 5))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("cut.gz");
    }

    @Test
    void aMissingFileFailsTheRun() {
        assertThatThrownBy(() -> read(List.of(), new Input("gone.log", folder.resolve("gone.log"))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("gone.log");
    }

    @Test
    void whatASinkThrowsComesOut() throws Exception {
        Input input = file("a.log", lines(0, 5));
        IOException full = new IOException("no space left on device");

        assertThatThrownBy(() -> new Ingest(Site.combined().rules(), OPTIONS)
                        .read(
                                List.of(input),
                                new KnownInputs(List.of()),
                                1,
                                InputStream.nullInputStream(),
                                batch -> {
                                    throw full;
                                },
                                (number, line, text) -> {},
                                (read, total) -> {}))
                .isSameAs(full);
    }

    @Test
    void progressEndsWithAllBytes() throws Exception {
        Input plain = file("a.log", lines(0, 50));
        Input packed = file("b.gz", gzip(lines(0, 40).replace("a1", "a2")));
        List<Long> told = new ArrayList<>();

        new Ingest(Site.combined().rules(), OPTIONS)
                .read(
                        List.of(plain, packed),
                        new KnownInputs(List.of()),
                        1,
                        InputStream.nullInputStream(),
                        batch -> {},
                        (number, line, text) -> {},
                        (read, total) -> told.add(total - read));

        assertThat(told)
                .isSortedAccordingTo((a, b) -> Long.compare(b, a))
                .last()
                .isEqualTo(0L);
    }

    @Test
    void w3cDirectivesAreNoLinesAndStillNumbered() throws Exception {
        String text = """
                #Version: 1.0
                #Fields: date time c-ip cs-method cs-uri-stem sc-status cs(User-Agent)
                2024-06-15 10:00:00 192.0.2.7 GET /article/a1 200 Mozilla/5.0+(X11;+Linux)
                #Fields: date time cs-uri-stem cs-method c-ip sc-status cs(User-Agent)
                2024-06-15 10:00:05 /article/a2 GET 192.0.2.7 200 Mozilla/5.0+(X11;+Linux)
                2024-06-15 10:00:06 /article/a2 GET 192.0.2.7 200 full+text+reader
                """;
        List<InputRecord> known = new ArrayList<>();

        Log.Read read = read(Site.w3c(), known, InputStream.nullInputStream(), file("a.log", text));
        known.addAll(read.result().records());

        assertThat(read.rows()).extracting(Log.Row::line).containsExactly(3, 5);
        assertThat(read.rows()).extracting(Log.Row::item).containsExactly("a1", "a2");
        assertThat(read.ledger().lines()).isEqualTo(3);
        assertThat(read.ledger().count(LineOutcome.EXCLUDED_ROBOT)).isEqualTo(1);

        String more = "2024-06-15 10:01:06 /article/a1 GET 192.0.2.7 200 Mozilla/5.0+(X11;+Linux)\n";
        Log.Read grown = read(Site.w3c(), known, InputStream.nullInputStream(), file("b.log", text + more));

        assertThat(grown.rows()).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(7);
            assertThat(row.item()).isEqualTo("a1");
        });
        assertThat(grown.record().firstLine()).isEqualTo(7);
    }
}
