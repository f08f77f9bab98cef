package fr.comptoir.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Standard output, which remembers why it failed: a {@link PrintWriter} only knows that it did. A reader that goes away ({@code | head}) is no
 * error; a disk that is full is one. Not thread-safe.
 */
final class Output extends FilterOutputStream {
    /** What a shell sees of a program that the signal of a closed pipe ended: 128 + 13. */
    static final int CLOSED_PIPE = 141;

    private final Path openAs;
    private @Nullable IOException failure;

    /**
     * Standard output of this process.
     *
     * @param openAs the link that says what it is, on a system that has such
     */
    Output(OutputStream out, Path openAs) {
        super(out);
        this.openAs = openAs;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw new Unwritable(e);
        }
    }

    /**
     * The exit status, once all is printed.
     *
     * @param status that of the command
     * @param err where to say that something was not printed
     */
    int status(int status, PrintWriter err) {
        IOException failed = failure;
        if (failed == null) {
            return status;
        }
        if (isClosedPipe(failed)) {
            return CLOSED_PIPE;
        }
        err.println("comptoir: standard output: " + failed.getMessage());
        return ExitStatus.FAILURE;
    }

    /** Standard output took no more; why is known, and said, where the process ends. */
    static final class Unwritable extends IOException {
        private static final long serialVersionUID = 1;

        Unwritable() {
            super("standard output took no more");
        }

        Unwritable(IOException cause) {
            super(cause);
        }
    }

    /** The system says it in the user's language; but a pipe can fail in no other way. */
    private boolean isClosedPipe(IOException failure) {
        if (String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("broken pipe")) {
            return true;
        }
        try {
            return Files.readSymbolicLink(openAs).toString().startsWith("pipe:");
        } catch (IOException elsewhere) {
            // Only Linux tells what a descriptor leads to; where it cannot be asked, the failure keeps its own words.
            return false;
        }
    }
}
