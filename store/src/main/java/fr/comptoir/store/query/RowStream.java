package fr.comptoir.store.query;

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

    private final Duck duck;
    private final FactQuery query;
    private final boolean members;
    private final List<YearMonth> months;
    private final List<MetricType> metrics;

    RowStream(Duck duck, FactQuery query, List<CountedMonth> months) {
        this.duck = duck;
        this.query = query;
        members = query.shown().contains(Attribute.CUSTOMER);
        this.months = months.stream().map(CountedMonth::month).toList();
        metrics = FactSql.metrics(query);
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
        return read(ranked + ORDER, rank -> described[rank], rank -> null, rows);
    }

    /** Rows of an aggregation by rank, as they are read here, in SQL and in no order. */
    String ranked(String sums) {
        return columns("coalesce(a.rank, -1)", "-1") + " FROM (" + sums + ") a";
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

    private String columns(String rank, String parentRank) {
        String counts = metrics.stream().map(metric -> ", a." + metric.code()).collect(Collectors.joining());
        return "SELECT " + rank + " AS place, " + parentRank + " AS parent_place, " + (members ? "a.member" : "0")
                + " AS member, " + PackedAttributes.sql(query) + " AS attributes, a.m" + counts;
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
                adder.take(row(columns, row, subjects.of(rank), parent));
            }
            return true;
        });
        adder.finish();
        return whole;
    }

    private FactRow row(
            DuckDBReadableVector[] columns, int row, @Nullable Described subject, @Nullable Described parent) {
        long[] counts = new long[METRICS];
        for (int i = 0; i < metrics.size(); i++) {
            counts[metrics.get(i).ordinal()] = columns[5 + i].getLong(row);
        }
        long attributes = columns[3].getLong(row);
        return new FactRow(
                subject,
                parent,
                PackedAttributes.dataType(attributes),
                PackedAttributes.sectionType(attributes),
                PackedAttributes.yop(attributes),
                PackedAttributes.accessType(attributes),
                PackedAttributes.accessMethod(attributes),
                months.get(columns[4].getInt(row)),
                counts,
                members ? member(columns[2].getInt(row)) : null);
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
                    && a.month().equals(b.month());
        }
    }
}
