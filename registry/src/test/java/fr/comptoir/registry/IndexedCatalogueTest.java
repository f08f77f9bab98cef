package fr.comptoir.registry;

import static fr.comptoir.registry.Rows.build;
import static fr.comptoir.registry.Rows.row;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.catalogue.CatalogueRow;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexedCatalogueTest {
    private static final int BEFORE = (int) LocalDate.of(2024, 3, 14).toEpochDay();
    private static final int AFTER = BEFORE + 1;

    @TempDir
    Path folder;

    @Test
    void blankYearAndAccessAreTheParentsAndElse0001AndControlled() {
        Catalogue catalogue = build(
                        row("a", "Article", "parent_id=j"),
                        row("b", "Article", "parent_id=j", "yop=2020", "access_type=Free_To_Read"),
                        row("j", "Journal", "yop=1999", "access_type=Controlled;2024-03-15:Open"),
                        row("c", "Article"))
                .catalogue();
        int a = catalogue.find("a");
        assertThat(catalogue.yop(a)).isEqualTo(1999);
        assertThat(catalogue.accessType(a, BEFORE)).isEqualTo(AccessType.CONTROLLED);
        assertThat(catalogue.accessType(a, AFTER)).isEqualTo(AccessType.OPEN);
        assertThat(catalogue.accessTypeR5(a, BEFORE)).isEqualTo(AccessType.CONTROLLED);
        assertThat(catalogue.accessTypeR5(a, AFTER)).isEqualTo(AccessType.OA_GOLD);
        int b = catalogue.find("b");
        assertThat(catalogue.yop(b)).isEqualTo(2020);
        assertThat(catalogue.accessType(b, AFTER)).isEqualTo(AccessType.FREE_TO_READ);
        assertThat(catalogue.accessTypeR5(b, AFTER)).isEqualTo(AccessType.CONTROLLED);
        int c = catalogue.find("c");
        assertThat(catalogue.yop(c)).isEqualTo(1);
        assertThat(catalogue.accessType(c, AFTER)).isEqualTo(AccessType.CONTROLLED);
    }

    @Test
    void beforeTheFirstChangeOfABlankTypeTheParentDecides() {
        Catalogue catalogue = build(
                        row("j", "Journal", "access_type=Free_To_Read;2024-03-01:Controlled"),
                        row("a", "Article", "parent_id=j", "access_type=;2024-03-15:Open"))
                .catalogue();
        int a = catalogue.find("a");
        assertThat(catalogue.accessType(a, BEFORE - 20)).isEqualTo(AccessType.FREE_TO_READ);
        assertThat(catalogue.accessType(a, BEFORE)).isEqualTo(AccessType.CONTROLLED);
        assertThat(catalogue.accessType(a, AFTER)).isEqualTo(AccessType.OPEN);
    }

    @Test
    void manyIdsAreFoundTogetherAsOneByOne() {
        long seed = new Random().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        for (int size : new int[] {0, 1, 3_000}) {
            Catalogue catalogue =
                    build(randomRows(size, seed).toArray(CatalogueRow[]::new)).catalogue();
            StringBuilder ids = new StringBuilder();
            int[] ends = new int[500];
            int[] expected = new int[ends.length];
            for (int i = 0; i < ends.length; i++) {
                String id = random.nextInt(4) == 0 ? "unknown" + i : id(random.nextInt(size + 1), seed);
                ids.append(id);
                ends[i] = ids.toString().getBytes(UTF_8).length;
                expected[i] = catalogue.find(id);
            }
            int[] numbers = new int[ends.length];
            catalogue.findAll(ids.toString().getBytes(UTF_8), ends, ends.length, numbers);

            assertThat(numbers).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void release5CallsOpenOaGoldUnlessTheStatusOrTheRowSaysOtherwise() {
        Catalogue catalogue = build(
                        row("blank", "Article", "access_type=Open"),
                        row("gold", "Article", "access_type=Open", "oa_status=gold"),
                        row("hybrid", "Article", "access_type=Open", "oa_status=hybrid"),
                        row("diamond", "Article", "access_type=Open", "oa_status=diamond"),
                        row("green", "Article", "access_type=Open", "oa_status=green"),
                        row("bronze", "Article", "access_type=Open", "oa_status=bronze"),
                        row(
                                "said",
                                "Article",
                                "access_type=Open",
                                "access_type_r5=Controlled;2024-03-15:Other_Free_To_Read"))
                .catalogue();
        for (String item : List.of("blank", "gold", "hybrid", "diamond")) {
            assertThat(catalogue.accessTypeR5(catalogue.find(item), AFTER))
                    .as(item)
                    .isEqualTo(AccessType.OA_GOLD);
        }
        for (String item : List.of("green", "bronze")) {
            assertThat(catalogue.accessTypeR5(catalogue.find(item), AFTER))
                    .as(item)
                    .isEqualTo(AccessType.CONTROLLED);
        }
        assertThat(catalogue.accessTypeR5(catalogue.find("said"), BEFORE)).isEqualTo(AccessType.CONTROLLED);
        assertThat(catalogue.accessTypeR5(catalogue.find("said"), AFTER)).isEqualTo(AccessType.OTHER_FREE_TO_READ);
    }

    @Test
    void release5MayHoldInAllFormatsFromDayToDay() {
        Catalogue catalogue = build(
                        row("said", "Article", "access_type_r5=Controlled (in all formats);2024-03-15:OA_Gold"),
                        row("gold", "Article", "access_type_r5=OA_Gold;2024-03-15:OA_Gold (in all formats)"))
                .catalogue();
        int said = catalogue.find("said");
        int gold = catalogue.find("gold");
        assertThat(catalogue.accessTypeR5(said, BEFORE)).isEqualTo(AccessType.CONTROLLED);
        assertThat(catalogue.accessTypeR5InAllFormats(said, BEFORE)).isTrue();
        assertThat(catalogue.accessTypeR5InAllFormats(said, AFTER)).isFalse();
        assertThat(catalogue.accessTypeR5InAllFormats(gold, BEFORE)).isFalse();
        assertThat(catalogue.accessTypeR5InAllFormats(gold, AFTER)).isTrue();
        assertThat(catalogue.accessTypeR5(gold, AFTER)).isEqualTo(AccessType.OA_GOLD);
        assertThat(catalogue.accessType(gold, AFTER)).isEqualTo(AccessType.CONTROLLED);
    }

    @Test
    void titlesAreThemselvesTheParentOrNone() {
        Catalogue catalogue = build(
                        row("journal", "Journal"),
                        row("article", "Article", "parent_id=journal"),
                        row("figure", "Image", "parent_id=article"),
                        row("book", "Book"),
                        row("chapter", "Book_Segment", "parent_id=book"),
                        row("report", "Report"),
                        row("part", "Other", "parent_id=report"),
                        row("partOfPart", "Other", "parent_id=part"),
                        row("dataset", "Dataset"),
                        row("full", "Database_Full"),
                        row("record", "Database_Full_Item", "parent_id=full"),
                        row("orphan", "Article", "parent_id=nowhere"),
                        row("standard", "Standard", "parent_id=full"))
                .catalogue();
        assertThat(title(catalogue, "journal")).isEqualTo("journal");
        assertThat(title(catalogue, "article")).isEqualTo("journal");
        assertThat(title(catalogue, "figure")).isEqualTo("none");
        assertThat(title(catalogue, "book")).isEqualTo("book");
        assertThat(title(catalogue, "chapter")).isEqualTo("book");
        assertThat(title(catalogue, "report")).isEqualTo("report");
        assertThat(title(catalogue, "part")).isEqualTo("report");
        assertThat(title(catalogue, "partOfPart")).isEqualTo("none");
        assertThat(title(catalogue, "dataset")).isEqualTo("none");
        assertThat(title(catalogue, "full")).isEqualTo("none");
        assertThat(title(catalogue, "record")).isEqualTo("none");
        assertThat(title(catalogue, "orphan")).isEqualTo("none");
        assertThat(title(catalogue, "standard")).isEqualTo("none");
        assertThat(catalogue.find("nowhere")).isEqualTo(Catalogue.NONE);
        assertThat(catalogue.size()).isEqualTo(13);
    }

    private static String title(Catalogue catalogue, String item) {
        int title = catalogue.title(catalogue.find(item));
        return title == Catalogue.NONE ? "none" : catalogue.itemId(title);
    }

    @Test
    void segmentsOfAWholeBookComeByAscendingId() {
        Catalogue catalogue = build(
                        row("c10", "Book_Segment", "parent_id=b"),
                        row("b", "Book"),
                        row("c2", "Book_Segment", "parent_id=b"),
                        row("x", "Image", "parent_id=b"),
                        row("w", "Reference_Work"),
                        row("e", "Reference_Item", "parent_id=w"),
                        row("j", "Journal"),
                        row("a", "Article", "parent_id=j"))
                .catalogue();
        int book = catalogue.find("b");
        assertThat(catalogue.segmentCount(book)).isEqualTo(2);
        assertThat(catalogue.itemId(catalogue.segment(book, 0))).isEqualTo("c10");
        assertThat(catalogue.itemId(catalogue.segment(book, 1))).isEqualTo("c2");
        assertThat(catalogue.segmentCount(catalogue.find("w"))).isEqualTo(1);
        assertThat(catalogue.segmentCount(catalogue.find("j"))).isZero();
        assertThat(catalogue.segmentCount(catalogue.find("c10"))).isZero();
    }

    @Test
    void theDatabaseIsTheRowsOwn() {
        Catalogue catalogue = build(
                        row("db", "Database_Full"),
                        row("j", "Journal", "database_id=db"),
                        row("a", "Article", "parent_id=j"),
                        row("b", "Article", "parent_id=j", "database_id=db"))
                .catalogue();
        assertThat(catalogue.database(catalogue.find("a"))).isEqualTo(Catalogue.NONE);
        assertThat(catalogue.itemId(catalogue.database(catalogue.find("b")))).isEqualTo("db");
        assertThat(catalogue.dataType(catalogue.find("db"))).isEqualTo(DataType.DATABASE_FULL);
    }

    @Test
    void problemsBetweenRowsAreSaid() {
        CatalogueBuilder.Built built = build(
                row("orphan", "Article", "parent_id=nowhere"),
                row("j", "Journal"),
                row("s", "Book_Segment", "parent_id=j"),
                row("x", "Other", "parent_id=y"),
                row("y", "Other", "parent_id=z"),
                row("z", "Other", "parent_id=x"),
                row("self", "Other", "parent_id=self"),
                row("d1", "Article", "database_id=j"),
                row("d2", "Article", "database_id=gone"));
        assertThat(built.hasErrors()).isTrue();
        assertThat(built.problems())
                .extracting(Problem::severity, Problem::field)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Problem.Severity.WARNING, "parent_id"),
                        org.assertj.core.groups.Tuple.tuple(Problem.Severity.WARNING, "parent_id"),
                        org.assertj.core.groups.Tuple.tuple(Problem.Severity.ERROR, "parent_id"),
                        org.assertj.core.groups.Tuple.tuple(Problem.Severity.ERROR, "parent_id"),
                        org.assertj.core.groups.Tuple.tuple(Problem.Severity.ERROR, "database_id"),
                        org.assertj.core.groups.Tuple.tuple(Problem.Severity.WARNING, "database_id"));
        assertThat(built.problems().toString())
                .contains("its own ancestor", "is not in the catalogue", "is no database");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> build(row("a", "Article"), row("a", "Article")))
                .withMessageContaining("twice");
    }

    @Test
    void theVersionIsOfTheContentWhateverTheOrder() {
        CatalogueRow a = row("a", "Article", "name=A");
        CatalogueRow b = row("b", "Article", "name=B");
        CatalogueRow renamed = row("b", "Article", "name=C");
        IndexedCatalogue one = build(a, b).catalogue();
        assertThat(build(b, a).catalogue().version()).isEqualTo(one.version()).matches("[0-9a-f]{32}");
        IndexedCatalogue other = build(a, renamed).catalogue();
        assertThat(other.version()).isNotEqualTo(one.version());
        assertThat(other.countingVersion()).isEqualTo(one.countingVersion());
        assertThat(build(a, row("b", "Article", "yop=2020")).catalogue().countingVersion())
                .isNotEqualTo(one.countingVersion());
        assertThat(IndexedCatalogue.empty().size()).isZero();
    }

    @Test
    void aRandomCatalogueIsReadBackAsItWasWritten() throws Exception {
        long seed = 4711;
        for (int size : new int[] {0, 1, 7, 1_000, 60_000}) {
            List<CatalogueRow> rows = randomRows(size, seed + size);
            IndexedCatalogue written = build(rows.toArray(CatalogueRow[]::new)).catalogue();
            Path file = folder.resolve("index" + size + ".bin");
            written.write(file);
            IndexedCatalogue read = IndexedCatalogue.read(file);
            assertThat(read.version()).isEqualTo(written.version());
            assertThat(read.countingVersion()).isEqualTo(written.countingVersion());
            assertThat(read.size()).isEqualTo(size);
            Collections.shuffle(rows, new Random(seed));
            IndexedCatalogue shuffled = build(rows.toArray(CatalogueRow[]::new)).catalogue();
            assertThat(shuffled.version()).isEqualTo(written.version());
            for (CatalogueRow row : rows) {
                String expected = describe(written, row.itemId());
                assertThat(describe(read, row.itemId())).as("seed %d", seed).isEqualTo(expected);
                assertThat(describe(shuffled, row.itemId())).as("seed %d", seed).isEqualTo(expected);
                assertThat(read.find("not" + row.itemId())).isEqualTo(Catalogue.NONE);
            }
        }
    }

    @Test
    void aDamagedFileIsSaidToBeDamaged() throws Exception {
        Path file = folder.resolve("index.bin");
        build(row("a", "Article"), row("b", "Book")).catalogue().write(file);
        byte[] bytes = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(
                    file,
                    random.nextInt(4) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : damaged);
            assertThat(catchThrowableOfType(InputException.class, () -> IndexedCatalogue.read(file)))
                    .isNotNull();
        }
    }

    private static List<CatalogueRow> randomRows(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<DataType> types = java.util.Arrays.stream(DataType.values())
                .filter(type -> type.inR51() && type != DataType.PLATFORM)
                .toList();
        List<String> access =
                List.of("", "Open", "Controlled", "Controlled;2024-03-15:Open", ";2024-03-15:Free_To_Read");
        List<CatalogueRow> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String parent = i == 0 || random.nextInt(3) == 0 ? "" : id(random.nextInt(i), seed);
            rows.add(row(
                    id(i, seed),
                    types.get(random.nextInt(types.size())).code(),
                    "parent_id=" + parent,
                    "yop=" + (random.nextBoolean() ? "" : "" + (1000 + random.nextInt(9000))),
                    "oa_status=" + (random.nextBoolean() ? "" : "bronze"),
                    "access_type=" + access.get(random.nextInt(access.size()))));
        }
        return rows;
    }

    private static String id(int i, long seed) {
        long mixed = (i + seed) * 0x9e3779b97f4a7c15L;
        return (i % 5 == 0 ? "\u00e9\u4e00" : "")
                + Long.toString(mixed >>> (i % 7), 36).substring(0, 2)
                + i;
    }

    private static String describe(IndexedCatalogue catalogue, String id) {
        byte[] bytes = ("//" + id + "?").getBytes(UTF_8);
        int n = catalogue.find(bytes, 2, bytes.length - 1);
        assertThat(n).isEqualTo(catalogue.find(id)).isNotEqualTo(Catalogue.NONE);
        StringBuilder text = new StringBuilder(catalogue.itemId(n));
        text.append(' ').append(catalogue.dataType(n)).append(' ').append(catalogue.yop(n));
        for (int other : new int[] {catalogue.parent(n), catalogue.title(n), catalogue.database(n)}) {
            text.append(' ').append(other == Catalogue.NONE ? "-" : catalogue.itemId(other));
        }
        for (int day : new int[] {0, BEFORE, AFTER}) {
            text.append(' ').append(catalogue.accessType(n, day)).append(' ').append(catalogue.accessTypeR5(n, day));
        }
        for (int i = 0; i < catalogue.segmentCount(n); i++) {
            text.append(' ').append(catalogue.itemId(catalogue.segment(n, i)));
        }
        return text.toString();
    }
}
