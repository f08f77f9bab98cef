package fr.comptoir.store.usage;

import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.Names;
import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.store.usage.Attributes.Kind;
import java.io.IOException;
import java.util.List;

/**
 * Takes what is added to the figures of a month, part after part, and packs it by set of customers, attributes, title and hour. What belongs
 * to a set may be in several parts. Not thread-safe.
 */
public final class HourRows {
    private static final int METRICS = MetricType.values().length;
    private static final int[] COLUMNS = columns();

    private final HourFile.Blocks blocks;
    private final Catalogue catalogue;
    private final CatalogueNumbers numbers;
    private final Names ways = new Names();
    private final LongNumbers attributes = new LongNumbers();
    private final DistinctCounts counts = new DistinctCounts();
    private final HourCells cells = new HourCells();
    private final PackedBytes.Writer block = new PackedBytes.Writer();
    private Names customers = new Names();
    private int[] wayOfPart = {};

    HourRows(HourFile.Blocks blocks, Catalogue catalogue, CatalogueNumbers numbers) {
        this.blocks = blocks;
        this.catalogue = catalogue;
        this.numbers = numbers;
    }

    private static int[] columns() {
        int[] columns = new int[Release.values().length * METRICS];
        for (Release release : Release.values()) {
            for (MetricType metric : MetricType.values()) {
                columns[release.ordinal() * METRICS + metric.ordinal()] = DistinctCounts.column(metric, release);
            }
        }
        return columns;
    }

    private static int column(MetricType metric, Release release) {
        return COLUMNS[release.ordinal() * METRICS + metric.ordinal()];
    }

    /** Begins a part, in which numbers of sets of customers and of ways of arrival mean these. */
    public void begin(Names setsOfCustomers, Names waysOfArrival) {
        customers = setsOfCustomers;
        wayOfPart = new int[waysOfArrival.size()];
        for (int way = 0; way < wayOfPart.length; way++) {
            wayOfPart[way] = ways.number(waysOfArrival.text(way));
        }
    }

    /**
     * Who used something, when, and how they came to it.
     *
     * @param set number of the set of customers
     * @param hour of the month, from 0
     * @param way number of the way of arrival
     * @param route ordinal of the {@link AccessRoute}
     */
    public record Use(int set, int hour, int way, byte route) {}

    /**
     * Adds 1 to a figure of an item; what is a database is left out, as it is in Platform and Item Reports. Where both releases have the same
     * figure, that of Release 5.1 is taken.
     *
     * @param type ordinal of the {@link AccessType} of Release 5.1
     * @param typeR5 that of Release 5
     * @param method ordinal of the Access_Method
     */
    public void item(Use use, Release release, MetricType metric, int item, byte type, byte typeR5, byte method) {
        boolean heard = release == Release.R5 && column(metric, Release.R5) == column(metric, Release.R5_1);
        if (!heard && !catalogue.dataType(item).isDatabase()) {
            int title = catalogue.title(item);
            int shown = title == Catalogue.NONE ? item : title;
            add(use, release, metric, shown, item, catalogue.yop(item), type, typeR5, method);
        }
    }

    /** Adds 1 to the unique titles of a title; the rest is as in {@link #item}. */
    public void title(
            Use use, Release release, MetricType metric, int title, int yop, byte type, byte typeR5, byte method) {
        add(use, release, metric, title, title, yop, type, typeR5, method);
    }

    private void add(
            Use use,
            Release release,
            MetricType metric,
            int shown,
            int opened,
            int yop,
            byte type,
            byte typeR5,
            byte method) {
        boolean closed = type == AccessType.CONTROLLED.ordinal() && typeR5 == AccessType.CONTROLLED.ordinal();
        long said = Attributes.of(
                catalogue.dataType(shown),
                type + 1,
                typeR5 + 1,
                method,
                Kind.TITLE,
                yop,
                closed ? 0 : numbers.status(opened), // a status says something of open usage only
                use.route(),
                wayOfPart[use.way()]);
        cells.add(use.set(), use.hour(), attributes.number(said), numbers.title(shown), column(metric, release));
    }

    /** Adds 1 to the searches of a database, or of the platform (NONE), of both releases. */
    public void search(Use use, MetricType metric, int database, byte method) {
        DataType type = database == Catalogue.NONE ? DataType.PLATFORM : catalogue.dataType(database);
        long said = Attributes.of(type, 0, 0, method, Kind.SEARCH, 0, 0, use.route(), wayOfPart[use.way()]);
        cells.add(use.set(), use.hour(), attributes.number(said), 0, column(metric, Release.R5_1));
    }

    /** Ends a part: packs what it added. */
    public void end() throws IOException {
        int[] sorted = cells.sorted();
        int from = 0;
        while (from < sorted.length) {
            int set = cells.set(sorted[from]);
            int to = from;
            while (to < sorted.length && cells.set(sorted[to]) == set) {
                to++;
            }
            pack(sorted, from, to);
            blocks.take(customers.text(set), block);
            from = to;
        }
        cells.clear();
    }

    private void pack(int[] sorted, int from, int to) {
        block.clear();
        int group = 0;
        int begin = from;
        while (begin < to) {
            int here = cells.group(sorted[begin]);
            int end = begin;
            while (end < to && cells.group(sorted[end]) == here) {
                end++;
            }
            block.number(here - group).number(end - begin);
            pack(sorted, begin, end, 0);
            group = here;
            begin = end;
        }
    }

    private void pack(int[] sorted, int from, int to, int firstTitle) {
        int title = firstTitle;
        for (int i = from; i < to; i++) {
            int cell = sorted[i];
            block.number(cells.title(cell) - title)
                    .number(cells.hour(cell))
                    .number(counts.number(cells.counts(), cell * DistinctCounts.WIDTH));
            title = cells.title(cell);
        }
    }

    /** What is the same for all parts. */
    HourFile.End common() {
        long[] said = new long[attributes.size()];
        for (int i = 0; i < said.length; i++) {
            said[i] = attributes.value(i);
        }
        return new HourFile.End(ways.texts(), said, counts.values(), List.of(), new int[0]);
    }
}
