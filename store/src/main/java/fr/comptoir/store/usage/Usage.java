package fr.comptoir.store.usage;

import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.Arrivals;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.store.catalogue.CatalogueFiles;
import fr.comptoir.store.disk.DataFolder;
import fr.comptoir.store.query.CountedMonth;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One question to the facts, open for several answers. What a page shows comes from usage that is kept in memory, read at the first
 * question, or where that is too much from the files. Not thread-safe.
 */
public final class Usage implements AutoCloseable {
    /** The open-access status of what is not open. */
    public static final String CLOSED = "closed";

    /** That of what is open, without the catalogue saying how. */
    public static final String UNKNOWN = "unknown";

    /** All open-access statuses: from open to closed, what is not known last. */
    public static final List<String> STATUSES =
            List.of("diamond", "gold", "hybrid", "green", "bronze", CLOSED, UNKNOWN);

    private final UsageQuery query;
    private final DataFolder folder;
    private final List<CountedMonth> months;
    private final Optional<Path> catalogue;
    private final Optional<KeptMonths> keeping;
    private Optional<KeptUsage> byTitle = Optional.empty();
    private boolean lookedByTitle;
    private @Nullable FileUsage files;

    private Usage(
            UsageQuery query,
            DataFolder folder,
            List<CountedMonth> months,
            Optional<Path> catalogue,
            Optional<KeptMonths> keeping) {
        this.query = query;
        this.folder = folder;
        this.months = months;
        this.catalogue = catalogue;
        this.keeping = keeping;
    }

    /** Asks. Of the months, those that were counted are looked at. */
    public static Usage of(DataFolder folder, State state, UsageQuery query) throws IOException {
        return of(folder, state, query, Optional.of(KeptMonths.ofProcess()));
    }

    /** @param keeping what keeps usage; none to ask the files */
    static Usage of(DataFolder folder, State state, UsageQuery query, Optional<KeptMonths> keeping) throws IOException {
        List<CountedMonth> months = new ArrayList<>();
        query.months().forEach(month -> counted(folder, state, month).ifPresent(months::add));
        return new Usage(query, folder, months, catalogue(folder, state), keeping);
    }

    static Optional<CountedMonth> counted(DataFolder folder, State state, YearMonth month) {
        return state.month(month)
                .counted()
                .map(counted -> new CountedMonth(month, folder.facts(month, counted.facts())));
    }

    /** The rows of the catalogue in force. */
    public static Optional<Path> catalogue(DataFolder folder, State state) {
        return state.catalogue() == 0
                ? Optional.empty()
                : Optional.of(folder.catalogue(state.catalogue()).resolve(CatalogueFiles.ROWS));
    }

    /**
     * Sums up the usage of a customer in a month beforehand, so that the first to ask for it has not to wait for it: of one who has many
     * institutions, or of the world.
     *
     * @return false when there is nothing to do
     */
    public static boolean prepare(DataFolder folder, State state, String customer, YearMonth month) throws IOException {
        return prepare(
                folder, state, month, (kept, catalogue, counted) -> kept.prepare(folder, catalogue, customer, counted));
    }

    /**
     * Sums up the usage of each institution in a month beforehand.
     *
     * @return false when there is nothing to do
     */
    public static boolean prepareInstitutions(DataFolder folder, State state, YearMonth month) throws IOException {
        return prepare(
                folder,
                state,
                month,
                (kept, catalogue, counted) -> kept.prepareInstitutions(folder, catalogue, counted));
    }

    /** Makes what is not there of a month that was counted. */
    @FunctionalInterface
    private interface Preparation {
        boolean make(KeptMonths kept, Path catalogue, CountedMonth month) throws SQLException, IOException;
    }

    private static boolean prepare(DataFolder folder, State state, YearMonth month, Preparation preparation)
            throws IOException {
        Optional<CountedMonth> counted = counted(folder, state, month);
        Optional<Path> catalogue = catalogue(folder, state);
        try {
            return counted.isPresent()
                    && catalogue.isPresent()
                    && preparation.make(KeptMonths.ofProcess(), catalogue.get(), counted.get());
        } catch (SQLException e) {
            throw FileUsage.failure(e);
        }
    }

    private Optional<KeptUsage> kept() throws IOException {
        if (!lookedByTitle) {
            byTitle = query.ways().isAll() ? kept(month -> Split.TITLES, months) : keptOfWays();
            lookedByTitle = true;
        }
        return byTitle;
    }

    /** Of some ways of arrival or routes of access: months that did not record them have all their usage as not recorded. */
    private Optional<KeptUsage> keptOfWays() throws IOException {
        if (query.choosesUnknownOfWays()) {
            return Optional.empty();
        }
        List<CountedMonth> recording = recording();
        return kept(
                month -> recording.contains(month) ? Split.WAYS : Split.TITLES,
                query.ways().passesUnrecorded() ? months : recording);
    }

    /** None when it is too much to be kept. */
    private Optional<KeptUsage> kept(Function<CountedMonth, Split> split, List<CountedMonth> some) throws IOException {
        if (keeping.isEmpty() || catalogue.isEmpty() || some.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<KeptMonths.Found> found =
                    keeping.get().find(folder, catalogue.get(), query.customer(), split, some);
            return found.isEmpty() ? Optional.empty() : Optional.of(KeptUsage.of(query, some, found.get(), split));
        } catch (SQLException e) {
            throw FileUsage.failure(e);
        }
    }

