package fr.comptoir.server.space;

import fr.comptoir.model.code.Release;
import fr.comptoir.model.site.TitleChanges;
import fr.comptoir.operation.view.View;
import fr.comptoir.server.space.Spaces.Asked;
import fr.comptoir.store.usage.CatalogueNames;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Journals that became others, where the Title Report of a release has their usage of a month under the title of that time and the pages have
 * it under the title of which its content is.
 *
 * @param release whose Title Report that is
 * @param some the first of them
 * @param more how many others there are
 */
public record ChangedTitles(Release release, List<Change> some, int more) {
    private static final int SHOWN = 5;

    public ChangedTitles {
        some = List.copyOf(some);
    }

    /**
     * One became another.
     *
     * @param from the old one's id
     * @param to the new one's
     * @param month the first of the new one
     */
    public record Change(String from, String fromName, String to, String toName, YearMonth month) {}

    /** Those of a page of the titles of a release. */
    static Optional<ChangedTitles> of(Asked asked) throws IOException {
        return of(asked, Stream.of(asked.view().release()), change -> true);
    }

    /** Those of the page of one title, which has figures of both releases. */
    static Optional<ChangedTitles> of(Asked asked, String id) throws IOException {
        return of(
                asked,
                Stream.of(Release.values()),
                change -> change.from().equals(id) || change.to().equals(id));
    }

    private static Optional<ChangedTitles> of(
            Asked asked, Stream<Release> releases, Predicate<TitleChanges.Change> wanted) throws IOException {
        TitleChanges titles = asked.site().site().config().titles();
        Optional<Release> release = releases.filter(titles::move).findFirst();
        if (release.isEmpty()) {
            return Optional.empty();
        }
        List<Change> all = named(
                asked.view(),
                asked.site().catalogueNames(),
                titles.changes().stream().filter(wanted).toList());
        List<Change> some = all.subList(0, Math.min(SHOWN, all.size()));
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new ChangedTitles(release.get(), some, all.size() - some.size()));
    }

    /** A publisher is told of changes within its own titles. */
    private static List<Change> named(View view, CatalogueNames names, List<TitleChanges.Change> changes) {
        List<Change> named = new ArrayList<>();
        for (TitleChanges.Change change : changes) {
            Optional<String> from = names.title(change.from(), view.publishers());
            Optional<String> to = names.title(change.to(), view.publishers());
            if (view.publishers().isEmpty() || (from.isPresent() && to.isPresent())) {
                named.add(new Change(
                        change.from(),
                        from.orElse(change.from()),
                        change.to(),
                        to.orElse(change.to()),
                        change.month()));
            }
        }
        return named;
    }
}
