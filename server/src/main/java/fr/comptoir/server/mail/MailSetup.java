package fr.comptoir.server.mail;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.operation.Site;
import fr.comptoir.server.web.LinkMails;
import fr.comptoir.server.web.PagesStep;
import fr.comptoir.server.web.Words;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Puts together what writes and sends mails, and its pages. */
@Configuration(proxyBeanMethods = false)
@Import({MailsController.class, SubscriptionsController.class})
public class MailSetup {
    @Bean
    Notices notices(CustomersDatabase database, Site site) {
        return new Notices(database, site);
    }

    @Bean
    MailChoices mailChoices(CustomersDatabase database) {
        return new MailChoices(database);
    }

    @Bean
    MailDelivery mailDelivery(CustomersDatabase database, Site site, Words words, MessageSource messages) {
        Optional<Postman> postman = site.config().mail().map(config -> {
            Letters letters = new Letters(database, site, words, new AttachedReports(site));
            Envelopes envelopes = new Envelopes(
                    engine(messages), config, site.config().platform().name(), site.clock());
            return new Postman(database.outbox(), letters, envelopes, config);
        });
        return new MailDelivery(postman, database.outbox(), site.clock());
    }

    @Bean
    LinkMails linkMails(Notices notices) {
        return (account, link, valid, first) -> {
            notices.invitation(account, link, valid, first);
            return notices.areSent();
        };
    }

    /** A mail program ends a subscription with one click and has no form of ours (RFC 8058). */
    @Bean
    PagesStep unsubscribing() {
        return http -> http.csrf(forms -> forms.ignoringRequestMatchers("/unsubscribe/*"));
    }

    private static SpringTemplateEngine engine(MessageSource messages) {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateEngineMessageSource(messages);
        engine.addTemplateResolver(resolver("mail.html", TemplateMode.HTML));
        engine.addTemplateResolver(resolver("mail.txt", TemplateMode.TEXT));
        return engine;
    }

    private static ClassLoaderTemplateResolver resolver(String name, TemplateMode mode) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(MailSetup.class.getClassLoader());
        resolver.setPrefix("mail/");
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        resolver.setResolvablePatterns(Set.of(name));
        return resolver;
    }
}
