package fr.comptoir.report;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.Format;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.SectionType;
import fr.comptoir.model.fact.FactRow;
import fr.comptoir.model.fact.FactRow.Described;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The usage of one subject under one combination of attributes: all months, all metrics. One object is filled again for each combination,
 * so nobody may keep it. Not thread-safe.
 */
final class Usage {
    private final YearMonth begin;
    private final int months;
    /** Metric {@code m} in month {@code i} stands at {@code m * months + i}. */
    private final long[] counts;
    /** By metric. */
    private final long[] totals;
    /** Ordinals of the metrics. */
    private final int[] ordinals;

    private int firstMonth;
    private int lastMonth = -1;
    private @Nullable FactRow key;

    Usage(List<MetricType> metricTypes, YearMonth begin, YearMonth end) {
        this.begin = begin;
        this.months = month(end) + 1;
        this.counts = new long[metricTypes.size() * months];
        this.totals = new long[metricTypes.size()];
        this.ordinals = metricTypes.stream().mapToInt(MetricType::ordinal).toArray();
    }

    boolean isEmpty() {
        for (long total : totals) {
            if (total != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a row is about the same subject with the same attributes. */
    boolean holds(FactRow row) {
        FactRow mine = key;
        return mine != null
                && mine.yop() == row.yop()
                && mine.dataType() == row.dataType()
                && mine.sectionType() == row.sectionType()
                && mine.accessType() == row.accessType()
                && mine.accessMethod() == row.accessMethod()
                && Objects.equals(mine.customer(), row.customer())
                && Objects.equals(mine.attributed(), row.attributed())
                && mine.format() == row.format()
                && Objects.equals(mine.subject(), row.subject())
                && Objects.equals(mine.parent(), row.parent());
    }

    void start(FactRow row) {
        key = row;
        if (firstMonth <= lastMonth) {
            for (int from = 0; from < counts.length; from += months) {
                Arrays.fill(counts, from + firstMonth, from + lastMonth + 1, 0);
            }
        }
        Arrays.fill(totals, 0);
        firstMonth = months;
        lastMonth = -1;
    }

    /** Adds one month's counts; fails for a month outside the period. */
    void add(FactRow row) {
        int month = month(row.month());
        if (month < 0 || month >= months) {
            throw new IllegalStateException("a row of " + row.month() + " outside the period from " + begin);
        }
        firstMonth = Math.min(firstMonth, month);
        lastMonth = Math.max(lastMonth, month);
        for (int metric = 0; metric < ordinals.length; metric++) {
            long count = row.counts()[ordinals[metric]];
            counts[metric * months + month] += count;
            totals[metric] += count;
        }
    }

    /** The first month that may have usage, from 0; after {@link #lastMonth()} when none has. */
    int firstMonth() {
        return firstMonth;
    }

    /** The last month that may have usage. */
    int lastMonth() {
        return lastMonth;
    }

    int months() {
        return months;
    }

    long count(int metric, int month) {
        return counts[metric * months + month];
    }

    long total(int metric) {
        return totals[metric];
    }

    /** What the usage is of; only a Platform Report has none. */
    Described subject() {
        return Objects.requireNonNull(row().subject(), "a row without a subject");
    }

    @Nullable
    Described subjectOrNull() {
        return row().subject();
    }

    @Nullable
    Described parent() {
        return row().parent();
    }

    @Nullable
    DataType dataType() {
        return row().dataType();
    }

    @Nullable
    SectionType sectionType() {
        return row().sectionType();
    }

    int yop() {
        return row().yop();
    }

    @Nullable
    AccessType accessType() {
        return row().accessType();
    }

    @Nullable
    AccessMethod accessMethod() {
        return row().accessMethod();
    }

    /** The member of a consortium; null when the usage is not divided among members. */
    @Nullable
    String customer() {
        return row().customer();
    }

    /** Whether it was attributed to an institution; null when not shown. */
    @Nullable
    Boolean attributed() {
        return row().attributed();
    }

    /** In which form items were delivered; null when not shown, and for other metrics than Total_Item_Requests. */
    @Nullable
    Format format() {
        return row().format();
    }

    private FactRow row() {
        return Objects.requireNonNull(key, "no row yet");
    }

    private int month(YearMonth month) {
        return (month.getYear() - begin.getYear()) * 12 + month.getMonthValue() - begin.getMonthValue();
    }
}
