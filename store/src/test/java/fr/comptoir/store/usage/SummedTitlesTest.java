package fr.comptoir.store.usage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.code.SectionType;
import fr.comptoir.model.fact.FactQuery;
import fr.comptoir.model.fact.FactQuery.Attribute;
import fr.comptoir.model.fact.FactQuery.Identifier;
import fr.comptoir.model.fact.FactQuery.Subject;
import fr.comptoir.model.fact.FactQuery.YopRange;
import fr.comptoir.model.fact.FactRow;
import fr.comptoir.model.fact.FactSource;
import fr.comptoir.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Title Reports out of sums have the rows that the facts give, in their order. */
class SummedTitlesTest {
    private static final long SEED = 20_261_123;
    private static final List<MetricType> METRICS = List.copyOf(Sources.metrics(Sources.TITLES));

    @TempDir
    Path data;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final SampleUsage sample = new SampleUsage(random);

    /** With all that the facts have in the catalogue. */
    @BeforeEach
    void fill() throws Exception {
        sample.fill(data);
        sample.importCatalogue(data, "", Set.of());
    }

    private void prepare() throws Exception {
        try (Store store = Store.openForReading(data)) {
            for (int month = 0; month < SampleUsage.MONTHS; month++) {
                store.prepareInstitutions(SampleUsage.FIRST.plusMonths(month));
            }
        }
    }

    private static List<String> rows(FactSource source, FactQuery query) throws Exception {
        List<String> rows = new ArrayList<>();
        source.rows(query, row -> rows.add(text(row)));
        return rows;
    }

    private static String text(FactRow row) {
        return row.subject() + " " + row.parent() + " " + row.dataType() + " " + row.sectionType() + " " + row.yop()
                + " " + row.accessType() + " " + row.accessMethod() + " " + row.month() + " " + row.customer() + " "
                + Arrays.toString(row.counts());
    }

    /** The rows of the sums; nothing where the facts were asked. */
    private Optional<List<String>> ofSums(FactQuery query) throws Exception {
        return ofSums(query, (release, month) -> false);
    }

    private Optional<List<String>> ofSums(FactQuery query, SummedTitles.Moved moved) throws Exception {
        try (Store store = Store.openForReading(data)) {
            boolean[] asked = {false};
            FactSource sums = new SummedTitles(store.folder(), store.state(), moved, (same, rows) -> asked[0] = true);
            List<String> rows = rows(sums, query);
            return asked[0] ? Optional.empty() : Optional.of(rows);
        }
    }

    private List<String> ofFacts(FactQuery query) throws Exception {
        try (Store store = Store.openForReading(data)) {
            return rows(store.factSource(), query);
        }
    }

    @Test
    void anyTitleReportIsAnsweredAsByTheFacts() throws Exception {
        prepare();
        int some = 0;
        for (int i = 0; i < 120; i++) {
            FactQuery query = query(one(List.of("c1", "c10", "cons", "nobody")));
            Optional<List<String>> rows = ofSums(query);
            assertThat(rows).as("seed %s: %s", SEED, query).contains(ofFacts(query));
            some += rows.orElseThrow().isEmpty() ? 0 : 1;
        }
        assertThat(some).as("questions that have an answer").isGreaterThan(60);
    }

    @Test
    void whatSumsDoNotTellApartIsAskedOfTheFacts() throws Exception {
        prepare();
        FactQuery plain = all(Subject.TITLE, Release.R5, "c1", Set.of(Attribute.YOP));
        assertThat(ofSums(plain)).isPresent();
        assertThat(ofSums(all(Subject.TITLE, Release.R5, "c1", Set.of(Attribute.SECTION_TYPE))))
                .isEmpty();
        assertThat(ofSums(all(Subject.TITLE, Release.R5_1, "c1", Set.of(Attribute.SECTION_TYPE))))
                .as("Release 5.1 has no Section_Type")
                .isPresent();
        assertThat(ofSums(all(Subject.TITLE, Release.R5, "c1", Set.of(Attribute.CUSTOMER))))
                .isEmpty();
        assertThat(ofSums(all(Subject.TITLE, Release.R5, Institution.THE_WORLD, Set.of())))
                .isEmpty();
        for (Subject subject : List.of(Subject.PLATFORM, Subject.DATABASE, Subject.ITEM)) {
            assertThat(ofSums(all(subject, Release.R5, "c1", Set.of()))).isEmpty();
        }
        assertThat(ofSums(narrowed(Set.of(SectionType.ARTICLE), Optional.empty())))
                .isEmpty();
        assertThat(ofSums(narrowed(Set.of(), Optional.of(new Identifier("Proprietary", "j0")))))
                .isEmpty();
        assertThat(ofSums(plain, (release, month) -> month.equals(SampleUsage.FIRST)))
                .as("a title that is another in the reports of a month")
                .isEmpty();
    }

