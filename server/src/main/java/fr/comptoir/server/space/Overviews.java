package fr.comptoir.server.space;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.view.Overview;
import fr.comptoir.operation.view.View;
import java.io.IOException;
import java.time.YearMonth;
import java.util.SortedSet;

/** The overviews that were made last: a page, its files and the next reader's page are one question. A change of the site asks anew. */
final class Overviews {
    private static final int KEPT = 300;

    private final Cache<Key, Overview> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    /**
     * A question to a site as it was at a moment; the site is told by being the same object.
     *
     * @param shown the months that may be shown, which become more with the days
     */
    private record Key(ReportingSite site, SortedSet<YearMonth> shown, View view) {}

    Overview of(ReportingSite site, View view) throws IOException {
        Key key = new Key(site, site.availability().counted(), view);
        Overview known = kept.getIfPresent(key);
        if (known == null) {
            known = Overview.of(site, view);
            kept.put(key, known);
        }
        return known;
    }
}
