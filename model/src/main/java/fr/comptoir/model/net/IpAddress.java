package fr.comptoir.model.net;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An internet address is a value of 128 bits in two longs, {@code high} and {@code low}, compared unsigned. IPv4 is the IPv4-mapped IPv6
 * address ({@code ::ffff:a.b.c.d}), so that both writings of one address are equal. No name is ever resolved here.
 */
public final class IpAddress {
    private static final long MAPPED = 0xffff_0000_0000L;
    private static final int GROUPS = 8;

    private IpAddress() {}

    /**
     * Reads a textual address without making an object: dotted IPv4 of four decimal octets without leading zeros, or IPv6 (RFC 4291,
     * section 2.2, with an IPv4 tail too). Brackets, ports, zone ids and blanks are not part of an address.
     *
     * @param out gets high and low; its content is undefined when the answer is false
     * @return whether the whole of {@code text[from, to)} is an address
     */
    public static boolean parse(byte[] text, int from, int to, long[] out) {
        if (to - from < 2 || to - from > 45) {
            return false;
        }
        int first = to - from > 4 ? from + 5 : to;
        for (int i = from; i < first; i++) {
            if (text[i] == ':') {
                return parseIpv6(text, from, to, out);
            }
        }
        long ipv4 = ipv4(text, from, to);
        out[0] = 0;
        out[1] = MAPPED | ipv4;
        return ipv4 >= 0;
    }

