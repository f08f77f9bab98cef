package fr.comptoir.ingest.read;

import fr.comptoir.ingest.arrival.ArrivalRules;
import fr.comptoir.ingest.format.LineFormat;
import fr.comptoir.ingest.page.PageRules;
import fr.comptoir.ingest.robot.Robots;
import fr.comptoir.model.action.KeyedHash;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.catalogue.Institutions;
import fr.comptoir.model.net.IpRangeSet;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.model.site.SiteConfig;
import fr.comptoir.model.site.Statuses;
import java.time.ZoneId;

/**
 * All that decides about a line. Immutable and safe for many threads.
 *
 * @param statuses what counts as delivered
 * @param zone in which days and hours are cut
 * @param trustedProxies whose word about the client's address is believed
 */
public record JudgeRules(
        LineFormat format,
        PageRules pages,
        ArrivalRules arrivals,
        Robots robots,
        Catalogue catalogue,
        Institutions institutions,
        Statuses statuses,
        ZoneId zone,
        IpRangeSet trustedProxies,
        KeyedHash hash) {

    private static final String FILE = "comptoir.yml";

    /**
     * The rules of a site.
     *
     * @throws InputException when the site's log format, page rules, rules of arrival or trusted proxies are wrong
     */
    public static JudgeRules of(
            SiteConfig site, Robots robots, Catalogue catalogue, Institutions institutions, KeyedHash hash)
            throws InputException {
        return new JudgeRules(
                LineFormat.of(site),
                PageRules.of(site.pages(), FILE),
                ArrivalRules.of(site.arrivals(), FILE),
                robots,
                catalogue,
                institutions,
                site.statuses(),
                site.platform().timeZone(),
                trustedProxies(site),
                hash);
    }

    private static IpRangeSet trustedProxies(SiteConfig site) throws InputException {
        try {
            return IpRangeSet.parse(site.log().trustedProxies());
        } catch (IllegalArgumentException wrong) {
            throw new InputException(Problem.error(FILE, 0, "trusted_proxies", String.valueOf(wrong.getMessage())));
        }
    }
}
