package fr.comptoir.acceptance;

import fr.comptoir.acceptance.PackedProgram.Started;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;

/** The COUNTER API of the one jar, in a process of its own. */
class CounterApiIT extends CounterApiTest {
    @TempDir
    private static Path release;

    @Override
    ServedSite served(Path in) throws Exception {
        PackedProgram program = PackedProgram.in(release);
        return ServedSite.in(in, "", site -> served(program, site));
    }

    private static ServedSite.Service served(PackedProgram program, TestSite site) throws Exception {
        Started started = program.start(site, "served", List.of("serve", "--port", "0"));
        int port = URI.create(started.address()).getPort();
        return new ServedSite.Service() {
            @Override
            public int port() {
                return port;
            }

            @Override
            public void stop() throws InterruptedException {
                started.process().destroy();
                if (!started.process().waitFor(30, TimeUnit.SECONDS)) {
                    started.process().destroyForcibly();
                    throw new IllegalStateException("the service did not stop");
                }
            }
        };
    }
}
