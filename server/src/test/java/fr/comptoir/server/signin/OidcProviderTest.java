package fr.comptoir.server.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import fr.comptoir.model.site.SignInConfig.Oidc;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OidcProviderTest {
    @TempDir
    Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReference<String> answer = new AtomicReference<>("");
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-01T00:00:00Z"));
    private HttpServer server;
    private OidcProvider provider;
    private String issuer;
    private Oidc settings;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> {
            asked.incrementAndGet();
            byte[] body = answer.get().getBytes(UTF_8);
            exchange.sendResponseHeaders(body.length == 0 ? 503 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        Path secret = Files.writeString(folder.resolve("secret"), "not a secret\n");
        settings = new Oidc(issuer, "comptoir", secret, "P", List.of("openid"), Optional.empty(), Optional.empty());
        provider = new OidcProvider(settings, "http://localhost/back", new PassingClock());
    }

    private final class PassingClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aProviderThatFailsIsLeftAloneForAWhile() {
        for (int i = 0; i < 5; i++) {
            assertThat(provider.findByRegistrationId(OidcProvider.ID)).isNull();
        }
        assertThat(asked).hasValue(1);
        pass(OidcProvider.PAUSE);
        assertThat(provider.findByRegistrationId(OidcProvider.ID)).isNull();
        assertThat(asked).hasValue(2);
        answer.set(configuration(issuer));
        pass(OidcProvider.PAUSE);
        assertThat(provider.findByRegistrationId(OidcProvider.ID)).isNotNull();
        assertThat(provider.findByRegistrationId(OidcProvider.ID)).isNotNull();
        assertThat(asked).hasValue(3);
        assertThat(provider.findByRegistrationId("else")).isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aProviderThatHangsIsWaitedForNoLongerThanTheLimit(boolean begun) {
        CountDownLatch end = new CountDownLatch(1);
        server.removeContext("/.well-known/openid-configuration");
        server.createContext("/.well-known/openid-configuration", exchange -> {
            asked.incrementAndGet();
            if (begun) {
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
            }
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            exchange.close();
        });
        try {
            OidcProvider hasty =
                    new OidcProvider(settings, "http://localhost/back", new PassingClock(), Duration.ofMillis(50));
            assertThat(hasty.findByRegistrationId(OidcProvider.ID)).isNull();
            assertThat(hasty.findByRegistrationId(OidcProvider.ID)).isNull();
            assertThat(asked).as("the second is not kept waiting").hasValueLessThanOrEqualTo(1);
        } finally {
            end.countDown();
        }
    }

    @Test
    void whoNamesAnotherIssuerOrIsNoJsonIsNotTheProvider() {
        for (String says : List.of(configuration("http://127.0.0.1:1"), "<html>", "[]")) {
            answer.set(says);
            assertThat(provider.findByRegistrationId(OidcProvider.ID)).as(says).isNull();
            pass(OidcProvider.PAUSE);
        }
        assertThat(asked).hasValue(3);
    }

    private static String configuration(String issuer) {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/a", "token_endpoint": "%1$s/t", "jwks_uri": "%1$s/j",
                "response_types_supported": ["code"], "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(issuer);
    }
}
