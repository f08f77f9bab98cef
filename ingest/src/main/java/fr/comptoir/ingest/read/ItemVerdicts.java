package fr.comptoir.ingest.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.comptoir.model.catalogue.Catalogue;
import java.util.Arrays;

/** The item ids that paths gave, and what the catalogue says of each. Not thread-safe. */
final class ItemVerdicts {
    /** What the catalogue says of an item id. */
    enum Verdict {
        UNKNOWN,
        ITEM,
        /** A title that is no item, or a database. */
        NOT_ITEM
    }

    private static final Verdict[] VERDICTS = Verdict.values();

    final BytesTable table;
    private final Catalogue catalogue;
    private final NotItems notItems;
    private byte[] verdicts = new byte[1024];

    ItemVerdicts(Catalogue catalogue, long seed) {
        this.catalogue = catalogue;
        this.table = new BytesTable(seed, Math.min(catalogue.size(), JudgeNames.STRINGS_MAX));
        this.notItems = new NotItems(catalogue, table);
    }

    /** The number of an item id here, given now if it has none yet. */
    int number(byte[] bytes, int from, int to) {
        return number(bytes, from, to, table.hash(bytes, from, to));
    }

    /** Whether the id is that of a title that is no item, or of a database; rarely needs more than its hash. */
    boolean isNotItem(byte[] bytes, int from, int to, long hash) {
        return notItems.mayHave(hash) && verdict(number(bytes, from, to, hash)) == Verdict.NOT_ITEM;
    }

    /** As {@link #number(byte[], int, int)}, with the hash of the bytes by {@link #table}. */
    int number(byte[] bytes, int from, int to, long hash) {
        int number = table.find(bytes, from, to, hash);
        if (number >= 0) {
            return number;
        }
        number = table.add(bytes, from, to, hash);
        if (number == verdicts.length) {
            verdicts = Arrays.copyOf(verdicts, 2 * number);
        }
        verdicts[number] = (byte) judge(bytes, from, to).ordinal();
        return number;
    }

    int number(String id) {
        byte[] bytes = id.getBytes(UTF_8);
        return number(bytes, 0, bytes.length);
    }

    Verdict verdict(int number) {
        return VERDICTS[verdicts[number]];
    }

    String text(int number) {
        return table.text(number);
    }

    private Verdict judge(byte[] bytes, int from, int to) {
        int found = catalogue.find(bytes, from, to);
        if (found == Catalogue.NONE) {
            return Verdict.UNKNOWN;
        }
        return catalogue.dataType(found).mayBeItem() ? Verdict.ITEM : Verdict.NOT_ITEM;
    }
}
