package fr.comptoir.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {
    private static final Path FILE = Path.of("no link at all");

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    /** A stream that fails after some bytes. */
    private static OutputStream failing(String message) {
        return new OutputStream() {
            private int left = 5;

            @Override
            public void write(int b) throws IOException {
                if (left-- <= 0) {
                    throw new IOException(message);
                }
            }
        };
    }

    private int status(Output output, int status) {
        return output.status(status, new PrintWriter(err, true));
    }

    @Test
    void whatIsPrintedArrivesAndTheStatusStays() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Output output = new Output(bytes, FILE);
        new ByteOutput(output).println("thèse");
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("thèse" + System.lineSeparator());
        assertThat(status(output, ExitStatus.WRONG_INPUT)).isEqualTo(ExitStatus.WRONG_INPUT);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aReaderThatWentAwayIsNoError() {
        Output output = new Output(failing("Broken pipe"), FILE);
        new ByteOutput(output).println("a line that is too long");
        assertThat(status(output, ExitStatus.DONE)).isEqualTo(Output.CLOSED_PIPE);
        assertThat(err.toString()).isEmpty();
    }

    /** In French the system says "Relais brisé". */
    @Test
    void aPipeIsKnownAsOneInAnyLanguage() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("1"), Path.of("pipe:[4711]"));
        Output output = new Output(failing("Relais brisé (pipe)"), link);
        new ByteOutput(output).println("a line that is too long");
        assertThat(status(output, ExitStatus.DONE)).isEqualTo(Output.CLOSED_PIPE);
    }

    @Test
    void aFullDiskBehindStandardOutputIsSaid() {
        Output output = new Output(failing("No space left on device"), FILE);
        new ByteOutput(output).println("a line that is too long");
        assertThat(status(output, ExitStatus.DONE)).isEqualTo(ExitStatus.FAILURE);
        assertThat(err.toString()).contains("standard output: No space left on device");
    }

    @Test
    void aReportStopsWhenNobodyReadsIt() {
        Output output = new Output(failing("Broken pipe"), FILE);
        StandardOutput report = new StandardOutput(new ByteOutput(output));
        byte[] rows = new byte[1 << 20];
        assertThatThrownBy(() -> report.write(rows, 0, rows.length)).isInstanceOf(Output.Unwritable.class);
    }

    @Test
    void bytesGoTheSameWay() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteOutput output = new ByteOutput(new Output(bytes, FILE));
        output.print("é");
        output.bytes().write(new byte[] {1, 2});
        assertThat(bytes.toByteArray()).containsExactly(0xC3, 0xA9, 1, 2);
        Output closed = new Output(failing("Broken pipe"), FILE);
        assertThatThrownBy(() -> new ByteOutput(closed).bytes().write(new byte[9], 0, 9))
                .isInstanceOf(Output.Unwritable.class);
        assertThat(status(closed, ExitStatus.FAILURE)).isEqualTo(Output.CLOSED_PIPE);
    }
}
