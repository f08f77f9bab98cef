package fr.comptoir.server.signin;

import fr.comptoir.model.site.SignInConfig.Oidc;
import fr.comptoir.server.settings.PasswordFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The provider of the settings. What it says of itself is read when somebody first signs in by it, so that the service starts and answers
 * whether or not the provider does. One request asks it, few wait for the answer, and after a failure it is left alone for a while: a
 * provider that does not answer holds no more than these.
 */
final class OidcProvider implements ClientRegistrationRepository {
    /** The one that there is, as paths name it. */
    static final String ID = "oidc";

    /** How long an answer of the provider is waited for. */
    static final Duration LIMIT = Duration.ofSeconds(5);

    /** For how long it is not asked again after a failure. */
    static final Duration PAUSE = Duration.ofSeconds(30);

    private static final int WAITING_MAX = 8;
    private static final String CONFIGURATION = "/.well-known/openid-configuration";
    private static final Logger LOG = LoggerFactory.getLogger(OidcProvider.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Oidc settings;
    private final String redirect;
    private final Clock clock;
    private final Duration limit;
    private final Semaphore waiting = new Semaphore(WAITING_MAX);
    private volatile @Nullable ClientRegistration known;
    private Instant notBefore = Instant.MIN;

    /** @param redirect where the provider sends people back to */
    OidcProvider(Oidc settings, String redirect, Clock clock) {
        this(settings, redirect, clock, LIMIT);
    }

    /** @param limit how long an answer of the provider is waited for, from the question to its last byte */
    OidcProvider(Oidc settings, String redirect, Clock clock, Duration limit) {
        this.settings = settings;
        this.redirect = redirect;
        this.clock = clock;
        this.limit = limit;
    }

    /** Null for any other provider, and while this one cannot be asked. */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        ClientRegistration read = known;
        if (read != null || !id.equals(ID)) {
            return id.equals(ID) ? read : null;
        }
        if (!waiting.tryAcquire()) {
            return null;
        }
        try {
            return ask();
        } finally {
            waiting.release();
        }
    }

    private synchronized @Nullable ClientRegistration ask() {
        if (known == null && !clock.instant().isBefore(notBefore)) {
            try {
                known = read();
            } catch (IOException
                    | RuntimeException e) { // of any kind, from the network to what the provider says of itself
                notBefore = clock.instant().plus(PAUSE);
                LOG.warn("the provider of OpenID Connect {} cannot be asked: {}", settings.issuer(), e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return known;
    }

    private ClientRegistration read() throws IOException, InterruptedException {
        return ClientRegistrations.fromOidcConfiguration(configuration())
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(PasswordFile.read(settings.clientSecretFile()))
                .clientName(settings.name())
                .scope(settings.scopes())
                .redirectUri(redirect)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
    }

    /** As section 4 of OpenID Connect Discovery says. */
    private Map<String, Object> configuration() throws IOException, InterruptedException {
        URI place = URI.create(settings.issuer().replaceFirst("/$", "") + CONFIGURATION);
        HttpRequest request = HttpRequest.newBuilder(place).timeout(limit).build();
        CompletableFuture<HttpResponse<String>> asked =
                HttpClient.newBuilder().connectTimeout(limit).build().sendAsync(request, BodyHandlers.ofString());
        try {
            HttpResponse<String> answer = asked.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != 200) {
                throw new IOException(place + " is answered with " + answer.statusCode());
            }
            Map<String, Object> says = JSON.readValue(answer.body(), new TypeReference<>() {});
            if (!settings.issuer().equals(says.get("issuer"))) {
                throw new IOException(place + " names the issuer " + says.get("issuer") + ", not " + settings.issuer());
            }
            return says;
        } catch (ExecutionException e) {
            throw new IOException(place + " cannot be read: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IOException(place + " does not answer within " + limit.toMillis() + " ms", e);
        } catch (JacksonException e) {
            throw new IOException(place + " is no JSON object", e);
        } finally {
            asked.cancel(true);
        }
    }
}
