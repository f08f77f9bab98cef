package fr.comptoir.server.months;

import fr.comptoir.operation.Site;
import fr.comptoir.server.ComptoirServer;
import fr.comptoir.server.customers.PasswordCost;
import fr.comptoir.testkit.TestClock;
import java.io.File;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The service in a process of its own, which does all that is due until it is killed as {@code kill -9} does. */
final class KilledService {
    private static final String UP = "up";

    private KilledService() {}

    /** Folder of the site, and the moment at which it starts. */
    public static void main(String[] arguments) throws Exception {
        TestClock clock = new TestClock(arguments[1]);
        Site site = Site.open(Path.of(arguments[0]), clock);
        ComptoirServer server = ComptoirServer.start(site, 0, "Comptoir test", PasswordCost.OF_TESTS, () -> {});
        System.out.println(UP);
        for (; ; ) {
            server.doWhatIsDue();
            clock.pass(Duration.ofSeconds(31));
        }
    }

    /** Starts it and kills it so long after it began to work. */
    static void runFor(long milliseconds, Path folder, String now) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath()));
        command.addAll(List.of(KilledService.class.getName(), folder.toString(), now));
        Path err = folder.resolve("killed.err");
        Process process =
                new ProcessBuilder(command).redirectError(err.toFile()).start();
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            while (line != null && !line.equals(UP)) {
                line = out.readLine(); // what the service logs
            }
            if (line == null) {
                throw new IllegalStateException("the service did not start, see " + err);
            }
            if (process.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the service ended by itself, see " + err);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** What this class was loaded from: a runner of tests may have a class loader of its own. */
    private static String classPath() {
        if (KilledService.class.getClassLoader() instanceof URLClassLoader loader) {
            return Stream.of(loader.getURLs())
                    .map(url -> new File(url.getPath()).getPath())
                    .collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }
}
