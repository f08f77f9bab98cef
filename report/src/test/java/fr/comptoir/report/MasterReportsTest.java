package fr.comptoir.report;

import static fr.comptoir.model.code.MetricType.LIMIT_EXCEEDED;
import static fr.comptoir.model.code.MetricType.NO_LICENSE;
import static fr.comptoir.model.code.MetricType.SEARCHES_AUTOMATED;
import static fr.comptoir.model.code.MetricType.SEARCHES_FEDERATED;
import static fr.comptoir.model.code.MetricType.SEARCHES_PLATFORM;
import static fr.comptoir.model.code.MetricType.SEARCHES_REGULAR;
import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.AccessType;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.code.SectionType;
import fr.comptoir.model.fact.FactRow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The master reports of both releases, whole, beside golden files read line by line against section 4 of the Code. */
class MasterReportsTest {
    private static final Map<String, String> WITH_PARENTS = Map.of(
            "attributes_to_show", "Authors|Publication_Date|Article_Version|YOP|Access_Type",
            "include_parent_details", "True");

    @Test
    void platformReportR51() {
        same(
                Release.R5_1,
                "PR",
                Map.of("attributes_to_show", "Access_Method"),
                Row.of(null)
                        .is(DataType.JOURNAL)
                        .is(AccessMethod.REGULAR)
                        .items(40, 25, 33, 20)
                        .at("2025-01"),
                Row.of(null)
                        .is(DataType.JOURNAL)
                        .is(AccessMethod.REGULAR)
                        .items(31, 0, 27, 0)
                        .at("2025-03"),
                Row.of(null)
                        .is(DataType.JOURNAL)
                        .is(AccessMethod.TDM)
                        .items(9, 9, 9, 9)
                        .at("2025-02"),
                Row.of(null)
                        .is(DataType.BOOK)
                        .is(AccessMethod.REGULAR)
                        .items(14, 9, 12, 8)
                        .titles(5, 4)
                        .at("2025-01"),
                Row.of(null)
                        .is(DataType.PLATFORM)
                        .is(AccessMethod.REGULAR)
                        .count(SEARCHES_PLATFORM, 12)
                        .at("2025-01"),
                Row.of(null)
                        .is(DataType.PLATFORM)
                        .is(AccessMethod.REGULAR)
                        .count(SEARCHES_PLATFORM, 7)
                        .at("2025-02"));
    }

    @Test
    void platformReportR5() {
        same(
                Release.R5,
                "PR",
                Map.of("attributes_to_show", "Data_Type"),
                Row.of(null).is(DataType.BOOK).items(14, 9, 12, 8).titles(5, 4).at("2025-01"),
                Row.of(null).is(DataType.JOURNAL).items(40, 25, 33, 20).at("2025-01"),
                Row.of(null).is(DataType.JOURNAL).items(31, 0, 27, 0).at("2025-03"),
                Row.of(null).is(DataType.PLATFORM).count(SEARCHES_PLATFORM, 12).at("2025-01"));
    }

    @Test
    void databaseReportR51() {
        var database = Shelf.database(DataType.DATABASE_AGGREGATED);
        same(
                Release.R5_1,
                "DR",
                Map.of(),
                Row.of(database)
                        .is(DataType.DATABASE_AGGREGATED)
                        .count(SEARCHES_REGULAR, 21)
                        .count(SEARCHES_AUTOMATED, 3)
                        .count(SEARCHES_FEDERATED, 2)
                        .count(NO_LICENSE, 1)
                        .at("2025-01"),
                Row.of(database).is(DataType.JOURNAL).items(30, 20, 26, 18).at("2025-02"));
    }

    @Test
    void databaseReportR5() {
        var database = Shelf.database(DataType.DATABASE);
        same(
                Release.R5,
                "DR",
                Map.of("attributes_to_show", "Data_Type|Access_Method"),
                Row.of(database)
                        .is(DataType.DATABASE)
                        .is(AccessMethod.REGULAR)
                        .count(SEARCHES_REGULAR, 21)
                        .count(LIMIT_EXCEEDED, 1)
                        .at("2025-01"),
                Row.of(database)
                        .is(DataType.JOURNAL)
                        .is(AccessMethod.REGULAR)
                        .items(30, 20, 26, 18)
                        .at("2025-02"));
    }

    @Test
    void titleReportR51() {
        var journal = Shelf.journal();
        var book = Shelf.book();
        same(
                Release.R5_1,
                "TR",
                Map.of("attributes_to_show", "YOP|Access_Type", "access_method", "Regular"),
                title(book, 2021, AccessType.CONTROLLED)
                        .items(7, 5, 6, 5)
                        .titles(2, 1)
                        .at("2025-01"),
                title(journal, 2024, AccessType.CONTROLLED)
                        .items(18, 10, 15, 8)
                        .count(NO_LICENSE, 2)
                        .at("2025-01"),
                title(journal, 2024, AccessType.CONTROLLED).items(11, 6, 9, 5).at("2025-02"),
                title(journal, 9999, AccessType.OPEN).items(2, 2, 1, 1).at("2025-02"),
                title(journal, 1, AccessType.OPEN).items(1, 0, 1, 0).at("2025-03"));
    }

