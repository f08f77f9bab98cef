package fr.comptoir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.code.MetricType;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.Site;
import fr.comptoir.operation.view.ReleaseDifferences;
import fr.comptoir.operation.view.ReleaseDifferences.Attribute;
import fr.comptoir.operation.view.ReleaseDifferences.Difference;
import fr.comptoir.operation.view.ReleaseDifferences.Naming;
import fr.comptoir.operation.view.ReleaseDifferences.Reason;
import fr.comptoir.operation.view.TitleUsage;
import fr.comptoir.operation.view.View;
import fr.comptoir.testkit.TestClock;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A title in Release 5 beside Release 5.1: what the Code counts or calls otherwise is said, and nothing else is. */
class ReleasesOfTitlesTest {
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final String CATALOGUE = """
            item_id,parent_id,data_type,name,yop,access_type
            ten,,Book,Ten chapters of one kind,2020,Controlled
            %s
            years,,Book,Two chapters of two years,2020,Controlled
            y1,years,Book_Segment,Old,2019,
            y2,years,Book_Segment,New,2020,
            mixed,,Book,Two chapters of two kinds,2020,Controlled
            m1,mixed,Book_Segment,Open,2020,Free_To_Read
            m2,mixed,Book_Segment,Closed,2020,Controlled
            whole,,Book,A book without chapters,2020,Controlled
            lexicon,,Reference_Work,A lexicon,2020,Controlled
            l1,lexicon,Reference_Item,A,2020,
            l2,lexicon,Reference_Item,B,2020,
            plain,,Journal,A journal,2020,Controlled
            p1,plain,Article,An article,2020,Controlled
            free,,Journal,A journal that can be read by all,2020,Open
            f1,free,Article,An open article,2020,Controlled
            """;

    @TempDir
    private static Path folder;

    private static ReportingSite now;
    private static int visitors;

