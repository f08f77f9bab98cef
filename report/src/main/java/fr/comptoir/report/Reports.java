package fr.comptoir.report;

import fr.comptoir.model.code.Release;
import java.util.List;
import java.util.Optional;

/** All reports of the Code, both releases. Adding one is adding its declaration. */
public final class Reports {
    private Reports() {}

    /** The reports of a release, each master report followed by its standard views. */
    public static List<ReportDeclaration> of(Release release) {
        return switch (release) {
            case R5 -> ReportsR5.ALL;
            case R5_1 -> ReportsR51.ALL;
        };
    }

    /** The report with that id, in any letter case. */
    public static Optional<ReportDeclaration> find(Release release, String id) {
        return of(release).stream()
                .filter(report -> report.id().equalsIgnoreCase(id))
                .findFirst();
    }
}
