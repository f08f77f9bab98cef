package fr.comptoir.model.action;

import java.util.Arrays;

/**
 * The distinct client addresses of a batch as keyed hashes, never as addresses. An IPv6 address also leaves the hashes of its /48 and
 * /64 networks, so that a range learned later can still be matched; for IPv4 these are 0. Number 0 stands for "no address" (a host
 * name) and has hash 0. Not thread-safe.
 */
public final class Addresses {
    private int size = 1;
    private long[] hash = new long[1024];
    private long[] network48 = new long[1024];
    private long[] network64 = new long[1024];

    /** Adds an address and gives its number; the caller sees to it that each distinct address is added once. */
    public int add(long addressHash, long network48Hash, long network64Hash) {
        if (size == hash.length) {
            hash = Arrays.copyOf(hash, size * 2);
            network48 = Arrays.copyOf(network48, size * 2);
            network64 = Arrays.copyOf(network64, size * 2);
        }
        hash[size] = addressHash;
        network48[size] = network48Hash;
        network64[size] = network64Hash;
        return size++;
    }

    public int size() {
        return size;
    }

    public long hash(int number) {
        return hash[number];
    }

    public long network48(int number) {
        return network48[number];
    }

    public long network64(int number) {
        return network64[number];
    }
}