    /** As {@link #parse(byte[], int, int, long[])}, for text. */
    public static boolean parse(String text, long[] out) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return parse(bytes, 0, bytes.length, out);
    }

    /**
     * Reads one hop of a chain of proxies: as {@link #parse(byte[], int, int, long[])}, and also {@code [v6]}, {@code [v6]:port} and
     * {@code v4:port}.
     */
    public static boolean parseHop(byte[] text, int from, int to, long[] out) {
        if (from < to && text[from] == '[') {
            int close = from + 1;
            while (close < to && text[close] != ']') {
                close++;
            }
            return close < to
                    && (close + 1 == to || isPort(text, close + 1, to))
                    && parse(text, from + 1, close, out)
                    && hasColon(text, from + 1, close);
        }
        if (parse(text, from, to, out)) {
            return true;
        }
        int colon = to;
        for (int i = from; i < to; i++) {
            if (text[i] == ':') {
                if (colon < to) {
                    return false;
                }
                colon = i;
            }
        }
        return isPort(text, colon, to) && parse(text, from, colon, out);
    }

    /**
     * An IPv6 address as addresses of pages have it, in brackets and perhaps with a port (RFC 3986, section 3.2.2): in brackets, in
     * canonical text and without the port. Empty for anything else.
     */
    public static Optional<String> host(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long[] address = new long[2];
        if (!text.startsWith("[") || !parseHop(bytes, 0, bytes.length, address)) {
            return Optional.empty();
        }
        String mapped = isIpv4(address[0], address[1]) ? "::ffff:" : "";
        return Optional.of("[" + mapped + format(address[0], address[1]) + "]");
    }

    /** Whether the address is an IPv4 address, in whichever form it was written. */
    public static boolean isIpv4(long high, long low) {
        return high == 0 && low >>> 32 == 0xffff;
    }

    /** The low word of an IPv4 address given as an unsigned 32-bit number; the high word is 0. */
    public static long lowOfIpv4(long address) {
        return MAPPED | (address & 0xffff_ffffL);
    }

    /** Order of two addresses as unsigned 128-bit numbers. */
    public static int compare(long high, long low, long otherHigh, long otherLow) {
        int order = Long.compareUnsigned(high, otherHigh);
        return order != 0 ? order : Long.compareUnsigned(low, otherLow);
    }

    /** Canonical text: dotted for IPv4, else RFC 5952. */
    public static String format(long high, long low) {
        StringBuilder text = new StringBuilder(39);
        if (isIpv4(high, low)) {
            for (int shift = 24; shift >= 0; shift -= 8) {
                text.append(low >>> shift & 0xff).append(shift > 0 ? "." : "");
            }
            return text.toString();
        }
        int zerosFrom = -1;
        int zerosCount = 1;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && group(high, low, end) == 0) {
                end++;
            }
            if (end - i > zerosCount) {
                zerosFrom = i;
                zerosCount = end - i;
            }
        }
        for (int i = 0; i < GROUPS; i++) {
            if (i == zerosFrom) {
                text.append("::");
                i += zerosCount - 1;
                continue;
            }
            if (i > 0 && text.charAt(text.length() - 1) != ':') {
                text.append(':');
            }
            text.append(Long.toHexString(group(high, low, i)));
        }
        return text.toString();
    }

    private static long group(long high, long low, int i) {
        return (i < 4 ? high >>> (48 - 16 * i) : low >>> (112 - 16 * i)) & 0xffff;
    }

    /** The 32 bits of a dotted address, or -1. */
    static long ipv4(byte[] text, int from, int to) {
        long value = 0;
        int octets = 0;
        int at = from;
        while (octets < 4) {
            int octet = 0;
            int start = at;
            while (at < to && at < start + 3 && text[at] >= '0' && text[at] <= '9') {
                octet = octet * 10 + text[at++] - '0';
            }
            if (at == start || octet > 255 || (at - start > 1 && text[start] == '0')) {
                return -1;
            }
            value = value << 8 | octet;
            octets++;
            if (octets < 4 && (at >= to || text[at++] != '.')) {
                return -1;
            }
        }
        return at == to ? value : -1;
    }

    private static boolean parseIpv6(byte[] text, int from, int to, long[] out) {
        long high = 0;
        long low = 0;
        long tailHigh = 0;
        long tailLow = 0;
        int groups = 0;
        int tailGroups = -1;
        int at = from;
        if (text[at] == ':') {
            if (text[at + 1] != ':') {
                return false;
            }
            tailGroups = 0;
            at += 2;
        }
        while (at < to) {
            int end = at;
            int value = 0;
            while (end < to && end < at + 4 && hex(text[end]) >= 0) {
                value = value << 4 | hex(text[end++]);
            }
            if (end == at) {
                return false;
            }
            int width = 1;
            long bits = value;
            if (end < to && text[end] != ':') {
                bits = ipv4(text, at, to);
                width = 2;
                end = to;
                if (bits < 0) {
                    return false;
                }
            }
            if (groups + width + Math.max(tailGroups, 0) > GROUPS) {
                return false;
            }
            int shift = 16 * width;
            if (tailGroups < 0) {
                high = high << shift | low >>> (64 - shift);
                low = low << shift | bits;
                groups += width;
            } else {
                tailHigh = tailHigh << shift | tailLow >>> (64 - shift);
                tailLow = tailLow << shift | bits;
                tailGroups += width;
            }
            at = end;
            if (at < to) {
                at++;
                if (at == to) {
                    return false;
                }
                if (text[at] == ':') {
                    if (tailGroups >= 0) {
                        return false;
                    }
                    tailGroups = 0;
                    at++;
                }
            }
        }
        if (tailGroups < 0 ? groups != GROUPS : groups + tailGroups >= GROUPS) {
            return false;
        }
        int left = 16 * (GROUPS - groups);
        if (left >= 128) {
            high = 0;
            low = 0;
        } else if (left >= 64) {
            high = low << (left - 64);
            low = 0;
        } else if (left > 0) {
            high = high << left | low >>> (64 - left);
            low <<= left;
        }
        out[0] = high | tailHigh;
        out[1] = low | tailLow;
        return true;
    }

    private static int hex(byte character) {
        if (character >= '0' && character <= '9') {
            return character - '0';
        }
        int lower = character | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }

    private static boolean isPort(byte[] text, int from, int to) {
        if (to - from < 2 || to - from > 6 || text[from] != ':') {
            return false;
        }
        int port = 0;
        for (int i = from + 1; i < to; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return false;
            }
            port = port * 10 + text[i] - '0';
        }
        return port <= 0xffff;
    }

    private static boolean hasColon(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == ':') {
                return true;
            }
        }
        return false;
    }
}
