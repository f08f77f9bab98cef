package fr.comptoir.acceptance;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The COUNTER API of the one jar, in a process of its own. */
class CounterApiIT extends CounterApiTest {
    @TempDir
    private static Path release;

    @Override
    ServedSite served(Path in) throws Exception {
        PackedProgram program = PackedProgram.in(release);
        return ServedSite.in(in, "", program::serve);
    }
}
