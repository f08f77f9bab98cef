package fr.comptoir.server.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Begins to sign in by the provider; where there is no such provider, or it cannot be reached, the request goes on to a page that says so. */
final class ReachableProvider implements OAuth2AuthorizationRequestResolver {
    private final OidcProvider provider;
    private final OAuth2AuthorizationRequestResolver resolver;

    ReachableProvider(OidcProvider provider) {
        this.provider = provider;
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
        return provider.findByRegistrationId(id) == null ? null : resolver.resolve(request, id);
    }
}
