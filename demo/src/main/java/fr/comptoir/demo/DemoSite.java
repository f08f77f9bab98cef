package fr.comptoir.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * A believable platform, made from a seed: its configuration, its catalogue, its institutions, and months of its raw logs.
 *
 * <p>Into the folder go {@code comptoir.yml}, {@code catalogue.csv}, {@code institutions.csv} and {@code logs/access-YYYY-MM-DD.log.gz},
 * each file whole or not at all. The same options give the same bytes.
 */
public final class DemoSite {
    private static final String CONFIGURATION = "comptoir.yml";

    /**
     * What was written.
     *
     * @param configuration the site's comptoir.yml
     * @param catalogue items and titles
     * @param institutions who reads them
     * @param logs one file a day, oldest first
     * @param lines how many lines all of the logs have
     */
    public record Written(Path configuration, Path catalogue, Path institutions, List<Path> logs, long lines) {}

    private final DemoOptions options;

    public DemoSite(DemoOptions options) {
        this.options = options;
    }

    /** Writes without telling how far it is. */
    public Written write() throws IOException {
        return write(lines -> {});
    }

    /** About how many lines {@link #write} is going to write; holidays make them fewer. */
    public long linesExpected() {
        return (long) options.months() * options.linesPerMonth();
    }

    /** Writes the whole site, telling after each day how many lines that day had. */
    public Written write(LongConsumer progress) throws IOException {
        Path folder = options.folder();
        Files.createDirectories(folder);
        Path configuration = folder.resolve(CONFIGURATION);
        Path catalogueFile = folder.resolve("catalogue.csv");
        Path institutionsFile = folder.resolve("institutions.csv");
        Catalogue catalogue = Catalogue.of(options.seed(), options.lastMonth());
        Campuses campuses = new Campuses(options.firstMonth());
        writeConfiguration(configuration);
        catalogue.write(catalogueFile);
        campuses.write(institutionsFile);
        long[] lines = {0};
        List<Path> logs = new DailyLogs(options, campuses, catalogue).write(folder.resolve("logs"), count -> {
            lines[0] += count;
            progress.accept(count);
        });
        return new Written(configuration, catalogueFile, institutionsFile, logs, lines[0]);
    }

    /** Whether a folder holds a demonstration site whose configuration nobody changed. */
    public static boolean isIn(Path folder) throws IOException {
        Path file = folder.resolve(CONFIGURATION);
        return Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), configuration());
    }

    private static void writeConfiguration(Path file) throws IOException {
        byte[] bytes = configuration();
        WholeFile.write(file, out -> out.write(bytes));
    }

    private static byte[] configuration() throws IOException {
        try (InputStream in = DemoSite.class.getResourceAsStream(CONFIGURATION)) {
            if (in == null) {
                throw new IllegalStateException(CONFIGURATION + " is missing from the jar");
            }
            return in.readAllBytes();
        }
    }
}
