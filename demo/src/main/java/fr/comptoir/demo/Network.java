package fr.comptoir.demo;

import java.time.LocalDate;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A range of addresses that readers come from.
 *
 * @param prefix what all of them begin with: {@code 192.0.2.}, or {@code 2001:db8:1::} for IPv6
 * @param first the first host number
 * @param last the last, at most 255 for IPv4
 * @param from the first day on which it is used
 * @param to the last day
 */
record Network(String prefix, int first, int last, LocalDate from, LocalDate to) {

    static Network always(String prefix, int first, int last) {
        return new Network(prefix, first, last, LocalDate.MIN, LocalDate.MAX);
    }

    boolean isUsedOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** A third of the readers come through the first address after the network's own: it is the proxy. */
    String address(SplittableRandom random) {
        int host = random.nextInt(3) == 0 ? first + 1 : random.nextInt(first + 1, last + 1);
        return prefix + (prefix.indexOf(':') < 0 ? Integer.toString(host) : Integer.toHexString(host));
    }

    /** The range as the institution's table has it. */
    String written() {
        String dates = (from.equals(LocalDate.MIN) ? "" : from.toString()) + ".."
                + (to.equals(LocalDate.MAX) ? "" : to.toString());
        return range() + ("..".equals(dates) ? "" : "@" + dates);
    }

    private String range() {
        if (prefix.indexOf(':') >= 0) {
            return prefix + "/48";
        }
        int size = last - first + 1;
        boolean isBlock = Integer.bitCount(size) == 1 && first % size == 0;
        return isBlock
                ? String.format(Locale.ROOT, "%s%d/%d", prefix, first, 32 - Integer.numberOfTrailingZeros(size))
                : prefix + first + "-" + prefix + last;
    }
}
