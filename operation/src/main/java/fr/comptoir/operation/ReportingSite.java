package fr.comptoir.operation;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.fact.FactSource;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.SiteConfig;
import fr.comptoir.report.Availability;
import fr.comptoir.report.ParsedRequest;
import fr.comptoir.report.ReportContext;
import fr.comptoir.report.ReportInstitution;
import fr.comptoir.report.ReportRequest;
import fr.comptoir.report.ReportRequestParser;
import fr.comptoir.report.ReportingPeriod;
import fr.comptoir.store.Store;
import fr.comptoir.store.query.ExtractionSums;
import fr.comptoir.store.query.Users;
import fr.comptoir.store.state.Counted;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.usage.CatalogueNames;
import fr.comptoir.store.usage.Usage;
import fr.comptoir.store.usage.UsageQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A site as reports are made from it: the store's state and the institutions of one moment, read once for many reports. Immutable but for
 * the clock, and safe for many threads.
 */
public final class ReportingSite {
    private final Site site;
    private final Store store;
    private final Map<String, Institution> institutions = new LinkedHashMap<>();
    private final List<Institution> inOrder;
    private final Affiliations affiliations;
    private final boolean onlyPublished;
    private final boolean summed;

    private ReportingSite(
            Site site, Store store, Collection<Institution> institutions, boolean onlyPublished, boolean summed) {
        this.site = site;
        this.store = store;
        this.onlyPublished = onlyPublished;
        this.summed = summed;
        institutions.forEach(institution -> this.institutions.put(institution.customerId(), institution));
        inOrder = List.copyOf(this.institutions.values());
        affiliations = new Affiliations(inOrder);
    }

    /** Reads the state in force and the institutions. */
    public static ReportingSite read(Site site) throws IOException, InputException {
        Store store = Store.openForReading(site.data());
        return new ReportingSite(site, store, Registry.institutions(store), false, false);
    }

    /** The same as customers see it: reports show no month before its publication day, nor one that must not be shown yet. */
    public ReportingSite published() {
        return new ReportingSite(site, store, institutions.values(), true, summed);
    }

    /**
     * The same for a service: Title Reports of an institution are answered out of the sums that {@link #prepareInstitutions} made, which are
     * the facts' own. On the command line, and so by {@code verify}, reports are always made of the facts themselves.
     */
    public ReportingSite summed() {
        return new ReportingSite(site, store, institutions.values(), onlyPublished, true);
    }

    public Site site() {
        return site;
    }

    Store store() {
        return store;
    }

    /** A new name for what is put aside while it is made: see {@link Store#putAside}. */
    public Path putAside() {
        return store.putAside();
    }

    /** Asks the facts in force for usage of any choice of content; to be closed. */
    public Usage usage(UsageQuery query) throws IOException {
        return store.usage(query);
    }

    /** What a customer extracted; see {@link ExtractionSums#of}. */
    public SortedMap<YearMonth, List<ExtractionSums.Sum>> extractions(String customer, SortedSet<YearMonth> months)
            throws IOException {
        return store.extractionSums().of(customer, months);
    }

    /** What the titles, publishers and packages of the catalogue are called. */
    public CatalogueNames catalogueNames() throws IOException {
        return store.catalogueNames();
    }

    /**
     * Sums up the usage of a consortium, or of the world, in a month beforehand, so that nobody has to wait for it.
     *
     * @return false when there is nothing to do
     */
    public boolean prepareUsage(String customer, YearMonth month) throws IOException {
        return store.prepareUsage(customer, month);
    }

    /**
     * Sums up the usage of each institution in a month beforehand.
     *
     * @return false when there is nothing to do
     */
    public boolean prepareInstitutions(YearMonth month) throws IOException {
        return store.prepareInstitutions(month);
    }

    /**
     * Counts the usage of a month by hour out of its actions, for all days that pages show of it: see {@link MonthCourse}.
     *
     * @return false when there is nothing to do
     */
    public boolean prepareHours(YearMonth month) throws IOException, InputException {
        ZoneId zone = site.config().platform().timeZone();
        return new MonthHours(store, zone, MonthHours.ROWS_IN_MEMORY).make(month);
    }

    /** What the store knows of each month. */
    public SortedMap<YearMonth, MonthState> months() {
        return store.state().months();
    }

    /** By ascending customer id; the world is not among them. */
    public List<Institution> institutions() {
        return inOrder;
    }

    /** The institution of a customer id; none for the world. */
    public Optional<Institution> institution(String customer) {
        return Optional.ofNullable(institutions.get(customer));
    }

    /** The members of a consortium on a day, by ascending customer id; none of an institution that is no consortium. */
    public List<Institution> members(String consortium, LocalDate day) {
        return affiliations.members(consortium, day, day);
    }

    /** Those that were members of a consortium on any day of some months, by ascending customer id. */
    public List<Institution> members(String consortium, YearMonth from, YearMonth to) {
        return affiliations.members(consortium, from.atDay(1), to.atEndOfMonth());
    }

    /** What reports can be made of now. */
    public Availability availability() {
        List<YearMonth> counted = store.state().months().values().stream()
                .filter(month -> month.counted().isPresent())
                .filter(month -> !onlyPublished
                        || DueMonths.isPublished(month, site.config().months(), today()))
                .map(MonthState::month)
                .toList();
        return Availability.of(
                counted, site.clock(), site.config().platform(), site.config().months());
    }

