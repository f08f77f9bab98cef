package fr.comptoir.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Standard output of the program, text in UTF-8; bytes can go there too, which cannot be said of the output that a test gives. */
final class ByteOutput extends PrintWriter {
    ByteOutput() {
        super(System.out, true, StandardCharsets.UTF_8);
    }

    /** Standard output without anything between, which says when it cannot be written; never to be closed. */
    OutputStream bytes() {
        flush();
        return new FileOutputStream(FileDescriptor.out);
    }
}
