package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.get;
import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.cli.Main;
import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.account.Account;
import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Language;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.harvest.Harvest;
import fr.comptoir.operation.Site;
import fr.comptoir.server.customers.CustomersSetup;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.URLClassLoader;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code comptoir serve} is told to stop by SIGTERM while it answers: who asked before gets an answer, and all that was kept is there. */
class StoppedServiceTest {
    private static final int IN_FLIGHT = 6;
    private static final int HARVESTS = 40;
    /** 128 and the number of SIGTERM. */
    private static final int TERMINATED = 143;

    private static final String EMAIL = "reader@uni.example";
    private static final String PASSWORD = "quartz-vessel-plume-ninety";
    private static final Author TEST = Author.of("test");

    private static final Pattern ADDRESS = Pattern.compile("http://localhost:([0-9]+)");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void whoAskedBeforeGetsAnAnswerAndNothingIsLost() throws Exception {
        TestSite site = TestSite.imported(folder.resolve("site"));
        site.count(site.log(get("192.0.2.7", "12/Jan/2026:10:00:00", "/article/a1/pdf")));
        String customer = site.read("institutions.csv")
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .split(",", -1)[0];
        String key = site.run("key", "make", "--customer", customer)
                .succeeded()
                .out()
                .strip();
        try (CustomersDatabase database = open(site)) {
            Account reader = database.accounts()
                    .invite(EMAIL, "Reader", Language.EN, TEST)
                    .orThrow();
            database.logins()
                    .setPassword(reader.id(), PASSWORD, List.of(), TEST)
                    .orThrow();
        }
        Path log = folder.resolve("service.log");
        Process service = start(site, log);
        try {
            int port = port(service, log);
            List<SlowForm> forms = new ArrayList<>();
            HttpResponse<String> page = ask(port, "/sign-in");
            for (int i = 0; i < IN_FLIGHT; i++) {
                forms.add(SlowForm.begun(port, page));
            }
            for (int i = 0; i < HARVESTS; i++) {
                String asked = "/r51/reports/pr?customer_id=" + customer + "&api_key=" + key
                        + "&begin_date=2026-01&end_date=2026-01";
                assertThat(ask(port, asked).statusCode()).isEqualTo(200);
            }
            service.destroy();
            waitUntilNobodyIsLetIn(port);
            for (SlowForm form : forms) {
                assertThat(form.ended()).startsWith("HTTP/1.1 302").contains("Location: ");
            }
            assertThat(service.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(service.exitValue()).isEqualTo(TERMINATED);
        } finally {
            service.destroyForcibly().waitFor();
        }
        assertThat(Files.readString(log)).doesNotContain("ERROR", "WARN", "Exception");
        try (CustomersDatabase database = open(site)) {
            List<Harvest> kept =
                    database.harvests().of(customer, Page.first(99)).rows();
            assertThat(kept).hasSize(HARVESTS);
        }
    }

    private static CustomersDatabase open(TestSite site) throws Exception {
        return CustomersSetup.open(Site.open(site.folder, Clock.systemUTC()));
    }

    private static Process start(TestSite site, Path log) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-cp", classPath(), Main.class.getName()));
        command.addAll(List.of("serve", "--port", "0", "--site", site.folder.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** What this class was loaded from: a runner of tests may have a class loader of its own. */
    private static String classPath() {
        if (StoppedServiceTest.class.getClassLoader() instanceof URLClassLoader loader) {
            return Stream.of(loader.getURLs())
                    .map(url -> new File(url.getPath()).getPath())
                    .collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }

    private static int port(Process service, Path log) throws IOException, InterruptedException {
        while (service.isAlive()) {
            Matcher address = ADDRESS.matcher(Files.readString(log));
            if (address.find()) {
                return Integer.parseInt(address.group(1));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IllegalStateException(Files.readString(log));
    }

    private static void waitUntilNobodyIsLetIn(int port) throws IOException, InterruptedException {
        while (true) {
            try (Socket socket = new Socket("localhost", port)) {
                TimeUnit.MILLISECONDS.sleep(20);
                socket.getOutputStream().flush();
            } catch (ConnectException e) {
                return;
            }
        }
    }

    private HttpResponse<String> ask(int port, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** A form that a browser has begun to send; the service has its head and waits for the rest. */
    private record SlowForm(Socket socket, String rest) {
        private static final String CONTINUE = "HTTP/1.1 100 \r\n\r\n";

        static SlowForm begun(int port, HttpResponse<String> page) throws IOException {
            Matcher token = TOKEN.matcher(page.body());
            assertThat(token.find()).as(page.body()).isTrue();
            String cookies = page.headers().allValues("Set-Cookie").stream()
                    .map(cookie -> cookie.split(";", 2)[0])
                    .collect(Collectors.joining("; "));
            String body = "email=" + URLEncoder.encode(EMAIL, StandardCharsets.UTF_8) + "&password=" + PASSWORD
                    + "&_csrf=" + token.group(1);
            String head = "POST /sign-in HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\nCookie: "
                    + cookies + "\r\nContent-Type: application/x-www-form-urlencoded\r\nExpect: 100-continue\r\n"
                    + "Content-Length: " + body.length() + "\r\n\r\n";
            Socket socket = new Socket("localhost", port);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] goOn = socket.getInputStream().readNBytes(CONTINUE.length());
            assertThat(new String(goOn, StandardCharsets.US_ASCII)).isEqualTo(CONTINUE);
            return new SlowForm(socket, body);
        }

        /** Sends the rest, and reads the answer to its end. */
        String ended() throws IOException {
            try (socket) {
                socket.getOutputStream().write(rest.getBytes(StandardCharsets.US_ASCII));
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
