package fr.comptoir.ingest.format;

import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.model.site.SiteConfig;

/** Chooses the compiler of a site's format. */
final class LineFormats {
    private LineFormats() {}

    static LineFormat compile(SiteConfig config) throws InputException {
        throw new InputException(Problem.error(
                "comptoir.yml", 0, "log.format", "no reader of " + config.log().kind() + " logs"));
    }
}
