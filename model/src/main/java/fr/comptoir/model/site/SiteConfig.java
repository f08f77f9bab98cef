package fr.comptoir.model.site;

import fr.comptoir.model.code.HostType;
import fr.comptoir.model.code.MetricType;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All of {@code comptoir.yml}.
 *
 * @param statuses HTTP statuses that count as delivered, default 200 and 304 (CoP 5.1, section 7.1)
 * @param robots a list in the COUNTER-Robots form; absent: the list in force in the store, else the one that comes with Comptoir
 * @param organisation the log field that names an authenticated organisation; it wins over the address
 * @param attributionEvery {@code attribution: every}: each customer with any range that holds the address, not only the most specific
 * @param arrivals from where people come and by what they have access
 * @param pages page rules in the order of the file; the first whose path and query match decides
 * @param server how the site is served
 * @param months when months are published and closed
 * @param watch folders and patterns of logs that the service counts by itself; relative ones are resolved against the site's folder
 * @param titles journals that became others, and how reports tell them apart
 * @param mail through which the service sends; absent: it sends none
 */
public record SiteConfig(
        Platform platform,
        Provider provider,
        LogFormat log,
        Statuses statuses,
        Optional<Path> robots,
        UserFields user,
        Optional<String> organisation,
        boolean attributionEvery,
        ArrivalConfig arrivals,
        List<PageRule> pages,
        ServerConfig server,
        MonthsConfig months,
        List<String> watch,
        TitleChanges titles,
        Optional<MailConfig> mail) {
    public SiteConfig {
        pages = List.copyOf(pages);
        watch = List.copyOf(watch);
    }

    /** A site that is served as by default, and says nothing of arrivals. */
    public SiteConfig(
            Platform platform,
            Provider provider,
            LogFormat log,
            Statuses statuses,
            Optional<Path> robots,
            UserFields user,
            Optional<String> organisation,
            boolean attributionEvery,
            List<PageRule> pages) {
        this(
                platform,
                provider,
                log,
                statuses,
                robots,
                user,
                organisation,
                attributionEvery,
                ArrivalConfig.NONE,
                pages,
                ServerConfig.DEFAULT,
                MonthsConfig.DEFAULT,
                List.of(),
                TitleChanges.NONE,
                Optional.empty());
    }

    /** The same with other arrivals. */
    public SiteConfig withArrivals(ArrivalConfig other) {
        return new SiteConfig(
                platform,
                provider,
                log,
                statuses,
                robots,
                user,
                organisation,
                attributionEvery,
                other,
                pages,
                server,
                months,
                watch,
                titles,
                mail);
    }

    /**
     * The platform.
     *
     * @param id value of the API's platform parameter and namespace of proprietary identifiers
     * @param name the Platform column
     * @param timeZone in which hours, days and months are cut
     * @param firstMonth with which reports begin, whatever was counted before; empty: with the first counted month
     * @param hostTypes what kind of host it is (CoP 5.1, section 3.3.1); empty: as the catalogue has it
     * @param never metrics that cannot occur on it, beside those that no page rule can make
     * @param logo a picture for the documents that people read, as a path from the program's working folder; empty: none
     */
    public record Platform(
            String id,
            String name,
            ZoneId timeZone,
            Optional<YearMonth> firstMonth,
            Set<HostType> hostTypes,
            Set<MetricType> never,
            Optional<Path> logo) {

        /** A platform without a logo. */
        public Platform(
                String id,
                String name,
                ZoneId timeZone,
                Optional<YearMonth> firstMonth,
                Set<HostType> hostTypes,
                Set<MetricType> never) {
            this(id, name, timeZone, firstMonth, hostTypes, never, Optional.empty());
        }

        /** A platform of which nothing more is said. */
        public Platform(String id, String name, ZoneId timeZone) {
            this(id, name, timeZone, Optional.empty(), Set.of(), Set.of());
        }
    }

    /**
     * The report provider.
     *
     * @param name Created_By
     * @param registryRecord the platform's record in the COUNTER Registry; {@code ""} when it has none
     * @param audit the last one that was passed, for those who read the figures (CoP 5.1, section 9)
     */
    public record Provider(String name, String registryRecord, Optional<Audit> audit) {
        /** A provider that was not audited. */
        public Provider(String name, String registryRecord) {
            this(name, registryRecord, Optional.empty());
        }
    }

    /**
     * An audit that was passed.
     *
     * @param day on which the auditor signed
     * @param auditor by name
     */
    public record Audit(LocalDate day, String auditor) {}

    /**
     * The log fields that identify a user, written as in the log's format ({@code %u}, {@code %{sid}C}, {@code $cookie_sid},
     * {@code cs-username}, or a JSON field name).
     */
    public record UserFields(Optional<String> login, Optional<String> userCookie, Optional<String> sessionCookie) {}
}
