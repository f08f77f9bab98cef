package fr.comptoir.server.space;

import fr.comptoir.operation.view.Field;
import fr.comptoir.operation.view.Terms;
import fr.comptoir.operation.view.View;
import fr.comptoir.server.space.Spaces.Asked;
import fr.comptoir.store.usage.CatalogueNames;
import fr.comptoir.store.usage.CatalogueNames.Found;
import fr.comptoir.store.usage.CatalogueNames.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/**
 * A filter by something that the catalogue does not have, as when a name was typed and not chosen.
 *
 * @param meant what may be meant by it, by part of its name
 */
public record Doubt(Field field, String value, boolean wanted, List<Found> meant) {
    /** Of each kind so many are offered. */
    private static final int MOST = 6;

    private static final List<Kind> NAMED = List.of(Kind.PUBLISHER, Kind.PACKAGE, Kind.TITLE);
    /** To look for what is meant goes through the whole catalogue, and nobody reads a page of doubts. */
    private static final int DOUBTS_MAX = 5;

    /**
     * Those of a view.
     *
     * @param some the first of them
     * @param more whether there are others
     */
    public record All(List<Doubt> some, boolean more) {
        static final All NONE = new All(List.of(), false);

        public All {
            some = List.copyOf(some);
        }
    }

    /** Those of a view. */
    static All of(Asked asked) throws IOException {
        List<Doubt> doubts = new ArrayList<>();
        for (Kind kind : NAMED) {
            Terms terms = asked.view().terms(Field.valueOf(kind.name()));
            if (!terms.isAny()) {
                CatalogueNames names = asked.site().catalogueNames();
                if (!add(asked.view(), names, kind, terms.in(), true, doubts)
                        || !add(asked.view(), names, kind, terms.out(), false, doubts)) {
                    return new All(doubts, true);
                }
            }
        }
        return new All(doubts, false);
    }

    /** Gives false when there are too many. */
    private static boolean add(
            View view, CatalogueNames names, Kind kind, SortedSet<String> values, boolean wanted, List<Doubt> doubts)
            throws IOException {
        for (String value : values) {
            if (!names.knows(kind, value, view.publishers())) {
                if (doubts.size() == DOUBTS_MAX) {
                    return false;
                }
                List<Found> meant = names.find(value, view.publishers(), MOST).stream()
                        .filter(found -> found.kind() == kind || (kind == Kind.TITLE && found.kind() == Kind.ITEM))
                        .toList();
                doubts.add(new Doubt(Field.valueOf(kind.name()), value, wanted, meant));
            }
        }
        return true;
    }
}
