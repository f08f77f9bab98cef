package fr.comptoir.server.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Begins to sign in by the provider; where there is no such provider, or it cannot be reached, the request goes on to a page that says so. */
final class ReachableProvider implements OAuth2AuthorizationRequestResolver {
    private static final Logger LOG = LoggerFactory.getLogger(ReachableProvider.class);

    private final OAuth2AuthorizationRequestResolver resolver;

    ReachableProvider(OidcProvider provider) {
        this.resolver = new DefaultOAuth2AuthorizationRequestResolver(provider, OidcStep.WITH);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return request.getRequestURI().equals(OidcStep.WITH + "/" + OidcProvider.ID)
                ? resolve(request, OidcProvider.ID)
                : null;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String id) {
        try {
            return resolver.resolve(request, id);
        } catch (RuntimeException e) { // of any kind, from the network to what the provider says of itself
            LOG.warn("the provider of OpenID Connect cannot be asked: {}", e.toString());
            return null;
        }
    }
}
