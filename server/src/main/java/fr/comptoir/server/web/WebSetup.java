package fr.comptoir.server.web;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.operation.Site;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.dialect.IDialect;

/** Puts the pages together. */
@Configuration(proxyBeanMethods = false)
@Import({
    PagesSecurity.class,
    PageAdvice.class,
    WrongValueAdvice.class,
    HomeController.class,
    SignInController.class,
    ComingInController.class,
    AccountController.class,
    SharedLinksController.class,
    SpaceController.class,
    CredentialsController.class,
    CustomersController.class,
    AccountsController.class
})
public class WebSetup {
    @Bean
    MessageSource messageSource(Site site) {
        return messages(site.config().platform().timeZone());
    }

    /** Joins those of the template engine. */
    @Bean
    IDialect isolatingDialect() {
        return new IsolatingDialect();
    }

    /** @param zone of the platform */
    static MessageSource messages(ZoneId zone) {
        WrittenMessages messages = new WrittenMessages(zone);
        messages.setBasenames(
                "fr/comptoir/server/web/messages",
                "fr/comptoir/server/signin/messages",
                "fr/comptoir/server/directory/messages",
                "fr/comptoir/server/space/messages",
                "fr/comptoir/server/apidoc/messages",
                "fr/comptoir/server/guide/messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        messages.addBasenames("fr/comptoir/server/months/messages", "fr/comptoir/server/mail/messages");
        messages.addBasenames("fr/comptoir/server/ingestion/messages");
        return messages;
    }

    /** One page says every error; else one of its own would be looked for, for each, among the files of all libraries. */
    @Bean
    ErrorViewResolver errorViews() {
        return (request, status, model) -> null;
    }

    @Bean
    Words words(MessageSource messages) {
        return new Words(messages);
    }

    @Bean
    LocaleResolver localeResolver() {
        return new Languages();
    }

    @Bean
    SpaceOwners spaceOwners(CustomersDatabase database, Site site) {
        return new SpaceOwners(database, site);
    }

    @Bean
    BaseAddress baseAddress(Site site) {
        return new BaseAddress(site);
    }

    @Bean
    FirstAdministrator firstAdministrator(CustomersDatabase database, Today today, Site site) {
        return new FirstAdministrator(database, today, site.config().platform().name());
    }
}