    @Test
    void titleReportR5HasTwoItemsForABook() {
        var journal = Shelf.journal();
        var book = Shelf.book();
        same(
                Release.R5,
                "TR",
                Map.of("attributes_to_show", "Data_Type|Section_Type|YOP|Access_Type"),
                title(book, 2021, AccessType.CONTROLLED)
                        .items(7, 5, 6, 5)
                        .is(SectionType.CHAPTER)
                        .at("2025-01"),
                title(book, 2021, AccessType.CONTROLLED).titles(2, 1).at("2025-01"),
                title(book, 2021, AccessType.CONTROLLED).titles(1, 1).at("2025-03"),
                title(journal, 2024, AccessType.OA_GOLD)
                        .items(18, 10, 15, 8)
                        .is(SectionType.ARTICLE)
                        .at("2025-01"));
    }

    @Test
    void itemReportR51HasOneObjectForEachParent() {
        var journal = Shelf.journal();
        same(
                Release.R5_1,
                "IR",
                WITH_PARENTS,
                item(Shelf.thesis(), 2020, AccessType.OPEN).items(4, 0, 3, 0).at("2025-02"),
                item(Shelf.chapter(DataType.BOOK_SEGMENT), 2021, AccessType.CONTROLLED)
                        .in(Shelf.book())
                        .items(2, 2, 1, 1)
                        .at("2025-01"),
                item(Shelf.article(), 2024, AccessType.CONTROLLED)
                        .in(journal)
                        .items(3, 2, 2, 1)
                        .at("2025-01"),
                item(Shelf.article(), 2024, AccessType.CONTROLLED)
                        .in(journal)
                        .items(1, 0, 1, 0)
                        .at("2025-02"),
                item(Shelf.article(), 2024, AccessType.OPEN)
                        .in(journal)
                        .items(5, 5, 5, 5)
                        .at("2025-03"),
                item(Shelf.secondArticle(), 1, AccessType.CONTROLLED)
                        .in(journal)
                        .count(NO_LICENSE, 1)
                        .at("2025-03"));
    }

    @Test
    void itemReportR5() {
        same(
                Release.R5,
                "IR",
                Map.of(
                        "attributes_to_show",
                        "Authors|Publication_Date|Article_Version|Data_Type|YOP|Access_Type",
                        "include_parent_details",
                        "true",
                        "include_component_details",
                        "true"),
                item(Shelf.thesis(), 2020, AccessType.OA_GOLD).items(4, 0, 3, 0).at("2025-02"),
                item(Shelf.chapter(DataType.BOOK_SEGMENT), 2021, AccessType.CONTROLLED)
                        .in(Shelf.book())
                        .items(2, 2, 1, 1)
                        .at("2025-01"),
                item(Shelf.article(), 2024, AccessType.OA_GOLD)
                        .in(Shelf.journal())
                        .items(3, 2, 2, 1)
                        .at("2025-01"),
                item(Shelf.article(), 2024, AccessType.OA_GOLD)
                        .in(Shelf.journal())
                        .items(1, 0, 1, 0)
                        .at("2025-02"));
    }

    @Test
    void anItemReportWithoutParentDetailsHasOneObjectForAll() {
        String json = Given.json(
                Given.report(Release.R5_1, "IR", Map.of()),
                Row.of(Shelf.thesis())
                        .is(DataType.THESIS_OR_DISSERTATION)
                        .items(4, 0, 3, 0)
                        .at("2025-02"),
                Row.of(Shelf.article())
                        .in(Shelf.journal())
                        .is(DataType.ARTICLE)
                        .items(1, 0, 1, 0)
                        .at("2025-01"));
        assertThat(json.split("\"Items\":", -1)).hasSize(2);
        assertThat(json).doesNotContain("Journal of Examples").doesNotContain("Authors");
    }

    private static Row title(FactRow.Described title, int yop, AccessType accessType) {
        return Row.of(title).is(title.dataType()).is(yop).is(accessType);
    }

    private static Row item(FactRow.Described item, int yop, AccessType accessType) {
        return title(item, yop, accessType);
    }

    private static void same(Release release, String id, Map<String, String> parameters, FactRow... rows) {
        String name = id + (release == Release.R5 ? "-r5" : "-r51");
        Report report = Given.report(release, id, parameters);
        assertThat(Given.json(report, rows)).isEqualTo(Json.compact(read(name + ".json")));
        assertThat(Given.tsv(report, rows)).isEqualTo("\ufeff" + read(name + ".tsv"));
    }

    private static String read(String name) {
        try (InputStream in =
                Objects.requireNonNull(MasterReportsTest.class.getResourceAsStream(name), "no resource " + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
