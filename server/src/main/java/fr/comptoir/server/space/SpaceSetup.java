package fr.comptoir.server.space;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.model.site.ArrivalRule;
import fr.comptoir.operation.ReportPreview;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.Site;
import fr.comptoir.server.counterapi.CurrentSite;
import fr.comptoir.server.settings.Patience;
import fr.comptoir.server.web.SpaceOwners;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
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
    ReportReleasesController.class,
    ExplainController.class,
    RoutesController.class,
    DaysController.class,
    SuggestionsController.class,
    UsedPackagesController.class,
    InstitutionsController.class
})
public class SpaceSetup {
    @Bean
    Spaces spaces(CustomersDatabase database, SpaceOwners owners, CurrentSite now) {
        return new Spaces(database, owners, now);
    }

    @Bean
    ReplacedFigures replacedFigures(CurrentSite now) {
        return new ReplacedFigures(now);
    }

    @Bean
    Previews previews(Patience patience) {
        return new Previews(patience.moment(), ReportPreview::of);
    }

    @Bean
    HourCounting hourCounting(Patience patience) {
        return new HourCounting(patience.moment(), ReportingSite::prepareHours);
    }

    @Bean
    PageTexts pageTexts(MessageSource messages, Site site, CurrentSite now) {
        return new PageTexts(messages, site.config().platform().timeZone(), name -> way(now, name));
    }

    private static Optional<ArrivalRule> way(CurrentSite now, String name) {
        try {
            return now.get().site().config().arrivals().rules().stream()
                    .filter(rule -> rule.name().equals(name))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
