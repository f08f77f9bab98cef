package fr.comptoir.ingest.format;

import fr.comptoir.model.site.SiteConfig;
import java.util.List;

/**
 * W3C extended log file format: {@code #Fields} lines say which columns follow, and may come again with others. Written by IIS (columns
 * separated by blanks) and CloudFront (tabs).
 */
final class W3cFormat implements LineFormat {
    private final List<SiteFields.Named> named;

    W3cFormat(SiteConfig config) {
        named = SiteFields.of(config);
    }

    @Override
    public LineReader newReader() {
        return new W3cReader(named);
    }

    @Override
    public boolean sequential() {
        return true;
    }

    @Override
    public boolean isDirective(byte[] bytes, int from, int to) {
        return W3cReader.directiveAt(bytes, from, to) >= 0;
    }

    @Override
    public String describe() {
        return "W3C extended";
    }
}
