package fr.comptoir.store.usage;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.fact.FactQuery;
import fr.comptoir.model.fact.FactQuery.Attribute;
import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.model.fact.FactRow;
import fr.comptoir.model.fact.FactRow.Described;
import fr.comptoir.model.fact.FactSource.Rows;
import fr.comptoir.store.query.CodeSql;
import fr.comptoir.store.query.CountedMonth;
import fr.comptoir.store.query.PackedAttributes;
import fr.comptoir.store.usage.Attributes.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The usage of titles in some months in the order of reports: by title, attributes and month. Rows that have the same attributes lie
 * together as they are kept, so nothing is compared: the groups are sorted, then each row is put behind those of its title.
 */
final class SortedTitles {
    /** A place among them is a part of what a row keeps. */
    static final int MONTHS_MAX = 1 << 9;

    private static final int METRICS = MetricType.values().length;

    private final List<CountedMonth> months;
    private final List<Group> groups;
    private final List<MetricType> metrics;
    private final int[] columns;
    private final Described[] described;

    /** By rank of a title, where its rows begin, and the end. */
    private final int[] begins;

    private final int[] ofGroup;
    private final int[] ofFigures;

    /**
     * The rows of one month that have the same attributes.
     *
     * @param attributes those that are shown
     * @param month its place among the months
     * @param number its place in the usage
     */
    private record Group(long attributes, int month, MonthUsage usage, int number) {}

    private SortedTitles(
            FactQuery query, List<CountedMonth> months, List<Group> groups, Described[] described, int[] begins) {
        this.months = months;
        this.groups = groups;
        this.described = described;
        this.begins = begins;
        metrics = SummedTitles.metrics(query);
        columns = metrics.stream()
                .mapToInt(metric -> DistinctCounts.column(metric, query.release()))
                .toArray();
        ofGroup = new int[begins[described.length]];
        ofFigures = new int[ofGroup.length];
    }

    /** Puts them in order; nothing where a title has no name in reports. */
    static Optional<SortedTitles> of(
            FactQuery query,
            List<CountedMonth> months,
            List<MonthUsage> usage,
            Passing passing,
            TitleNumbers.Reported reported) {
        List<Group> groups = groups(query, usage, passing);
        Described[] described = reported.names().described(query.release());
        int[] begins = new int[described.length + 1];
        for (Group group : groups) {
            for (int row = group.usage().begin(group.number());
                    row < group.usage().end(group.number());
                    row++) {
                int rank = reported.rank(group.usage().title(row));
                if (rank < 0) {
                    return Optional.empty();
                }
                begins[rank + 1]++;
            }
        }
        Arrays.parallelPrefix(begins, Integer::sum);
        SortedTitles sorted = new SortedTitles(query, months, groups, described, begins);
        sorted.place(reported);
        return Optional.of(sorted);
    }

    private static List<Group> groups(FactQuery query, List<MonthUsage> usage, Passing passing) {
        List<Group> groups = new ArrayList<>();
        for (int month = 0; month < usage.size(); month++) {
            MonthUsage of = usage.get(month);
            for (int number = 0; number < of.groups(); number++) {
                long attributes = of.attributes(number);
                if (Attributes.kind(attributes) == Kind.TITLE && passing.passes(attributes)) {
                    groups.add(new Group(shown(query, attributes), month, of, number));
                }
            }
        }
        groups.sort(Comparator.comparingLong(Group::attributes).thenComparingInt(Group::month));
        return groups;
    }

    private static long shown(FactQuery query, long attributes) {
        DataType type = CodeSql.named(Attributes.dataType(attributes), Subject.TITLE, query.release());
        AccessType access = Attributes.accessType(attributes, query.release());
        return PackedAttributes.of(
                shown(query, Attribute.DATA_TYPE, type),
                query.shown().contains(Attribute.YOP) ? Attributes.yop(attributes) : 0,
                shown(
                        query,
                        Attribute.ACCESS_TYPE,
                        access == null ? null : CodeSql.named(access, Subject.TITLE, query.release())),
                shown(query, Attribute.ACCESS_METHOD, Attributes.accessMethod(attributes)));
    }

    private static <T> @Nullable T shown(FactQuery query, Attribute attribute, @Nullable T value) {
        return query.shown().contains(attribute) ? value : null;
    }

    /** Groups come in their order, so that the rows of a title do. */
    private void place(TitleNumbers.Reported reported) {
        int[] next = begins.clone();
        for (int number = 0; number < groups.size(); number++) {
            Group group = groups.get(number);
            MonthUsage usage = group.usage();
            for (int row = usage.begin(group.number()); row < usage.end(group.number()); row++) {
                int at = next[reported.rank(usage.title(row))]++;
                ofGroup[at] = number;
                ofFigures[at] = usage.counts(row);
            }
        }
    }

    /** Gives them, those that are the same in what is shown as one, without those that say nothing. */
    void give(Rows rows) throws IOException {
        int[][] places = groups.stream()
                .map(group -> group.usage().figures().places(columns))
                .toArray(int[][]::new);
        for (int rank = 0; rank < described.length; rank++) {
            int end = begins[rank + 1];
            int at = begins[rank];
            while (at < end) {
                Group group = groups.get(ofGroup[at]);
                long[] counts = new long[METRICS];
                boolean any = false;
                do {
                    any |= add(at, places, counts);
                    at++;
                } while (at < end && isSame(group, groups.get(ofGroup[at])));
                if (any) {
                    rows.row(row(described[rank], group, counts));
                }
            }
        }
    }

    private static boolean isSame(Group one, Group other) {
        return one.attributes() == other.attributes() && one.month() == other.month();
    }

    private boolean add(int at, int[][] places, long[] counts) {
        Figures figures = groups.get(ofGroup[at]).usage().figures();
        int[] ofColumns = places[ofGroup[at]];
        boolean any = false;
        for (int i = 0; i < ofColumns.length; i++) {
            int figure = figures.at(ofFigures[at] + ofColumns[i]);
            counts[metrics.get(i).ordinal()] += figure;
            any |= figure != 0;
        }
        return any;
    }

    private FactRow row(Described subject, Group group, long[] counts) {
        AccessType accessType = PackedAttributes.accessType(group.attributes());
        AccessMethod accessMethod = PackedAttributes.accessMethod(group.attributes());
        return new FactRow(
                subject,
                null,
                PackedAttributes.dataType(group.attributes()),
                null,
                PackedAttributes.yop(group.attributes()),
                accessType,
                accessMethod,
                months.get(group.month()).month(),
                counts);
    }
}
