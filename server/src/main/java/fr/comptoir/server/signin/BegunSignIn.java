package fr.comptoir.server.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the end of signing in by OpenID Connect needs of its beginning, in a signed cookie of the browser for ten minutes. Nothing is kept
 * here: anybody may begin as often as they like. What the program signed is not good for the next one, as sessions are not.
 */
final class BegunSignIn implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    static final String COOKIE = "begun";

    private static final Duration GOOD = Duration.ofMinutes(10);
    private static final String HMAC = "HmacSHA256";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Clock clock;
    private final byte[] key = new byte[32];

    BegunSignIn(Clock clock) {
        this.clock = clock;
        new SecureRandom().nextBytes(key);
    }

    /** What is in the cookie; {@code until} in seconds since 1970. */
    private record Begun(
            String state,
            String authorizationUri,
            String client,
            String redirect,
            List<String> scopes,
            String nonce,
            String verifier,
            long until) {}

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest begun, HttpServletRequest request, HttpServletResponse response) {
        if (begun == null) {
            put("", Duration.ZERO, request, response);
            return;
        }
        Begun kept = new Begun(
                text(begun.getState()),
                begun.getAuthorizationUri(),
                begun.getClientId(),
                text(begun.getRedirectUri()),
                List.copyOf(begun.getScopes()),
                attribute(begun, OidcParameterNames.NONCE),
                attribute(begun, PkceParameterNames.CODE_VERIFIER),
                clock.instant().plus(GOOD).getEpochSecond());
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(kept));
        put(text + "." + signature(text), GOOD, request, response);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String attribute(OAuth2AuthorizationRequest begun, String name) {
        return String.valueOf(begun.getAttributes().getOrDefault(name, ""));
    }

    /** To be sent to the path on which the provider leads back, and nowhere else. */
    private static void put(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, value)
                .path(OidcStep.BACK)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax") // the provider leads here from its own site
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private String signature(String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        String state = text(request.getParameter(OAuth2ParameterNames.STATE));
        return cookie(request)
                .flatMap(this::read)
                .filter(begun -> !begun.state().isEmpty()
                        && begun.state().equals(state)
                        && Instant.ofEpochSecond(begun.until()).isAfter(clock.instant()))
                .map(BegunSignIn::request)
                .orElse(null);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest begun = loadAuthorizationRequest(request);
        if (begun != null) {
            put("", Duration.ZERO, request, response);
        }
        return begun;
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(one -> one.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }

    private Optional<Begun> read(String cookie) {
        int dot = cookie.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String text = cookie.substring(0, dot);
        byte[] given = cookie.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(signature(text).getBytes(StandardCharsets.US_ASCII), given)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Base64.getUrlDecoder().decode(text), Begun.class));
        } catch (JacksonException e) {
            throw new IllegalStateException("what was signed here is read here", e);
        }
    }

    private static OAuth2AuthorizationRequest request(Begun begun) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(begun.authorizationUri())
                .clientId(begun.client())
                .redirectUri(begun.redirect())
                .scopes(new LinkedHashSet<>(begun.scopes()))
                .state(begun.state())
                .attributes(attributes -> {
                    attributes.put(OAuth2ParameterNames.REGISTRATION_ID, OidcProvider.ID);
                    attributes.put(OidcParameterNames.NONCE, begun.nonce());
                    attributes.put(PkceParameterNames.CODE_VERIFIER, begun.verifier());
                })
                .build();
    }
}
