package fr.comptoir.validate.rule;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.validate.event.UsageRow;
import java.util.ArrayList;
import java.util.List;

/**
 * The counts of many rows, in a few bytes each, chained by the group they belong to. A record is the place of the row, the place of the record before it in
 * its group, the metric, and pairs of month and count, all as numbers of seven bits a byte.
 */
final class CountStore {
    /** Takes the records of a group, the last first. */
    interface Reader {
        void record(long code, MetricType metric, boolean book, long[] counts);
    }

    private static final int PIECE_BITS = 20;
    private static final int PIECE_MASK = (1 << PIECE_BITS) - 1;
    private static final int BOOK = 64;
    private static final MetricType[] METRICS = MetricType.values();

    private final List<byte[]> pieces = new ArrayList<>();
    private final LongIndex groups = new LongIndex();
    private final LongList last = new LongList();
    private final long[] counts;
    private byte[] piece = {};
    private long size; // that of the first record is 1, for 0 says that there is none before
    private long at;
    private long lastGroup;
    private int lastNumber = -1;

    CountStore(int months) {
        counts = new long[months];
        putByte(0);
    }

    /** Adds the counts of a row to its group. */
    void add(long group, UsageRow row, MetricType metric, boolean book) {
        int number = lastNumber >= 0 && group == lastGroup ? lastNumber : groups.add(group);
        long before = 0;
        if (number < 0) {
            number = ~number;
            last.add(size);
        } else {
            before = last.get(number);
            last.set(number, size);
        }
        lastGroup = group;
        lastNumber = number;
        put(before);
        put(row.code);
        putByte(metric.ordinal() | (book ? BOOK : 0));
        for (int month = 0; month < row.counts.length; month++) {
            if (row.counts[month] > 0) {
                put(month + 1);
                put(row.counts[month]);
            }
        }
        put(0);
    }

    int groups() {
        return groups.size();
    }

    /** Reads all records of a group. */
    void read(int group, Reader reader) {
        for (long start = last.get(group); start != 0; ) {
            at = start;
            start = get();
            long code = get();
            int metric = nextByte();
            java.util.Arrays.fill(counts, 0);
            for (int month = (int) get(); month != 0; month = (int) get()) {
                counts[month - 1] = get();
            }
            reader.record(code, METRICS[metric & (BOOK - 1)], (metric & BOOK) != 0, counts);
        }
    }

    private void put(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            putByte((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        putByte((int) rest);
    }

    private void putByte(int value) {
        int place = (int) size++ & PIECE_MASK;
        if (place == 0) {
            piece = new byte[1 << PIECE_BITS];
            pieces.add(piece);
        }
        piece[place] = (byte) value;
    }

    private long get() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            int next = nextByte();
            value |= (long) (next & 0x7F) << shift;
            if ((next & 0x80) == 0) {
                return value;
            }
        }
    }

    private int nextByte() {
        byte next = pieces.get((int) (at >> PIECE_BITS))[(int) (at & PIECE_MASK)];
        at++;
        return next & 0xFF;
    }
}
