package fr.comptoir.server.web;

import fr.comptoir.customers.base.Days;
import fr.comptoir.customers.customer.AddressRange;
import fr.comptoir.customers.customer.Dated;
import fr.comptoir.model.net.IpRange;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Ranges of addresses as a library writes them in an e-mail, read line by line. After {@code #} stands the label of the line (else it is what
 * {@link SpokenRange} finds beside a range), after {@code |} its note, with {@code \|}, {@code \n} and {@code \\} for a bar, an end of line and a backslash; {@code @2024-01-01..} after a
 * range says the days.
 *
 * @param ranges in the order of the text, none twice
 * @param unread pieces of the text that are no address
 * @param isCut whether the text has more lines or ranges than {@link #LINES_MAX}, of which the rest was not read
 */
public record PastedRanges(List<Row> ranges, List<Unread> unread, boolean isCut) {
    /** Lines, and ranges: where a text has more, nothing of it may be kept. */
    public static final int LINES_MAX = Dated.ENTRIES_MAX;

    private static final BigInteger EIGHT = BigInteger.ONE.shiftLeft(24);
    private static final BigInteger IPV6_32 = BigInteger.ONE.shiftLeft(96);
    private static final Pattern PIECES = Pattern.compile("[,;]+");
    private static final Pattern MARK = Pattern.compile("^[\\s>*\\u2022\\u00b7-]+(?=[0-9A-Fa-f:])");

    /** What a person should look at again. */
    public enum Flag {
        /** Addresses that are nobody's on the internet. */
        PRIVATE,
        /** An IPv4 /8 or more, an IPv6 /32 or more. */
        LARGE,
        /** Overlaps another range of the same text on the same days. */
        INSIDE,
        /** Written otherwise than it is kept. */
        REWRITTEN
    }

    /**
     * One range.
     *
     * @param line number of the line, from 1
     * @param written as it was
     */
    public record Row(int line, String written, AddressRange range, Set<Flag> flags) {}

    /** A piece that is no address. */
    public record Unread(int line, String text) {}

    /** Reads any text, {@link RangesJson} included. */
    public static PastedRanges read(String written) {
        Reading reading = new Reading();
        List<String> lines =
                RangesJson.asText(written).lines().limit(LINES_MAX + 1L).toList();
        for (int i = 0; i < lines.size() && !reading.isFull(); i++) {
            reading.line(i + 1, lines.get(i));
        }
        boolean cut = lines.size() > LINES_MAX || reading.isFull();
        return new PastedRanges(withInside(reading.rows), List.copyOf(reading.unread), cut);
    }

    /** A text that is being read. A few characters can mean thousands of ranges, so that these are counted, not the lines alone. */
    private static final class Reading {
        private final List<Row> rows = new ArrayList<>();
        private final List<Unread> unread = new ArrayList<>();
        private final Set<AddressRange> known = new HashSet<>();
        private int seen;

        boolean isFull() {
            return seen > LINES_MAX;
        }

        void line(int number, String line) {
            int comment = line.indexOf('#');
            String addresses = MARK.matcher(comment < 0 ? line : line.substring(0, comment))
                    .replaceFirst("");
            String[] words = RangeWords.read(comment < 0 ? "" : line.substring(comment + 1));
            for (String piece : PIECES.split(addresses, -1)) {
                String text = piece.strip();
                if (!text.isEmpty() && !isFull()) {
                    words[0] = piece(number, text, words[0], words[1]);
                }
            }
        }

        /** Gives the label of the pieces that follow in the line. */
        private String piece(int number, String text, String label, String note) {
            if (take(number, text, text, label, note)) {
                return label;
            }
            Optional<SpokenRange> spoken = SpokenRange.of(text);
            String whose = label.isEmpty() ? spoken.map(SpokenRange::before).orElse("") : label;
            boolean taken = spoken.filter(
                            one -> take(number, text, one.range(), whose.isEmpty() ? one.after() : whose, note))
                    .isPresent();
            if (!taken) {
                unread.add(new Unread(number, text));
                seen++;
            }
            return taken ? whose : label;
        }

        /** Whether this is a range, or several. */
        private boolean take(int number, String written, String text, String label, String note) {
            try {
                Days.Value dated = Days.Value.parse(text);
                for (IpRange range : IpRange.parse(dated.value())) {
                    AddressRange entry = new AddressRange(range, dated.days(), label, note);
                    if (known.add(entry)) {
                        rows.add(new Row(number, written, entry, flags(entry, written)));
                    }
                    if (++seen > LINES_MAX) {
                        break;
                    }
                }
                return true;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }

    private static Set<Flag> flags(AddressRange entry, String written) {
        IpRange range = entry.range();
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (range.isPrivate()) {
            flags.add(Flag.PRIVATE);
        }
        if (range.size().compareTo(range.isIpv4() ? EIGHT : IPV6_32) >= 0) {
            flags.add(Flag.LARGE);
        }
        if (!entry.days().of(range.toString()).equals(written)) {
            flags.add(Flag.REWRITTEN);
        }
        return flags;
    }

    /** Flags what overlaps a range that begins before it, or with it and is larger. */
    private static List<Row> withInside(List<Row> rows) {
        List<Row> sorted = rows.stream()
                .sorted((one, other) ->
                        one.range().range().compareTo(other.range().range()))
                .toList();
        List<Row> open = new ArrayList<>();
        for (Row row : sorted) {
            open.removeIf(before -> !before.range().range().overlaps(row.range().range()));
            if (open.stream()
                    .anyMatch(
                            before -> before.range().days().overlaps(row.range().days()))) {
                row.flags().add(Flag.INSIDE);
            }
            open.add(row);
        }
        return List.copyOf(rows);
    }

    /** What a person should look at before the rest. */
    public List<Row> flaggedFirst() {
        return ranges.stream()
                .sorted(Comparator.comparing(row -> row.flags().stream().allMatch(flag -> flag == Flag.REWRITTEN)))
                .toList();
    }

    /** The ranges as they are kept. */
    public List<AddressRange> entries() {
        return ranges.stream().map(Row::range).toList();
    }

    /** Those of a list whose addresses are on their days not in another list; labels and notes do not matter. */
    public static List<AddressRange> missing(List<AddressRange> from, List<AddressRange> in) {
        Set<AddressRange> there = new HashSet<>();
        in.forEach(range -> there.add(bare(range)));
        return from.stream().filter(range -> !there.contains(bare(range))).toList();
    }

    private static AddressRange bare(AddressRange range) {
        return new AddressRange(range.range(), range.days());
    }

    /** How many IPv4 addresses; a range inside another counts again. */
    public BigInteger size() {
        return ranges.stream()
                .map(row -> row.range().range())
                .filter(IpRange::isIpv4)
                .map(IpRange::size)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** One line for each range, as {@link #read} reads it. */
    public static String text(List<AddressRange> ranges) {
        StringBuilder out = new StringBuilder();
        ranges.forEach(range -> out.append(line(range)).append('\n'));
        return out.toString();
    }

    private static String line(AddressRange range) {
        String words = RangeWords.write(range);
        return range.days().of(range.range().toString()) + (words.isEmpty() ? "" : "  # " + words);
    }
}
