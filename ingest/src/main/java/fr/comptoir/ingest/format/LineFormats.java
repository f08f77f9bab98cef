package fr.comptoir.ingest.format;

import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.LogFormat;
import fr.comptoir.model.site.SiteConfig;

/** Chooses the compiler of a site's format. */
final class LineFormats {
    private LineFormats() {}

    static LineFormat compile(SiteConfig config) throws InputException {
        LogFormat log = config.log();
        return switch (log.kind()) {
            case COMMON, COMBINED, APACHE -> PatternFormat.apache(PatternText.apache(log.pattern()), config);
            case NGINX -> PatternFormat.nginx(PatternText.nginx(log.pattern()), config);
            case W3C -> new W3cFormat(config);
            case JSON -> new JsonFormat(config);
        };
    }
}
