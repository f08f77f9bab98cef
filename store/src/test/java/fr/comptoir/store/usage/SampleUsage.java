package fr.comptoir.store.usage;

import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.catalogue.CatalogueRow;
import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.FactQuery.YopRange;
import fr.comptoir.model.fact.MonthFacts;
import fr.comptoir.store.Store;
import fr.comptoir.store.fact.FactFiles;
import fr.comptoir.store.fact.SampleCatalogue;
import fr.comptoir.store.fact.SampleFacts;
import fr.comptoir.store.query.CountedMonth;
import fr.comptoir.store.state.Counted;
import fr.comptoir.store.state.Versions;
import fr.comptoir.store.usage.UsageQuery.Content;
import fr.comptoir.store.usage.UsageQuery.Ways;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A store with facts that follow no rule, and questions to it. */
final class SampleUsage {
    static final YearMonth FIRST = YearMonth.of(2024, 1);
    static final int MONTHS = 3;
    static final List<String> CUSTOMERS = List.of("c1", "c10", "cons", "nobody", Institution.THE_WORLD);

    private static final SampleCatalogue CATALOGUE = SampleCatalogue.small();
    /** What the facts have and the catalogue does not. */
    private static final Set<String> GONE = Set.of("j1", "b3", "vid");

    private static final List<String> STATUSES = List.of("", "gold", "green", "bronze", "closed");
    private static final List<String> PACKAGES = List.of("", "One", "One; Two", "Été");

    private final SplittableRandom random;

    SampleUsage(SplittableRandom random) {
        this.random = random;
    }

    /** Makes it. */
    void fill(Path data) throws Exception {
        importCatalogue(data, "");
        for (int i = 0; i < MONTHS; i++) {
            count(data, FIRST.plusMonths(i));
        }
    }

    /** Imports the catalogue, each name with an end. */
    void importCatalogue(Path data, String end) throws Exception {
        importCatalogue(data, end, GONE);
    }

    /** Imports the catalogue without some of it. */
    void importCatalogue(Path data, String end, Set<String> gone) throws Exception {
        try (Store store = Store.openForWriting(data, () -> false)) {
            int version = store.catalogue()
                    .write(
                            store.state(),
                            row -> {
                                for (CatalogueRow each : CATALOGUE.rows()) {
                                    if (!gone.contains(each.itemId())) {
                                        row.take(described(each, end));
                                    }
                                }
                            },
                            true,
                            (all, file) -> Files.createFile(file));
            store.commit(store.state().withCatalogue(version));
        }
    }

    private CatalogueRow described(CatalogueRow row, String end) {
        return new CatalogueRow(
                0,
                row.itemId(),
                row.parentId(),
                row.dataType(),
                row.name() + end,
                row.publisher(),
                row.publisherId(),
                row.authors(),
                row.publicationDate(),
                row.articleVersion(),
                row.yop(),
                row.accessType(),
                row.accessTypeR5(),
                one(STATUSES),
                row.doi(),
                row.isbn(),
                row.printIssn(),
                row.onlineIssn(),
                row.issnL(),
                row.uri(),
                one(PACKAGES),
                row.databaseId());
    }

    /** Counts a month again, with other figures. */
    void count(Path data, YearMonth month) throws Exception {
        MonthFacts facts = SampleFacts.random(random, month, CATALOGUE, 600);
        try (Store store = Store.openForWriting(data, () -> false)) {
            int version = store.state().month(month).nextFacts();
            store.facts().write(facts, CATALOGUE, version);
            store.commit(store.state()
                    .withMonthFacts(month, Counted.of(version, Instant.EPOCH, facts.totals(), Versions.NONE)));
        }
    }

    /** Any question. */
    UsageQuery query(String customer) {
        return new UsageQuery(
                one(List.of(Release.values())),
                customer,
                months(),
                choice(List.of(DataType.values())),
                choice(List.of(AccessType.values())),
                choice(Usage.STATUSES),
                choice(List.of(AccessMethod.values())),
                years(),
                Ways.ALL,
                content());
    }