    private FileUsage files() throws IOException {
        FileUsage opened = files;
        if (opened == null) {
            opened = FileUsage.of(folder.temporary(), query, months, catalogue);
            files = opened;
        }
        return opened;
    }

    /** Reads what can be kept in memory, for whoever asks next; what is too much is left in its files. */
    public void keep() throws IOException {
        kept();
        kept(month -> Split.WAYS, recording());
    }

    private List<CountedMonth> recording() {
        return months.stream().filter(Sources::recordWays).toList();
    }

    /** Prepares {@link #byAttributes} and {@link #titles} together, if both are to be asked. */
    public void together() throws IOException {
        if (kept().isEmpty()) {
            files().together();
        }
    }

    /** All usage by month and attributes. */
    public List<UsageRow> byAttributes() throws IOException {
        return kept().isPresent() ? kept().get().byAttributes() : files().byAttributes();
    }

    /**
     * Usage of one month by open-access status.
     *
     * @param status the catalogue's, in lower case; {@code closed} for Controlled, {@code unknown} for open usage whose status the catalogue
     *     does not say
     */
    public record OpenAccessRow(YearMonth month, String status, long[] counts) {}

    /** Usage of items by month and open-access status, as it was when they were used. */
    public List<OpenAccessRow> byOpenAccess() throws IOException {
        return kept().isPresent() ? kept().get().byOpenAccess() : files().byOpenAccess();
    }

    /** The metrics of {@link #byRoutes}. */
    public static final Set<MetricType> OF_ROUTES = Collections.unmodifiableSet(EnumSet.of(
            MetricType.TOTAL_ITEM_INVESTIGATIONS,
            MetricType.TOTAL_ITEM_REQUESTS,
            MetricType.LIMIT_EXCEEDED,
            MetricType.NO_LICENSE));

    /**
     * Usage by month, way of arrival and route of access, whose sums are those of {@link #byAttributes}: what was counted before they were
     * recorded is without any. Choices of Access_Type, open-access status and YOP are not looked at: ways and routes are not counted by them.
     */
    public List<RouteRow> byRoutes() throws IOException {
        List<CountedMonth> recording = recording();
        Set<YearMonth> recorded = recording.stream().map(CountedMonth::month).collect(Collectors.toSet());
        List<RouteRow> rows = new ArrayList<>();
        if (!recorded.isEmpty()) {
            Optional<KeptUsage> ways = kept(month -> Split.WAYS, recording);
            rows.addAll(ways.isPresent() ? ways.get().byRoutes() : files().byRoutes(recorded));
        }
        if (recorded.size() < months.size()) {
            for (UsageRow row : byAttributes()) {
                if (!recorded.contains(row.month())) {
                    long[] counts = new long[row.counts().length];
                    OF_ROUTES.forEach(metric -> counts[metric.ordinal()] = row.counts()[metric.ordinal()]);
                    rows.add(new RouteRow(
                            row.month(), Arrivals.NOT_RECORDED, AccessRoute.NOT_RECORDED, row.accessMethod(), counts));
                }
            }
        }
        return rows;
    }

    /** The ids of the titles, and of items that have none, that are chosen; empty when all are. */
    public Optional<Set<String>> chosen() throws IOException {
        return query.content().isAll() ? Optional.empty() : Optional.of(files().chosen());
    }

    /** The open-access status of what the catalogue gives one, or whose parent has one, by id. */
    public Map<String, String> statuses() throws IOException {
        return files().statuses();
    }

    /** The months whose figures are known: those that were counted, of some ways of arrival or routes of access those that recorded them. */
    public SortedSet<YearMonth> known() {
        boolean all = query.ways().isAll() || query.ways().passesUnrecorded();
        return months.stream()
                .filter(month -> all || Sources.recordWays(month))
                .map(CountedMonth::month)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The titles that were used, as a Title Report has them. */
    public UsedTitles titles() throws IOException {
        return kept().isPresent() ? kept().get().titles() : files().titles();
    }

    /** The items that were used, as an Item Report has them; of the titles that are chosen, all items. */
    public UsedTitles items() throws IOException {
        return files().items();
    }

    /** All usage by month and the set of customers to whom it belongs. */
    public List<SetRow> bySets() throws IOException {
        boolean told = query.content().isAll() && query.ways().isAll();
        Optional<KeptUsage> sets = told ? kept(month -> Split.SETS, months) : Optional.empty();
        return sets.isPresent() ? sets.get().bySets() : files().bySets();
    }

    /**
     * The packages of the catalogue, as far as their titles are chosen, by name; those without any use too.
     *
     * @param metric that of the course and of the comparison
     */
    public List<PackageRow> packages(MetricType metric, SortedSet<YearMonth> asked, SortedSet<YearMonth> before)
            throws IOException {
        return kept().isPresent()
                ? kept().get().packages(metric, asked, before)
                : files().packages(metric, asked, before);
    }

    /** The titles of the catalogue that are chosen and in a package, by id, without usage. */
    public Map<String, TitleRow> catalogued() throws IOException {
        return files().catalogued();
    }

    /**
     * All usage by month, attributes and content, with names: everything that the other answers are sums of.
     *
     * @param byItem that of items alone, each by itself
     */
    public UsedContent content(boolean byItem) throws IOException {
        return files().content(byItem);
    }

    @Override
    public void close() throws IOException {
        if (files != null) {
            files.close();
        }
    }
}
