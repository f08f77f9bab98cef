package fr.comptoir.report;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.code.SectionType;
import fr.comptoir.model.fact.FactQuery;
import fr.comptoir.model.fact.FactQuery.Attribute;
import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.model.fact.FactRow;
import fr.comptoir.model.fact.FactRow.Described;
import fr.comptoir.model.fact.FactSource;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Random usage of a small catalogue that answers any question as the store would: filtered, summed and sorted. */
final class CountedFacts implements FactSource {
    private final List<FactRow> rows = new ArrayList<>();

    /** Usage of one subject of one release, every row with all its attributes. */
    CountedFacts(ReportDeclaration master, YearMonth begin, int months, SplittableRandom random) {
        boolean r5 = master.release() == Release.R5;
        List<AccessType> accessTypes = r5
                ? List.of(AccessType.CONTROLLED, AccessType.OA_GOLD)
                : List.of(AccessType.CONTROLLED, AccessType.OPEN, AccessType.FREE_TO_READ);
        Described journal = Thing.of("journal", DataType.JOURNAL)
                .name("A Journal")
                .issn("1234-5679", "9876-5434", "")
                .described();
        // Every type is there, so that no view is without usage.
        for (int thing = 0; thing < master.dataTypes().size(); thing++) {
            DataType type = master.dataTypes().get(thing);
            Described subject = master.subject() == Subject.PLATFORM
                    ? null
                    : Thing.of("i" + thing, type)
                            .name("Thing \"" + thing + "\"")
                            .publisher("Alpha Press", "ROR:02xyzab34")
                            .authors("Ann One (ORCID:0000-0001-2345-6789)")
                            .doi("10.1234/i" + thing)
                            .uri("https://alpha.example/i" + thing)
                            .described();
            for (int row = 0; row < 20; row++) {
                rows.add(new FactRow(
                        subject,
                        type == DataType.ARTICLE ? journal : null,
                        type,
                        r5 ? SectionType.values()[random.nextInt(5)] : null,
                        random.nextInt(8) == 0 ? 9999 : 2015 + random.nextInt(10),
                        accessTypes.get(random.nextInt(accessTypes.size())),
                        AccessMethod.values()[random.nextInt(2)],
                        begin.plusMonths(random.nextInt(months)),
                        counts(master, type, random)));
            }
        }
    }

    private static long[] counts(ReportDeclaration master, DataType type, SplittableRandom random) {
        long[] counts = new long[MetricType.values().length];
        boolean place = type == DataType.PLATFORM || type.isDatabase();
        for (MetricType metric : master.metricTypes()) {
            boolean ofPlace = metric.ordinal() <= MetricType.SEARCHES_REGULAR.ordinal()
                    || (master.subject() == Subject.DATABASE
                            && metric.ordinal() >= MetricType.LIMIT_EXCEEDED.ordinal());
            boolean ofBooks =
                    metric == MetricType.UNIQUE_TITLE_INVESTIGATIONS || metric == MetricType.UNIQUE_TITLE_REQUESTS;
            if (place == ofPlace && (!ofBooks || type.isWholeBook()) && random.nextInt(3) > 0) {
                counts[metric.ordinal()] = 1L + random.nextInt(1000);
            }
        }
        return counts;
    }

    @Override
    public void rows(FactQuery query, Rows sink) throws IOException {
        TreeMap<String, FactRow> sums = new TreeMap<>();
        for (FactRow row : rows) {
            if (matches(query, row)) {
                FactRow key = shown(row, query.shown());
                long[] sum = sums.computeIfAbsent(order(key), any -> key).counts();
                query.metrics().forEach(metric -> sum[metric.ordinal()] += row.counts()[metric.ordinal()]);
            }
        }
        for (FactRow sum : sums.values()) {
            sink.row(sum);
        }
    }

    private static boolean matches(FactQuery query, FactRow row) {
        return !row.month().isBefore(query.begin())
                && !row.month().isAfter(query.end())
                && chosen(query.dataTypes(), row.dataType())
                && chosen(query.sectionTypes(), row.sectionType())
                && chosen(query.accessTypes(), row.accessType())
                && chosen(query.accessMethods(), row.accessMethod())
                && (query.yop().isEmpty()
                        || query.yop().stream()
                                .anyMatch(years -> years.from() <= row.yop() && row.yop() <= years.to()));
    }

    private static boolean chosen(Collection<?> values, Object value) {
        return values.isEmpty() || values.contains(value);
    }

    private static FactRow shown(FactRow row, Set<Attribute> shown) {
        return new FactRow(
                row.subject(),
                row.parent(),
                shown.contains(Attribute.DATA_TYPE) ? row.dataType() : null,
                shown.contains(Attribute.SECTION_TYPE) ? row.sectionType() : null,
                shown.contains(Attribute.YOP) ? row.yop() : 0,
                shown.contains(Attribute.ACCESS_TYPE) ? row.accessType() : null,
                shown.contains(Attribute.ACCESS_METHOD) ? row.accessMethod() : null,
                row.month(),
                new long[row.counts().length]);
    }

    private static String order(FactRow row) {
        return String.join(
                "\0",
                row.parent() == null ? "" : row.parent().id(),
                row.subject() == null ? "" : row.subject().id(),
                String.valueOf(row.dataType()),
                String.valueOf(row.sectionType()),
                Filters.yop(row.yop()),
                String.valueOf(row.accessType()),
                String.valueOf(row.accessMethod()),
                row.month().toString());
    }
}
