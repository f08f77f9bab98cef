package fr.comptoir.engine;

import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.fact.ItemFacts.Format;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows that count, uses, denials and searches, with those together that are counted together: the rows of one set of customers on
 * one item, for a book on it and all its parts, for searches on one database or the platform.
 */
final class Uses implements Grouping.Table {
    private static final Format[] FORMATS = {Format.HTML, Format.PDF};
    private static final byte OTHER = -1;
    private static final int ROUTE_BITS = 3;

    private final Batch batch;
    private final Actions actions;
    /** For each item of the dictionary the number in the catalogue of that with which it is counted. */
    private final int[] unitOfItem;
    /** For each format of the dictionary its ordinal among those that are told apart, or {@link #OTHER}. */
    private final byte[] formatOfNumber;

    private int[] row = {};
    private int[] customers = {};
    private int[] unit = {};
    private int[] item = {};
    private int[] day = {};
    private long[] session = {};
    private byte[] kind = {};
    private byte[] accessMethod = {};
    private byte[] accessTypeR5 = {};
    private byte[] format = {};
    /** Way of arrival and route of access in one number. */
    private short[] way = {};

    Uses(Batch batch, Catalogue catalogue, Workers workers) {
        this.batch = batch;
        this.actions = batch.actions;
        this.unitOfItem = new int[batch.item.length];
        this.formatOfNumber = formats(actions.dictionaries.formats().texts());
        workers.ranges(unitOfItem.length, (piece, from, to) -> {
            for (int i = from; i < to; i++) {
                int number = batch.item[i];
                unitOfItem[i] = number == Catalogue.NONE ? Catalogue.NONE : unit(catalogue, number);
            }
        });
    }

    private static byte[] formats(List<String> texts) {
        byte[] formats = new byte[texts.size()];
        for (int i = 0; i < formats.length; i++) {
            formats[i] = OTHER;
            for (Format told : FORMATS) {
                formats[i] = told.name().equals(texts.get(i)) ? (byte) told.ordinal() : formats[i];
            }
        }
        return formats;
    }

    /** Number in the catalogue of that with which an item is counted: its book when it is part of one, else the item itself. */
    static int unit(Catalogue catalogue, int item) {
        int title = catalogue.dataType(item).isWholeBook() ? item : catalogue.title(item);
        boolean ofTitle = title != Catalogue.NONE && UniqueTitleRule.counts(catalogue.dataType(title));
        return ofTitle ? title : item;
    }

    /** The row in the batch of the use at a place. */
    int row(int place) {
        return row[place];
    }

    /** Number in the batch of the set of customers. */
    int customers(int place) {
        return customers[place];
    }

    /** Number in the catalogue of that with which the use is counted: a book, the item itself, a database; NONE for the platform. */
    int unit(int place) {
        return unit[place];
    }

    /** Number in the catalogue of the item; NONE for a search of the platform. */
    int item(int place) {
        return item[place];
    }

    int day(int place) {
        return day[place];
    }

    long session(int place) {
        return session[place];
    }

    ActionKind kind(int place) {
        return ActionKind.of(kind[place]);
    }

    byte accessMethod(int place) {
        return accessMethod[place];
    }

    /** Of the page rule, or {@link Actions#NO_ACCESS_TYPE}. */
    byte accessTypeR5(int place) {
        return accessTypeR5[place];
    }

    /** What was delivered; null for another format than those told apart, or none said. */
    @Nullable
    Format format(int place) {
        return format[place] == OTHER ? null : FORMATS[format[place]];
    }

    /** From where and by what access, as one number: see {@link #arrival(int)} and {@link #route(int)}. */
    int way(int place) {
        return way[place];
    }

    /** The number in {@link Batch#arrivals} of a way. */
    static short arrival(int way) {
        return (short) (way >> ROUTE_BITS);
    }

    /** The ordinal of the AccessRoute of a way. */
    static byte route(int way) {
        return (byte) (way & (1 << ROUTE_BITS) - 1);
    }

    @Override
    public boolean takes(int of) {
        return batch.is(Fate.COUNTED, of);
    }

    @Override
    public long hash(int of) {
        return RowKey.mix((long) actions.customers[of] << Integer.SIZE ^ unitOf(of));
    }

    @Override
    public void places(int size) {
        row = new int[size];
        customers = new int[size];
        unit = new int[size];
        item = new int[size];
        day = new int[size];
        session = new long[size];
        kind = new byte[size];
        accessMethod = new byte[size];
        accessTypeR5 = new byte[size];
        format = new byte[size];
        way = new short[size];
    }

    @Override
    public void put(int from, int place) {
        row[place] = from;
        customers[place] = actions.customers[from];
        unit[place] = unitOf(from);
        item[place] = batch.item(from);
        day[place] = actions.day[from];
        session[place] = actions.session[from];
        kind[place] = actions.kind[from];
        accessMethod[place] = actions.accessMethod[from];
        accessTypeR5[place] = actions.accessTypeR5[from];
        way[place] = (short) (batch.arrival(from) << ROUTE_BITS | actions.route[from]);
        format[place] = formatOfNumber[actions.format[from] & 0xffff];
    }

    @Override
    public int compare(int place, int other) {
        int order = Integer.compare(customers[place], customers[other]);
        return order != 0 ? order : Integer.compare(unit[place], unit[other]);
    }

    private int unitOf(int of) {
        boolean ofPlatform = actions.kind[of] == ActionKind.SEARCHES_PLATFORM.ordinal();
        return ofPlatform ? Catalogue.NONE : unitOfItem[actions.item[of]];
    }
}
