package fr.comptoir.acceptance;

import fr.comptoir.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A site folder of a test and the program run on it in this process, as a user would by the command line. */
final class TestSite {
    static final String WORLD = "0000000000000000";
    static final String CHROME =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36";
    static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0";

    final Path folder;
    private int logs;

    /** A site folder with nothing imported: {@link AlphaJournals}. */
    TestSite(Path folder) {
        this(folder, AlphaJournals.SITE + AlphaJournals.PAGES, AlphaJournals.CATALOGUE, AlphaJournals.INSTITUTIONS);
    }

    TestSite(Path folder, String site, String catalogue, String institutions) {
        this.folder = folder;
        write("comptoir.yml", site);
        write("catalogue.csv", catalogue);
        write("institutions.csv", institutions);
    }

    private TestSite(Path folder, Path original) {
        this.folder = folder;
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Path copy = folder.resolve(original.relativize(file).toString());
                if (!Files.isDirectory(copy)) {
                    Files.copy(file, copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TestSite(Path folder, boolean there) {
        this.folder = folder;
        if (!there) {
            throw new IllegalArgumentException(folder + " is no site");
        }
    }

    /** A site folder that something else made. */
    static TestSite at(Path folder) {
        return new TestSite(folder, Files.isRegularFile(folder.resolve("comptoir.yml")));
    }

    /** The site with its catalogue and institutions imported. */
    static TestSite imported(Path folder) {
        return new TestSite(folder).imported();
    }

    TestSite imported() {
        run("import", "institutions", path("institutions.csv")).succeeded();
        run("import", "catalogue", path("catalogue.csv")).succeeded();
        return this;
    }

    /** Another site folder with the same content, the secret of the site included. */
    TestSite copy(Path to) {
        return new TestSite(to, folder);
    }

    String path(String name) {
        return folder.resolve(name).toString();
    }

    Path write(String name, String content) {
        try {
            Path file = folder.resolve(name);
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the store says is in force; a command that half did something would have changed it. */
    String state() {
        return read("data/state.json");
    }

    /** Writes a new log of those lines, each ended by LF. */
    String log(String... lines) {
        return log(List.of(lines));
    }

    String log(List<String> lines) {
        logs++;
        return write("logs/" + logs + ".log", String.join("\n", lines) + "\n").toString();
    }

    /** A line of the combined format: {@code time} is {@code dd/Mon/yyyy:HH:mm:ss} in Paris in winter. */
    static String line(String address, String time, String request, int status, String agent) {
        return address + " - - [" + time + " +0100] \"" + request + "\" " + status + " 1234 \"-\" \"" + agent + "\"";
    }

    /** A GET answered 200 to a browser. */
    static String get(String address, String time, String target) {
        return line(address, time, "GET " + target + " HTTP/1.1", 200, CHROME);
    }

    Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--site");
        all.add(folder.toString());
        int status = Main.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Run(status, out.toString(), err.toString());
    }

    JsonNode count(String... files) {
        return json("count", files);
    }

    /** What a command that succeeds prints with {@code --json}. */
    JsonNode json(String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(command, "--json"));
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new)).succeeded().json();
    }

    /** A tabular report of one month. */
    Table report(String id, String customer, String month, String release, String... more) {
        return reportOver(id, customer, month, month, release, more);
    }

    Table reportOver(String id, String customer, String begin, String end, String release, String... more) {
        return Table.of(reportText("tsv", id, customer, begin, end, release, more));
    }

    /** A report as the program prints it. */
    String reportText(
            String format, String id, String customer, String begin, String end, String release, String... more) {
        List<String> arguments = new ArrayList<>(List.of("report", id, "--customer", customer, "--begin", begin));
        arguments.addAll(List.of("--end", end, "--release", release, "--format", format));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new)).succeeded().out();
    }

    /** The totals of a report of one month under keys of the given columns and the metric, joined with {@code |}. */
    SortedMap<String, Long> figures(
            String id, String customer, String month, String release, List<String> columns, String... more) {
        return report(id, customer, month, release, more).totals(columns);
    }

    /** The totals of a report of one month by metric. */
    Map<String, Long> metrics(String id, String customer, String month, String release, String... more) {
        return new TreeMap<>(figures(id, customer, month, release, List.of(), more));
    }
}
