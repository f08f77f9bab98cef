package fr.comptoir.store.query;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.fact.FactQuery;
import fr.comptoir.model.fact.FactQuery.Attribute;
import fr.comptoir.model.fact.FactRow;
import fr.comptoir.model.fact.FactRow.Described;
import fr.comptoir.model.fact.FactSource.Rows;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import java.io.IOException;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/** Reads the sorted answer and makes rows of it. */
final class RowStream {
    private static final String ORDER = " ORDER BY place, member, attributes, m";
    private static final int METRICS = MetricType.values().length;

    /** Where in a key the attributes begin, after the month's place, and the rank. */
    private static final int KEY_ATTRIBUTES = 9;

    private static final int KEY_RANK = KEY_ATTRIBUTES + PackedAttributes.BITS;

    private final Duck duck;
    private final FactQuery query;
    private final boolean members;
    private final List<YearMonth> months;
    private final List<MetricType> metrics;
    private final int[] ordinals;

    RowStream(Duck duck, FactQuery query, List<CountedMonth> months) {
        this.duck = duck;
        this.query = query;
        members = FactSql.divides(query);
        this.months = months.stream().map(CountedMonth::month).toList();
        metrics = FactSql.metrics(query);
        ordinals = metrics.stream().mapToInt(MetricType::ordinal).toArray();
    }

    /** Rows without a subject, from the aggregation {@code sums}. */
    void platform(String sums, Rows rows) throws SQLException, IOException {
        read(columns("0", "-1") + " FROM (" + sums + ") a" + ORDER, rank -> null, rank -> null, rows);
    }

    /**
     * Rows with their subjects, of titles or databases.
     *
     * @param ranked as {@link #ranked} makes it
     * @return false when there is a subject without a name; no row was given then
     */
    boolean titles(String ranked, TitleNames names, Rows rows) throws SQLException, IOException {
        Described[] described = names.described(query.release());
        return oneKey()
                ? readKeys(ranked + " ORDER BY key", described, rows)
                : read(ranked + ORDER, rank -> described[rank], rank -> null, rows);
    }

    /** Rows of an aggregation by rank, as they are read here, in SQL and in no order. */
    String ranked(String sums) {
        String from = " FROM (" + sums + ") a";
        return oneKey()
                ? "SELECT coalesce(a.rank, -1)::BIGINT * " + (1L << KEY_RANK) + " + (" + PackedAttributes.sql(query)
                        + ") * " + (1L << KEY_ATTRIBUTES) + " + a.m AS key" + counts() + from
                : columns("coalesce(a.rank, -1)", "-1") + from;
    }

    /** Whether all that rows are sorted by is one number, which takes less time than several: rank, attributes and month. */
    private boolean oneKey() {
        return !members && months.size() <= 1 << KEY_ATTRIBUTES;
    }

    private boolean readKeys(String sql, Described[] described, Rows rows) throws SQLException, IOException {
        Adder adder = new Adder(rows);
        boolean whole = ColumnReader.readWhile(duck, sql, (chunk, size) -> {
            DuckDBReadableVector[] columns = ColumnReader.columns(chunk);
            for (int row = 0; row < size; row++) {
                long key = columns[0].getLong(row);
                if (key < 0) {
                    return false;
                }
                adder.take(row(
                        described[(int) (key >>> KEY_RANK)],
                        null,
                        key >>> KEY_ATTRIBUTES & PackedAttributes.MASK,
                        (int) key & (1 << KEY_ATTRIBUTES) - 1,
                        counts(columns, row, 1),
                        0));
            }
            return true;
        });
        adder.finish();
        return whole;
    }

    /** Rows from the table {@code answer} with their subjects, whose tables {@link RankedSubjects} made. */
    void subjects(String catalogue, Rows rows) throws SQLException, IOException {
        if (!RankedSubjects.hasParents(query)) {
            try (Descriptions subjects = new Descriptions(duck, RankedSubjects.WITHOUT_PARENTS, catalogue)) {
                read(placed("-1", ""), subjects::at, rank -> null, rows);
            }
            return;
        }
        try (Descriptions subjects = new Descriptions(duck, RankedSubjects.WITH_PARENTS, catalogue);
                Descriptions parents = new Descriptions(duck, "parents", catalogue)) {
            String sameParent = " AND s.fact_parent IS NOT DISTINCT FROM a.parent";
            read(placed("coalesce(s.parent_rank::INTEGER, -1)", sameParent), subjects::at, parents::at, rows);
        }
    }

