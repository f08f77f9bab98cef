package fr.comptoir.acceptance;

import java.nio.file.Path;

/** The COUNTER API of the one jar, in a process of its own. */
class CounterApiIT extends CounterApiTest {
    @Override
    ServedSite served(Path in) throws Exception {
        return ServedSite.in(in, "", PackedProgram.released()::serve);
    }
}
