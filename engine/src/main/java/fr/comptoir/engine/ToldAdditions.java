package fr.comptoir.engine;

import fr.comptoir.engine.Additions.Access;
import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.ItemFacts;
import java.util.Arrays;

/** Makes additions of what the rules tell. Of a session's uses of one thing, the earliest is the one that counts. */
final class ToldAdditions extends Told {
    private static final Access[] ACCESSES = accesses();

    private final Actions actions;
    private final Additions additions;
    /** For each unique use of the session at hand what tells it from others, the row that is the earliest so far, and its attributes. */
    private long[] use = new long[8];

    private int[] first = new int[8];
    private int[] attributes = new int[8];
    private int size;
    private int latest;
    /** What they are uses of: an item, or a title. */
    private int subject;

    private boolean ofTitle;

    ToldAdditions(Actions actions, Additions additions) {
        this.actions = actions;
        this.additions = additions;
    }

    private static Access[] accesses() {
        Access[] accesses = new Access[Attributes.COUNT];
        Arrays.setAll(
                accesses,
                i -> new Access(Attributes.accessType(i), Attributes.accessTypeR5(i), Attributes.accessMethod(i)));
        return accesses;
    }

    @Override
    void item(int row, int item, int ofRow, ItemFacts.Count count) {
        Access access = ACCESSES[ofRow];
        switch (count) {
            case TOTAL_ITEM_INVESTIGATIONS ->
                additions.item(row, Release.R5_1, MetricType.TOTAL_ITEM_INVESTIGATIONS, item, access);
            case TOTAL_ITEM_REQUESTS -> additions.item(row, Release.R5_1, MetricType.TOTAL_ITEM_REQUESTS, item, access);
            case TOTAL_ITEM_INVESTIGATIONS_R5 ->
                additions.item(row, Release.R5, MetricType.TOTAL_ITEM_INVESTIGATIONS, item, access);
            case TOTAL_ITEM_REQUESTS_R5 ->
                additions.item(row, Release.R5, MetricType.TOTAL_ITEM_REQUESTS, item, access);
            case LIMIT_EXCEEDED -> denial(row, MetricType.LIMIT_EXCEEDED, item, access);
            case NO_LICENSE -> denial(row, MetricType.NO_LICENSE, item, access);
            case UNIQUE_ITEM_INVESTIGATIONS,
                    UNIQUE_ITEM_REQUESTS,
                    UNIQUE_ITEM_INVESTIGATIONS_R5,
                    UNIQUE_ITEM_REQUESTS_R5 -> throw new IllegalArgumentException(count + " is not told row by row");
        }
    }

    private void denial(int row, MetricType metric, int item, Access access) {
        additions.item(row, Release.R5_1, metric, item, access);
        additions.item(row, Release.R5, metric, item, access);
    }

    @Override
    void search(int row, int database) {
        additions.search(row, ActionKind.of(actions.kind[row]), database);
    }

    @Override
    void uniqueItem(Release release, int row, int item, int ofRow, boolean request) {
        subject = item;
        ofTitle = false;
        use(release, row, 0, ofRow, request);
    }

    @Override
    void uniqueTitle(Release release, int row, int title, int database, int yop, int ofRow, boolean request) {
        if (database == Catalogue.NONE) {
            subject = title;
            ofTitle = true;
            use(release, row, yop, ofRow, request);
        }
    }

    /** A use is another where the Access_Type of the release, the Access_Method or the YOP is another; a request is an investigation too. */
    private void use(Release release, int row, int yop, int ofRow, boolean request) {
        boolean r5 = release == Release.R5;
        int type = r5 ? Attributes.accessTypeR5(ofRow) : Attributes.accessType(ofRow);
        long told = ((yop * (long) Attributes.TYPES + type) * Attributes.METHODS + Attributes.accessMethod(ofRow)) * 4
                + (r5 ? 2 : 0);
        note(told, row, ofRow);
        if (request) {
            note(told + 1, row, ofRow);
        }
    }

    private void note(long told, int row, int ofRow) {
        int place = place(told);
        if (place == size) {
            add(told, row, ofRow);
        } else if (InTime.compare(actions, row, first[place]) < 0) {
            first[place] = row;
            attributes[place] = ofRow;
        }
    }

    private int place(long told) {
        if (latest < size && use[latest] == told) {
            return latest;
        }
        for (latest = 0; latest < size && use[latest] != told; latest++) {
            // uses of one thing in a session are of few kinds
        }
        return latest;
    }

    private void add(long told, int row, int ofRow) {
        if (size == use.length) {
            use = Arrays.copyOf(use, 2 * size);
            first = Arrays.copyOf(first, 2 * size);
            attributes = Arrays.copyOf(attributes, 2 * size);
        }
        use[size] = told;
        first[size] = row;
        attributes[size++] = ofRow;
    }

    @Override
    void endSession() {
        for (int place = 0; place < size; place++) {
            Release release = (use[place] & 2) == 0 ? Release.R5_1 : Release.R5;
            boolean request = (use[place] & 1) == 1;
            Access access = ACCESSES[attributes[place]];
            if (ofTitle) {
                int yop = Math.toIntExact(use[place] / (4L * Attributes.TYPES * Attributes.METHODS));
                MetricType metric = request ? MetricType.UNIQUE_TITLE_REQUESTS : MetricType.UNIQUE_TITLE_INVESTIGATIONS;
                additions.title(first[place], release, metric, subject, yop, access);
            } else {
                MetricType metric = request ? MetricType.UNIQUE_ITEM_REQUESTS : MetricType.UNIQUE_ITEM_INVESTIGATIONS;
                additions.item(first[place], release, metric, subject, access);
            }
        }
        size = 0;
    }
}