    @BeforeAll
    static void count() throws Exception {
        StringBuilder chapters = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            chapters.append(i == 0 ? "" : "\n").append("t" + i + ",ten,Book_Segment,Chapter " + i + ",2020,");
        }
        TestSite site = new TestSite(
                folder,
                AlphaJournals.SITE + AlphaJournals.PAGES,
                CATALOGUE.formatted(chapters),
                AlphaJournals.INSTITUTIONS);
        site.run("import", "institutions", site.path("institutions.csv")).succeeded();
        site.run("import", "catalogue", site.path("catalogue.csv")).succeeded();
        List<String> lines = new ArrayList<>();
        session(lines, "/book/ten.epub");
        session(lines, "/book/years.epub");
        session(lines, "/chapter/m1/pdf", "/chapter/m2/pdf");
        session(lines, "/book/whole.epub");
        session(lines, "/book/lexicon.epub");
        session(lines, "/article/p1/pdf");
        session(lines, "/article/f1/fulltext", "/article/f1/pdf");
        site.count(site.log(lines));
        now = ReportingSite.read(Site.open(folder, new TestClock("2026-02-05T10:00:00Z")));
    }

    /** One visitor, a page a minute. */
    private static void session(List<String> lines, String... targets) {
        visitors++;
        for (int i = 0; i < targets.length; i++) {
            lines.add(TestSite.get("192.0.2." + visitors, "05/Jan/2026:10:0" + i + ":00", targets[i]));
        }
    }

    private static ReleaseDifferences of(String title) throws Exception {
        TitleUsage usage = TitleUsage.of(now, View.usual("u1", JANUARY), title);
        assertThat(usage.title()).as(title).isPresent();
        return usage.differences();
    }

    private static Difference differs(MetricType metric, long r5, long r51, Reason reason) {
        return new Difference(metric, r5, r51, reason);
    }

    private static Naming named(Attribute attribute, String r5, String... r51) {
        return new Naming(attribute, List.of(r5.split(" ")), List.of(r51));
    }

    private static final Naming BOOK_SECTIONS = named(Attribute.SECTION_TYPE, "Book Chapter");

    @Test
    void aWholeBookIsOneItemOrAllItsChapters() throws Exception {
        assertThat(of("ten").figures())
                .containsExactlyInAnyOrder(
                        differs(MetricType.TOTAL_ITEM_INVESTIGATIONS, 1, 10, Reason.WHOLE_BOOK),
                        differs(MetricType.TOTAL_ITEM_REQUESTS, 1, 10, Reason.WHOLE_BOOK),
                        differs(MetricType.UNIQUE_ITEM_INVESTIGATIONS, 1, 10, Reason.WHOLE_BOOK),
                        differs(MetricType.UNIQUE_ITEM_REQUESTS, 1, 10, Reason.WHOLE_BOOK));
        assertThat(of("ten").names()).containsExactly(BOOK_SECTIONS);
    }

    @Test
    void aWholeBookStandsUnderTheYearsOfItsChapters() throws Exception {
        assertThat(of("years").figures())
                .contains(
                        differs(MetricType.UNIQUE_TITLE_REQUESTS, 1, 2, Reason.PARTS_OF_BOOK),
                        differs(MetricType.UNIQUE_TITLE_INVESTIGATIONS, 1, 2, Reason.PARTS_OF_BOOK))
                .noneMatch(one -> one.reason() == Reason.ACCESS_TYPES);
    }

    /** What is free to read without a licence is Controlled in Release 5, so that both chapters are of one kind there. */
    @Test
    void aBookCountsOnceForEachAccessTypeOfARelease() throws Exception {
        assertThat(of("mixed").figures())
                .containsExactlyInAnyOrder(
                        differs(MetricType.UNIQUE_TITLE_INVESTIGATIONS, 1, 2, Reason.ACCESS_TYPES),
                        differs(MetricType.UNIQUE_TITLE_REQUESTS, 1, 2, Reason.ACCESS_TYPES));
        assertThat(of("mixed").names())
                .containsExactly(
                        named(Attribute.ACCESS_TYPE, "Controlled", "Controlled", "Free_To_Read"), BOOK_SECTIONS);
    }

    /** HTML that all may read and a PDF for subscribers: two kinds of one article in Release 5. */
    @Test
    void anArticleCountsOnceForEachAccessTypeOfARelease() throws Exception {
        assertThat(of("free").figures())
                .containsExactlyInAnyOrder(
                        differs(MetricType.UNIQUE_ITEM_INVESTIGATIONS, 2, 1, Reason.ACCESS_TYPES),
                        differs(MetricType.UNIQUE_ITEM_REQUESTS, 2, 1, Reason.ACCESS_TYPES));
        assertThat(of("free").names())
                .containsExactly(
                        named(Attribute.ACCESS_TYPE, "Controlled OA_Gold", "Controlled"),
                        named(Attribute.SECTION_TYPE, "Article"));
    }

    @Test
    void aReferenceWorkIsABookInReleaseFive() throws Exception {
        assertThat(of("lexicon").names())
                .containsExactly(named(Attribute.DATA_TYPE, "Book", "Reference_Work"), BOOK_SECTIONS);
        assertThat(of("lexicon").reasons()).containsExactly(Reason.WHOLE_BOOK);
    }

    @Test
    void whatIsTheSameIsNotExplained() throws Exception {
        for (String title : List.of("whole", "plain")) {
            assertThat(of(title).figures()).as(title).isEmpty();
        }
        assertThat(of("plain").names()).containsExactly(named(Attribute.SECTION_TYPE, "Article"));
    }

    /** No kind of difference without a case above, so that a sentence cannot outlive what it is about. */
    @Test
    void everyKindHasItsCase() throws Exception {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        Set<Attribute> attributes = EnumSet.noneOf(Attribute.class);
        for (String title : List.of("ten", "years", "mixed", "whole", "lexicon", "plain", "free")) {
            reasons.addAll(of(title).reasons());
            of(title).names().forEach(name -> attributes.add(name.attribute()));
        }
        assertThat(reasons)
                .as("all but that of views of one Access_Type, which are reports")
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(Reason.OF_ACCESS_TYPE)));
        assertThat(attributes).containsExactlyInAnyOrder(Attribute.values());
    }
}
