package fr.comptoir.acceptance;

import java.nio.file.Path;

/** The exceptions of the one jar, in a process of its own. */
class ApiExceptionsIT extends ApiExceptionsTest {
    @Override
    ServedSite served(Path in) throws Exception {
        return ServedSite.in(in, SETTINGS, PackedProgram.released()::serve);
    }
}
