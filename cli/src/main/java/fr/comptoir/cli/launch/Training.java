package fr.comptoir.cli.launch;

import fr.comptoir.cli.Main;
import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.Site;
import fr.comptoir.server.ComptoirServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A short run of what most commands do, on a site of a few lines in a temporary folder: the JVM archives the classes that it loads, and
 * later starts from the archive.
 */
final class Training {
    private static final String SITE = """
            platform: {id: training, name: Training}
            log: {format: combined}
            user: {login: "%u"}
            pages:
              - {path: "/article/{item}", action: investigation}
              - {path: "/article/{item}/pdf", action: request, format: PDF, on_status: {403: no_license}}
              - {path: /search, query: {q: "*"}, action: search}
            """;
    private static final String CATALOGUE = """
            item_id,parent_id,data_type,name,publisher,online_issn,yop,access_type
            j1,,Journal,A Journal,A Press,2049-3630,2020,Controlled;2024-03-15:Open
            a1,j1,Article,An Article,A Press,,2021,
            b1,,Book,A Book,A Press,,2019,
            c1,b1,Book_Segment,A Chapter,A Press,,,
            """;
    private static final String INSTITUTIONS = """
            customer_id,name,ip_ranges,member_of
            one,One,192.0.2.0/24;2001:db8::/32,all
            all,All,,
            """;
    private static final String LINE =
            "192.0.2.%d - - [10/Jan/2026:10:00:%02d +0000] \"GET %s HTTP/1.1\" %d 10 \"-\" \"Mozilla/5.0 (X11; Linux x86_64) %s\"%n";

    private Training() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("comptoir-training");
        try {
            train(folder);
        } catch (InputException | IOException | RuntimeException e) {
            // Into the log beside the archive, which has what was loaded until then.
            System.err.println("the training ended early: " + e);
        } finally {
            delete(folder);
        }
    }

    private static void train(Path folder) throws IOException, InputException {
        Path log = folder.resolve("access.log");
        Files.writeString(folder.resolve("comptoir.yml"), SITE);
        Path catalogue = Files.writeString(folder.resolve("catalogue.csv"), CATALOGUE);
        Path institutions = Files.writeString(folder.resolve("institutions.csv"), INSTITUTIONS);
        Files.writeString(log, log());
        String site = folder.toString();
        run("--help");
        run("import", "catalogue", catalogue.toString(), "--site", site);
        run("import", "institutions", institutions.toString(), "--site", site);
        run("check", "--site", site);
        run("count", log.toString(), "--site", site);
        run("count", log.toString(), "--site", site, "--json");
        run("months", "--site", site);
        for (String release : List.of("5.1", "5")) {
            for (String format : List.of("json", "tsv")) {
                run(report("TR", release, format, site));
                run(report("IR", release, format, site));
            }
        }
        run(
                "explain",
                "TR",
                "--month",
                "2026-01",
                "--customer",
                "one",
                "--metric-type",
                "Total_Item_Requests",
                "--site",
                site);
        serve(folder);
    }

    /** The service, as far as its first answers. */
    private static void serve(Path folder) throws IOException, InputException {
        Site site = Site.open(folder, Clock.systemUTC());
        try (ComptoirServer server = ComptoirServer.start(site, 0, "training", () -> {})) {
            for (String path : List.of("/r51/status", "/manage/health", "/r51/reports/tr?customer_id=one")) {
                URL address = new URL("http://localhost:" + server.port() + path);
                HttpURLConnection answer = (HttpURLConnection) address.openConnection();
                answer.getResponseCode();
                answer.disconnect();
            }
        }
    }

    private static String[] report(String id, String release, String format, String site) {
        return new String[] {
            "report",
            id,
            "--customer",
            "one",
            "--begin",
            "2026-01",
            "--end",
            "2026-01",
            "--release",
            release,
            "--format",
            format,
            "--attributes-to-show",
            "YOP|Access_Type|Access_Method",
            "--site",
            site
        };
    }

    private static String log() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            lines.append(String.format(Locale.ROOT, LINE, i % 9, i, "/article/a1", 200, "Firefox/140.0"));
            lines.append(String.format(
                    Locale.ROOT, LINE, i % 7, i, "/article/c1/pdf", i % 5 == 0 ? 403 : 200, "Firefox/140.0"));
            lines.append(String.format(Locale.ROOT, LINE, i % 5, i, "/search?q=a", 200, "bot"));
        }
        return lines.append("broken\n").toString();
    }

    /** What a command says is of no interest, nor is its status: what fails here only starts slower later. */
    private static void run(String... arguments) {
        PrintWriter nowhere = new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Main.run(nowhere, nowhere, arguments);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