    /**
     * A correction that is in force.
     *
     * @param at since when
     */
    public record Corrected(YearMonth month, Instant at) {}

    /** The corrections that came into force since a moment, the latest first. */
    public List<Corrected> correctedSince(Instant since) {
        return store.state().months().values().stream()
                .flatMap(month -> month.restatements().stream()
                        .flatMap(one -> one.applied().stream())
                        .map(applied -> new Corrected(month.month(), applied.at())))
                .filter(one -> one.at().isAfter(since))
                .sorted((one, other) -> other.at().compareTo(one.at()))
                .toList();
    }

    /** The customers to whom any usage of a year was attributed, consortia included. */
    public SortedSet<String> users(int year) throws IOException {
        return new Users(store.folder(), store.state()).in(year);
    }

    /** The version of the figures of each counted month of a year: while they are the same, so is what the facts say of it. */
    public List<String> versions(Year year) {
        return facts(year.atMonth(1), year.atMonth(12));
    }

    /** Answers questions to the facts as reports ask them. */
    FactSource factSource() {
        return summed
                ? store.summedSource(site.config().titles())
                : store.factSource(site.config().titles());
    }

    /** The day it is in the platform's time zone. */
    public LocalDate today() {
        return LocalDate.now(site.clock().withZone(site.config().platform().timeZone()));
    }

    /**
     * Reads a request of a report, with what the catalogue knows.
     *
     * @param parameters as for {@link ReportRequestParser#parse}
     */
    ParsedRequest request(String release, String reportId, Map<String, String> parameters) throws IOException {
        ParsedRequest parsed = new ReportRequestParser(site.config().platform().id(), YearMonth.from(today()))
                .parse(release, reportId, parameters);
        ParsedRequest known = parsed.database().isEmpty() ? parsed : parsed.withDatabases(store.databaseNames());
        Optional<ReportRequest> formats = known.formats();
        if (formats.isEmpty()) {
            return known;
        }
        Optional<String> why = withoutFormats(formats.get());
        return why.isEmpty() ? known : known.withoutFormats(why.get());
    }

    /** Why formats cannot be told in a request's months, if they cannot. */
    private Optional<String> withoutFormats(ReportRequest request) throws IOException {
        if (site.config().pages().stream().allMatch(page -> page.format().isEmpty())) {
            return Optional.of("no page rule of the platform says a format");
        }
        List<YearMonth> without = store.monthsWithoutFormats(request.begin(), request.end());
        String months = without.stream().map(YearMonth::toString).collect(Collectors.joining(" "));
        return without.isEmpty()
                ? Optional.empty()
                : Optional.of("months were counted before formats of Release 5 were kept, which comptoir recount "
                        + months + " --apply mends");
    }

    /** A customer, or the world, as the header of a report names it. */
    public Optional<ReportInstitution> reportInstitution(String customer) {
        String platform = site.config().platform().id();
        if (customer.equals(Institution.THE_WORLD)) {
            return Optional.of(ReportInstitution.theWorld(platform));
        }
        return institution(customer).map(institution -> ReportInstitution.of(institution, platform));
    }

    /** Members of the customer of a request in its months, customer id to name. */
    SortedMap<String, String> members(ReportRequest request) {
        SortedMap<String, String> names = new TreeMap<>();
        affiliations
                .members(
                        request.customer(),
                        request.begin().atDay(1),
                        request.end().atEndOfMonth())
                .forEach(member ->
                        names.put(member.customerId(), member.name().isBlank() ? member.customerId() : member.name()));
        return names;
    }

    /** Whose usage a report adds up. */
    ReportWork.Whose whose(ReportRequest request) {
        if (request.customer().equals(Institution.THE_WORLD)) {
            return ReportWork.Whose.THE_WORLD;
        }
        return members(request).isEmpty() ? ReportWork.Whose.INSTITUTION : ReportWork.Whose.CONSORTIUM;
    }

    /** How many actions were counted in those months, of all customers. */
    long actions(Collection<YearMonth> months) {
        return months.stream()
                .map(month -> store.state().month(month).counted())
                .flatMap(Optional::stream)
                .mapToLong(Counted::actions)
                .sum();
    }

    ReportContext context(ReportInstitution institution, SortedMap<String, String> members) {
        SiteConfig config = site.config();
        return ReportContext.of(config.platform(), config.provider(), institution, members, site.clock());
    }

    /** See {@link Affiliations#described}. */
    String described(String customer) {
        return affiliations.described(customer);
    }

    /** What the reports of all customers come from beside figures, in one line: the platform and the version of the catalogue in this site. */
    String identity() {
        SiteConfig config = site.config();
        return String.join(
                "|",
                config.platform().id(),
                config.platform().name(),
                config.provider().name(),
                config.provider().registryRecord(),
                config.titles().toString(),
                Integer.toString(store.state().catalogue()));
    }

    /** The version of the figures of each counted month of a period. */
    List<String> facts(ReportingPeriod period) {
        return facts(period.begin(), period.end());
    }

    private List<String> facts(YearMonth begin, YearMonth end) {
        List<String> versions = new ArrayList<>();
        for (MonthState month : store.state().months().values()) {
            Optional<Counted> counted = month.counted();
            if (counted.isPresent()
                    && !month.month().isBefore(begin)
                    && !month.month().isAfter(end)) {
                versions.add(month.month() + " v" + counted.get().facts());
            }
        }
        return versions;
    }
}
