package fr.comptoir.model.net;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * All addresses from one to another, both included, as unsigned 128-bit numbers; IPv4 is IPv4-mapped (see {@link IpAddress}).
 *
 * @param fromHigh high word of the first address
 * @param fromLow low word of the first address
 * @param toHigh high word of the last address
 * @param toLow low word of the last address
 */
public record IpRange(long fromHigh, long fromLow, long toHigh, long toLow) implements Comparable<IpRange> {
    private static final List<IpRange> PRIVATE = List.of(
            block("0.0.0.0", 8),
            block("10.0.0.0", 8),
            block("100.64.0.0", 10),
            block("127.0.0.0", 8),
            block("169.254.0.0", 16),
            block("172.16.0.0", 12),
            block("192.168.0.0", 16),
            block("::", 127),
            block("fc00::", 7),
            block("fe80::", 10));

    public IpRange {
        if (IpAddress.compare(fromHigh, fromLow, toHigh, toLow) > 0) {
            throw new IllegalArgumentException("the range begins at " + IpAddress.format(fromHigh, fromLow)
                    + ", after its end " + IpAddress.format(toHigh, toLow));
        }
    }

    /**
     * Reads ranges in any of the forms that libraries send, IPv4 and IPv6: a single address; CIDR ({@code 192.0.2.0/24}; bits after the
     * prefix are ignored); an address and a netmask ({@code 10.0.0.0 255.255.0.0} or with {@code /}); from-to with or without blanks
     * ({@code 192.0.2.1 - 192.0.2.9}); and for IPv4 wildcards ({@code 134.174.*.*}, also at both ends of from-to) and ranges of octets
     * ({@code 10.0-3.1-254.*}, which gives several ranges). Several may stand in one text, between commas, semicolons or line ends, each with
     * a comment after {@code #}.
     *
     * @return at least one range
     * @throws IllegalArgumentException with what was wrong, in words for the person who wrote it
     */
    public static List<IpRange> parse(String text) {
        return IpRangeText.parse(text);
    }

    /** The block of all addresses that share the first {@code prefix} bits of 128. */
    public static IpRange ofPrefix(long high, long low, int prefix) {
        long highMask = prefix == 0 ? 0 : -1L << Math.max(0, 64 - prefix);
        long lowMask = prefix <= 64 ? 0 : -1L << (128 - prefix);
        return new IpRange(high & highMask, low & lowMask, high | ~highMask, low | ~lowMask);
    }

    public boolean contains(long high, long low) {
        return IpAddress.compare(fromHigh, fromLow, high, low) <= 0 && IpAddress.compare(high, low, toHigh, toLow) <= 0;
    }

    public boolean overlaps(IpRange other) {
        return contains(other.fromHigh, other.fromLow) || other.contains(fromHigh, fromLow);
    }

    /** Whether all addresses are IPv4. */
    public boolean isIpv4() {
        return IpAddress.isIpv4(fromHigh, fromLow) && IpAddress.isIpv4(toHigh, toLow);
    }

    public boolean isSingle() {
        return fromHigh == toHigh && fromLow == toLow;
    }

    /** How many addresses the range has, 1 to 2^128. */
    public BigInteger size() {
        return unsigned(toHigh, toLow).subtract(unsigned(fromHigh, fromLow)).add(BigInteger.ONE);
    }

    /** Order by number of addresses, the more specific first. */
    public int compareSize(IpRange other) {
        long borrow = Long.compareUnsigned(toLow, fromLow) < 0 ? 1 : 0;
        long otherBorrow = Long.compareUnsigned(other.toLow, other.fromLow) < 0 ? 1 : 0;
        return IpAddress.compare(
                toHigh - fromHigh - borrow,
                toLow - fromLow,
                other.toHigh - other.fromHigh - otherBorrow,
                other.toLow - other.fromLow);
    }

    /** Whether any address of it is never a client's on the open internet: private, shared, link-local, loopback or unspecified. */
    public boolean isPrivate() {
        return PRIVATE.stream().anyMatch(this::overlaps);
    }

    /** The fewest CIDR blocks that have exactly these addresses, ascending. */
    public List<IpRange> blocks() {
        List<IpRange> blocks = new ArrayList<>();
        long high = fromHigh;
        long low = fromLow;
        while (true) {
            int prefix = 128 - (low != 0 ? Long.numberOfTrailingZeros(low) : 64 + Long.numberOfTrailingZeros(high));
            IpRange block = ofPrefix(high, low, prefix);
            while (IpAddress.compare(block.toHigh, block.toLow, toHigh, toLow) > 0) {
                block = ofPrefix(high, low, ++prefix);
            }
            blocks.add(block);
            if (block.toHigh == toHigh && block.toLow == toLow) {
                return blocks;
            }
            low = block.toLow + 1;
            high = low == 0 ? block.toHigh + 1 : block.toHigh;
        }
    }

    /** The length of the prefix, of 128 bits, when the range is one CIDR block, else -1. */
    public int prefix() {
        long highDifference = fromHigh ^ toHigh;
        long lowDifference = fromLow ^ toLow;
        int prefix = highDifference != 0
                ? Long.numberOfLeadingZeros(highDifference)
                : 64 + Long.numberOfLeadingZeros(lowDifference);
        return ofPrefix(fromHigh, fromLow, prefix).equals(this) ? prefix : -1;
    }

    /** By first address, then the larger range first. */
    @Override
    public int compareTo(IpRange other) {
        int order = IpAddress.compare(fromHigh, fromLow, other.fromHigh, other.fromLow);
        return order != 0 ? order : IpAddress.compare(other.toHigh, other.toLow, toHigh, toLow);
    }

    /** Canonical text, which {@link #parse} reads: a single address, CIDR where it is one block, else {@code from-to}. */
    @Override
    public String toString() {
        String from = IpAddress.format(fromHigh, fromLow);
        if (isSingle()) {
            return from;
        }
        int prefix = prefix();
        if (prefix < 0) {
            return from + "-" + IpAddress.format(toHigh, toLow);
        }
        return from + "/" + (isIpv4() ? prefix - 96 : prefix);
    }

    private static BigInteger unsigned(long high, long low) {
        return new BigInteger(Long.toHexString(high), 16).shiftLeft(64).add(new BigInteger(Long.toHexString(low), 16));
    }

    private static IpRange block(String address, int prefix) {
        long[] out = new long[2];
        if (!IpAddress.parse(address, out)) {
            throw new IllegalArgumentException(address);
        }
        return ofPrefix(out[0], out[1], IpAddress.isIpv4(out[0], out[1]) ? 96 + prefix : prefix);
    }
}
