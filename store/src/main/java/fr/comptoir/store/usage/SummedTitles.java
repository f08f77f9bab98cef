package fr.comptoir.store.usage;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.FactQuery;
import fr.comptoir.model.fact.FactQuery.Attribute;
import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.model.fact.FactSource;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.query.CodeSql;
import fr.comptoir.store.query.CountedMonth;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Answers Title Reports of one institution out of the sums that were made of its months beforehand ({@link InstitutionFiles}), and everything
 * else out of the facts, which give the same rows: the sums lie side by side, a fifth of the work is left.
 */
public final class SummedTitles implements FactSource {
    /** More rows than these are left to the database, which can put them on the disk. */
    private static final int ROWS_MAX = 1 << 22;

    private final DataFolder folder;
    private final State state;
    private final Moved moved;
    private final FactSource facts;

    /** Whether titles are others in the reports of a month than in its facts. */
    @FunctionalInterface
    public interface Moved {
        boolean any(Release release, YearMonth month);
    }

    /** @param facts answers what the sums do not */
    public SummedTitles(DataFolder folder, State state, Moved moved, FactSource facts) {
        this.folder = folder;
        this.state = state;
        this.moved = moved;
        this.facts = facts;
    }

    @Override
    public void rows(FactQuery query, Rows rows) throws IOException {
        Optional<SortedTitles> sorted = ofSums(query) ? sorted(query) : Optional.empty();
        if (sorted.isPresent()) {
            sorted.get().give(rows);
        } else {
            facts.rows(query, rows);
        }
    }

    /** Whether the sums tell apart what the question tells apart: neither items, nor members, nor their sections. */
    private static boolean ofSums(FactQuery query) {
        boolean sections = query.shown().contains(Attribute.SECTION_TYPE)
                || !query.sectionTypes().isEmpty();
        return query.subject() == Subject.TITLE
                && !query.customer().equals(Institution.THE_WORLD)
                && !query.shown().contains(Attribute.CUSTOMER)
                && !query.shown().contains(Attribute.ATTRIBUTED)
                && !query.shown().contains(Attribute.FORMAT)
                && query.attributed().isEmpty()
                && query.itemId().isEmpty()
                && !(sections && query.release() == Release.R5);
    }

    private Optional<SortedTitles> sorted(FactQuery query) throws IOException {
        List<CountedMonth> months = new ArrayList<>();
        for (YearMonth month = query.begin(); !month.isAfter(query.end()); month = month.plusMonths(1)) {
            if (moved.any(query.release(), month)) {
                return Optional.empty();
            }
            Usage.counted(folder, state, month).ifPresent(months::add);
        }
        Optional<Path> catalogue = Usage.catalogue(folder, state);
        if (catalogue.isEmpty() || months.isEmpty() || months.size() > SortedTitles.MONTHS_MAX) {
            return Optional.empty();
        }
        try {
            return sorted(query, catalogue.get(), months);
        } catch (SQLException e) {
            throw FileUsage.failure(e);
        }
    }

    private Optional<SortedTitles> sorted(FactQuery query, Path catalogue, List<CountedMonth> months)
            throws IOException, SQLException {
        InstitutionFiles files = new InstitutionFiles(new UsageFiles(folder));
        if (!files.has(months.get(months.size() - 1), catalogue, Split.TITLES)) {
            return Optional.empty(); // before the catalogue is read for nothing
        }
        TitleNumbers titles = KeptMonths.ofProcess().titles(folder.temporary(), catalogue);
        List<MonthUsage> usage = new ArrayList<>();
        long size = 0;
        for (CountedMonth month : months) {
            Optional<MonthUsage> read = files.read(month, catalogue, query.customer(), Split.TITLES, titles);
            size += read.map(MonthUsage::rows).orElse(0);
            if (read.isEmpty() || size > ROWS_MAX) {
                return Optional.empty();
            }
            usage.add(read.get());
        }
        return SortedTitles.of(query, months, usage, passing(query, titles), titles.reported());
    }

    private static Passing passing(FactQuery query, TitleNumbers titles) {
        UsageQuery usage = new UsageQuery(
                query.release(),
                query.customer(),
                new TreeSet<>(),
                oneOf(query.dataTypes()),
                oneOf(CodeSql.meant(query.accessTypes(), query.subject(), query.release())),
                Choice.all(),
                oneOf(query.accessMethods()),
                oneOf(Set.copyOf(query.yop())),
                UsageQuery.Ways.ALL,
                UsageQuery.Content.ALL);
        return new Passing(usage, titles.statuses());
    }

    private static <T> Choice<T> oneOf(Set<T> values) {
        return new Choice<>(values, Set.of());
    }

    /** The metrics of a Title Report that are asked for, in the order of the Code. */
    static List<MetricType> metrics(FactQuery query) {
        return Sources.metrics(Sources.TITLES).stream()
                .filter(query.metrics()::contains)
                .toList();
    }
}
