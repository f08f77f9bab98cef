package fr.comptoir.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The one jar, and the launcher as a release ships it: the script in bin/, the jar in lib/. */
class PackedProgramIT {
    private static final Path ROOT = Path.of(System.getProperty("comptoir.root"));
    private static final Path JAR = ROOT.resolve("cli/target/comptoir.jar");

    @TempDir
    private Path temporary;

    @Test
    void theJarRunsByItself() throws Exception {
        assertThat(run(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-jar",
                        JAR.toString(),
                        "--version"))
                .contains("comptoir 0.");
    }

    @Test
    void theJarHasTheLibrariesOfLinuxOnly() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(Object::toString).filter(name -> name.startsWith("libduckdb")))
                    .containsExactlyInAnyOrder("libduckdb_java.so_linux_amd64", "libduckdb_java.so_linux_arm64");
        }
    }

    @Test
    void aReleaseStartsTwiceInAFolderWithSpaces() throws Exception {
        Path release = temporary.resolve("a release");
        Path launcher = release.resolve("bin/comptoir");
        Path library = release.resolve("lib/comptoir.jar");
        Files.createDirectories(launcher.getParent());
        Files.createDirectories(library.getParent());
        Files.copy(ROOT.resolve("comptoir"), launcher, StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(JAR, library);
        Path link = Files.createSymbolicLink(temporary.resolve("link"), launcher);

        assertThat(run(link.toString(), "--version")).startsWith("comptoir 0.");
        assertThat(release.resolve("lib/run/libduckdb_java.so")).isNotEmptyFile();
        assertThat(run(link.toString(), "--version")).startsWith("comptoir 0.");
    }

    /** A method that was renamed would be forgotten without a word, and counting would be slower. */
    @Test
    void everyMethodThatTheLauncherNamesIsThere() throws Exception {
        String words = wordsForJava("count");

        Matcher named = Pattern.compile("dontinline,(fr[\\w.$]+)::(\\w+)").matcher(words);
        int methods = 0;
        while (named.find()) {
            assertThat(Class.forName(named.group(1)).getDeclaredMethods())
                    .extracting(Method::getName)
                    .contains(named.group(2));
            methods++;
        }
        assertThat(methods).isPositive();
    }

    /** A month is counted while people read: a service on the same machine comes first. */
    @ParameterizedTest
    @CsvSource({"count,10", "recount,10", "import catalogue,10", "serve,0", "report,0"})
    void whatTakesAllProcessorsGivesWay(String command, int by) throws Exception {
        int own = Integer.parseInt(run("nice").strip());
        assertThat(wordsForJava(command.split(" ", -1))).endsWith("nice=" + Math.min(19, own + by) + "\n");
    }

    /** What the launcher of a release would start Java with, and how much it gives way to others. */
    private String wordsForJava(String... command) throws IOException {
        Path recorder = Files.createDirectories(temporary.resolve("java/bin")).resolve("java");
        Files.writeString(
                recorder, "#!/bin/sh\necho 'version \"17\"'\nfor word; do echo \"$word\"; done\necho nice=`nice`\n");
        assertThat(recorder.toFile().setExecutable(true)).isTrue();
        Path launcher = Files.createDirectories(temporary.resolve("bin")).resolve("comptoir");
        Files.copy(ROOT.resolve("comptoir"), launcher, StandardCopyOption.COPY_ATTRIBUTES);
        Files.createFile(Files.createDirectories(temporary.resolve("lib")).resolve("comptoir.jar"));
        List<String> words = new ArrayList<>(List.of(launcher.toString()));
        words.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", temporary.resolve("java").toString());
        return new String(builder.start().getInputStream().readAllBytes(), UTF_8);
    }

    /** Both streams, so that an unexpected warning is seen. */
    private String run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(temporary.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
