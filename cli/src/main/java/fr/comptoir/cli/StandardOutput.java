package fr.comptoir.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes of UTF-8 to the text output of a command, so that a report and a message go the same way. Not thread-safe. */
final class StandardOutput extends OutputStream {
    private final PrintWriter out;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer chars = CharBuffer.allocate(16_384);
    private ByteBuffer left = ByteBuffer.allocate(0);

    StandardOutput(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(left.remaining() + length)
                .put(left)
                .put(bytes, from, length)
                .flip();
        while (true) {
            var result = decoder.decode(all, chars, false);
            out.append(chars.flip());
            chars.clear();
            checkOpen();
            if (result.isError()) {
                result.throwException();
            }
            if (result.isUnderflow()) {
                break;
            }
        }
        left = all.slice();
    }

    @Override
    public void flush() throws IOException {
        out.flush();
        checkOpen();
    }

    /** A report of a million rows is not made for nobody. */
    private void checkOpen() throws Output.Unwritable {
        if (out.checkError()) {
            throw new Output.Unwritable();
        }
    }
}
