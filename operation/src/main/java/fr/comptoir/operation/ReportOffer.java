package fr.comptoir.operation;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.site.InputException;
import fr.comptoir.registry.IndexedCatalogue;
import fr.comptoir.report.ReportDeclaration;
import fr.comptoir.report.Reports;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A report that a platform offers.
 *
 * @param canHaveFigures whether any of its metrics and any of its content can occur there
 * @param never those of its metrics that cannot occur there, whatever the logs hold
 */
public record ReportOffer(ReportDeclaration report, boolean canHaveFigures, List<MetricType> never) {
    public ReportOffer {
        never = List.copyOf(never);
    }

    /** All reports of both releases, those of Release 5.1 first, each master report followed by its views. */
    public static List<ReportOffer> of(ReportingSite now) throws IOException, InputException {
        List<ReportOffer> offers = new ArrayList<>();
        IndexedCatalogue catalogue = Registry.catalogue(now.store());
        PlatformProfile profile = PlatformProfile.of(now.site().config(), catalogue);
        for (Release release : List.of(Release.R5_1, Release.R5)) {
            for (ReportDeclaration report : Reports.of(release)) {
                List<MetricType> never = report.metricTypes().stream()
                        .filter(profile.never()::containsKey)
                        .toList();
                offers.add(new ReportOffer(
                        report,
                        profile.canHaveFigures(
                                Reports.find(Release.R5_1, report.id()).orElse(report)),
                        never));
            }
        }
        return offers;
    }
}
