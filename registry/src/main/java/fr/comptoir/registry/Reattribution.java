package fr.comptoir.registry;

import fr.comptoir.model.action.Addresses;
import fr.comptoir.model.action.KeyedHash;
import fr.comptoir.model.net.IpRange;
import fr.comptoir.model.net.IpRangeSet;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Attributes addresses of which only keyed hashes are left (see {@link Addresses}) to institutions, by hashing what the institutions'
 * ranges hold and looking for the same hash:
 *
 * <ul>
 *   <li>IPv4: every address of every range. What is found in none belongs to no one, so every IPv4 address is decided.
 *   <li>IPv6: the /48 networks of blocks down to /48, the /64 networks of smaller blocks, and the single addresses of blocks of at most
 *       {@link #ADDRESSES_MAX} addresses within a /64. Undecided are only addresses in a /64 of which a larger block is a part, on days
 *       when not all of that /64 has the same customers.
 * </ul>
 *
 * At most {@link #HASHES_MAX} hashes are made; institutions with more addresses are refused. What was found stays in memory only. Immutable
 * and safe for many threads.
 */
public final class Reattribution {
    /** Most hashes made for one question, some seconds of work. */
    public static final int HASHES_MAX = 1 << 26;
    /** Most addresses of a block within a /64 that are tried one by one. */
    public static final int ADDRESSES_MAX = 1 << 16;

    private static final int NETWORKS_IN_48 = 1 << 16;
    private static final IpRange ALL_IPV4 = IpRange.parse("0.0.0.0/0").get(0);

    private final IndexedInstitutions institutions;
    private final long[] hashes;
    private final long[] networks48;
    private final long[] networks64;
    /** Address hash to low word; of IPv6 the high word is in {@code addressHigh}. */
    private final LongTable addressLow;

    private final LongTable addressHigh;
    private final LongTable network48;
    private final LongTable network64;
    /** Where /64 networks were tried one by one. */
    private final IpRangeSet tried64;
    /** Where addresses of an IPv6 /64 were tried one by one. */
    private final IpRangeSet triedAddresses;
    /** Blocks within a /64 that are too large for that. */
    private final List<IpRange> untried;

    private Reattribution(
            IndexedInstitutions institutions, KeyedHash key, long[] hashes, long[] networks48, long[] networks64) {
        this.institutions = institutions;
        this.hashes = hashes.clone();
        this.networks48 = networks48.clone();
        this.networks64 = networks64.clone();
        addressLow = new LongTable(hashes);
        addressHigh = new LongTable(hashes);
        network48 = new LongTable(networks48);
        network64 = new LongTable(networks64);
        List<IpRange> tried = new ArrayList<>();
        List<IpRange> single = new ArrayList<>();
        untried = new ArrayList<>();
        for (IpRange block : blocks(institutions)) {
            if (block.isIpv4()) {
                hashAddresses(key, block);
            } else if (block.prefix() <= 48) {
                hashNetworks(key, block, 48, network48);
            } else if (block.prefix() <= 64) {
                hashNetworks(key, block, 64, network64);
                tried.add(block);
            } else {
                IpRange network = IpRange.ofPrefix(block.fromHigh(), block.fromLow(), 64);
                hashNetworks(key, network, 64, network64);
                tried.add(network);
                if (block.toLow() - block.fromLow() < ADDRESSES_MAX && block.toLow() - block.fromLow() >= 0) {
                    hashAddresses(key, block);
                    single.add(block);
                } else {
                    untried.add(block);
                }
            }
        }
        tried64 = IpRangeSet.of(tried);
        triedAddresses = IpRangeSet.of(single);
    }

    /**
     * Looks for addresses in the ranges of all days.
     *
     * @param hashes distinct address hashes; 0 for none
     * @param networks48 of each, the hash of its /48, or 0 for IPv4
     * @param networks64 of each, the hash of its /64, or 0 for IPv4
     * @throws InputException when the institutions have too many addresses for it
     */
    public static Reattribution of(
            IndexedInstitutions institutions, KeyedHash key, long[] hashes, long[] networks48, long[] networks64)
            throws InputException {
        BigInteger work = work(institutions);
        if (work.compareTo(BigInteger.valueOf(HASHES_MAX)) > 0) {
            throw new InputException(Problem.error(
                    "institutions",
                    0,
                    "ip_ranges",
                    "the ranges have " + work
                            + " addresses and networks in all; usage can be attributed anew for at most " + HASHES_MAX
                            + ": count the logs again instead, or take the largest ranges out"));
        }
        return new Reattribution(institutions, key, hashes, networks48, networks64);
    }

    /** How many hashes {@link #of} would have to make for these institutions. */
    static BigInteger work(IndexedInstitutions institutions) {
        BigInteger work = BigInteger.ZERO;
        for (IpRange block : blocks(institutions)) {
            if (block.isIpv4()) {
                work = work.add(block.size());
            } else if (block.overlaps(ALL_IPV4)) {
                work = work.add(ALL_IPV4.size());
            } else if (block.prefix() <= 64) {
                work = work.add(BigInteger.ONE.shiftLeft((block.prefix() <= 48 ? 48 : 64) - block.prefix()));
            } else {
                work = work.add(BigInteger.ONE.add(block.size().min(BigInteger.valueOf(ADDRESSES_MAX))));
            }
        }
        return work;
    }

    /** How many addresses were asked for. */
    public int size() {
        return hashes.length;
    }

    /** Whether {@link #customers} is certain for address {@code i} on that day. */
    public boolean isDecided(int i, int day) {
        if (networks64[i] == 0 || addressLow.has(hashes[i]) || !network64.has(networks64[i])) {
            return true;
        }
        IpRange network = IpRange.ofPrefix(network64.get(networks64[i]), 0, 64);
        return untried.stream().noneMatch(network::overlaps)
                || institutions.table(day).isUniform(network);
    }

    /**
     * The customers of address {@code i} on that day, in the form of {@link IndexedInstitutions#byAddress}.
     *
     * @throws IllegalStateException when it is not decided
     */
    public String customers(int i, int day) {
        if (!isDecided(i, day)) {
            throw new IllegalStateException(
                    "address " + i + " is in a network of which only a part is an institution's");
        }
        if (hashes[i] == 0) {
            return "";
        }
        if (addressLow.has(hashes[i])) {
            return institutions.byAddress(addressHigh.get(hashes[i]), addressLow.get(hashes[i]), day);
        }
        if (networks64[i] != 0 && network64.has(networks64[i])) {
            long high = network64.get(networks64[i]);
            return institutions.byAddress(high, untriedAddress(high), day);
        }
        if (networks48[i] != 0 && network48.has(networks48[i])) {
            return in48(network48.get(networks48[i]), day);
        }
        return "";
    }

    /** In the /64, the first address that was not tried alone: as this one, so all others that were not. */
    private long untriedAddress(long high) {
        long low = 0;
        while (triedAddresses.contains(high, low)) {
            low++;
        }
        return low;
    }

    private String in48(long high, int day) {
        for (int network = 0; network < NETWORKS_IN_48; network++) {
            if (!tried64.contains(high | network, 0)) {
                return institutions.byAddress(high | network, 0, day);
            }
        }
        return "";
    }

    private static List<IpRange> blocks(IndexedInstitutions institutions) {
        List<IpRange> blocks = new ArrayList<>();
        for (IpRange range : institutions.ranges().stream().distinct().toList()) {
            blocks.addAll(range.blocks());
        }
        return blocks.stream().distinct().toList();
    }

    private void hashAddresses(KeyedHash key, IpRange block) {
        long low = block.fromLow();
        while (true) {
            long hash = key.ofAddress(block.fromHigh(), low);
            addressLow.put(hash, low);
            addressHigh.put(hash, block.fromHigh());
            if (low == block.toLow()) {
                return;
            }
            low++;
        }
    }

    private static void hashNetworks(KeyedHash key, IpRange block, int bits, LongTable found) {
        long step = 1L << (64 - bits);
        long high = block.fromHigh();
        long last = block.toHigh() & -step;
        while (true) {
            found.put(key.ofNetwork(high, bits), high);
            if (high == last) {
                return;
            }
            high += step;
        }
    }
}
