package fr.comptoir.store.query;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.SectionType;
import fr.comptoir.model.fact.FactQuery;
import fr.comptoir.model.fact.FactRow;
import fr.comptoir.model.fact.FactRow.Described;
import fr.comptoir.model.fact.FactSource.Rows;
import fr.comptoir.store.duck.ColumnReader;
import fr.comptoir.store.duck.Duck;
import java.io.IOException;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/** Reads the sorted answer and makes rows of it. */
final class RowStream {
    private static final String ATTRIBUTES = "data_type, section_type, yop, access_type, access_method, m";

    private final Duck duck;
    private final List<YearMonth> months;
    private final List<MetricType> metrics;

    RowStream(Duck duck, FactQuery query, List<CountedMonth> months) {
        this.duck = duck;
        this.months = months.stream().map(CountedMonth::month).toList();
        metrics = FactSql.metrics(query);
    }

    /** Rows without a subject. */
    void platform(Rows rows) throws SQLException, IOException {
        String sql = "SELECT 0::BIGINT AS rank, NULL::BIGINT AS parent_rank, " + ATTRIBUTES + columns("")
                + " FROM answer ORDER BY " + ATTRIBUTES;
        read(sql, null, null, rows);
    }

    /** Rows with their subjects, whose tables {@link RankedSubjects} made. */
    void subjects(String catalogue, Rows rows) throws SQLException, IOException {
        // A subject whose parents of several months came to be none has rows to be added up.
        String sql = "SELECT s.rank, s.parent_rank, " + ATTRIBUTES + columns("a.")
                + " FROM answer a JOIN subjects s ON s.id = a.id AND s.fact_parent IS NOT DISTINCT FROM a.parent ORDER BY s.rank, "
                + ATTRIBUTES;
        try (Descriptions subjects = new Descriptions(
                        duck, "(SELECT rank, id, max(own) AS own FROM subjects GROUP BY ALL)", catalogue);
                Descriptions parents = new Descriptions(duck, "parents", catalogue)) {
            read(sql, subjects, parents, rows);
        }
    }

    private String columns(String table) {
        return metrics.stream().map(metric -> ", " + table + metric.code()).collect(Collectors.joining());
    }

    private void read(String sql, @Nullable Descriptions subjects, @Nullable Descriptions parents, Rows rows)
            throws SQLException, IOException {
        Adder adder = new Adder(rows);
        ColumnReader.read(duck, sql, (chunk, size) -> {
            for (int row = 0; row < size; row++) {
                Described subject =
                        subjects == null ? null : subjects.at(chunk.vector(0).getLong(row));
                Described parent = parents == null || chunk.vector(1).isNull(row)
                        ? null
                        : parents.at(chunk.vector(1).getLong(row));
                adder.take(row(chunk, row, subject, parent));
            }
        });
        adder.finish();
    }

    private FactRow row(DuckDBDataChunkReader chunk, int row, @Nullable Described subject, @Nullable Described parent) {
        long[] counts = new long[MetricType.values().length];
        for (int i = 0; i < metrics.size(); i++) {
            counts[metrics.get(i).ordinal()] = chunk.vector(8 + i).getLong(row);
        }
        DuckDBReadableVector yop = chunk.vector(4);
        return new FactRow(
                subject,
                parent,
                constant(DataType.values(), chunk.vector(2), row),
                constant(SectionType.values(), chunk.vector(3), row),
                yop.isNull(row) ? 0 : yop.getShort(row),
                constant(AccessType.values(), chunk.vector(5), row),
                constant(AccessMethod.values(), chunk.vector(6), row),
                months.get(chunk.vector(7).getInt(row)),
                counts);
    }

    private static <E> @Nullable E constant(E[] values, DuckDBReadableVector ordinals, int row) {
        return ordinals.isNull(row) ? null : values[ordinals.getByte(row)];
    }

    /** Adds up neighbours that differ in their counts only. */
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
                    && a.month().equals(b.month());
        }
    }
}
