package fr.comptoir.ingest.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.comptoir.model.action.BytesTable;
import fr.comptoir.model.catalogue.Catalogue;

/**
 * The numbers of item ids: that of the catalogue, or, for an id that it does not know, the catalogue's size plus a number given here.
 * Not thread-safe.
 */
final class ItemVerdicts {
    /** What the catalogue says of an item id. */
    enum Verdict {
        UNKNOWN,
        ITEM,
        /** A title that is no item, or a database. */
        NOT_ITEM
    }

    /** The ids that the catalogue does not know. */
    final BytesTable unknown;

    private final Catalogue catalogue;
    private final int known;
    private final NotItems notItems;

    ItemVerdicts(Catalogue catalogue, long seed) {
        this.catalogue = catalogue;
        this.known = catalogue.size();
        this.unknown = new BytesTable(seed);
        this.notItems = new NotItems(catalogue, unknown);
    }

    /** Whether the id is that of a title that is no item, or of a database; rarely needs more than its hash. */
    boolean isNotItem(byte[] bytes, int from, int to) {
        return notItems.mayHave(unknown.hash(bytes, from, to)) && verdict(number(bytes, from, to)) == Verdict.NOT_ITEM;
    }

    /** The number of an item id, given now if it has none yet. */
    int number(byte[] bytes, int from, int to) {
        int number = catalogue.find(bytes, from, to);
        return number == Catalogue.NONE ? known + unknown.number(bytes, from, to) : number;
    }

    /** As {@link Catalogue#findAll}, with the number that is given now to each id that has none yet. */
    void numbers(byte[] ids, int[] ends, int count, int[] numbers) {
        catalogue.findAll(ids, ends, count, numbers);
        for (int i = 0; i < count; i++) {
            if (numbers[i] == Catalogue.NONE) {
                numbers[i] = known + unknown.number(ids, i == 0 ? 0 : ends[i - 1], ends[i]);
            }
        }
    }

    int number(String id) {
        byte[] bytes = id.getBytes(UTF_8);
        return number(bytes, 0, bytes.length);
    }

    Verdict verdict(int number) {
        if (number >= known) {
            return Verdict.UNKNOWN;
        }
        return catalogue.dataType(number).mayBeItem() ? Verdict.ITEM : Verdict.NOT_ITEM;
    }

    /** The id with that number among the unknown ones, from 0 on. */
    String unknown(int place) {
        return unknown.text(place);
    }
}
