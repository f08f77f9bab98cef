package fr.comptoir.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.Format;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.code.SectionType;
import fr.comptoir.model.fact.FactQuery;
import fr.comptoir.model.fact.FactQuery.Attribute;
import fr.comptoir.model.fact.FactQuery.Identifier;
import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.model.fact.FactQuery.YopRange;
import fr.comptoir.model.fact.FactRow;
import fr.comptoir.model.fact.FactRow.Described;
import fr.comptoir.model.fact.MonthFacts;
import fr.comptoir.model.site.InputException;
import fr.comptoir.store.Store;
import fr.comptoir.store.fact.SampleCatalogue;
import fr.comptoir.store.fact.SampleFacts;
import fr.comptoir.store.state.Counted;
import fr.comptoir.store.state.State;
import fr.comptoir.store.state.Versions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactQueriesTest {
    private static final long SEED = 42;
    private static final YearMonth FIRST = YearMonth.of(2024, 1);
    private static final Set<MetricType> ALL_METRICS = EnumSet.allOf(MetricType.class);
    private static final Set<Attribute> ALL_ATTRIBUTES = EnumSet.allOf(Attribute.class);

    @TempDir
    static Path data;

    private static final SampleCatalogue CATALOGUE = SampleCatalogue.small();
    private static final List<MonthFacts> MONTHS = new ArrayList<>();

    @BeforeAll
    static void countFourMonths() throws IOException, InputException {
        SplittableRandom random = new SplittableRandom(SEED);
        try (Store store = Store.openForWriting(data, () -> false)) {
            State state = store.state();
            state = state.withCatalogue(store.catalogue()
                    .write(
                            state,
                            row -> {
                                for (var each : CATALOGUE.rows()) {
                                    row.take(each);
                                }
                            },
                            true,
                            (all, file) -> Files.createFile(file)));
            for (int i = 0; i < 4; i++) {
                MonthFacts facts = SampleFacts.random(random, FIRST.plusMonths(i), CATALOGUE, 800);
                MONTHS.add(facts);
                store.facts().write(facts, CATALOGUE, 1);
                state = state.withMonthFacts(
                        facts.month(), Counted.of(1, Instant.EPOCH, facts.totals(), Versions.NONE));
            }
            store.commit(state);
        }
    }

    @Test
    void everyReportAgreesWithSumsMadeInJava() throws Exception {
        for (Release release : Release.values()) {
            for (Subject subject : Subject.values()) {
                for (String customer : List.of(Institution.THE_WORLD, "c1", "cons")) {
                    check(query(subject, release, customer, ALL_ATTRIBUTES));
                }
            }
        }
        assertThat(rows(query(Subject.TITLE, Release.R5, "nobody", Set.of()))).isEmpty();
    }

    @Test
    void totalsAreTheSameWithAndWithoutAttributes() throws Exception {
        Attribute[] attributes = Attribute.values();
        int next = 0;
        for (Release release : Release.values()) {
            for (Subject subject : Subject.values()) {
                long[] all = totals(rows(query(subject, release, "c1", ALL_ATTRIBUTES)));
                assertThat(Arrays.stream(all).sum()).isPositive();
                FactQuery one = query(subject, release, "c1", EnumSet.of(attributes[next++ % attributes.length]));
                FactQuery none = query(subject, release, "c1", Set.of());
                check(one);
                check(none);
                assertThat(totals(rows(one))).as("%s", one).isEqualTo(all);
                assertThat(totals(rows(none))).as("%s", none).isEqualTo(all);
            }
        }
    }

    @Test
    void everyFilterNarrowsAsInJava() throws Exception {
        List<YopRange> middle = List.of(new YopRange(2001, 2011));
        List<YopRange> ends = List.of(new YopRange(1, 1), new YopRange(2012, 9999));
        Set<MetricType> requests = EnumSet.of(MetricType.TOTAL_ITEM_REQUESTS, MetricType.UNIQUE_TITLE_REQUESTS);
        Set<DataType> types = EnumSet.of(DataType.BOOK, DataType.BOOK_SEGMENT, DataType.OTHER, DataType.DATABASE);
        for (Release release : Release.values()) {
            for (Subject subject : Subject.values()) {
                FactQuery all = query(subject, release, Institution.THE_WORLD, ALL_ATTRIBUTES);
                AccessType open = release == Release.R5 ? AccessType.OA_GOLD : AccessType.OPEN;
                check(with(all, requests, types, Set.of(), middle, Set.of(), Set.of()));
                check(with(all, ALL_METRICS, Set.of(), Set.of(), ends, EnumSet.of(open), Set.of()));
                check(with(all, ALL_METRICS, Set.of(), Set.of(), List.of(), Set.of(), EnumSet.of(AccessMethod.TDM)));
            }
        }
        FactQuery titles = query(Subject.TITLE, Release.R5, "c1", ALL_ATTRIBUTES);
        check(with(titles, ALL_METRICS, Set.of(), EnumSet.of(SectionType.CHAPTER), List.of(), Set.of(), Set.of()));
        // Every Section_Type is no filter: unique titles, which have none, stay.
        FactQuery every = with(
                titles,
                ALL_METRICS,
                Set.of(),
                EnumSet.allOf(SectionType.class),
                List.of(),
                EnumSet.of(AccessType.CONTROLLED, AccessType.OA_GOLD, AccessType.OTHER_FREE_TO_READ),
                Set.of());
        assertThat(totals(rows(every))).isEqualTo(totals(rows(titles)));
    }

    /** CoP 5.0.3, section 3.3.5: a word of repositories for their items, that no view of titles has. */
    @Test
    void whatIsOtherwiseFreeToReadIsControlledInTitleReportsOfRelease5() throws Exception {
        Set<AccessType> controlled = EnumSet.of(AccessType.CONTROLLED);
        Set<AccessType> open = EnumSet.of(AccessType.OA_GOLD);
        FactQuery titles = query(Subject.TITLE, Release.R5, Institution.THE_WORLD, ALL_ATTRIBUTES);
        assertThat(rows(titles))
                .extracting(FactRow::accessType)
                .containsOnly(AccessType.CONTROLLED, AccessType.OA_GOLD);
        FactQuery closed = with(titles, ALL_METRICS, Set.of(), Set.of(), List.of(), controlled, Set.of());
        check(closed);
        long[] both = totals(rows(closed));
        long[] gold = totals(rows(with(titles, ALL_METRICS, Set.of(), Set.of(), List.of(), open, Set.of())));
        Arrays.setAll(both, metric -> both[metric] + gold[metric]);
        assertThat(both).isEqualTo(totals(rows(titles)));
        FactQuery items = query(Subject.ITEM, Release.R5, Institution.THE_WORLD, ALL_ATTRIBUTES);
        assertThat(rows(items)).extracting(FactRow::accessType).contains(AccessType.OTHER_FREE_TO_READ);
    }

    @Test
    void identifiersAndDatabaseNamesNarrowTheSubject() throws Exception {
        for (String id : List.of("a1.2", "b1", "nothing")) {
            check(narrowed(Subject.ITEM, Optional.of(new Identifier("DOI", "10.1/" + id)), Optional.empty()));
            check(narrowed(Subject.TITLE, Optional.of(new Identifier("DOI", "10.1/" + id)), Optional.empty()));
        }
        check(narrowed(Subject.DATABASE, Optional.empty(), Optional.of("Database 1")));
        List<FactRow> byIssn =
                rows(narrowed(Subject.TITLE, Optional.of(new Identifier("Online_ISSN", "1234567x")), Optional.empty()));
        assertThat(byIssn).isNotEmpty().allMatch(row -> row.subject().id().startsWith("j"));
        List<FactRow> own =
                rows(narrowed(Subject.ITEM, Optional.of(new Identifier("Proprietary", "vid")), Optional.empty()));
        assertThat(own).isNotEmpty().allMatch(row -> row.subject().id().equals("vid"));
    }

    @Test
    void onlyTheMonthsAskedForAnswer() throws Exception {
        FactQuery all = query(Subject.TITLE, Release.R5_1, "c1", Set.of());
        FactQuery two = new FactQuery(
                all.subject(),
                all.release(),
                all.customer(),
                FIRST.plusMonths(1),
                FIRST.plusMonths(2),
                all.metrics(),
                Set.of(),
                Set.of(),
                List.of(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
        check(two);
        assertThat(rows(two)).extracting(FactRow::month).containsOnly(FIRST.plusMonths(1), FIRST.plusMonths(2));
    }

    @Test
    void aWholeBookIsASegmentOfItselfInItemReports() throws Exception {
        FactRow row = rows(narrowed(Subject.ITEM, Optional.of(new Identifier("Proprietary", "b2")), Optional.empty()))
                .get(0);
        assertThat(row.subject().dataType()).isEqualTo(DataType.BOOK_SEGMENT);
        assertThat(row.parent().dataType()).isEqualTo(DataType.BOOK);
        assertThat(row.parent().id()).isEqualTo(row.subject().id()).isEqualTo("b2");
        assertThat(row.subject().doi()).isEqualTo("10.1/B2");
        assertThat(row.subject().name()).isEqualTo("Book é 2");
    }

    @Test
    void anItemWithoutAPublisherHasThatOfItsParentOrDatabase() throws Exception {
        assertThat(publisher("a1.0")).isEqualTo("Publisher of j1 ISNI:j1");
        assertThat(publisher("a1.2")).as("its own, and no identifier with it").isEqualTo("Publisher of a1.2 ");
        assertThat(publisher("dfi")).isEqualTo("Publisher of db0 ");
        assertThat(publisher("lost")).as("its parent is not there").isEqualTo(" ");
    }

    private static String publisher(String id) throws Exception {
        List<FactRow> rows =
                rows(narrowed(Subject.ITEM, Optional.of(new Identifier("Proprietary", id)), Optional.empty()));
        assertThat(rows).as(id).isNotEmpty();
        Described item = rows.get(0).subject();
        return item.publisher() + " " + item.publisherId();
    }

    @Test
    void aConsortiumIsDividedAmongItsMembersAndTotalsStay() throws Exception {
        for (Release release : Release.values()) {
            for (Subject subject : Subject.values()) {
                FactQuery whole = query(subject, release, "cons", Set.of());
                FactQuery divided = divided(query(subject, release, "cons", ALL_ATTRIBUTES), List.of("c2", "c1"));
                check(divided);
                assertThat(rows(divided)).extracting(FactRow::customer).containsOnly("c2", "c1");
                assertThat(totals(rows(divided))).isEqualTo(totals(rows(whole)));
                FactQuery one = divided(query(subject, release, "cons", EnumSet.of(Attribute.CUSTOMER)), List.of("c2"));
                check(one);
                assertThat(rows(one)).extracting(FactRow::customer).containsOnly("c2", "cons");
                assertThat(rows(whole)).extracting(FactRow::customer).containsOnlyNulls();
            }
        }
    }

    @Test
    void theWorldIsDividedIntoWhatIsSomebodysAndWhatIsNobodys() throws Exception {
        for (Release release : Release.values()) {
            for (Subject subject : Subject.values()) {
                FactQuery world =
                        query(subject, release, Institution.THE_WORLD, EnumSet.of(Attribute.ATTRIBUTED, Attribute.YOP));
                check(world);
                assertThat(rows(world)).extracting(FactRow::attributed).containsOnly(true, false);
                long[] all = totals(rows(world));
                assertThat(totals(rows(query(subject, release, Institution.THE_WORLD, Set.of()))))
                        .isEqualTo(all);
                FactQuery yes = attributed(world, true, Set.of());
                FactQuery no = attributed(world, false, Set.of(Attribute.DATA_TYPE));
                check(yes);
                check(no);
                long[] some = totals(rows(yes));
                long[] rest = totals(rows(no));
                Arrays.setAll(some, metric -> some[metric] + rest[metric]);
                assertThat(some).isEqualTo(all);
                FactQuery own = query(subject, release, "cons", EnumSet.of(Attribute.ATTRIBUTED));
                check(own);
                assertThat(rows(own)).extracting(FactRow::attributed).containsOnly(true);
                assertThat(rows(attributed(own, true, own.shown()))).hasSameSizeAs(rows(own));
                assertThat(rows(attributed(own, false, own.shown()))).isEmpty();
            }
        }
    }

    @Test
    void requestsOfTitlesAreDividedByFormatAndTotalsStay() throws Exception {
        for (String customer : List.of(Institution.THE_WORLD, "c1", "cons")) {
            FactQuery divided = query(Subject.TITLE, Release.R5, customer, EnumSet.of(Attribute.FORMAT));
            check(divided);
            List<FactRow> rows = rows(divided);
            assertThat(rows).extracting(FactRow::format).containsOnly(null, Format.HTML, Format.PDF, Format.OTHER);
            assertThat(totals(rows)).isEqualTo(totals(rows(query(Subject.TITLE, Release.R5, customer, Set.of()))));
            int requests = MetricType.TOTAL_ITEM_REQUESTS.ordinal();
            assertThat(rows).allSatisfy(row -> {
                long all = Arrays.stream(row.counts()).sum();
                assertThat(row.counts()[requests]).isEqualTo(row.format() == null ? 0 : all);
            });
        }
        try (Store store = Store.openForReading(data)) {
            assertThat(store.monthsWithoutFormats(FIRST, FIRST.plusMonths(11))).isEmpty();
        }
    }

    private static FactQuery attributed(FactQuery query, boolean yes, Set<Attribute> shown) {
        return asked(query, shown, query.members(), Optional.of(yes));
    }

    private static FactQuery divided(FactQuery query, List<String> members) {
        return asked(query, query.shown(), members, query.attributed());
    }

    private static FactQuery asked(
            FactQuery query, Set<Attribute> shown, List<String> members, Optional<Boolean> attributed) {
        return new FactQuery(
                query.subject(),
                query.release(),
                query.customer(),
                query.begin(),
                query.end(),
                query.metrics(),
                query.dataTypes(),
                query.sectionTypes(),
                query.yop(),
                query.accessTypes(),
                query.accessMethods(),
                query.itemId(),
                query.database(),
                shown,
                members,
                attributed);
    }

    private static FactQuery query(Subject subject, Release release, String customer, Set<Attribute> shown) {
        return new FactQuery(
                subject,
                release,
                customer,
                FIRST,
                FIRST.plusMonths(11),
                ALL_METRICS,
                Set.of(),
                Set.of(),
                List.of(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                shown);
    }

    private static FactQuery narrowed(Subject subject, Optional<Identifier> id, Optional<String> database) {
        FactQuery all = query(subject, Release.R5_1, Institution.THE_WORLD, ALL_ATTRIBUTES);
        return new FactQuery(
                subject,
                all.release(),
                all.customer(),
                all.begin(),
                all.end(),
                all.metrics(),
                Set.of(),
                Set.of(),
                List.of(),
                Set.of(),
                Set.of(),
                id,
                database,
                all.shown());
    }

    private static FactQuery with(
            FactQuery all,
            Set<MetricType> metrics,
            Set<DataType> dataTypes,
            Set<SectionType> sectionTypes,
            List<YopRange> yop,
            Set<AccessType> accessTypes,
            Set<AccessMethod> accessMethods) {
        return new FactQuery(
                all.subject(),
                all.release(),
                all.customer(),
                all.begin(),
                all.end(),
                metrics,
                dataTypes,
                sectionTypes,
                yop,
                accessTypes,
                accessMethods,
                Optional.empty(),
                Optional.empty(),
                all.shown());
    }

    /** The answer has the oracle's counts, each key once, in order, and one object for each thing. */
    private static void check(FactQuery query) throws IOException, InputException {
        List<FactRow> rows = rows(query);
        Map<String, String> answer = new TreeMap<>();
        IdentityHashMap<Described, Boolean> described = new IdentityHashMap<>();
        for (FactRow row : rows) {
            assertThat(answer.put(Oracle.key(row), Arrays.toString(row.counts())))
                    .as("twice: %s", row)
                    .isNull();
            if (row.subject() != null) {
                described.put(row.subject(), true);
            }
        }
        Map<String, String> expected = new TreeMap<>();
        Oracle.answer(query, MONTHS, CATALOGUE).forEach((key, counts) -> expected.put(key, Arrays.toString(counts)));
        assertThat(answer).as("seed %d, %s", SEED, query).isEqualTo(expected);
        assertThat(described)
                .hasSize((int) described.keySet().stream().distinct().count());
        assertThat(rows).isSortedAccordingTo(ORDER);
    }

    private static final Comparator<FactRow> ORDER = Comparator.comparing(
                    (FactRow row) -> row.parent() == null ? "" : row.parent().name())
            .thenComparing(row -> row.parent() == null ? "" : row.parent().id())
            .thenComparing(row -> row.subject() == null ? "" : row.subject().name())
            .thenComparing(row -> row.subject() == null ? "" : row.subject().id())
            .thenComparing(row ->
                    row.customer() == null ? 0 : List.of("c2", "c1", "cons").indexOf(row.customer()))
            .thenComparing(row -> Boolean.FALSE.equals(row.attributed()))
            .thenComparing(FactRow::format, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(FactRow::dataType, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(FactRow::sectionType, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(row -> row.yop() == 0 ? Integer.MAX_VALUE : row.yop())
            .thenComparing(FactRow::accessType, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(FactRow::accessMethod, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(FactRow::month);

    private static List<FactRow> rows(FactQuery query) throws IOException, InputException {
        List<FactRow> rows = new ArrayList<>();
        try (Store store = Store.openForReading(data)) {
            store.factSource().rows(query, rows::add);
        }
        return rows;
    }

    private static long[] totals(List<FactRow> rows) {
        long[] totals = new long[MetricType.values().length];
        for (FactRow row : rows) {
            for (int i = 0; i < totals.length; i++) {
                totals[i] += row.counts()[i];
            }
        }
        return totals;
    }
}