    /** Any question of some ways of arrival or routes of access. */
    UsageQuery queryOfWays(String customer) {
        UsageQuery any = query(customer);
        boolean narrowed = random.nextInt(5) == 0;
        return new UsageQuery(
                any.release(),
                customer,
                any.months(),
                any.dataTypes(),
                narrowed ? any.accessTypes() : Choice.all(),
                narrowed ? any.openAccess() : Choice.all(),
                any.accessMethods(),
                narrowed ? any.yop() : Choice.all(),
                ways(),
                any.content());
    }

    private Ways ways() {
        List<String> arrivals = List.of("", "Portail d'été", "direct", "never");
        List<AccessRoute> routes = List.of(AccessRoute.values());
        Choice<String> wanted = new Choice<>(some(arrivals), Set.of());
        return switch (random.nextInt(4)) {
            case 0 -> new Ways(wanted, Choice.all());
            case 1 -> new Ways(new Choice<>(Set.of(), some(arrivals)), Choice.all());
            case 2 -> new Ways(Choice.all(), new Choice<>(some(routes), Set.of()));
            default -> new Ways(wanted, new Choice<>(Set.of(), Set.of(one(routes))));
        };
    }

    /** A month as it was counted before ways of arrival were recorded. */
    static void forgetWays(Path data, YearMonth month) throws Exception {
        try (Store store = Store.openForReading(data)) {
            CountedMonth counted =
                    Usage.counted(store.folder(), store.state(), month).orElseThrow();
            Files.delete(counted.facts().resolve(FactFiles.ROUTES));
        }
    }

    /** All of a customer, in Release 5.1. */
    static UsageQuery all(String customer) {
        SortedSet<YearMonth> months =
                IntStream.range(0, MONTHS).mapToObj(FIRST::plusMonths).collect(Collectors.toCollection(TreeSet::new));
        return new UsageQuery(
                Release.R5_1,
                customer,
                months,
                Choice.all(),
                Choice.all(),
                Choice.all(),
                Choice.all(),
                Choice.all(),
                Ways.ALL,
                Content.ALL);
    }

    /** Any titles of it. */
    TitleOrder order() {
        List<MetricType> metrics = List.copyOf(Sources.metrics(Sources.TITLES));
        List<String> columns = new ArrayList<>(TitleOrder.TEXTS);
        columns.addAll(List.of(
                "yop",
                "before",
                one(metrics).code(),
                one(metrics).code(),
                one(metrics).code()));
        Map<String, String> holds = new HashMap<>();
        if (random.nextInt(4) == 0) {
            holds.put(one(List.copyOf(TitleOrder.TEXTS)), one(List.of("a", "É", "journal", "")));
        }
        Map<MetricType, Long> least = random.nextInt(4) == 0 ? Map.of(one(metrics), random.nextLong(2_000)) : Map.of();
        Set<String> types =
                random.nextInt(4) == 0 ? Set.of("Book", one(List.of("Journal", "Database_Full"))) : Set.of();
        int year = one(List.of(1998, 2005, 2019, 2024));
        Optional<YopRange> years =
                random.nextInt(4) == 0 ? Optional.of(new YopRange(year, year + random.nextInt(4))) : Optional.empty();
        return new TitleOrder(
                one(metrics),
                months(),
                months(),
                one(columns),
                random.nextBoolean(),
                holds,
                types,
                years,
                least,
                random.nextInt(4),
                1 + random.nextInt(12));
    }

