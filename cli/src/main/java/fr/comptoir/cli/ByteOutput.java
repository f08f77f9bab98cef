package fr.comptoir.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Standard output of the program, text in UTF-8; bytes can go there too, which cannot be said of the output that a test gives. */
final class ByteOutput extends PrintWriter {
    private final Output standard;

    ByteOutput(Output standard) {
        super(standard, true, StandardCharsets.UTF_8);
        this.standard = standard;
    }

    /** Standard output without anything between, which says when it cannot be written; never to be closed. */
    OutputStream bytes() {
        flush();
        return standard;
    }
}
