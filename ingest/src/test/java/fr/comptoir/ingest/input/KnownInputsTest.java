package fr.comptoir.ingest.input;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.ingest.input.KnownInputs.Answer;
import fr.comptoir.ingest.input.KnownInputs.Continues;
import fr.comptoir.ingest.input.KnownInputs.RepeatOf;
import fr.comptoir.ingest.input.KnownInputs.Unknown;
import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.action.Ledger;
import fr.comptoir.model.site.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KnownInputsTest {
    private static final int HEAD = InputRecord.HEAD_BYTES;
    private static final byte[] LOG = new byte[1_300_000];

    static {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < LOG.length; i++) {
            LOG[i] = (byte) (random.nextInt(50) == 0 ? random.nextInt() : 'x');
        }
    }

    @TempDir
    Path folder;

    private final List<InputRecord> records = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(Compression.class)
    void theSameContentIsARepeatHoweverItIsPacked(Compression compression) throws Exception {
        for (int length : new int[] {0, 1, 100, HEAD - 1, HEAD, HEAD + 1, 1_200_000}) {
            records.clear();
            InputRecord known = know(Arrays.copyOf(LOG, length));
            assertThat(ask(Arrays.copyOf(LOG, length), compression))
                    .as("%s bytes", length)
                    .isEqualTo(new RepeatOf(known));
        }
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void aLogThatGrewContinuesTheLongestOfItsBeginnings(Compression compression) throws Exception {
        InputRecord tiny = know(Arrays.copyOf(LOG, 10));
        InputRecord small = know(Arrays.copyOf(LOG, HEAD - 1));
        InputRecord head = know(Arrays.copyOf(LOG, HEAD));
        InputRecord large = know(Arrays.copyOf(LOG, 1_100_000));
        InputRecord larger = know(Arrays.copyOf(LOG, 1_200_000));
        assertThat(ask(Arrays.copyOf(LOG, 9), compression)).isEqualTo(new Unknown());
        assertThat(ask(Arrays.copyOf(LOG, 11), compression)).isEqualTo(new Continues(tiny));
        assertThat(ask(Arrays.copyOf(LOG, HEAD - 1), compression)).isEqualTo(new RepeatOf(small));
        assertThat(ask(Arrays.copyOf(LOG, HEAD + 7), compression)).isEqualTo(new Continues(head));
        assertThat(ask(Arrays.copyOf(LOG, 1_099_999), compression)).isEqualTo(new Continues(head));
        assertThat(ask(Arrays.copyOf(LOG, 1_100_000), compression)).isEqualTo(new RepeatOf(large));
        assertThat(ask(Arrays.copyOf(LOG, 1_100_001), compression)).isEqualTo(new Continues(large));
        assertThat(ask(LOG, compression)).isEqualTo(new Continues(larger));
    }

    @Test
    void aDifferentEndIsNoRepeat() throws Exception {
        InputRecord small = know(Arrays.copyOf(LOG, 100));
        know(Arrays.copyOf(LOG, 1_100_000));
        byte[] other = Arrays.copyOf(LOG, 1_100_000);
        other[1_050_000]++;
        assertThat(ask(other, Compression.NONE)).isEqualTo(new Continues(small));
        other[50]++;
        assertThat(ask(other, Compression.NONE)).isEqualTo(new Unknown());
    }

    @Test
    void emptyContentIsContinuedByNothing() throws Exception {
        InputRecord empty = know(new byte[0]);
        assertThat(ask(new byte[] {'x'}, Compression.NONE)).isEqualTo(new Unknown());
        assertThat(ask(new byte[0], Compression.NONE)).isEqualTo(new RepeatOf(empty));
    }

    @Test
    void whatIsCountedNowIsKnownToTheNext() throws Exception {
        KnownInputs known = new KnownInputs(List.of());
        byte[] content = Arrays.copyOf(LOG, 200_000);
        assertThat(known.mayKnow(Arrays.copyOf(content, HEAD))).isFalse();
        InputRecord record = record(content);
        known.add(record);
        assertThat(known.mayKnow(Arrays.copyOf(content, HEAD))).isTrue();
        assertThat(known.find(200_000, ContentHash.of(content, 0, 200_000))).contains(record);
        assertThat(known.find(200_001, ContentHash.of(content, 0, 200_000))).isEmpty();
    }

    @Test
    void beginningsComeBeforeWhatTheyGrewInto() throws Exception {
        List<Input> inputs = List.of(
                Input.STANDARD_INPUT,
                input("a", LOG, Compression.GZIP),
                input("b", Arrays.copyOf(LOG, 90), Compression.NONE),
                input("c", Arrays.copyOfRange(LOG, 7, 500_000), Compression.NONE),
                input("d", Arrays.copyOf(LOG, 1_000_000), Compression.NONE),
                input("e", Arrays.copyOf(LOG, 80), Compression.ZSTD));
        assertThat(InputOrder.of(inputs, input -> Content.open(input, InputStream.nullInputStream())))
                .extracting(Input::name)
                .containsExactly("e", "b", "d", "a", "c", "-");
    }

    private Answer ask(byte[] content, Compression compression) throws IOException, InputException {
        Input input = input("asked", content, compression);
        return new KnownInputs(records).ask(() -> Content.open(input, InputStream.nullInputStream()));
    }

    private Input input(String name, byte[] content, Compression compression) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, ContentTest.compress(compression, content));
        return new Input(name, file);
    }

    private InputRecord know(byte[] content) {
        InputRecord record = record(content);
        records.add(0, record);
        return record;
    }

    private InputRecord record(byte[] content) {
        return new InputRecord(
                records.size() + 1,
                "a.log",
                "/a.log",
                content.length,
                ContentHash.of(content, 0, content.length),
                ContentHash.of(content, 0, Math.min(content.length, HEAD)),
                Optional.empty(),
                1,
                Optional.empty(),
                Optional.empty(),
                new Ledger(),
                new TreeMap<>(),
                new TreeMap<>());
    }
}
