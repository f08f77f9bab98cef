package fr.comptoir.registry;

import fr.comptoir.model.catalogue.Catalogue;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Numbers for ids: all ids one after another in one array of bytes, and a table of open addressing over them. A slot holds 32 bits of the
 * hash and the number plus one, so that the bytes are looked at only where the id is almost certainly the one. Finding is safe for many
 * threads once nothing is added any more.
 */
final class ItemIds {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MULTIPLIER = 0x9e3779b97f4a7c15L;

    private byte[] bytes;
    /** Id {@code i} is {@code bytes[offsets[i], offsets[i + 1])}. */
    private int[] offsets;

    private long[] slots;
    private int size;

    ItemIds() {
        this(new byte[1 << 12], new int[1 << 8], new long[1 << 9], 0);
    }

    private ItemIds(byte[] bytes, int[] offsets, long[] slots, int size) {
        this.bytes = bytes;
        this.offsets = offsets;
        this.slots = slots;
        this.size = size;
    }

    /** From what {@link #bytes}, {@link #offsets} and {@link #slots} gave. */
    static ItemIds of(byte[] bytes, int[] offsets, long[] slots) {
        return new ItemIds(bytes, offsets, slots, offsets.length - 1);
    }

    int size() {
        return size;
    }

    /** The number of an id, given now if it has none yet. */
    int number(String id) {
        byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
        int known = find(utf8, 0, utf8.length);
        return known != Catalogue.NONE ? known : add(utf8, 0, utf8.length);
    }

    int find(byte[] utf8, int from, int to) {
        return find(utf8, from, to, hash(utf8, from, to));
    }

    /**
     * As {@link fr.comptoir.model.catalogue.Catalogue#findAll}. In a large catalogue each id costs three accesses to distant memory, each
     * of which must know the one before. Hence all are asked for first, those of one id while those of others are still on their way,
     * and then each id is found in what is near by now.
     */
    void findAll(byte[] utf8, int[] ends, int count, int[] numbers) {
        if (size == 0) {
            Arrays.fill(numbers, 0, count, Catalogue.NONE);
            return;
        }
        long[] hashes = new long[count];
        int from = 0;
        for (int i = 0; i < count; i++) {
            hashes[i] = hash(utf8, from, ends[i]);
            from = ends[i];
        }
        int mask = slots.length - 1;
        for (int i = 0; i < count; i++) {
            int likely = Math.max(0, (int) slots[(int) hashes[i] & mask] - 1);
            numbers[i] = bytes[offsets[likely]]; // no answer yet: written so that it must be read
        }
        from = 0;
        for (int i = 0; i < count; i++) {
            numbers[i] = find(utf8, from, ends[i], hashes[i]);
            from = ends[i];
        }
    }

    private int find(byte[] utf8, int from, int to, long hash) {
        long tag = hash & 0xffff_ffff_0000_0000L;
        int mask = slots.length - 1;
        int slot = (int) hash & mask;
        while (true) {
            long entry = slots[slot];
            if (entry == 0) {
                return Catalogue.NONE;
            }
            if ((entry & 0xffff_ffff_0000_0000L) == tag) {
                int number = (int) entry - 1;
                if (Arrays.equals(bytes, offsets[number], offsets[number + 1], utf8, from, to)) {
                    return number;
                }
            }
            slot = (slot + 1) & mask;
        }
    }

    byte[] utf8(int number) {
        return Arrays.copyOfRange(bytes, offsets[number], offsets[number + 1]);
    }

    String text(int number) {
        return new String(bytes, offsets[number], offsets[number + 1] - offsets[number], StandardCharsets.UTF_8);
    }

    /** Order of two ids by their bytes, unsigned. */
    int compare(int number, int other) {
        return Arrays.compareUnsigned(
                bytes, offsets[number], offsets[number + 1], bytes, offsets[other], offsets[other + 1]);
    }

    /** The same ids in the same order without those that are not kept, in arrays of just their length. */
    ItemIds only(IntPredicate kept) {
        int count = 0;
        int length = 0;
        for (int i = 0; i < size; i++) {
            if (kept.test(i)) {
                count++;
                length += offsets[i + 1] - offsets[i];
            }
        }
        ItemIds only = new ItemIds(new byte[length], new int[count + 1], new long[tableLength(count)], 0);
        for (int i = 0; i < size; i++) {
            if (kept.test(i)) {
                only.add(bytes, offsets[i], offsets[i + 1]);
            }
        }
        return only;
    }

    /** All of them, in arrays of just their length; these here must not grow any more. */
    ItemIds trimmed() {
        return new ItemIds(Arrays.copyOf(bytes, offsets[size]), Arrays.copyOf(offsets, size + 1), slots, size);
    }

    byte[] bytes() {
        return bytes;
    }

    int[] offsets() {
        return offsets;
    }

    long[] slots() {
        return slots;
    }

    private int add(byte[] utf8, int from, int to) {
        int start = offsets[size];
        long end = (long) start + to - from;
        if (end > Integer.MAX_VALUE - 8) {
            throw new IllegalStateException("the ids of the catalogue are longer than 2 GiB in all");
        }
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(end, bytes.length * 3L / 2)));
        }
        if (size + 2 > offsets.length) {
            offsets = Arrays.copyOf(offsets, size + size / 2 + 2);
        }
        if (size + 1 > slots.length / 3 * 2) {
            rehash(slots.length * 2);
        }
        System.arraycopy(utf8, from, bytes, start, to - from);
        offsets[size + 1] = (int) end;
        put(hash(utf8, from, to), size);
        return size++;
    }

    private void put(long hash, int number) {
        int mask = slots.length - 1;
        int slot = (int) hash & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = (hash & 0xffff_ffff_0000_0000L) | (number + 1);
    }

    private void rehash(int length) {
        slots = new long[length];
        for (int i = 0; i < size; i++) {
            put(hash(bytes, offsets[i], offsets[i + 1]), i);
        }
    }

    private static int tableLength(int count) {
        int length = 1 << 9;
        while (count > length / 3 * 2) {
            length *= 2;
        }
        return length;
    }

    static long hash(byte[] utf8, int from, int to) {
        long hash = (to - from) * MULTIPLIER;
        int at = from;
        for (; at + 8 <= to; at += 8) {
            hash = mix(hash ^ (long) LONGS.get(utf8, at));
        }
        if (at < to) {
            long tail = 0;
            if (to - from >= 8) {
                tail = (long) LONGS.get(utf8, to - 8);
            } else {
                for (int i = at; i < to; i++) {
                    tail = tail << 8 | (utf8[i] & 0xff);
                }
            }
            hash = mix(hash ^ tail);
        }
        return mix(hash);
    }

    private static long mix(long word) {
        long product = word * MULTIPLIER;
        return product ^ product >>> 32;
    }
}
