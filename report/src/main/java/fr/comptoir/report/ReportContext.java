package fr.comptoir.report;

import fr.comptoir.model.site.SiteConfig;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a report says beside its request and its figures.
 *
 * @param platformId namespace of proprietary identifiers
 * @param platform the Platform column
 * @param createdBy the report provider
 * @param registryRecord address in the COUNTER Registry; {@code ""} when the platform has none
 * @param created whole seconds
 * @param members of a consortium: customer id to name, by ascending id; empty for any other institution
 */
public record ReportContext(
        String platformId,
        String platform,
        String createdBy,
        String registryRecord,
        ReportInstitution institution,
        Instant created,
        SortedMap<String, String> members) {
    public ReportContext {
        created = created.truncatedTo(ChronoUnit.SECONDS);
        members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    }

    /** A report made now on this platform. */
    public static ReportContext of(
            SiteConfig.Platform platform,
            SiteConfig.Provider provider,
            ReportInstitution institution,
            SortedMap<String, String> members,
            Clock clock) {
        return new ReportContext(
                platform.id(),
                platform.name(),
                provider.name(),
                provider.registryRecord(),
                institution,
                clock.instant(),
                members);
    }

    /** The ids among which the usage of a consortium is divided. */
    List<String> memberIds() {
        return List.copyOf(members.keySet());
    }

    /** The name of a member, or of the institution itself. */
    String memberName(String customerId) {
        return members.getOrDefault(customerId, institution.name());
    }
}
