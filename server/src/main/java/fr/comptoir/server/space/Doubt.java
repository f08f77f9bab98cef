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
    private static final int MOST = 6;

    /** Those of a view. */
    static List<Doubt> of(Asked asked) throws IOException {
        List<Doubt> doubts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Field field = Field.valueOf(kind.name());
            Terms terms = asked.view().terms(field);
            if (!terms.isAny()) {
                CatalogueNames names = asked.site().catalogueNames();
                add(asked.view(), names, kind, field, terms.in(), true, doubts);
                add(asked.view(), names, kind, field, terms.out(), false, doubts);
            }
        }
        return doubts;
    }

    private static void add(
            View view,
            CatalogueNames names,
            Kind kind,
            Field field,
            SortedSet<String> values,
            boolean wanted,
            List<Doubt> doubts) {
        for (String value : values) {
            if (!names.knows(kind, value, view.publishers())) {
                List<Found> meant = names.find(value, view.publishers(), MOST).stream()
                        .filter(found -> found.kind() == kind)
                        .toList();
                doubts.add(new Doubt(field, value, wanted, meant));
            }
        }
    }
}
