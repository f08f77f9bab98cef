package fr.comptoir.engine;

import fr.comptoir.model.action.Actions;

/** The clicks that may be double clicks, with those of one user on one link together. */
final class Clicks implements Grouping.Table {
    private final Batch batch;
    private final Actions actions;
    private int[] row = {};
    private long[] time = {};
    private long[] user = {};
    private long[] link = {};

    Clicks(Batch batch) {
        this.batch = batch;
        this.actions = batch.actions;
    }

    /** The row in the batch of the click at a place. */
    int row(int place) {
        return row[place];
    }

    /** Milliseconds since 1970 UTC. */
    long time(int place) {
        return time[place];
    }

    @Override
    public boolean takes(int row) {
        if (actions.item[row] == Actions.NO_ITEM || batch.kind(row).isSearch()) {
            return false;
        }
        return batch.is(Fate.COUNTED, row) || (batch.is(Fate.DECIDES_ONLY, row) && batch.content(row) == Fate.COUNTED);
    }

    @Override
    public long hash(int row) {
        return RowKey.mix(RowKey.mix(link(row)) ^ actions.user[row]);
    }

    @Override
    public void places(int size) {
        row = new int[size];
        time = new long[size];
        user = new long[size];
        link = new long[size];
    }

    @Override
    public void put(int from, int place) {
        row[place] = from;
        time[place] = actions.time[from];
        user[place] = actions.user[from];
        link[place] = link(from);
    }

    @Override
    public int compare(int place, int other) {
        int order = Long.compare(user[place], user[other]);
        return order != 0 ? order : Long.compare(link[place], link[other]);
    }

    /** The link as one number: item, metric class, format and Access_Method. */
    private long link(int of) {
        return ((long) actions.item[of] << Integer.SIZE)
                | (actions.format[of] & 0xffffL) << Short.SIZE
                | (actions.kind[of] << Byte.SIZE)
                | actions.accessMethod[of];
    }
}
