package fr.comptoir.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Grant;
import fr.comptoir.customers.account.Role;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service with its own certificate, and with PostgreSQL in place of the embedded database. */
class TransportTest {
    private static final String PASSWORD = "not a secret";

    @TempDir
    static Path folder;

    private static KeyStore store;

    @BeforeAll
    static void makeACertificate() throws Exception {
        Path file = folder.resolve("store.p12");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "comptoir",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString());
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.txt").toFile())
                .start();
        assertThat(keytool.waitFor())
                .as(Files.readString(folder.resolve("keytool.txt")))
                .isZero();
        store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
    }

    private static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + what + "-----\n";
    }

    /** A client that trusts this certificate and no other. */
    private static HttpClient client() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("comptoir", store.getCertificate("comptoir"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static void isServedByTls(Path site, String tls) throws Exception {
        try (Served served = Served.in(site, "server:\n  tls: " + tls + "\n")) {
            String base = "https://localhost:" + served.port();
            HttpResponse<String> status = client().send(
                            HttpRequest.newBuilder(URI.create(base + "/r51/status"))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(status.statusCode()).isEqualTo(200);
            assertThat(status.sslSession().orElseThrow().getProtocol()).isIn("TLSv1.2", "TLSv1.3");
            HttpResponse<String> home = client().send(
                            HttpRequest.newBuilder(URI.create(base + "/"))
                                    .header("Accept", "text/html")
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(home.body()).contains("<code>" + base + "/r51</code>");
            assertThat(home.headers().allValues("Set-Cookie")).allMatch(cookie -> cookie.contains("Secure"));
            assertThat(home.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(served.browser().get("/").statusCode())
                    .as("without TLS on its port")
                    .isEqualTo(400);
        }
    }

    @Test
    void aPemCertificateIsServed() throws Exception {
        Path site = Files.createDirectory(folder.resolve("pem"));
        Files.writeString(
                site.resolve("chain.pem"),
                pem("CERTIFICATE", store.getCertificate("comptoir").getEncoded()));
        Files.writeString(
                site.resolve("key.pem"),
                pem(
                        "PRIVATE KEY",
                        store.getKey("comptoir", PASSWORD.toCharArray()).getEncoded()));
        isServedByTls(site, "{certificate: chain.pem, key: key.pem}");
    }

    @Test
    void aPkcs12StoreIsServed() throws Exception {
        Path site = Files.createDirectory(folder.resolve("p12"));
        Files.copy(folder.resolve("store.p12"), site.resolve("store.p12"));
        Files.writeString(site.resolve("password"), PASSWORD + "\n", StandardCharsets.UTF_8);
        isServedByTls(site, "{certificate: store.p12, password_file: password}");
    }

    @Test
    void postgresqlKeepsTheCustomersFromTheFirstStartOn() throws Exception {
        Path site = Files.createDirectory(folder.resolve("postgres"));
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.builder().setServerConfig("fsync", "off").start()) {
            String settings = "server:\n  database: {url: \""
                    + postgres.getJdbcUrl("postgres", "postgres").replaceFirst("\\?.*", "")
                    + "\", user: postgres}\n";
            try (Served served = Served.in(site, settings)) {
                Browser manager = served.signedIn("m@test.example", new Grant(Role.INSTITUTION_MANAGER, "uni", null));
                assertThat(manager.get("/space/uni").body()).contains("192.0.2.0/24");
                manager.post("/space/uni/credentials/keys", "name", "kept", "expires", "");
                assertThat(served.database.keys().of("uni")).hasSize(1);
                assertThat(site.resolve("data").resolve("customers").resolve("customers.mv.db"))
                        .doesNotExist();
            }
            try (Served again = Served.again(site)) {
                Browser person = again.browser();
                person.post("/sign-in", "email", "m@test.example", "password", Served.PASSWORD);
                assertThat(person.get("/space/uni/credentials").body()).contains("<strong>kept</strong>");
            }
        }
    }
}
