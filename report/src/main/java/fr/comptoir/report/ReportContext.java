package fr.comptoir.report;

import fr.comptoir.model.site.SiteConfig;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a report says beside its request and its figures.
 *
 * @param platformId namespace of proprietary identifiers
 * @param platform the Platform column
 * @param createdBy the report provider
 * @param registryRecord address in the COUNTER Registry; {@code ""} when the platform has none
 * @param created whole seconds
 */
public record ReportContext(
        String platformId,
        String platform,
        String createdBy,
        String registryRecord,
        ReportInstitution institution,
        Instant created) {
    public ReportContext {
        created = created.truncatedTo(ChronoUnit.SECONDS);
    }

    /** A report made now on this platform. */
    public static ReportContext of(
            SiteConfig.Platform platform, SiteConfig.Provider provider, ReportInstitution institution, Clock clock) {
        return new ReportContext(
                platform.id(),
                platform.name(),
                provider.name(),
                provider.registryRecord(),
                institution,
                clock.instant());
    }
}
