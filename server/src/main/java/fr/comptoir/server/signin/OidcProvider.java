package fr.comptoir.server.signin;

import fr.comptoir.model.site.SignInConfig.Oidc;
import fr.comptoir.server.settings.PasswordFile;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/**
 * The provider of the settings. What it says of itself is read when somebody first signs in by it, so that the service starts and answers
 * whether or not the provider does.
 */
final class OidcProvider implements ClientRegistrationRepository {
    /** The one that there is, as paths name it. */
    static final String ID = "oidc";

    private final Oidc settings;
    private final String redirect;
    private volatile @Nullable ClientRegistration known;

    /** @param redirect where the provider sends people back to */
    OidcProvider(Oidc settings, String redirect) {
        this.settings = settings;
        this.redirect = redirect;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!id.equals(ID)) {
            return null;
        }
        ClientRegistration read = known;
        if (read == null) {
            read = read();
            known = read;
        }
        return read;
    }

    private ClientRegistration read() {
        return ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(PasswordFile.read(settings.clientSecretFile()))
                .clientName(settings.name())
                .scope(settings.scopes())
                .redirectUri(redirect)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
    }
}
