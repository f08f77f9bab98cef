package fr.comptoir.store.usage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The usage of a month as bytes, some four a row: rows lie by attributes and title, a title is told by its distance from the one before, and
 * combinations of figures are numbered by how often they occur. The sums of all groups are with them.
 */
final class PackedUsage {
    private static final long NUMBER = 0xFFFF_FFFFL;

    private PackedUsage() {}

    /** Packs usage; titles that are not in the catalogue by their ids. */
    static void write(PackedBytes.Writer bytes, MonthUsage usage, Split split, TitleNumbers titles) {
        bytes.number(usage.names().size());
        usage.names().forEach(bytes::text);
        int catalogued = catalogued(split, titles);
        int[] times = times(usage);
        int[] order = byFrequency(times);
        writeFigures(bytes, usage.figures(), order);
        int[] others = others(usage, catalogued);
        bytes.number(others.length);
        for (int other : others) {
            bytes.text(titles.otherId(other));
        }
        bytes.number(usage.groups()).number(usage.rows()).number(maxTitle(usage));
        int[] numbers = new int[times.length];
        for (int number = 0; number < order.length; number++) {
            numbers[order[number]] = number;
        }
        for (int group = 0; group < usage.groups(); group++) {
            bytes.number(usage.attributes(group));
            writeSums(bytes, usage, group);
            writeRows(bytes, rows(usage, group, numbers, catalogued, others));
        }
    }

    /** From which number on a title has another number in another process; no set has. */
    private static int catalogued(Split split, TitleNumbers titles) {
        return split == Split.SETS ? Integer.MAX_VALUE : titles.catalogued();
    }

    private static int maxTitle(MonthUsage usage) {
        return IntStream.range(0, usage.rows()).map(usage::title).max().orElse(0);
    }

    /** How often each combination occurs. */
    private static int[] times(MonthUsage usage) {
        int rows = usage.rows();
        int[] times = new int[IntStream.range(0, rows).map(usage::count).max().orElse(-1) + 1];
        for (int row = 0; row < rows; row++) {
            times[usage.count(row)]++;
        }
        return times;
    }

    /** Combinations that occur, the most frequent first. */
    private static int[] byFrequency(int[] times) {
        return IntStream.range(0, times.length)
                .filter(number -> times[number] > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer number) -> -times[number]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static void writeFigures(PackedBytes.Writer bytes, Figures figures, int[] order) {
        int width = figures.width();
        bytes.number(width);
        for (int column = 0; column < DistinctCounts.WIDTH; column++) {
            bytes.number(figures.place(column));
        }
        int max = 0;
        for (int number : order) {
            for (int place = number * width; place < (number + 1) * width; place++) {
                max = Math.max(max, figures.at(place));
            }
        }
        bytes.number(order.length).number(max);
        for (int number : order) {
            for (int place = number * width; place < (number + 1) * width; place++) {
                bytes.number(figures.at(place));
            }
        }
    }

    /** The numbers of titles that are not in the catalogue, sorted. */
    private static int[] others(MonthUsage usage, int catalogued) {
        return IntStream.range(0, usage.rows())
                .map(usage::title)
                .filter(title -> title >= catalogued)
                .sorted()
                .distinct()
                .toArray();
    }

    private static void writeSums(PackedBytes.Writer bytes, MonthUsage usage, int group) {
        long[] sums = new long[DistinctCounts.WIDTH];
        Figures figures = usage.figures();
        for (int row = usage.begin(group); row < usage.end(group); row++) {
            for (int column = 0; column < sums.length; column++) {
                sums[column] += figures.at(usage.counts(row) + figures.place(column));
            }
        }
        for (long sum : sums) {
            bytes.number(sum);
        }
    }

    /** A title and a number of figures each, sorted. */
    private static long[] rows(MonthUsage usage, int group, int[] numbers, int catalogued, int[] others) {
        return IntStream.range(usage.begin(group), usage.end(group))
                .mapToLong(row -> {
                    int title = usage.title(row);
                    int told = title < catalogued ? title : catalogued + Arrays.binarySearch(others, title);
                    return (long) told << Integer.SIZE | numbers[usage.count(row)];
                })
                .sorted()
                .toArray();
    }

    private static void writeRows(PackedBytes.Writer bytes, long[] rows) {
        bytes.number(rows.length);
        int before = 0;
        for (long row : rows) {
            int title = (int) (row >>> Integer.SIZE);
            bytes.number(title - before).number(row & NUMBER);
            before = title;
        }
    }

    /** Unpacks what {@link #write} packed with the same catalogue. */
    static MonthUsage read(PackedBytes.Reader bytes, Split split, TitleNumbers titles) {
        List<String> names = new ArrayList<>();
        for (int i = bytes.number(); i > 0; i--) {
            names.add(bytes.text());
        }
        int width = bytes.number();
        int[] places = new int[DistinctCounts.WIDTH];
        for (int column = 0; column < places.length; column++) {
            places[column] = bytes.number();
        }
        int combinations = bytes.number();
        SmallNumbers values = new SmallNumbers(combinations * width, bytes.number());
        for (int i = 0; i < combinations * width; i++) {
            values.put(i, bytes.number());
        }
        int[] others = new int[bytes.number()];
        for (int i = 0; i < others.length; i++) {
            others[i] = titles.other(bytes.text());
        }
        Figures figures = Figures.of(values, width, places);
        return readRows(bytes, figures, combinations, catalogued(split, titles), others, names);
    }

    private static MonthUsage readRows(
            PackedBytes.Reader bytes,
            Figures figures,
            int combinations,
            int catalogued,
            int[] others,
            List<String> names) {
        long[] attributes = new long[bytes.number()];
        int size = bytes.number();
        int[] begins = new int[attributes.length + 1];
        long[] sums = new long[attributes.length * DistinctCounts.WIDTH];
        SmallNumbers ofTitles = new SmallNumbers(
                size, Math.max(bytes.number(), Arrays.stream(others).max().orElse(0)));
        SmallNumbers ofCounts = new SmallNumbers(size, combinations);
        int row = 0;
        for (int group = 0; group < attributes.length; group++) {
            attributes[group] = bytes.longNumber();
            for (int column = 0; column < DistinctCounts.WIDTH; column++) {
                sums[group * DistinctCounts.WIDTH + column] = bytes.longNumber();
            }
            int end = row + bytes.number();
            for (int title = 0; row < end; row++) {
                title += bytes.number();
                ofTitles.put(row, title < catalogued ? title : others[title - catalogued]);
                ofCounts.put(row, bytes.number());
            }
            begins[group + 1] = end;
        }
        return new MonthUsage(
                attributes,
                begins,
                ofTitles,
                ofCounts,
                figures,
                sums,
                List.copyOf(names),
                isAscending(others),
                figures.bytes());
    }

    /** Others may have been met in another order in this process. */
    private static boolean isAscending(int[] others) {
        return IntStream.range(1, others.length).allMatch(i -> others[i - 1] < others[i]);
    }
}
