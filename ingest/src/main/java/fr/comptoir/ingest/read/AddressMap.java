package fr.comptoir.ingest.read;

import fr.comptoir.model.action.Addresses;
import java.util.Arrays;

/** Translates the numbers of one judge's addresses to those of the batch being filled. Not thread-safe. */
final class AddressMap {
    private static final int NOT_YET = -1;
    private static final int LONGS = 3;

    private long[] hashes = new long[64 * LONGS];
    private int[] numbers = new int[64];
    private int size;

    /** Learns the addresses that come next in the judge's order: keyed hash, hash of the /48 and of the /64 network of each. */
    void add(long[] news) {
        int count = news.length / LONGS;
        if (size + count > numbers.length) {
            int capacity = Math.max(2 * numbers.length, size + count);
            hashes = Arrays.copyOf(hashes, capacity * LONGS);
            numbers = Arrays.copyOf(numbers, capacity);
        }
        System.arraycopy(news, 0, hashes, size * LONGS, news.length);
        Arrays.fill(numbers, size, size + count, NOT_YET);
        size += count;
    }

    /**
     * The number in the batch.
     *
     * @param judgeNumber 0 for none, which is 0 in the batch too
     * @param known the addresses that the batch has, by keyed hash
     */
    int number(int judgeNumber, Addresses addresses, LongNumbers known) {
        if (judgeNumber == 0) {
            return 0;
        }
        int place = judgeNumber - 1;
        int number = numbers[place];
        if (number == NOT_YET) {
            number = find(place * LONGS, addresses, known);
            numbers[place] = number;
        }
        return number;
    }

    private int find(int at, Addresses addresses, LongNumbers known) {
        int number = known.get(hashes[at]);
        if (number == LongNumbers.NONE) {
            number = addresses.add(hashes[at], hashes[at + 1], hashes[at + 2]);
            known.put(hashes[at], number);
        }
        return number;
    }

    /** A new batch begins: its dictionaries are empty. */
    void forgetNumbers() {
        Arrays.fill(numbers, 0, size, NOT_YET);
    }
}
