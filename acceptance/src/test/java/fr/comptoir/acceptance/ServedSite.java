package fr.comptoir.acceptance;

import fr.comptoir.operation.Site;
import fr.comptoir.server.ComptoirServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code examples/small}, counted, with requestors, and served on a free port of this machine. */
final class ServedSite implements AutoCloseable {
    static final String MONTHS = "&begin_date=2026-09&end_date=2026-10";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path EXAMPLE = Path.of("..", "examples", "small");

    final TestSite site;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Server server;
    private Service running;

    private ServedSite(TestSite site, Server server) throws Exception {
        this.site = site;
        this.server = server;
        this.running = server.serve(site);
    }

    /** What serves a site. */
    @FunctionalInterface
    interface Server {
        Service serve(TestSite site) throws Exception;
    }

    /** A site being served. */
    interface Service {
        int port();

        /** Ends it, as the stop of a service does. */
        void stop() throws Exception;
    }

    /**
     * Counts, and serves in this process.
     *
     * @param settings more of {@code comptoir.yml}
     */
    static ServedSite in(Path folder, String settings) throws Exception {
        return in(folder, settings, ServedSite::here);
    }

    /**
     * Counts and serves.
     *
     * @param settings more of {@code comptoir.yml}
     */
    static ServedSite in(Path folder, String settings, Server server) throws Exception {
        String institutions = Files.readString(EXAMPLE.resolve("institutions.csv"))
                .replace("cote,Université de la Côte,,", "cote,Université de la Côte,cote-api,")
                .replace("iode,Laboratoire Iode,,", "iode,Laboratoire Iode,iode-api,")
                .replace("littoral,Consortium du littoral,,", "littoral,Consortium du littoral,littoral-api,");
        TestSite site = new TestSite(
                        folder,
                        Files.readString(EXAMPLE.resolve("comptoir.yml")) + "\n" + settings,
                        Files.readString(EXAMPLE.resolve("catalogue.csv")),
                        institutions)
                .imported();
        for (String log : new String[] {"nginx-access.log", "apache-access.log"}) {
            site.write(log, Files.readString(EXAMPLE.resolve(log)));
        }
        site.count(site.path("nginx-access.log"), site.path("apache-access.log"));
        return new ServedSite(site, server);
    }

    private static Service here(TestSite site) throws Exception {
        ComptoirServer server =
                ComptoirServer.start(Site.open(site.folder, Clock.systemUTC()), 0, "Comptoir test", () -> {});
        return new Service() {
            @Override
            public int port() {
                return server.port();
            }

            @Override
            public void stop() throws IOException {
                server.close();
            }
        };
    }

    void restart() throws Exception {
        running.stop();
        running = server.serve(site);
    }

    int port() {
        return running.port();
    }

    /** The answer to a GET of a path with its query, as it is. */
    HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, headers);
    }

    HttpResponse<byte[]> send(String method, String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port() + path.replace("|", "%7C")))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    static JsonNode json(HttpResponse<byte[]> answer) {
        return JSON.readTree(answer.body());
    }

    /** A value as it stands in an address. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws Exception {
        running.stop();
    }
}
