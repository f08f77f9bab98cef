package fr.comptoir.acceptance;

import fr.comptoir.demo.DemoOptions;
import fr.comptoir.demo.DemoSite;
import fr.comptoir.model.site.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Two counted sites that have all that can be reported: the small real one of {@code examples/small}, and a small demonstration. They are
 * counted once for all test classes, which only read them, and removed at the end.
 */
final class ExampleSites implements BeforeAllCallback {
    /** The first month of both; the small site has the next one too. */
    static final YearMonth MONTH = YearMonth.of(2026, 9);

    static final List<String> NAMES = List.of("small", "demo");

    private static Counted counted;

    @Override
    public void beforeAll(ExtensionContext context) {
        // Values of the root are closed when the last test of all has run.
        counted = Objects.requireNonNull(context.getRoot()
                .getStore(Namespace.create(ExampleSites.class))
                .computeIfAbsent(Counted.class, any -> Counted.make(), Counted.class));
    }

    /** The reports of one of {@link #NAMES}. */
    SiteReports reports(String name) {
        return name.equals("small") ? counted.small : counted.demo;
    }

    /** An institution, a consortium, the world, and one of whom no line of a log is. */
    List<String> customers(String name) {
        return name.equals("small")
                ? List.of("cote", "littoral", TestSite.WORLD, "ouest")
                : List.of("saint-aubin", "garance", TestSite.WORLD, "silent");
    }

    private record Counted(Path folder, SiteReports small, SiteReports demo) implements AutoCloseable {
        static Counted make() {
            try {
                Path folder = Files.createTempDirectory("example-sites");
                small(Files.createDirectory(folder.resolve("small")));
                demo(folder.resolve("demo"));
                return new Counted(
                        folder, new SiteReports(folder.resolve("small")), new SiteReports(folder.resolve("demo")));
            } catch (IOException | InputException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The small site, counted over September and October 2026. */
        private static void small(Path folder) throws IOException {
            Path example = Path.of("..", "examples", "small");
            TestSite site = new TestSite(
                            folder,
                            Files.readString(example.resolve("comptoir.yml")),
                            Files.readString(example.resolve("catalogue.csv")),
                            Files.readString(example.resolve("institutions.csv")))
                    .imported();
            site.count(
                    example.resolve("nginx-access.log").toString(),
                    example.resolve("apache-access.log").toString());
        }

        /** A demonstration of 5000 lines, counted over September 2026. */
        private static void demo(Path folder) throws IOException {
            DemoSite.Written written = new DemoSite(new DemoOptions(folder, 1, 1, MONTH, 5_000)).write(lines -> {});
            Files.writeString(
                    written.institutions(), "silent,Université sans accès,,,,,,,,\n", StandardOpenOption.APPEND);
            TestSite site = TestSite.at(folder);
            site.run("import", "institutions", written.institutions().toString())
                    .succeeded();
            site.run("import", "catalogue", written.catalogue().toString()).succeeded();
            site.count(written.logs().stream().map(Path::toString).toArray(String[]::new));
        }

        @Override
        public void close() throws IOException {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
