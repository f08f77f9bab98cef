package fr.comptoir.engine;

import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.ItemFacts;
import fr.comptoir.model.fact.ItemFacts.Count;

/**
 * However often a session uses an item, and in whatever formats, it counts once as a unique item, separately for investigations and for
 * requests (CoP 5.1, section 7.3). This walks the rows of one item session by session and lets the rules that need a single row count
 * theirs on the way. Not thread-safe.
 */
final class UniqueItemRule {
    /** By the numbers of {@link OncePerSession}. */
    private static final Count[] COUNTS = {
        Count.UNIQUE_ITEM_INVESTIGATIONS,
        Count.UNIQUE_ITEM_REQUESTS,
        Count.UNIQUE_ITEM_INVESTIGATIONS_R5,
        Count.UNIQUE_ITEM_REQUESTS_R5
    };

    private final Uses uses;
    private final AccessTypeRule accessTypes;
    private final ItemFacts facts;
    private final Told told;
    private final ItemCells cells;
    private final RouteRule routes;
    private final OncePerSession session = new OncePerSession();

    UniqueItemRule(Uses uses, AccessTypeRule accessTypes, ItemFacts facts, RouteRule routes, Told told) {
        this.uses = uses;
        this.routes = routes;
        this.accessTypes = accessTypes;
        this.facts = facts;
        this.told = told;
        this.cells = new ItemCells(told);
    }

    /** Counts an item of which every use is a use of itself in both releases. */
    void count(int customers, int item, Places own) {
        count(customers, item, own, true, Places.NONE);
    }

    /** Counts a whole book that in Release 5.1 counts as its segments: here its denials, and in Release 5 its uses. */
    void countWholeBook(int customers, int book, Places own) {
        count(customers, book, own, false, Places.NONE);
    }

    /** Counts a segment: its own uses, and in Release 5.1 those of the whole book, which has no denials among them. */
    void countSegment(int customers, int segment, Places own, Places ofBook) {
        count(customers, segment, own, true, ofBook);
    }

    private void count(int customers, int item, Places own, boolean ownInR51, Places ofBook) {
        cells.begin(item);
        int i = own.from();
        int j = ofBook.from();
        while (i < own.to() || j < ofBook.to()) {
            long next = next(own, i, ofBook, j);
            session.clear();
            for (; i < own.to() && uses.session(own.get(i)) == next; i++) {
                own(own.get(i), item, ownInR51);
            }
            for (; j < ofBook.to() && uses.session(ofBook.get(j)) == next; j++) {
                int place = ofBook.get(j);
                use(Release.R5_1, place, item, accessTypes.attributes(uses, place, item));
            }
            endSession();
        }
        cells.end(customers, facts);
        routes.end(customers, item);
    }

    private long next(Places own, int i, Places ofBook, int j) {
        if (i == own.to()) {
            return uses.session(ofBook.get(j));
        }
        long ofOwn = uses.session(own.get(i));
        return j == ofBook.to() ? ofOwn : Math.min(ofOwn, uses.session(ofBook.get(j)));
    }

    private void own(int place, int item, boolean inR51) {
        ActionKind kind = uses.kind(place);
        int attributes = accessTypes.attributes(uses, place, item);
        if (kind.isDenial()) {
            DenialRule.count(cells, uses.row(place), attributes, kind);
            routes.denial(place, kind);
            return;
        }
        if (inR51) {
            use(Release.R5_1, place, item, attributes);
        }
        use(Release.R5, place, item, attributes);
    }

    private void use(Release release, int place, int item, int attributes) {
        boolean request = uses.kind(place) == ActionKind.REQUEST;
        int row = uses.row(place);
        TotalItemRule.count(cells, release, row, attributes, request, uses.format(place));
        routes.use(release, place, request);
        session.add(release, attributes, request);
        told.uniqueItem(release, row, item, attributes, request);
    }

    private void endSession() {
        for (int metric = 0; metric < OncePerSession.METRICS; metric++) {
            cells.addEach(session.counted(metric), COUNTS[metric]);
        }
        told.endSession();
    }
}
