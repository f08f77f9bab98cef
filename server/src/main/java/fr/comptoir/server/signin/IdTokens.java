package fr.comptoir.server.signin;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/**
 * Reads ID tokens and checks them as section 3.1.3.7 of OpenID Connect says: signed with RS256 by a key of the provider, for this client, in
 * time. As Spring's own, but that the provider's keys are not waited for without end. Safe for many threads.
 */
final class IdTokens implements JwtDecoderFactory<ClientRegistration> {
    private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

    @Override
    public JwtDecoder createDecoder(ClientRegistration provider) {
        return decoders.computeIfAbsent(provider.getRegistrationId(), id -> decoder(provider));
    }

    private static JwtDecoder decoder(ClientRegistration provider) {
        String keys = provider.getProviderDetails().getJwkSetUri();
        if (keys == null || keys.isBlank()) {
            throw new IllegalStateException("the provider of OpenID Connect names no jwks_uri");
        }
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .restOperations(new RestTemplate(OidcStep.bounded()))
                .build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(List.of(new OidcIdTokenValidator(provider))));
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return decoder;
    }
}
