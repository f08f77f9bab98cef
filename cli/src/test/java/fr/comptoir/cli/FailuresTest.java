package fr.comptoir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FailuresTest {
    private final StringWriter err = new StringWriter();

    private int handle(IOException failure) {
        CommandLine command = new CommandLine(new Main()).setErr(new PrintWriter(err, true));
        return new Failures().handleExecutionException(failure, command, command.parseArgs());
    }

    @Test
    void aFullDiskIsSaidInOneSentenceWithTheFile() {
        String file = "data/actions/2026-01/run-3.parquet";
        assertThat(handle(new FileSystemException(file, null, "No space left on device")))
                .isEqualTo(ExitStatus.FAILURE);
        assertThat(err.toString().strip())
                .isEqualTo("comptoir: no space left on the device while writing " + file + "; nothing was changed");
    }

    @Test
    void whereTheFileIsNotKnownTheSentenceIsWithoutIt() {
        assertThat(handle(new IOException("No space left on device"))).isEqualTo(ExitStatus.FAILURE);
        assertThat(err.toString().strip()).isEqualTo("comptoir: no space left on the device; nothing was changed");
    }

    @Test
    void anotherFailureOfTheDiskKeepsItsReason() {
        assertThat(handle(new FileSystemException("data/state.json", null, "Input/output error")))
                .isEqualTo(ExitStatus.FAILURE);
        assertThat(err.toString().strip()).isEqualTo("comptoir: data/state.json: Input/output error");
    }
}
