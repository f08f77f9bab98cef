package fr.comptoir.cli.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void unpack() throws IOException {
        Path jar = folder.resolve("comptoir.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String name : new String[] {
                "fr/comptoir/cli/launch/compile.json",
                "libduckdb_java.so_linux_amd64",
                "libduckdb_java.so_linux_arm64",
                "linux/amd64/libzstd-jni-1.so",
                "linux/aarch64/libzstd-jni-1.so"
            }) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        Unpack.main(new String[] {jar.toString(), folder.toString()});
    }

    @Test
    void classesAreStoredWithoutCompressionAndWithoutLibraries() throws IOException {
        try (JarFile jar = new JarFile(folder.resolve("classes.jar").toFile())) {
            assertThat(jar.stream())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.getName()).isEqualTo("fr/comptoir/cli/launch/compile.json"))
                    .satisfies(entry -> assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED));
        }
    }

    @Test
    void librariesOfThisMachineLieBesideUnderTheNamesTheLoaderLooksFor() {
        String machine = System.getProperty("os.arch");
        assertThat(folder.resolve("libduckdb_java.so")).content(UTF_8).endsWith(machine.replace("aarch64", "arm64"));
        assertThat(folder.resolve("libzstd-jni-1.so")).content(UTF_8).contains(machine);
    }

    @Test
    void whatTheCompilerIsToldLiesBesideToo() {
        assertThat(folder.resolve("compile.json")).hasContent("fr/comptoir/cli/launch/compile.json");
    }

    @Test
    void nothingHalfWrittenStays() {
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }
}