    @Test
    void withoutSumsOfEachMonthTheFactsAreAsked() throws Exception {
        FactQuery query = all(Subject.TITLE, Release.R5_1, "c1", Set.of(Attribute.YOP));
        assertThat(ofSums(query)).as("none was made").isEmpty();
        prepare();
        assertThat(ofSums(query)).isPresent();
        Path items = data.resolve("facts/" + SampleUsage.FIRST + "/v1/items.parquet");
        Files.setLastModifiedTime(items, FileTime.fromMillis(1_000));
        assertThat(ofSums(query)).as("made of other figures").isEmpty();
        prepare();
        assertThat(ofSums(query)).isPresent();
        Path first;
        try (Stream<Path> files = Files.list(data.resolve("usage"))) {
            first = files.filter(file -> file.getFileName().toString().contains("titles"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
        byte[] damaged = Files.readAllBytes(first);
        for (int i = 0; i < damaged.length / 2; i++) {
            damaged[i] ^= 1;
        }
        Files.write(first, damaged);
        assertThat(ofSums(query)).as("damaged").isEmpty();
    }

    @Test
    void whatTheCatalogueDoesNotHaveIsAskedOfTheFacts(@TempDir Path other) throws Exception {
        data = other;
        sample.fill(data);
        prepare();
        assertThat(ofSums(all(Subject.TITLE, Release.R5_1, "c1", Set.of()))).isEmpty();
    }

    private FactQuery query(String customer) {
        Set<Attribute> shown = some(List.of(
                Attribute.PARENT, Attribute.DATA_TYPE, Attribute.YOP, Attribute.ACCESS_TYPE, Attribute.ACCESS_METHOD));
        YearMonth begin = SampleUsage.FIRST.plusMonths(random.nextInt(SampleUsage.MONTHS));
        return new FactQuery(
                Subject.TITLE,
                one(List.of(Release.values())),
                customer,
                begin,
                begin.plusMonths(random.nextInt(SampleUsage.MONTHS + 1)),
                random.nextInt(3) == 0 ? Set.copyOf(METRICS) : atLeastOne(METRICS),
                rarely(List.of(DataType.values())),
                Set.of(),
                List.copyOf(rarely(List.of(new YopRange(1, 1), new YopRange(2010, 2011), new YopRange(2001, 9999)))),
                rarely(List.of(AccessType.values())),
                rarely(List.of(AccessMethod.values())),
                Optional.empty(),
                Optional.empty(),
                shown);
    }

    private static FactQuery all(Subject subject, Release release, String customer, Set<Attribute> shown) {
        return asked(subject, release, customer, shown, Set.of(), Optional.empty());
    }

    private static FactQuery narrowed(Set<SectionType> sections, Optional<Identifier> id) {
        return asked(Subject.TITLE, Release.R5, "c1", Set.of(), sections, id);
    }

    private static FactQuery asked(
            Subject subject,
            Release release,
            String customer,
            Set<Attribute> shown,
            Set<SectionType> sections,
            Optional<Identifier> id) {
        return new FactQuery(
                subject,
                release,
                customer,
                SampleUsage.FIRST,
                SampleUsage.FIRST.plusMonths(SampleUsage.MONTHS - 1L),
                Set.copyOf(METRICS),
                Set.of(),
                sections,
                List.of(),
                Set.of(),
                Set.of(),
                id,
                Optional.empty(),
                shown);
    }

    private <T> Set<T> rarely(List<T> values) {
        return random.nextInt(4) == 0 ? atLeastOne(values) : Set.of();
    }

    private <T> Set<T> atLeastOne(List<T> values) {
        Set<T> some = new LinkedHashSet<>(some(values));
        some.add(one(values));
        return some;
    }

    private <T> Set<T> some(List<T> values) {
        Set<T> some = new LinkedHashSet<>();
        values.forEach(value -> {
            if (random.nextBoolean()) {
                some.add(value);
            }
        });
        return some;
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
