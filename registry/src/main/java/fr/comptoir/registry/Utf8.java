package fr.comptoir.registry;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** UTF-8 files, read strictly: a byte that is no UTF-8 is an error and never a replacement character. */
final class Utf8 {
    private static final int BUFFER = 1 << 16;

    private Utf8() {}

    /** A reader of the text after the byte order mark, if there is one; it throws CharacterCodingException at bytes that are not UTF-8. */
    static Reader open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        in.mark(3);
        byte[] mark = in.readNBytes(3);
        if (mark.length < 3 || mark[0] != (byte) 0xef || mark[1] != (byte) 0xbb || mark[2] != (byte) 0xbf) {
            in.reset();
        }
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()), BUFFER);
    }

    /** The number, from 1, of the first line with bytes that are not UTF-8; 0 when there is none. */
    static int lineOfFirstError(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        CharBuffer characters = CharBuffer.allocate(BUFFER);
        int line = 1;
        try (InputStream in = Files.newInputStream(file)) {
            while (true) {
                int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
                boolean end = count < 0;
                bytes.position(bytes.position() + Math.max(count, 0)).flip();
                CoderResult result = decoder.decode(bytes, characters, end);
                characters.flip();
                line += (int) characters
                        .chars()
                        .filter(character -> character == '\n')
                        .count();
                if (result.isError()) {
                    return line;
                }
                if (end && !bytes.hasRemaining()) {
                    return 0;
                }
                characters.clear();
                bytes.compact();
            }
        }
    }
}
