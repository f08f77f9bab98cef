package fr.comptoir.engine;

import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.TitleFacts;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * However many parts of a book a session uses, the book counts once as a unique title, separately for investigations and for requests;
 * where its parts differ in YOP or Access_Type, once for each pair of these (CoP 5.1, sections 3.3 and 7.4). Only books and reference
 * works have unique titles. Database Reports count a title within their database. Not thread-safe.
 */
final class UniqueTitleRule {
    /** Titles that have unique titles in Release 5.1: Book and Reference_Work. */
    private static final Set<DataType> IN_R51 = titles(DataType::isWholeBook);
    /** Titles that have them in Release 5: those that it calls Book. */
    private static final Set<DataType> IN_R5 = titles(type -> type.r5() == DataType.BOOK && type.mayBeTitle());

    private final Uses uses;
    private final Catalogue catalogue;
    private final AccessTypeRule accessTypes;
    private final TitleFacts facts;
    private final Told told;
    private final TitleCells cells = new TitleCells();
    private boolean inR51;
    private boolean inR5;

    UniqueTitleRule(Uses uses, Catalogue catalogue, AccessTypeRule accessTypes, TitleFacts facts, Told told) {
        this.uses = uses;
        this.catalogue = catalogue;
        this.accessTypes = accessTypes;
        this.facts = facts;
        this.told = told;
    }

    private static Set<DataType> titles(Predicate<DataType> chosen) {
        return Arrays.stream(DataType.values())
                .filter(chosen)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DataType.class)));
    }

    /** Whether titles of that type (in the terms of Release 5.1) have unique titles, in either release. */
    static boolean counts(DataType title) {
        return IN_R51.contains(title) || IN_R5.contains(title);
    }

    /** Counts one title: {@code places} are of it and of its parts, by session. */
    void count(int customers, int title, Places places) {
        boolean bySegments = WholeBookRule.countsBySegments(catalogue, title);
        inR51 = IN_R51.contains(catalogue.dataType(title));
        inR5 = IN_R5.contains(catalogue.dataType(title));
        for (int i = places.from(); i < places.to(); ) {
            long session = uses.session(places.get(i));
            for (; i < places.to() && uses.session(places.get(i)) == session; i++) {
                int place = places.get(i);
                if (uses.kind(place).isInvestigation()) {
                    use(place, title, bySegments && uses.item(place) == title);
                }
            }
            cells.endSession();
            told.endSession();
        }
        cells.end(customers, title, facts);
    }

    private void use(int place, int title, boolean bySegments) {
        if (inR5) {
            use(Release.R5, place, title, uses.item(place));
        }
        if (inR51 && bySegments) {
            int segments = catalogue.segmentCount(title);
            told.wholeBook(uses.row(place), segments);
            for (int i = 0; i < segments; i++) {
                use(Release.R5_1, place, title, catalogue.segment(title, i));
            }
        } else if (inR51) {
            use(Release.R5_1, place, title, uses.item(place));
        }
    }

    /** Counts a use of an item of the title, under the item's YOP: for the title, and for the title in the item's database. */
    private void use(Release release, int place, int title, int item) {
        int attributes = accessTypes.attributes(uses, place, item);
        int yop = catalogue.yop(item);
        int database = catalogue.database(item);
        use(release, place, title, Catalogue.NONE, yop, attributes);
        if (database != Catalogue.NONE) {
            use(release, place, title, database, yop, attributes);
        }
    }

    private void use(Release release, int place, int title, int database, int yop, int attributes) {
        boolean request = uses.kind(place) == ActionKind.REQUEST;
        cells.session(yop, database).add(release, attributes, request);
        told.uniqueTitle(release, uses.row(place), title, database, yop, attributes, request);
    }
}