    private String placed(String parentRank, String sameParent) {
        return columns("s.rank::INTEGER", parentRank) + " FROM answer a JOIN subjects s ON s.id = a.id" + sameParent
                + ORDER;
    }

    /** Gives what is said of the subject or parent of a rank. */
    @FunctionalInterface
    private interface Said {
        @Nullable
        Described of(int rank) throws IOException;
    }

    private String counts() {
        return metrics.stream().map(metric -> ", a." + metric.code()).collect(Collectors.joining());
    }

    private String columns(String rank, String parentRank) {
        return "SELECT " + rank + " AS place, " + parentRank + " AS parent_place, " + (members ? "a.member" : "0")
                + " AS member, " + PackedAttributes.sql(query) + " AS attributes, a.m" + counts();
    }

    private boolean read(String sql, Said subjects, Said parents, Rows rows) throws SQLException, IOException {
        Adder adder = new Adder(rows);
        boolean whole = ColumnReader.readWhile(duck, sql, (chunk, size) -> {
            DuckDBReadableVector[] columns = ColumnReader.columns(chunk);
            for (int row = 0; row < size; row++) {
                int rank = columns[0].getInt(row);
                if (rank < 0) {
                    return false;
                }
                int parentRank = columns[1].getInt(row);
                Described parent = parentRank < 0 ? null : parents.of(parentRank);
                adder.take(row(
                        subjects.of(rank),
                        parent,
                        columns[3].getLong(row),
                        columns[4].getInt(row),
                        counts(columns, row, 5),
                        columns[2].getInt(row)));
            }
            return true;
        });
        adder.finish();
        return whole;
    }

    private FactRow row(
            @Nullable Described subject,
            @Nullable Described parent,
            long attributes,
            int month,
            long[] counts,
            int place) {
        boolean formats = FactSql.hasFormats(query);
        int member = formats ? place >> 2 : place;
        return new FactRow(
                subject,
                parent,
                PackedAttributes.dataType(attributes),
                PackedAttributes.sectionType(attributes),
                PackedAttributes.yop(attributes),
                PackedAttributes.accessType(attributes),
                PackedAttributes.accessMethod(attributes),
                months.get(month),
                counts,
                query.shown().contains(Attribute.CUSTOMER) ? member(member) : null,
                query.shown().contains(Attribute.ATTRIBUTED) ? attributed(member) : null,
                formats ? FactSql.format(place) : null);
    }

    /** The figures of a row, the first in the column {@code from}. */
    private long[] counts(DuckDBReadableVector[] columns, int row, int from) {
        long[] counts = new long[METRICS];
        for (int i = 0; i < ordinals.length; i++) {
            counts[ordinals[i]] = columns[from + i].getLong(row);
        }
        return counts;
    }

    /** What belongs to a customer was attributed; of the world the first part. */
    private boolean attributed(int place) {
        return place == 0 || !query.customer().equals(Institution.THE_WORLD);
    }

    private String member(int place) {
        return place < query.members().size() ? query.members().get(place) : query.customer();
    }

    /** Adds up neighbours that are the same in the terms of the release. */
    private static final class Adder {
        private final Rows rows;
        private @Nullable FactRow last;

        Adder(Rows rows) {
            this.rows = rows;
        }

        void take(FactRow row) throws IOException {
            if (last != null && sameKey(last, row)) {
                for (int i = 0; i < row.counts().length; i++) {
                    last.counts()[i] += row.counts()[i];
                }
                return;
            }
            finish();
            last = row;
        }

        void finish() throws IOException {
            if (last != null) {
                rows.row(last);
            }
        }

        // The same subject is the same object.
        @SuppressWarnings("ReferenceEquality")
        private static boolean sameKey(FactRow a, FactRow b) {
            return a.subject() == b.subject()
                    && a.parent() == b.parent()
                    && a.dataType() == b.dataType()
                    && a.sectionType() == b.sectionType()
                    && a.yop() == b.yop()
                    && a.accessType() == b.accessType()
                    && a.accessMethod() == b.accessMethod()
                    && Objects.equals(a.customer(), b.customer())
                    && Objects.equals(a.attributed(), b.attributed())
                    && a.format() == b.format()
                    && a.month().equals(b.month());
        }
    }
}
