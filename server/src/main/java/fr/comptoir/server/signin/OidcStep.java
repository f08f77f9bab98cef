package fr.comptoir.server.signin;

import fr.comptoir.customers.account.Identity;
import fr.comptoir.model.site.SignInConfig.Oidc;
import fr.comptoir.server.web.PagesStep;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** Signing in by OpenID Connect: the authorization code flow with PKCE, of which nothing is kept but who the person is. */
final class OidcStep implements PagesStep {
    /** Where signing in begins; the provider's name follows. */
    static final String WITH = "/sign-in/with";

    /** Where the provider leads back to. */
    static final String BACK = "/sign-in/back";

    private static final Logger LOG = LoggerFactory.getLogger(OidcStep.class);

    private final Oidc settings;
    private final OidcProvider provider;
    private final Arrivals arrivals;
    private final Clock clock;

    OidcStep(Oidc settings, OidcProvider provider, Arrivals arrivals, Clock clock) {
        this.settings = settings;
        this.provider = provider;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    @Override
    public void addTo(HttpSecurity http) {
        http.securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .oauth2Login(login -> login.clientRegistrationRepository(provider)
                        .authorizedClientRepository(new NoTokens())
                        .loginPage("/sign-in")
                        .authorizationEndpoint(
                                begin -> begin.authorizationRequestResolver(new ReachableProvider(provider))
                                        .authorizationRequestRepository(new BegunSignIn(clock)))
                        .tokenEndpoint(tokens -> tokens.accessTokenResponseClient(codes()))
                        .userInfoEndpoint(who -> who.oidcUserService(users()))
                        .redirectionEndpoint(end -> end.baseUri(BACK + "/*"))
                        .successHandler(this::cameBack)
                        .failureHandler(OidcStep::failed));
    }

    /** A provider that does not answer is not waited for without end, whatever it is asked. */
    static SimpleClientHttpRequestFactory bounded() {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(OidcProvider.LIMIT);
        requests.setReadTimeout(OidcProvider.LIMIT);
        return requests;
    }

    /** Reads what the provider says of a person beside the token. */
    private static OidcUserService users() {
        RestTemplate rest = new RestTemplate(bounded());
        rest.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        DefaultOAuth2UserService users = new DefaultOAuth2UserService();
        users.setRestOperations(rest);
        OidcUserService service = new OidcUserService();
        service.setOauth2UserService(users);
        return service;
    }

    /** Changes a code into tokens. */
    private static RestClientAuthorizationCodeTokenResponseClient codes() {
        RestClientAuthorizationCodeTokenResponseClient codes = new RestClientAuthorizationCodeTokenResponseClient();
        codes.setRestClient(RestClient.builder()
                .requestFactory(bounded())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return codes;
    }

    private void cameBack(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        if (!(who.getPrincipal() instanceof OidcUser user)) {
            throw new IllegalStateException("scope openid gives a user of OpenID Connect");
        }
        response.sendRedirect(arrivals.arrive(arrival(user), request, response));
    }

    private Arrival arrival(OidcUser user) {
        String issuer = Objects.requireNonNull(user.getIssuer(), "an ID token names its issuer")
                .toString();
        String subject = Objects.requireNonNull(user.getSubject(), "an ID token names its subject");
        String email = Boolean.TRUE.equals(user.getEmailVerified()) ? text(user.getEmail()) : "";
        String name = Stream.of(text(user.getFullName()), text(user.getPreferredUsername()), email)
                .filter(one -> !one.isBlank())
                .findFirst()
                .orElse(subject);
        return new Arrival(
                Identity.Kind.OIDC,
                issuer,
                subject,
                name,
                email,
                settings.entityClaim()
                        .flatMap(claim -> values(user, claim).stream().findFirst())
                        .orElse(issuer),
                Arrival.scopes(
                        settings.scopeClaim().map(claim -> values(user, claim)).orElse(List.of())),
                clock.instant());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static List<String> values(OidcUser user, String claim) {
        Object value = user.getClaims().get(claim);
        if (value instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return Optional.ofNullable(value)
                .map(one -> List.of(String.valueOf(one)))
                .orElse(List.of());
    }

    private static void failed(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
            throws IOException {
        LOG.warn("signing in by OpenID Connect failed: {}", problem.toString());
        response.sendRedirect(Arrivals.WELCOME + "?failed");
    }

    /** The provider's tokens open nothing that we need: they are not kept. */
    private static final class NoTokens implements OAuth2AuthorizedClientRepository {
        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // as the interface has it
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // on purpose
        }

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {
            // there is none
        }
    }
}