    private SortedSet<YearMonth> months() {
        return IntStream.rangeClosed(0, MONTHS)
                .filter(i -> random.nextInt(3) > 0)
                .mapToObj(FIRST::plusMonths)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Content content() {
        if (random.nextInt(3) > 0) {
            return Content.ALL;
        }
        return new Content(
                choice(List.of("j0", "j1", "b2", "rep", "vid")),
                choice(List.of("Publisher of j0", "Publisher of b2", "")),
                choice(List.of("One", "Two", "Été", "none")),
                random.nextInt(3) == 0 ? List.of(one(List.of("annals", "BOOK", "e", "nothing"))) : List.of());
    }

    private Choice<YopRange> years() {
        return choice(List.of(new YopRange(1, 1), new YopRange(2010, 2011), new YopRange(2001, 9999)));
    }

    private <T> Choice<T> choice(List<T> values) {
        return switch (random.nextInt(9)) {
            case 0 -> new Choice<>(some(values), Set.of());
            case 1 -> new Choice<>(Set.of(), some(values));
            case 2 -> random.nextInt(3) == 0 ? new Choice<>(some(values), some(values)) : Choice.all();
            default -> Choice.all();
        };
    }

    private <T> Set<T> some(List<T> values) {
        Set<T> some = new LinkedHashSet<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            some.add(one(values));
        }
        return some;
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /**
     * What a store answers to a question, opened for it.
     *
     * @param keeping what a process has in memory of usage; empty to ask the facts
     */
    static String answers(Path data, UsageQuery query, TitleOrder order, Optional<KeptMonths> keeping)
            throws Exception {
        try (Store store = Store.openForReading(data);
                Usage usage = Usage.of(store.folder(), store.state(), query, keeping)) {
            return answers(usage, order);
        }
    }

    /** All that an open question answers, as text: sums of the same, sorted. */
    static String answers(Usage usage, TitleOrder order) throws Exception {
        Map<String, long[]> sums = new TreeMap<>();
        usage.together();
        for (UsageRow row : usage.byAttributes()) {
            add(
                    sums,
                    String.join(
                            " ",
                            row.month().toString(),
                            row.dataType().code(),
                            String.valueOf(row.accessType()),
                            row.accessMethod().code(),
                            Integer.toString(row.yop())),
                    row.counts());
        }
        for (Usage.OpenAccessRow row : usage.byOpenAccess()) {
            add(sums, "oa " + row.month() + " " + row.status(), row.counts());
        }
        for (RouteRow row : usage.byRoutes()) {
            add(
                    sums,
                    String.join(
                            " ",
                            "way",
                            row.month().toString(),
                            row.arrival(),
                            row.route().toString(),
                            row.accessMethod().code()),
                    row.counts());
        }
        for (SetRow row : usage.bySets()) {
            add(sums, "set " + row.month() + " " + row.customers(), row.counts());
        }
        StringBuilder text = new StringBuilder();
        sums.forEach((key, counts) ->
                text.append(key).append(' ').append(Arrays.toString(counts)).append('\n'));
        UsedTitles.Page page = usage.titles().page(order);
        text.append(page.total()).append(" titles\n");
        page.rows().forEach(row -> text.append(text(row)).append('\n'));
        usage.packages(order.metric(), order.asked(), order.before())
                .forEach(row -> text.append(text(row)).append('\n'));
        return text.toString();
    }

    private static String text(PackageRow row) {
        return String.join(
                " / ",
                row.name(),
                Arrays.toString(
                        new long[] {row.titles(), row.used(), row.hardlyUsed(), row.refused(), row.open(), row.before()
                        }),
                Arrays.toString(row.counts()),
                row.course().toString());
    }

    private static String text(TitleRow row) {
        return String.join(
                " | ",
                row.id(),
                row.dataType(),
                row.name(),
                row.publisher(),
                row.doi(),
                row.isbn(),
                row.printIssn(),
                row.onlineIssn(),
                row.uri(),
                row.packages(),
                row.yopFirst() + "-" + row.yopLast(),
                Arrays.toString(row.counts()),
                Long.toString(row.before()),
                row.course().toString());
    }

    /** A row without figures says nothing. */
    private static void add(Map<String, long[]> sums, String key, long[] counts) {
        if (Arrays.stream(counts).anyMatch(count -> count != 0)) {
            long[] sum = sums.computeIfAbsent(key, any -> new long[counts.length]);
            for (int i = 0; i < counts.length; i++) {
                sum[i] += counts[i];
            }
        }
    }
}
