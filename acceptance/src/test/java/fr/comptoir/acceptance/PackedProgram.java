package fr.comptoir.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program as a release ships it, the script in bin/ and the jar in lib/, run as a process of its own, which can be killed. */
final class PackedProgram {
    static final Path ROOT = Path.of(System.getProperty("comptoir.root"));
    static final Path JAR = ROOT.resolve("cli/target/comptoir.jar");
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:[0-9]+");
    /** What a test lets it do is over before the optimising compiler's time pays. */
    private static final String SHORT = "-XX:TieredStopAtLevel=1";

    private static final int PATIENCE_SECONDS = 60;

    private final Path launcher;

    private PackedProgram(Path launcher) {
        this.launcher = launcher;
    }

    /** The release, laid out once for all tests: its first start makes ready what all others start from. */
    static synchronized PackedProgram released() throws IOException {
        Path release = ROOT.resolve("acceptance/target/release");
        Path launcher = release.resolve("bin/comptoir");
        place(ROOT.resolve("comptoir"), launcher);
        place(JAR, release.resolve("lib/comptoir.jar"));
        return new PackedProgram(launcher);
    }

    /** Copies a file that is another than the one that is there; one that is not touched keeps what was made ready from it. */
    private static void place(Path file, Path target) throws IOException {
        if (!Files.exists(target)
                || Files.size(file) != Files.size(target)
                || !Files.getLastModifiedTime(file).equals(Files.getLastModifiedTime(target))) {
            Files.createDirectories(target.getParent());
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    Path launcher() {
        return launcher;
    }

    /** Starts a command on a site; {@code name} names the files of what it prints. */
    Started start(TestSite site, String name, List<String> arguments) throws IOException {
        return start(site, name, List.of(), arguments);
    }

    /** As {@link #start}, in a shell that first runs a command such as {@code ulimit}. */
    Started startAfter(String shell, TestSite site, String name, List<String> arguments) throws IOException {
        return start(site, name, List.of("bash", "-c", shell + " && exec \"$@\"", "bash"), arguments);
    }

    /** As {@link #start}, at a terminal as it were: what a shell starts in the background, and all below it, would not hear Ctrl-C. */
    Started startInForeground(TestSite site, String name, List<String> arguments) throws IOException {
        return start(site, name, List.of("env", "--default-signal=INT"), arguments);
    }

    private Started start(TestSite site, String name, List<String> before, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(launcher.toString());
        command.addAll(arguments);
        command.addAll(List.of("--site", site.folder.toString()));
        Path out = site.folder.resolve(name + ".out");
        Path err = site.folder.resolve(name + ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("COMPTOIR_JAVA_OPTS", SHORT);
        return new Started(builder.start(), out, err);
    }

    /** Serves a site on a free port of this machine. */
    ServedSite.Service serve(TestSite site) throws IOException, InterruptedException {
        Started started = start(site, "served", List.of("serve", "--port", "0"));
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

    /** A program that was started. */
    record Started(Process process, Path out, Path err) {
        /** Kills the program as {@code kill -9} does, unless it ends by itself within that time; says whether it was killed. */
        boolean killedAfter(long milliseconds) throws InterruptedException {
            boolean ended = process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            return !ended;
        }

        /** Does what Ctrl-C does. */
        void interrupt() throws IOException, InterruptedException {
            int status = new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("no signal was sent: " + Files.readString(err));
            }
        }

        /** The address that a service says it serves, once it does. */
        String address() throws IOException, InterruptedException {
            while (process.isAlive()) {
                Matcher address = ADDRESS.matcher(Files.readString(out));
                if (address.find()) {
                    return address.group();
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
            throw new IllegalStateException(Files.readString(err));
        }

        Run finished() throws IOException, InterruptedException {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new IllegalStateException("the program did not end within " + PATIENCE_SECONDS + " seconds");
            }
            return new Run(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
        }
    }
}
