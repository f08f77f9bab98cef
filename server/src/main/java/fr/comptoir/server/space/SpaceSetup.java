package fr.comptoir.server.space;

import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.model.site.ArrivalRule;
import fr.comptoir.operation.Explain;
import fr.comptoir.operation.ReportPreview;
import fr.comptoir.operation.Site;
import fr.comptoir.operation.view.ReportReleases;
import fr.comptoir.server.counterapi.CurrentSite;
import fr.comptoir.server.settings.Patience;
import fr.comptoir.server.web.SpaceOwners;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
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
    InstitutionsController.class,
    RowsController.class,
    NotesController.class,
    UnknownValueAdvice.class
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

    /** Reports as they look, by key of the report. */
    @Bean
    Beside<String, ReportPreview> previews(Patience patience) {
        return new Beside<>("preview", 2, 200, patience.moment());
    }

    /** Hours of months, which are found in the store once they are counted: one month after another. */
    @Bean
    Beside<DaysController.SiteMonth, YearMonth> hours(Patience patience) {
        return new Beside<>("hours of a month", 1, 0, patience.moment());
    }

    /** Explanations of a month: one after another, for they need memory. */
    @Bean
    Beside<ExplainController.Question, Explain.Answer> explanations(Patience patience) {
        return new Beside<>("explanation of a month", 1, 6, patience.moment());
    }

    /** Reports in both releases. */
    @Bean
    Beside<ReportReleasesController.Totals, ReportReleases> releases(Patience patience) {
        return new Beside<>("comparison of the releases", 1, 100, patience.moment());
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
