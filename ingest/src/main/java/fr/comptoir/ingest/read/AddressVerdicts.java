package fr.comptoir.ingest.read;

import fr.comptoir.model.action.BytesTable;
import fr.comptoir.model.action.KeyedHash;
import fr.comptoir.model.catalogue.Institutions;
import fr.comptoir.model.net.IpAddress;
import fr.comptoir.model.net.IpRangeSet;
import java.util.Arrays;

/**
 * What is known of each address text seen: its value, whether it is a trusted proxy, its keyed hash, and its customers in the period
 * last asked for. Not thread-safe.
 */
final class AddressVerdicts {
    private static final int NO_PERIOD = Integer.MIN_VALUE;
    private static final int LONGS = 4;
    private static final int HASH = 0;
    /** Period in the upper half, number of the set of customers in the lower. */
    private static final int CUSTOMERS = 1;

    private static final int HIGH = 2;
    private static final int LOW = 3;
    private static final byte[] HOST_NAME = {'h', 'o', 's', 't', 0};

    final BytesTable table;
    private final Institutions institutions;
    private final IpRangeSet trustedProxies;
    private final KeyedHash keyedHash;
    private final Texts customers;
    private final long[] parsed = new long[2];
    private boolean[] addresses = new boolean[1024];
    private boolean[] trusted = new boolean[1024];
    /** Four longs for each, side by side, since they are asked together and seldom in the processor's cache. */
    private long[] longs = new long[1024 * LONGS];

    /** @param customers gives numbers to sets of customers */
    AddressVerdicts(JudgeRules rules, Texts customers, long seed) {
        this.institutions = rules.institutions();
        this.trustedProxies = rules.trustedProxies();
        this.keyedHash = rules.hash();
        this.customers = customers;
        this.table = new BytesTable(seed);
    }

    /** The number of an address text here, given now if it has none yet. */
    int number(byte[] bytes, int from, int to) {
        long hash = table.hash(bytes, from, to);
        int number = table.find(bytes, from, to, hash);
        return number >= 0 ? number : judge(bytes, from, to, table.add(bytes, from, to, hash));
    }

    /** Whether it is an address at all; if not, it is a host name. */
    boolean isAddress(int number) {
        return addresses[number];
    }

    boolean isTrusted(int number) {
        return trusted[number];
    }

    /** The keyed hash of the address, or of the host name. */
    long hash(int number) {
        return longs[number * LONGS + HASH];
    }

    long high(int number) {
        return longs[number * LONGS + HIGH];
    }

    long low(int number) {
        return longs[number * LONGS + LOW];
    }

    /** The number of the set of customers that have the address on that day. */
    int customers(int number, int day, int period) {
        int at = number * LONGS;
        if ((int) (longs[at + CUSTOMERS] >> 32) != period) {
            String set = addresses[number] ? institutions.byAddress(longs[at + HIGH], longs[at + LOW], day) : "";
            longs[at + CUSTOMERS] = (long) period << 32 | customers.number(set);
        }
        return (int) longs[at + CUSTOMERS];
    }

    private int judge(byte[] bytes, int from, int to, int number) {
        if (number == addresses.length) {
            grow(2 * number);
        }
        addresses[number] = IpAddress.parseHop(bytes, from, to, parsed);
        trusted[number] = addresses[number] && trustedProxies.contains(parsed[0], parsed[1]);
        int at = number * LONGS;
        longs[at + HASH] = addresses[number]
                ? keyedHash.ofAddress(parsed[0], parsed[1])
                : hostName(Arrays.copyOfRange(bytes, from, to));
        longs[at + CUSTOMERS] = (long) NO_PERIOD << 32;
        longs[at + HIGH] = parsed[0];
        longs[at + LOW] = parsed[1];
        return number;
    }

    private long hostName(byte[] name) {
        byte[] prefixed = Arrays.copyOf(HOST_NAME, HOST_NAME.length + name.length);
        System.arraycopy(name, 0, prefixed, HOST_NAME.length, name.length);
        return keyedHash.of(prefixed, 0, prefixed.length);
    }

    private void grow(int capacity) {
        addresses = Arrays.copyOf(addresses, capacity);
        trusted = Arrays.copyOf(trusted, capacity);
        longs = Arrays.copyOf(longs, capacity * LONGS);
    }
}
