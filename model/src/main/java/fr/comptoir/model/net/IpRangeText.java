package fr.comptoir.model.net;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads ranges as people write them; {@link IpRange#parse} says in which forms. */
final class IpRangeText {
    /** Octet ranges that would give more ranges than this are refused. */
    private static final int RANGES_MAX = 65_536;

    private static final Pattern PIECES = Pattern.compile("[,;\\r\\n]+");
    private static final Pattern COMMENT = Pattern.compile("#.*$", Pattern.MULTILINE);
    private static final Pattern DASHES = Pattern.compile("\\s*[-\\u2010-\\u2015\\u2212]\\s*");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern PREFIX = Pattern.compile("0|[1-9][0-9]{0,2}");

    private IpRangeText() {}

    static List<IpRange> parse(String text) {
        List<IpRange> ranges = new ArrayList<>();
        for (String piece : PIECES.split(COMMENT.matcher(text).replaceAll(""), -1)) {
            String range = BLANKS.matcher(piece).replaceAll(" ").strip();
            if (!range.isEmpty()) {
                ranges.addAll(parseOne(range));
            }
        }
        if (ranges.isEmpty()) {
            throw new IllegalArgumentException("no address: a range such as 192.0.2.0/24 was expected");
        }
        return List.copyOf(ranges);
    }

    private static List<IpRange> parseOne(String written) {
        String text = DASHES.matcher(written).replaceAll("-");
        int slash = text.indexOf('/');
        if (slash >= 0) {
            return List.of(masked(
                    text.substring(0, slash).strip(), text.substring(slash + 1).strip(), written));
        }
        int blank = text.indexOf(' ');
        if (blank >= 0) {
            return List.of(masked(text.substring(0, blank), text.substring(blank + 1), written));
        }
        int dash = text.indexOf('-');
        if (dash >= 0
                && dash == text.lastIndexOf('-')
                && isWhole(text.substring(0, dash))
                && isWhole(text.substring(dash + 1))) {
            return List.of(fromTo(text.substring(0, dash), text.substring(dash + 1), written));
        }
        if (text.indexOf(':') < 0 && (dash >= 0 || text.indexOf('*') >= 0)) {
            return octets(text);
        }
        long[] address = address(text, written);
        return List.of(new IpRange(address[0], address[1], address[0], address[1]));
    }

    private static IpRange masked(String base, String mask, String written) {
        long[] address = address(base, written);
        boolean ipv4 = IpAddress.isIpv4(address[0], address[1]) && base.indexOf(':') < 0;
        int prefix;
        if (ipv4 && mask.indexOf('.') >= 0) {
            prefix = 96 + prefixOfNetmask(mask, written);
        } else {
            int bits = ipv4 ? 32 : 128;
            if (!PREFIX.matcher(mask).matches() || Integer.parseInt(mask) > bits) {
                throw new IllegalArgumentException("'" + written + "': after the address a prefix length from 0 to "
                        + bits + (ipv4 ? " or a netmask" : "") + " was expected, not '" + mask + "'");
            }
            prefix = 128 - bits + Integer.parseInt(mask);
        }
        return IpRange.ofPrefix(address[0], address[1], prefix);
    }

    private static int prefixOfNetmask(String mask, String written) {
        long bits = address(mask, written)[1] & 0xffff_ffffL;
        long hosts = ~bits & 0xffff_ffffL;
        if ((hosts & (hosts + 1)) != 0) {
            throw new IllegalArgumentException("'" + written + "': " + mask + " is no netmask such as 255.255.0.0");
        }
        return 32 - Long.bitCount(hosts);
    }

    /** Whether this is a whole address, or an IPv4 address with wildcards, rather than a part of octet ranges. */
    private static boolean isWhole(String text) {
        return text.indexOf(':') >= 0
                || text.chars().filter(character -> character == '.').count() == 3;
    }

    private static IpRange fromTo(String from, String to, String written) {
        long[] first = address(from.replace("*", "0"), written);
        long[] last = address(to.replace("*", "255"), written);
        if (IpAddress.isIpv4(first[0], first[1]) != IpAddress.isIpv4(last[0], last[1])) {
            throw new IllegalArgumentException("'" + written + "': one end is IPv4, the other IPv6");
        }
        if (IpAddress.compare(first[0], first[1], last[0], last[1]) > 0) {
            throw new IllegalArgumentException("'" + written + "' is reversed: it ends before it begins");
        }
        return new IpRange(first[0], first[1], last[0], last[1]);
    }

    private static List<IpRange> octets(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException(
                    "'" + text + "': four parts between dots were expected, such as 192.0.2.* or 10.0-3.1-254.*");
        }
        int[] low = new int[4];
        int[] high = new int[4];
        for (int i = 0; i < 4; i++) {
            int dash = parts[i].indexOf('-');
            boolean all = parts[i].equals("*");
            low[i] = all ? 0 : octet(dash < 0 ? parts[i] : parts[i].substring(0, dash), text);
            high[i] = all ? 255 : dash < 0 ? low[i] : octet(parts[i].substring(dash + 1), text);
            if (low[i] > high[i]) {
                throw new IllegalArgumentException("'" + text + "': the part " + parts[i] + " is reversed");
            }
        }
        int varying = 3;
        while (varying > 0 && low[varying] == 0 && high[varying] == 255) {
            varying--;
        }
        long count = 1;
        for (int i = 0; i < varying; i++) {
            count *= high[i] - low[i] + 1;
        }
        if (count > RANGES_MAX) {
            throw new IllegalArgumentException("'" + text + "' would be " + count + " separate ranges");
        }
        List<IpRange> ranges = new ArrayList<>();
        int[] at = low.clone();
        while (true) {
            ranges.add(octetRange(at, varying, high));
            int i = varying - 1;
            while (i >= 0 && at[i] == high[i]) {
                at[i] = low[i];
                i--;
            }
            if (i < 0) {
                return ranges;
            }
            at[i]++;
        }
    }

    private static IpRange octetRange(int[] first, int varying, int[] high) {
        long from = 0;
        long to = 0;
        for (int i = 0; i < 4; i++) {
            from = from << 8 | first[i];
            to = to << 8 | (i < varying ? first[i] : high[i]);
        }
        return new IpRange(0, IpAddress.lowOfIpv4(from), 0, IpAddress.lowOfIpv4(to));
    }

    private static int octet(String text, String written) {
        if (!OCTET.matcher(text).matches() || Integer.parseInt(text) > 255) {
            throw new IllegalArgumentException(
                    "'" + written + "': '" + text + "' is no number from 0 to 255 without leading zeros");
        }
        return Integer.parseInt(text);
    }

    private static long[] address(String text, String written) {
        long[] out = new long[2];
        if (!IpAddress.parse(text, out)) {
            throw new IllegalArgumentException((text.equals(written) ? "'" : "'" + written + "': '") + text
                    + "' is no IPv4 or IPv6 address" + (text.equals(written) ? " and no range of them" : ""));
        }
        return out;
    }
}
