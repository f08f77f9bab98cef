package fr.comptoir.operation;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.FactQuery;
import fr.comptoir.model.fact.FactRow;
import fr.comptoir.model.fact.FactRow.Described;
import fr.comptoir.model.fact.FactSource;
import fr.comptoir.store.query.FormatRequests.Parts;
import java.io.IOException;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a year of the JR1 kind: for each journal with use its successful full-text requests by month, which are Total_Item_Requests
 * of Data_Type Journal and Access_Method Regular, all Access_Types together (CoP 5.0.3, section 13.3); beside it what TR and TR_J1 of Release
 * 5.1 say of the same year.
 */
final class AnnualFigures {
    private static final Parts NO_PARTS = new Parts(0, 0);

    /** Journals by name, in the order of the reports. */
    private final Map<String, Journal> journals = new LinkedHashMap<>();

    private final Year year;
    private final SortedSet<YearMonth> counted;
    /** Absent when formats were not recorded. */
    private final Optional<Map<String, Parts>> formats;

    private AnnualFigures(Year year, SortedSet<YearMonth> counted, Optional<Map<String, Parts>> formats) {
        this.year = year;
        this.counted = counted;
        this.formats =
                formats.filter(parts -> parts.values().stream().anyMatch(part -> part.html() > 0 || part.pdf() > 0));
    }

    /**
     * Asks the facts.
     *
     * @param formats the requests by format of each journal's id, where they were recorded
     * @param counted the months of the year that are over and counted, not empty; the others have no figures
     */
    static AnnualFigures of(
            FactSource facts,
            String customer,
            Year year,
            SortedSet<YearMonth> counted,
            Optional<Map<String, Parts>> formats)
            throws IOException {
        AnnualFigures figures = new AnnualFigures(year, counted, formats);
        facts.rows(query(customer, counted.first(), counted.last()), figures::add);
        return figures;
    }

    private static FactQuery query(String customer, YearMonth begin, YearMonth end) {
        return new FactQuery(
                FactQuery.Subject.TITLE,
                Release.R5_1,
                customer,
                begin,
                end,
                Set.of(MetricType.TOTAL_ITEM_REQUESTS, MetricType.UNIQUE_ITEM_REQUESTS),
                Set.of(DataType.JOURNAL),
                Set.of(),
                List.of(),
                Set.of(),
                Set.of(AccessMethod.REGULAR),
                Optional.empty(),
                Optional.empty(),
                Set.of(FactQuery.Attribute.ACCESS_TYPE));
    }

    private void add(FactRow row) {
        if (counted.contains(row.month())) {
            Described title = Objects.requireNonNull(row.subject(), "a title report's row without a title");
            journals.computeIfAbsent(title.id(), id -> new Journal(title)).add(row);
        }
    }

    Year year() {
        return year;
    }

    /** The twelve months of the year. */
    List<YearMonth> months() {
        return IntStream.rangeClosed(1, 12).mapToObj(year::atMonth).toList();
    }

    /** The months that have figures. */
    SortedSet<YearMonth> counted() {
        return counted;
    }

    /** The journals with use. */
    List<Journal> journals() {
        return new ArrayList<>(journals.values());
    }

    /** The sums over all journals. */
    Figures total() {
        return new Figures() {
            @Override
            public long total(Column column) {
                return journals.values().stream()
                        .mapToLong(journal -> journal.total(column))
                        .sum();
            }

            @Override
            public @Nullable Long month(YearMonth month) {
                if (!counted.contains(month)) {
                    return null;
                }
                return journals.values().stream()
                        .mapToLong(journal -> journal.months[month.getMonthValue() - 1])
                        .sum();
            }

            @Override
            public Optional<Parts> formats() {
                return formats.map(unused -> new Parts(
                        journals.values().stream()
                                .mapToLong(journal -> journal.parts().html())
                                .sum(),
                        journals.values().stream()
                                .mapToLong(journal -> journal.parts().pdf())
                                .sum()));
            }
        };
    }

    /** What is counted over the whole year. */
    enum Column {
        /** TR of Release 5.1, all Access_Types: at the same time the total of JR1. */
        TOTAL_ITEM_REQUESTS,
        UNIQUE_ITEM_REQUESTS,
        /** TR_J1 of Release 5.1: Access_Type Controlled only. */
        TR_J1_TOTAL_ITEM_REQUESTS,
        TR_J1_UNIQUE_ITEM_REQUESTS
    }

    /** One line of figures. */
    interface Figures {
        long total(Column column);

        /** The requests of a month; null when the month has no figures. */
        @Nullable
        Long month(YearMonth month);

        /** The parts of the total in HTML and PDF; absent when no format was recorded for any journal. */
        Optional<Parts> formats();
    }

    /** One journal. */
    final class Journal implements Figures {
        private final Described title;
        private final long[] months = new long[12];
        private final long[] totals = new long[Column.values().length];

        private Journal(Described title) {
            this.title = title;
        }

        private void add(FactRow row) {
            long total = row.counts()[MetricType.TOTAL_ITEM_REQUESTS.ordinal()];
            long unique = row.counts()[MetricType.UNIQUE_ITEM_REQUESTS.ordinal()];
            months[row.month().getMonthValue() - 1] += total;
            totals[Column.TOTAL_ITEM_REQUESTS.ordinal()] += total;
            totals[Column.UNIQUE_ITEM_REQUESTS.ordinal()] += unique;
            if (row.accessType() == AccessType.CONTROLLED) {
                totals[Column.TR_J1_TOTAL_ITEM_REQUESTS.ordinal()] += total;
                totals[Column.TR_J1_UNIQUE_ITEM_REQUESTS.ordinal()] += unique;
            }
        }

        Described title() {
            return title;
        }

        @Override
        public long total(Column column) {
            return totals[column.ordinal()];
        }

        @Override
        public @Nullable Long month(YearMonth month) {
            return counted.contains(month) ? months[month.getMonthValue() - 1] : null;
        }

        @Override
        public Optional<Parts> formats() {
            return formats.map(unused -> parts());
        }

        private Parts parts() {
            return formats.orElse(Map.of()).getOrDefault(title.id(), NO_PARTS);
        }
    }
}
