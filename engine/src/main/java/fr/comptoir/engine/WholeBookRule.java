package fr.comptoir.engine;

import fr.comptoir.model.catalogue.Catalogue;

/**
 * A book or reference work used whole, as a single file, counts in Release 5.1 as a use of each of its segments that the catalogue knows; in
 * Release 5, and where no segment is known, it is one item (CoP 5.1, section 7.3). This takes the uses of one book and its parts
 * and says which item each of them counts for.
 *
 * <p>The uses of the whole book are never multiplied in memory: each segment in turn is counted from the book's uses and its own.
 */
final class WholeBookRule {
    private final Uses uses;
    private final Catalogue catalogue;
    private final UniqueItemRule items;
    private final RowSort sort = new RowSort();
    private final Places ofBook = new Places();
    private final Places usesOfBook = new Places();
    private final Places ofParts = new Places();
    private final Places part = new Places();

    WholeBookRule(Uses uses, Catalogue catalogue, UniqueItemRule items) {
        this.uses = uses;
        this.catalogue = catalogue;
        this.items = items;
    }

    /** Whether uses of that item count, in Release 5.1, as uses of its segments. */
    static boolean countsBySegments(Catalogue catalogue, int item) {
        return catalogue.segmentCount(item) > 0;
    }

    /** Counts all items of a book: {@code places} are of it and of its parts, by session. */
    void count(int customers, int book, Places places) {
        boolean bySegments = countsBySegments(catalogue, book);
        deal(places, bySegments ? book : Catalogue.NONE);
        ofParts.sort(sort, (place, other) -> Integer.compare(uses.item(place), uses.item(other)));
        if (!ofBook.isEmpty()) {
            items.countWholeBook(customers, book, ofBook);
        }
        boolean bookUsed = !usesOfBook.isEmpty();
        for (int start = ofParts.from(); start < ofParts.to(); ) {
            int item = uses.item(ofParts.get(start));
            int end = firstAfter(item, start);
            if (!bookUsed || !isSegment(item, book)) {
                items.count(customers, item, part.view(ofParts, start, end));
            }
            start = end;
        }
        if (bookUsed) {
            for (int i = 0; i < catalogue.segmentCount(book); i++) {
                int segment = catalogue.segment(book, i);
                int end = firstAfter(segment, ofParts.from());
                part.view(ofParts, firstAfter(segment - 1, ofParts.from()), end);
                items.countSegment(customers, segment, part, usesOfBook);
            }
        }
    }

    /** Parts the uses of the book itself, where it counts by segments, from the others; the order stays. */
    private void deal(Places places, int book) {
        ofBook.clear();
        usesOfBook.clear();
        ofParts.clear();
        for (int i = places.from(); i < places.to(); i++) {
            int place = places.get(i);
            if (uses.item(place) != book) {
                ofParts.add(place);
                continue;
            }
            ofBook.add(place);
            if (uses.kind(place).isInvestigation()) {
                usesOfBook.add(place);
            }
        }
    }

    private boolean isSegment(int item, int book) {
        return catalogue.parent(item) == book
                && catalogue.dataType(item) == catalogue.dataType(book).segmentType();
    }

    /** The first place from {@code start} on in the parts, which are sorted by item, whose item has a greater number. */
    private int firstAfter(int item, int start) {
        int low = start;
        int high = ofParts.to();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (uses.item(ofParts.get(middle)) <= item) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
