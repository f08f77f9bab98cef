package fr.comptoir.server.signin;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.model.site.SignInConfig;
import fr.comptoir.operation.Site;
import fr.comptoir.server.web.PagesStep;
import fr.comptoir.server.web.Sessions;
import fr.comptoir.server.web.Today;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;

/** Puts together how people sign in besides a password, and how they come to join an institution. */
@Configuration(proxyBeanMethods = false)
@Import({
    SignInAdvice.class,
    FederationController.class,
    IdentitiesController.class,
    JoiningController.class,
    RequestsController.class
})
public class SignInSetup {
    @Bean
    Arrivals arrivals(CustomersDatabase database, Sessions sessions, Today today, Site site) {
        return new Arrivals(
                database, sessions, today, site.config().server().signIn().joining());
    }

    @Bean
    Joining joining(CustomersDatabase database, Today today, Site site) {
        return new Joining(database, today, site);
    }

    /** Where Spring looks for what reads ID tokens. */
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens() {
        return new IdTokens();
    }

    /** Nothing where the settings name no provider. */
    @Bean
    PagesStep oidcStep(Site site, Arrivals arrivals) {
        SignInConfig settings = site.config().server().signIn();
        String base = site.config().server().url().orElse("{baseUrl}");
        return settings.oidc()
                .<PagesStep>map(oidc -> new OidcStep(
                        oidc,
                        new OidcProvider(oidc, base + OidcStep.BACK + "/" + OidcProvider.ID, site.clock()),
                        arrivals,
                        site.clock()))
                .orElse(http -> {});
    }
}
