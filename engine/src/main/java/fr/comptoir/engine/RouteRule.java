package fr.comptoir.engine;

import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.RouteFacts.Count;
import java.util.Arrays;

/**
 * Each use and each refusal that counts also counts under the way of arrival and the route of access of its action, for the item's title. What
 * one item has is gathered first, for it is seldom more than a few ways. Not thread-safe.
 */
final class RouteRule {
    private static final int METHODS = AccessMethod.values().length;

    private final Uses uses;
    private final Catalogue catalogue;
    private final RouteTable table;
    /** Way, route and Access_Method of each row of {@link #counts}. */
    private int[] keys = new int[8];

    private int[] counts = new int[8 * Count.SIZE];
    private int size;
    private int latest;

    RouteRule(Uses uses, Catalogue catalogue, RouteTable table) {
        this.uses = uses;
        this.catalogue = catalogue;
        this.table = table;
    }

    /** Counts the use at a place. */
    void use(Release release, int place, boolean request) {
        boolean r5 = release == Release.R5;
        int at = cell(place);
        counts[at + (r5 ? Count.TOTAL_ITEM_INVESTIGATIONS_R5 : Count.TOTAL_ITEM_INVESTIGATIONS).ordinal()]++;
        if (request) {
            counts[at + (r5 ? Count.TOTAL_ITEM_REQUESTS_R5 : Count.TOTAL_ITEM_REQUESTS).ordinal()]++;
        }
    }

    /** Counts the refusal at a place. */
    void denial(int place, ActionKind kind) {
        int at = cell(place);
        counts[at + (kind == ActionKind.NO_LICENSE ? Count.NO_LICENSE : Count.LIMIT_EXCEEDED).ordinal()]++;
    }

    /** Where the counts of a key begin. */
    private int cell(int place) {
        int key = uses.way(place) * METHODS + uses.accessMethod(place);
        if (latest < size && keys[latest] == key) {
            return latest * Count.SIZE;
        }
        latest = 0;
        while (latest < size && keys[latest] != key) {
            latest++;
        }
        if (latest == size) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, 2 * size);
                counts = Arrays.copyOf(counts, 2 * size * Count.SIZE);
            }
            keys[size++] = key;
        }
        return latest * Count.SIZE;
    }

    /** Adds what was counted to the item's title and begins anew. */
    void end(int customers, int item) {
        int title = catalogue.title(item) == Catalogue.NONE ? item : catalogue.title(item);
        for (int i = 0; i < size; i++) {
            int way = keys[i] / METHODS;
            int row = table.row(customers, title, Uses.arrival(way), Uses.route(way), (byte) (keys[i] % METHODS));
            table.add(row, counts, i * Count.SIZE);
        }
        Arrays.fill(counts, 0, size * Count.SIZE, 0);
        size = 0;
    }
}
