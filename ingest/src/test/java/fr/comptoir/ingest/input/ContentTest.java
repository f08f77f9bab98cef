package fr.comptoir.ingest.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.luben.zstd.Zstd;
import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.site.InputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTest {
    private static final byte[] TEXT =
            "line one\nline two, which is longer\n".repeat(9000).getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Compression.class)
    void isWhatItWasBeforeCompression(Compression compression) throws Exception {
        try (Content content = open(compress(compression, TEXT), "misnamed.bz2.gz")) {
            assertThat(content.compression()).isEqualTo(compression);
            assertThat(content.channel().isPresent()).isEqualTo(compression == Compression.NONE);
            assertThat(content.bytes()).isEqualTo(compression == Compression.NONE ? TEXT.length : -1);
            assertThat(all(content)).isEqualTo(TEXT);
            assertThat(content.fileBytesRead()).isEqualTo(content.fileBytes());
        }
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void severalOfThemFollowOneAnother(Compression compression) throws Exception {
        byte[] packed =
                concat(compress(compression, TEXT), compress(compression, new byte[0]), compress(compression, TEXT));
        try (Content content = open(packed, "a")) {
            assertThat(all(content)).isEqualTo(concat(TEXT, TEXT));
        }
    }

    /** A source that gives one byte at a time, as a pipe may, ends no member early. */
    @ParameterizedTest
    @EnumSource(Compression.class)
    void slowStandardInput(Compression compression) throws Exception {
        byte[] part = Arrays.copyOf(TEXT, 3000);
        byte[] packed = concat(compress(compression, part), compress(compression, part));
        InputStream slow = new ByteArrayInputStream(packed) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, 1));
            }

            @Override
            public synchronized int available() {
                return 0;
            }
        };
        try (Content content = Content.open(Input.STANDARD_INPUT, slow)) {
            assertThat(all(content)).isEqualTo(concat(part, part));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "ZSTD", "BZIP2"})
    void anEndThatComesTooEarlyIsSaid(Compression compression) throws Exception {
        byte[] packed = compress(compression, TEXT);
        for (int length : new int[] {packed.length - 1, packed.length - 9, packed.length / 2, 7}) {
            assertThatThrownBy(() -> {
                        try (Content content = open(Arrays.copyOf(packed, length), "cut.log")) {
                            all(content);
                        }
                    })
                    .as("%s of %s bytes", length, packed.length)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("cut.log")
                    .hasMessageContaining(compression.name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    @Test
    void aTruncatedGzipSaysHowMuchWasRead() throws Exception {
        byte[] packed = compress(Compression.GZIP, TEXT);
        assertThatThrownBy(() -> {
                    try (Content content = open(Arrays.copyOf(packed, packed.length - 5), "cut.gz")) {
                        all(content);
                    }
                })
                .hasMessageContaining("ends too early")
                .hasMessageContaining(TEXT.length + " bytes and 18000 whole lines");
    }

    /** Two threads read one stream in turn: the second has to hear what the first did. */
    @ParameterizedTest
    @EnumSource(value = Compression.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void whatIsBrokenStaysBroken(Compression compression) throws Exception {
        byte[] packed = compress(compression, TEXT);
        for (int missing = 1; missing < 9; missing++) {
            try (Content content = open(Arrays.copyOf(packed, packed.length - missing), "cut")) {
                Throwable first = catchThrowable(() -> all(content));
                assertThat(first).isInstanceOf(InputException.class);
                assertThatThrownBy(() -> all(content)).isSameAs(first);
            }
        }
    }

    @Test
    void brokenBytesAreSaid() throws Exception {
        byte[] packed = compress(Compression.GZIP, TEXT);
        byte[] sum = packed.clone();
        sum[packed.length - 8] ^= 1;
        assertThatThrownBy(() -> all(open(sum, "sum.gz")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("check sum");
        byte[] more = concat(packed, "more".getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> all(open(more, "more.gz")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("other bytes follow");
        assertThat(all(open(concat(packed, new byte[700]), "zeros.gz"))).isEqualTo(TEXT);
    }

    @Test
    void gzipWithEveryPartOfItsHeader() throws Exception {
        byte[] packed = compress(Compression.GZIP, TEXT);
        byte[] header = {
            0x1F, (byte) 0x8B, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3, 3, 0, 'x', 'y', 'z', 'n', 0, 'c', 'c', 0, 1, 2
        };
        byte[] named = concat(header, Arrays.copyOfRange(packed, 10, packed.length));
        assertThat(all(open(named, "named.gz"))).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FD377A585A00", "504B0304", "04224D18", "1F9D"})
    void packingsThatCannotBeReadAreSaid(String magic) {
        byte[] bytes = java.util.HexFormat.of().parseHex(magic);
        assertThatThrownBy(() -> open(bytes, "x.log"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("x.log: is packed with");
    }

    @Test
    void missingFileIsSaid() {
        assertThatThrownBy(() ->
                        Content.open(new Input("no.log", folder.resolve("no.log")), InputStream.nullInputStream()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no.log: no such file");
    }

    @Test
    void emptyAndShortContent() throws Exception {
        assertThat(all(open(new byte[0], "empty"))).isEmpty();
        assertThat(all(open(new byte[] {'x'}, "x"))).containsExactly('x');
        assertThat(open(new byte[0], "empty").head()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void headIsReadAgain(Compression compression) throws Exception {
        try (Content content = open(compress(compression, TEXT), "a")) {
            byte[] head = content.head();
            assertThat(head).isEqualTo(Arrays.copyOf(TEXT, InputRecord.HEAD_BYTES));
            assertThat(content.head()).isEqualTo(head);
            assertThat(all(content)).isEqualTo(TEXT);
        }
    }

    @Test
    void whatIsWrittenLaterBelongsToAnotherTime() throws Exception {
        Path file = folder.resolve("grows.log");
        Files.write(file, TEXT);
        try (Content content = Content.open(new Input("grows.log", file), InputStream.nullInputStream())) {
            Files.write(file, TEXT, StandardOpenOption.APPEND);
            assertThat(content.bytes()).isEqualTo(TEXT.length);
            assertThat(all(content)).isEqualTo(TEXT);
        }
    }

    @Test
    void standardInputCanBeKept() throws Exception {
        try (Content content =
                Content.open(Input.STANDARD_INPUT, new ByteArrayInputStream(compress(Compression.GZIP, TEXT)))) {
            assertThat(content.head()).hasSize(InputRecord.HEAD_BYTES);
            Input kept = content.copyTo(folder.resolve("kept"));
            assertThat(kept.name()).isEqualTo("-");
            assertThat(kept.absolutePath()).isEmpty();
            assertThat(kept.isStream()).isFalse();
            try (Content again = Content.open(kept, InputStream.nullInputStream())) {
                assertThat(all(again)).isEqualTo(TEXT);
            }
        }
    }

    private Content open(byte[] bytes, String name) throws IOException, InputException {
        Path file = folder.resolve(name);
        Files.write(file, bytes);
        return Content.open(new Input(name, file), InputStream.nullInputStream());
    }

    static byte[] all(Content content) throws IOException, InputException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[10_007];
        for (int count = content.read(buffer, 0, buffer.length);
                count >= 0;
                count = content.read(buffer, 0, buffer.length)) {
            assertThat(count).isPositive();
            out.write(buffer, 0, count);
        }
        return out.toByteArray();
    }

    static byte[] compress(Compression compression, byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        switch (compression) {
            case NONE -> packed.write(bytes);
            case ZSTD -> packed.write(Zstd.compress(bytes));
            case GZIP -> {
                try (OutputStream out = new GZIPOutputStream(packed)) {
                    out.write(bytes);
                }
            }
            case BZIP2 -> {
                try (OutputStream out = new BZip2CompressorOutputStream(packed)) {
                    out.write(bytes);
                }
            }
        }
        return packed.toByteArray();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
