package fr.comptoir.model.action;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Numbers distinct byte strings from 0 on, in the order of first sight. A look-up makes no object. Not thread-safe.
 *
 * <p>Open addressing over one array of longs, each the upper half of the hash and the place of the string plus one; a hit is confirmed by comparing the
 * bytes. The hash has a seed that nobody outside knows, so that no log can be written that makes all its strings collide.
 */
public final class BytesTable {
    /** The answer for a string that has no number. */
    public static final int NONE = -1;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int HEADER = 2 * Integer.BYTES;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final long OTHER_MULTIPLIER = 0xD6E8FEB86659FD93L;
    private static final long UPPER = 0xFFFFFFFF00000000L;
    private static final int FIRST_SLOTS = 1 << 10;

    private final long seed;
    private long[] slots;
    /** One after the other: number, length, bytes; together, so that a hit costs one more access to memory, not three. */
    private byte[] entries = new byte[FIRST_SLOTS * 16];

    private int used;
    /** Where each number's entry begins. */
    private int[] places = new int[FIRST_SLOTS];

    private int size;

    public BytesTable(long seed) {
        this(seed, 0);
    }

    /** @param expected how many strings may well come; room is made for them at once */
    public BytesTable(long seed, int expected) {
        this.seed = seed;
        slots = new long[Math.max(FIRST_SLOTS, 4 * Integer.highestOneBit(Math.max(1, expected)))];
    }

    /** A hash of these bytes, for {@link #find} and {@link #add}. */
    public long hash(byte[] text, int from, int to) {
        long a = seed ^ (to - from);
        long b = seed + MULTIPLIER;
        int i = from;
        for (; i + 16 <= to; i += 16) {
            a = fold(a ^ (long) LONG.get(text, i));
            b = fold(b ^ (long) LONG.get(text, i + 8));
        }
        if (i + 8 <= to) {
            a = fold(a ^ (long) LONG.get(text, i));
            i += 8;
        }
        if (i < to) {
            b = fold(b ^ last(text, i, to));
        }
        return fold(a ^ Long.rotateLeft(b, 31));
    }

    /** The last one to seven bytes. */
    private static long last(byte[] text, int from, int to) {
        if (from + 8 <= text.length) {
            return (long) LONG.get(text, from) & -1L >>> (64 - 8 * (to - from));
        }
        long word = 0;
        for (int i = from; i < to; i++) {
            word |= (text[i] & 0xFFL) << (8 * (i - from));
        }
        return word;
    }

    private static long fold(long word) {
        return word * MULTIPLIER ^ Math.multiplyHigh(word, OTHER_MULTIPLIER);
    }

    /** The number of these bytes, or {@link #NONE}. */
    public int find(byte[] text, int from, int to, long hash) {
        int mask = slots.length - 1;
        int at = (int) hash & mask;
        while (true) {
            long slot = slots[at];
            if (slot == 0) {
                return NONE;
            }
            if ((slot ^ hash) >>> 32 == 0) {
                int entry = (int) slot - 1;
                int start = entry + HEADER;
                int end = start + (int) INT.get(entries, entry + Integer.BYTES);
                if (Arrays.equals(entries, start, end, text, from, to)) {
                    return (int) INT.get(entries, entry);
                }
            }
            at = (at + 1) & mask;
        }
    }

    /** The number of these bytes, given now if they have none yet. */
    public int number(byte[] text, int from, int to) {
        long hash = hash(text, from, to);
        int number = find(text, from, to, hash);
        return number == NONE ? add(text, from, to, hash) : number;
    }

    /** Gives the next number to these bytes, which have none yet. */
    public int add(byte[] text, int from, int to, long hash) {
        if (2 * (size + 1) > slots.length) {
            growSlots();
        }
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size);
        }
        int length = to - from;
        int after = Math.addExact(used, HEADER + length);
        if (after > entries.length) {
            entries =
                    Arrays.copyOf(entries, (int) Math.max(after, Math.min(2L * entries.length, Integer.MAX_VALUE - 8)));
        }
        INT.set(entries, used, size);
        INT.set(entries, used + Integer.BYTES, length);
        System.arraycopy(text, from, entries, used + HEADER, length);
        places[size] = used;
        put(slots, hash, used);
        used = after;
        return size++;
    }

    public int size() {
        return size;
    }

    /** How much room the strings take. */
    public int bytesUsed() {
        return used;
    }

    /** The string with that number, read as UTF-8. */
    public String text(int number) {
        int entry = places[number];
        return new String(entries, entry + HEADER, (int) INT.get(entries, entry + Integer.BYTES), UTF_8);
    }

    /** The string with that number. */
    public byte[] bytes(int number) {
        int start = places[number] + HEADER;
        return Arrays.copyOfRange(entries, start, start + (int) INT.get(entries, places[number] + Integer.BYTES));
    }

    /** Forgets all, and keeps its room. */
    public void clear() {
        Arrays.fill(slots, 0);
        size = 0;
        used = 0;
    }

    private void growSlots() {
        long[] larger = new long[2 * slots.length];
        for (int number = 0; number < size; number++) {
            int start = places[number] + HEADER;
            int length = (int) INT.get(entries, places[number] + Integer.BYTES);
            put(larger, hash(entries, start, start + length), places[number]);
        }
        slots = larger;
    }

    private static void put(long[] slots, long hash, int entry) {
        int mask = slots.length - 1;
        int at = (int) hash & mask;
        while (slots[at] != 0) {
            at = (at + 1) & mask;
        }
        slots[at] = (hash & UPPER) | (entry + 1);
    }
}
