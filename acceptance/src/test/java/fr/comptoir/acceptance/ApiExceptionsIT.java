package fr.comptoir.acceptance;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The exceptions of the one jar, in a process of its own. */
class ApiExceptionsIT extends ApiExceptionsTest {
    @TempDir
    private static Path release;

    @Override
    ServedSite served(Path in) throws Exception {
        PackedProgram program = PackedProgram.in(release);
        return ServedSite.in(in, SETTINGS, program::serve);
    }
}
