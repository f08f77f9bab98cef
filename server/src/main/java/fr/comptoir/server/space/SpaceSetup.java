package fr.comptoir.server.space;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.server.counterapi.CurrentSite;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the pages of figures together. */
@Configuration(proxyBeanMethods = false)
@Import({
    OverviewController.class,
    TitlesController.class,
    ReportsController.class,
    ExplainController.class,
    UsedPackagesController.class,
    InstitutionsController.class
})
public class SpaceSetup {
    @Bean
    Spaces spaces(CustomersDatabase database, CurrentSite now) {
        return new Spaces(database, now);
    }

    @Bean
    PageTexts pageTexts(MessageSource messages) {
        return new PageTexts(messages);
    }
}
