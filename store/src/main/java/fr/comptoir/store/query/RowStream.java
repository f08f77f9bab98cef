package fr.comptoir.store.query;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.SectionType;
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
    private static final int METRICS = MetricType.values().length;
    private static final DataType[] DATA_TYPES = DataType.values();
    private static final SectionType[] SECTION_TYPES = SectionType.values();
    private static final AccessType[] ACCESS_TYPES = AccessType.values();
    private static final AccessMethod[] ACCESS_METHODS = AccessMethod.values();

    private static final String ORDER = "data_type, section_type, yop, access_type, access_method, m";

    private final Duck duck;
    private final FactQuery query;
    private final boolean members;
    private final String attributes;
    private final List<YearMonth> months;
    private final List<MetricType> metrics;

    RowStream(Duck duck, FactQuery query, List<CountedMonth> months) {
        this.duck = duck;
        this.query = query;
        members = query.shown().contains(Attribute.CUSTOMER);
        attributes = CodeSql.dataType("a.data_type", query.subject(), query.release()) + " AS data_type, "
                + CodeSql.sectionType("a.section_type") + " AS section_type, a.yop, "
                + CodeSql.ordinal("a.access_type")
                + " AS access_type, " + CodeSql.ordinal("a.access_method") + " AS access_method, a.m";
        this.months = months.stream().map(CountedMonth::month).toList();
        metrics = FactSql.metrics(query);
    }

    /** Rows without a subject. */
    void platform(Rows rows) throws SQLException, IOException {
        String sql = "SELECT 0::BIGINT AS rank, NULL::BIGINT AS parent_rank, " + attributes + columns()
                + " FROM answer a ORDER BY " + order();
        read(sql, null, null, rows);
    }

    /** Rows with their subjects, whose tables {@link RankedSubjects} made. */
    void subjects(String catalogue, Rows rows) throws SQLException, IOException {
        String sql = "SELECT s.rank, s.parent_rank, " + attributes + columns()
                + " FROM answer a JOIN subjects s ON s.id = a.id AND s.fact_parent IS NOT DISTINCT FROM a.parent ORDER BY rank, "
                + order();
        try (Descriptions subjects = new Descriptions(
                        duck, "(SELECT rank, id, max(own) AS own FROM subjects GROUP BY ALL)", catalogue);
                Descriptions parents = new Descriptions(duck, "parents", catalogue)) {
            read(sql, subjects, parents, rows);
        }
    }

    private String columns() {
        String counts = metrics.stream().map(metric -> ", a." + metric.code()).collect(Collectors.joining());
        return members ? counts + ", a.member" : counts;
    }

    private String order() {
        return members ? "member, " + ORDER : ORDER;
    }

    private void read(String sql, @Nullable Descriptions subjects, @Nullable Descriptions parents, Rows rows)
            throws SQLException, IOException {
        Adder adder = new Adder(rows);
        ColumnReader.read(duck, sql, (chunk, size) -> {
            DuckDBReadableVector[] columns = ColumnReader.columns(chunk);
            for (int row = 0; row < size; row++) {
                Described subject = subjects == null ? null : subjects.at(columns[0].getLong(row));
                Described parent =
                        parents == null || columns[1].isNull(row) ? null : parents.at(columns[1].getLong(row));
                adder.take(row(columns, row, subject, parent));
            }
        });
        adder.finish();
    }

    private FactRow row(
            DuckDBReadableVector[] columns, int row, @Nullable Described subject, @Nullable Described parent) {
        long[] counts = new long[METRICS];
        for (int i = 0; i < metrics.size(); i++) {
            counts[metrics.get(i).ordinal()] = columns[8 + i].getLong(row);
        }
        return new FactRow(
                subject,
                parent,
                constant(DATA_TYPES, columns[2], row),
                constant(SECTION_TYPES, columns[3], row),
                columns[4].isNull(row) ? 0 : columns[4].getShort(row),
                constant(ACCESS_TYPES, columns[5], row),
                constant(ACCESS_METHODS, columns[6], row),
                months.get(columns[7].getInt(row)),
                counts,
                members ? member(columns[8 + metrics.size()].getInt(row)) : null);
    }

    private String member(int place) {
        return place < query.members().size() ? query.members().get(place) : query.customer();
    }

    private static <E> @Nullable E constant(E[] values, DuckDBReadableVector ordinals, int row) {
        return ordinals.isNull(row) ? null : values[ordinals.getByte(row)];
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
