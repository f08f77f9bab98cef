package fr.comptoir.ingest.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.ingest.input.Content;
import fr.comptoir.ingest.input.Input;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a content is cut, its lines come out whole, once and in order. */
class PiecesTest {
    @TempDir
    private Path folder;

    /** Lines with their offsets, LF included; of a line that is too long {@code long} and whether it is the tail. */
    private static List<String> lines(Pieces pieces, int blockBytes, int size) throws Exception {
        Piece piece = new Piece(blockBytes);
        List<String> lines = new ArrayList<>();
        int expected = 0;
        long covered = 0;
        boolean last = false;
        while (pieces.next(piece)) {
            assertThat(last).as("a piece after the last").isFalse();
            assertThat(piece.number).isEqualTo(expected++);
            assertThat(piece.blockOffset).isEqualTo(covered);
            covered += piece.blockTo - Piece.BLOCK_FROM;
            last = piece.last;
            if (piece.overlong) {
                lines.add(piece.overlongOffset + " long " + piece.overlongIsTail + " "
                        + new String(piece.bytes, 0, 20, ISO_8859_1));
            }
            int at = piece.from;
            while (at < piece.to) {
                int feed = LineEnds.next(piece.bytes, at, piece.to);
                int next = feed < 0 ? piece.to : feed + 1;
                assertThat(feed >= 0 || piece.last).as("a line without end").isTrue();
                lines.add(piece.offset(at) + " " + new String(piece.bytes, at, next - at, ISO_8859_1));
                at = next;
            }
        }
        assertThat(covered).isEqualTo(size);
        return lines;
    }

    private static List<String> expected(String text) {
        List<String> lines = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int feed = text.indexOf('\n', at);
            int next = feed < 0 ? text.length() : feed + 1;
            lines.add(at + " " + text.substring(at, next));
            at = next;
        }
        return lines;
    }

    private List<String> ofFile(String text, int blockBytes) throws Exception {
        Path file = folder.resolve("log");
        Files.write(file, text.getBytes(ISO_8859_1));
        try (FileChannel channel = FileChannel.open(file)) {
            return lines(new FilePieces(channel, text.length(), blockBytes), blockBytes, text.length());
        }
    }

    private static List<String> ofStream(String text, int blockBytes) throws Exception {
        InputStream in = new ByteArrayInputStream(text.getBytes(ISO_8859_1));
        return lines(new StreamPieces(Content.open(Input.STANDARD_INPUT, in)), blockBytes, text.length());
    }

    private void bothGiveTheLines(String text, int blockBytes) throws Exception {
        assertThat(ofFile(text, blockBytes)).as("file").isEqualTo(expected(text));
        assertThat(ofStream(text, blockBytes)).as("stream").isEqualTo(expected(text));
    }

    @Test
    void noLine() throws Exception {
        bothGiveTheLines("", 4);
    }

    @Test
    void everyCutOfAShortText() throws Exception {
        for (String text : List.of(
                "\n", "a", "a\n", "abc\nd\n\n\nefghij\n", "abc\nd\n\n\nefghij", "\n\n\n\n", "abcdefghijklmnop")) {
            for (int blockBytes = 1; blockBytes <= text.length() + 2; blockBytes++) {
                bothGiveTheLines(text, blockBytes);
            }
        }
    }

    @Test
    void randomTextsAndCuts() throws Exception {
        long seed = 7_001L;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 60; i++) {
            StringBuilder text = new StringBuilder();
            int longest = 1 << random.nextInt(14);
            while (text.length() < 30_000) {
                text.append("x".repeat(random.nextInt(longest))).append('\n');
            }
            String cut = text.substring(0, text.length() - random.nextInt(3));
            bothGiveTheLines(cut, 1 + random.nextInt(12_000));
        }
    }

    @Test
    void aLineThatIsTooLongIsCutOut() throws Exception {
        int blockBytes = 300_000;
        for (boolean tail : new boolean[] {false, true}) {
            String endless = "y" + "z".repeat(2 * Piece.LINE_MAX);
            String before = "first\n".repeat(3);
            String text = before + endless + (tail ? "" : "\nafter\nlast\n");

            List<String> expected = new ArrayList<>(expected(before));
            expected.add(before.length() + " long " + tail + " y" + "z".repeat(19));
            if (!tail) {
                int at = before.length() + endless.length() + 1;
                expected.add(at + " after\n");
                expected.add((at + 6) + " last\n");
            }
            assertThat(ofFile(text, blockBytes)).isEqualTo(expected);
            assertThat(ofStream(text, blockBytes)).isEqualTo(expected);
        }
    }

    @Test
    void aLineJustTooLongOrNotIsSeenWhereverBlocksEnd() throws Exception {
        for (int length : new int[] {Piece.LINE_MAX - 1, Piece.LINE_MAX, Piece.LINE_MAX + 1}) {
            String text = "a\n" + "b".repeat(length) + "\nc\n";
            for (int blockBytes :
                    new int[] {Piece.LINE_MAX / 2, Piece.LINE_MAX - 1, Piece.LINE_MAX, Piece.LINE_MAX + 2}) {
                for (List<String> lines : List.of(ofFile(text, blockBytes), ofStream(text, blockBytes))) {
                    assertThat(lines).hasSize(3);
                    assertThat(lines.get(1).startsWith("2 long") || lines.get(1).length() == length + 3)
                            .isTrue();
                    assertThat(lines.get(1).startsWith("2 long") && length < Piece.LINE_MAX)
                            .isFalse();
                }
            }
        }
    }
}
