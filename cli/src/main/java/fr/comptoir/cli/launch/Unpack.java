package fr.comptoir.cli.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Lays the one jar out for a fast start: {@code classes.jar}, stored without compression, and beside it the native
 * libraries of this machine under the names that {@link System#loadLibrary} looks for, and what the launcher tells Java's compiler.
 *
 * <p>A library left in the jar would be unpacked again at every start. Each file is written under another name first and
 * then renamed, so a program that runs from the older layout keeps what it has open.
 */
final class Unpack {
    /** Directives for the compiler of a short run; see {@code -XX:CompilerDirectivesFile}. */
    private static final String DIRECTIVES = "fr/comptoir/cli/launch/compile.json";

    private final Architecture architecture;
    private final Path folder;

    private Unpack(Architecture architecture, Path folder) {
        this.architecture = architecture;
        this.folder = folder;
    }

    /** Takes the jar and the folder to lay it out in. */
    public static void main(String[] args) throws IOException {
        Unpack unpack = new Unpack(Architecture.of(System.getProperty("os.arch")), Path.of(args[1]));
        unpack.layOut(Path.of(args[0]));
    }

    private void layOut(Path jar) throws IOException {
        Path part = folder.resolve("classes.jar.part");
        try (JarFile from = new JarFile(jar.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(part))) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                if (!entry.getName().contains(".so")) {
                    store(entry, from, to);
                } else if (architecture.owns(entry.getName())) {
                    write(entry, from, libraryName(entry.getName()));
                }
                if (entry.getName().equals(DIRECTIVES)) {
                    write(entry, from, DIRECTIVES.substring(DIRECTIVES.lastIndexOf('/') + 1));
                }
            }
        }
        rename(part, "classes.jar");
    }

    private static void store(ZipEntry entry, JarFile from, ZipOutputStream to) throws IOException {
        byte[] content = read(entry, from);
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry stored = new ZipEntry(entry.getName());
        stored.setMethod(ZipEntry.STORED);
        stored.setTime(entry.getTime());
        stored.setSize(content.length);
        stored.setCrc(checksum.getValue());
        to.putNextEntry(stored);
        to.write(content);
        to.closeEntry();
    }

    private static byte[] read(ZipEntry entry, JarFile from) throws IOException {
        try (InputStream in = from.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private void write(ZipEntry entry, JarFile from, String name) throws IOException {
        Path part = folder.resolve(name + ".part");
        try (InputStream in = from.getInputStream(entry);
                OutputStream out = Files.newOutputStream(part)) {
            in.transferTo(out);
        }
        rename(part, name);
    }

    /** {@code linux/amd64/libx.so} and {@code libx.so_linux_amd64} are both {@code libx.so} to the loader. */
    private static String libraryName(String entry) {
        String name = entry.substring(entry.lastIndexOf('/') + 1);
        return name.substring(0, name.indexOf(".so") + ".so".length());
    }

    private void rename(Path part, String name) throws IOException {
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The two machines Comptoir ships libraries for; the names are those that DuckDB, zstd and Brotli give them. */
    private enum Architecture {
        X86("linux_amd64", "linux/amd64/", "lib/linux-x86_64/"),
        ARM("linux_arm64", "linux/aarch64/", "lib/linux-aarch64/");

        private final String suffix;
        private final String prefix;
        private final String brotli;

        Architecture(String suffix, String prefix, String brotli) {
            this.suffix = suffix;
            this.prefix = prefix;
            this.brotli = brotli;
        }

        static Architecture of(String name) {
            return switch (name) {
                case "amd64", "x86_64" -> X86;
                case "aarch64", "arm64" -> ARM;
                default -> throw new IllegalArgumentException("No native libraries for the architecture " + name);
            };
        }

        boolean owns(String entry) {
            return entry.endsWith(suffix) || entry.startsWith(prefix) || entry.startsWith(brotli);
        }
    }
}
