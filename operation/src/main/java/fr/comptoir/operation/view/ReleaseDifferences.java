package fr.comptoir.operation.view;

import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.code.SectionType;
import fr.comptoir.store.usage.UsageRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the two releases count and call otherwise of one title, out of all its usage.
 *
 * @param figures that are not the same, each with what makes them so; one with two causes is there twice
 * @param names that are not the same
 */
public record ReleaseDifferences(List<Difference> figures, List<Naming> names) {
    /** Why a figure of Release 5 is not that of Release 5.1. */
    public enum Reason {
        /** A whole book is one item in Release 5 and one for each of its segments in Release 5.1 (CoP 5.1, section 7.3). */
        WHOLE_BOOK,
        /** So it stands under its own YOP and Access_Type in Release 5, in Release 5.1 once under each pair that its segments have (section 7.4). */
        PARTS_OF_BOOK,
        /** Sessions in which content of several Access_Types was used are cut by the types of each release (section 3.3). */
        ACCESS_TYPES,
        /** A view shows one Access_Type alone, and a use may have another one in the other release (section 3.3.5). */
        OF_ACCESS_TYPE
    }

    /** A figure that differs. */
    public record Difference(MetricType metric, long r5, long r51, Reason reason) {}

    /** An attribute that differs in its values or is in Release 5 alone. */
    public enum Attribute {
        /** Release 5.1 has more of them (section 3.3.2). */
        DATA_TYPE,
        /** OA_Gold and Other_Free_To_Read in Release 5, Open and Free_To_Read in Release 5.1 (section 3.3.5). */
        ACCESS_TYPE,
        /** The unit that was delivered: in Title Reports of Release 5 alone (CoP 5.0.3, section 3.3.3). */
        SECTION_TYPE
    }

    /** Values of an attribute in each release, as the Code writes them; none where it is not in that release. */
    public record Naming(Attribute attribute, List<String> r5, List<String> r51) {}

    public ReleaseDifferences {
        figures = List.copyOf(figures);
        names = List.copyOf(names);
    }

    /**
     * Compares.
     *
     * @param dataType of the title; empty when it was not used
     * @param usage all of it, by release
     * @param metrics those that may differ
     */
    static ReleaseDifferences of(
            Optional<DataType> dataType, Map<Release, List<UsageRow>> usage, Collection<MetricType> metrics) {
        Map<MetricType, long[]> sums = new EnumMap<>(MetricType.class);
        for (MetricType metric : metrics) {
            sums.put(metric, new long[] {sum(usage, Release.R5, metric), sum(usage, Release.R5_1, metric)});
        }
        boolean book = dataType.filter(DataType::isWholeBook).isPresent();
        boolean cut = types(usage, Release.R5).size() > 1
                || types(usage, Release.R5_1).size() > 1;
        List<Difference> figures = new ArrayList<>();
        sums.forEach((metric, sum) -> {
            if (sum[0] != sum[1]) {
                for (Reason reason : reasons(metric, book && (!cut || differs(sums, total(metric))), cut)) {
                    figures.add(new Difference(metric, sum[0], sum[1], reason));
                }
            }
        });
        return new ReleaseDifferences(
                figures, dataType.map(type -> names(type, usage)).orElse(List.of()));
    }

    /** A total has but one; of what counts once a session both may be at work, and the figures do not tell how much is whose. */
    private static Set<Reason> reasons(MetricType metric, boolean byParts, boolean cut) {
        if (metric.code().startsWith("Total_")) {
            return EnumSet.of(Reason.WHOLE_BOOK);
        }
        EnumSet<Reason> reasons = EnumSet.noneOf(Reason.class);
        if (byParts) {
            reasons.add(metric.code().startsWith("Unique_Title") ? Reason.PARTS_OF_BOOK : Reason.WHOLE_BOOK);
        }
        if (cut) {
            reasons.add(Reason.ACCESS_TYPES);
        }
        return reasons;
    }

    private static MetricType total(MetricType unique) {
        return unique.code().endsWith("Requests")
                ? MetricType.TOTAL_ITEM_REQUESTS
                : MetricType.TOTAL_ITEM_INVESTIGATIONS;
    }

    private static boolean differs(Map<MetricType, long[]> sums, MetricType metric) {
        long[] sum = sums.get(metric);
        return sum != null && sum[0] != sum[1];
    }

    /** What a release counts of a metric. */
    static long sum(Map<Release, List<UsageRow>> usage, Release release, MetricType metric) {
        return usage.getOrDefault(release, List.of()).stream()
                .mapToLong(row -> row.counts()[metric.ordinal()])
                .sum();
    }

    /** The Access_Types of a release under which the title was used. */
    private static SortedSet<String> types(Map<Release, List<UsageRow>> usage, Release release) {
        TreeSet<String> types = new TreeSet<>();
        for (UsageRow row : usage.getOrDefault(release, List.of())) {
            @Nullable AccessType type = row.accessType();
            if (type != null) {
                types.add(type.code());
            }
        }
        return types;
    }

    private static List<Naming> names(DataType type, Map<Release, List<UsageRow>> usage) {
        List<Naming> names = new ArrayList<>();
        if (type.r5() != type) {
            names.add(new Naming(Attribute.DATA_TYPE, List.of(type.r5().code()), List.of(type.code())));
        }
        List<String> r5 = List.copyOf(types(usage, Release.R5));
        List<String> r51 = List.copyOf(types(usage, Release.R5_1));
        if (!r5.equals(r51)) {
            names.add(new Naming(Attribute.ACCESS_TYPE, r5, r51));
        }
        if (type.mayBeTitle()) {
            names.add(new Naming(Attribute.SECTION_TYPE, sections(type), List.of()));
        }
        return names;
    }

    /** The usual ones: a title may have parts of other kinds, too. */
    private static List<String> sections(DataType title) {
        Stream<DataType> parts =
                title.isWholeBook() ? Stream.of(title, title.segmentType()) : Stream.of(DataType.ARTICLE);
        return parts.map(part -> SectionType.of(title, part).code()).toList();
    }

    /** Why any figures differ. */
    public SortedSet<Reason> reasons() {
        return figures.stream().map(Difference::reason).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The figures that differ for a reason. */
    public List<Difference> figures(Reason reason) {
        return figures.stream().filter(one -> one.reason() == reason).toList();
    }
}
