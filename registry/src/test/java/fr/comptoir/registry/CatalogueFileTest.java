package fr.comptoir.registry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.catalogue.CatalogueRow;
import fr.comptoir.model.site.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueFileTest {
    @TempDir
    Path folder;

    private final List<CatalogueRow> rows = new ArrayList<>();

    @Test
    void rowsAreReadInCanonicalForm() throws Exception {
        CatalogueFile.Result result = read("""
                data_type,name,item_id,isbn,print_issn,online_issn,doi,access_type,access_type_r5,oa_status,article_version,\
                publisher_id,authors,packages,yop,publication_date,uri,parent_id
                article,"A, ""quoted"" title", a1 ,,03178471,2434-561x,https://doi.org/10.1000/X.1,controlled; 2024-03-15:open,,GOLD,\
                vor,ROR:https://ror.org/02mhbdp94,Doe (ORCID: 0000-0002-1825-0097);Roe,P1 ; P2,2020,2020-02-29,https://x.org/a,j

                Book,B,b1,0-306-40615-2,,,doi:10.1000/y,,oa_gold,,,ISNI:0000 0001 2150 090X,,,,,,
                """);
        assertThat(result.problems()).isEmpty();
        assertThat(result.rows()).isEqualTo(2);
        CatalogueRow article = rows.get(0);
        assertThat(article.line()).isEqualTo(2);
        assertThat(article.itemId()).isEqualTo("a1");
        assertThat(article.parentId()).isEqualTo("j");
        assertThat(article.dataType()).isEqualTo("Article");
        assertThat(article.name()).isEqualTo("A, \"quoted\" title");
        assertThat(article.printIssn()).isEqualTo("0317-8471");
        assertThat(article.onlineIssn()).isEqualTo("2434-561X");
        assertThat(article.doi()).isEqualTo("10.1000/X.1");
        assertThat(article.accessType()).isEqualTo("Controlled;2024-03-15:Open");
        assertThat(article.oaStatus()).isEqualTo("gold");
        assertThat(article.articleVersion()).isEqualTo("VoR");
        assertThat(article.publisherId()).isEqualTo("ROR:02mhbdp94");
        assertThat(article.authors()).isEqualTo("Doe (ORCID:0000-0002-1825-0097); Roe");
        assertThat(article.packages()).isEqualTo("P1; P2");
        CatalogueRow book = rows.get(1);
        assertThat(book.line()).isEqualTo(4);
        assertThat(book.isbn()).isEqualTo("978-0-306-40615-7");
        assertThat(book.accessTypeR5()).isEqualTo("OA_Gold");
        assertThat(book.publisherId()).isEqualTo("ISNI:000000012150090X");
        assertThat(book.accessType()).isEmpty();
    }

    /** A report shows them all in JSON, and the first of each namespace in a table. */
    @Test
    void aPublisherHasSeveralIdentifiers() throws Exception {
        CatalogueFile.Result result = read("""
                item_id,data_type,name,publisher_id
                a,Journal,A,ROR:https://ror.org/02mhbdp94;isni: 0000 0001 2150 090X ; P1;P2
                b,Journal,B,ROR:nothing; P1
                """);
        assertThat(rows.get(0).publisherId()).isEqualTo("ROR:02mhbdp94; ISNI:000000012150090X; P1; P2");
        assertThat(rows.get(1).publisherId()).isEqualTo("P1");
        assertThat(result.problems()).singleElement().asString().contains("publisher_id", "'nothing'");
    }

    @Test
    void errorsAreSaidWithTheirLines() throws Exception {
        CatalogueFile.Result result = read("""
                item_id,data_type,access_type,access_type_r5,oa_status,article_version,yop,publication_date
                a,Artikel,,,,,,
                b,,,,,,,
                c,Article,OA_Gold,,,,,
                d,Article,Open,Open,,,,
                e,Article,,,blue,,,
                f,Article,,,,X,,
                g,Article,,,,,20,
                h,Article,,,,,,2023-02-30
                i,Article,Controlled;2024-02-01:Open;2024-01-01:Controlled,,,,,
                ,Article,,,,,,
                j,Article,,
                k,Platform,,,,,,
                l,Article,,,,,,
                l,Article,,,,,,
                """);
        assertThat(result.hasErrors()).isTrue();
        assertThat(result.problems())
                .extracting(Problem::line)
                .containsExactly(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15);
        assertThat(result.problems())
                .extracting(Problem::field)
                .containsExactly(
                        "data_type",
                        "data_type",
                        "access_type",
                        "access_type_r5",
                        "oa_status",
                        "article_version",
                        "yop",
                        "publication_date",
                        "access_type",
                        "item_id",
                        "",
                        "data_type",
                        "item_id");
        assertThat(result.problems().get(0).message()).contains("'Artikel'", "Article, Audiovisual, Book");
        assertThat(result.problems().get(12).message()).isEqualTo("'l' stands already in line 14");
        assertThat(rows).extracting(CatalogueRow::itemId).containsExactly("l", "l");
    }

    @Test
    void brokenIdentifiersAreWarnings() throws Exception {
        CatalogueFile.Result result = read("""
                item_id,data_type,print_issn,online_issn,isbn,doi,authors,colour
                a,Journal,0317-8472,12345,,,Doe (ORCID:0000-0002-1825-0098),red
                b,Book,,,9783161484101,11.5/x,,
                """);
        assertThat(result.hasErrors()).isFalse();
        assertThat(result.problems())
                .extracting(Problem::line, Problem::field)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "colour"),
                        org.assertj.core.groups.Tuple.tuple(2, "authors"),
                        org.assertj.core.groups.Tuple.tuple(2, "print_issn"),
                        org.assertj.core.groups.Tuple.tuple(2, "online_issn"),
                        org.assertj.core.groups.Tuple.tuple(3, "doi"),
                        org.assertj.core.groups.Tuple.tuple(3, "isbn"));
        assertThat(rows.get(0).printIssn()).isEqualTo("0317-8472");
        assertThat(rows.get(0).onlineIssn()).isEmpty();
        assertThat(rows.get(1).isbn()).isEqualTo("9783161484101");
        assertThat(rows.get(1).doi()).isEmpty();
    }

    @Test
    void whatIsNoCatalogueIsSaidToBeNone() throws Exception {
        assertThat(read("name,data_type\nA,Article\n").problems().toString()).contains("item_id", "column is missing");
        assertThat(read("item_id;data_type\na;Article\n").problems().toString())
                .contains("semicolons; commas were expected");
        assertThat(read("item_id\tdata_type\na\tArticle\n").problems().toString())
                .contains("tabs; commas were expected");
        assertThat(read("").problems().toString()).contains("is empty");
        assertThat(read("item_id,item_id\n").problems().toString()).contains("twice");
        assertThat(read("item_id,data_type\n\"a,Article\nb,Article\n")
                        .problems()
                        .toString())
                .contains("catalogue.csv:2: is no CSV");
        assertThat(CatalogueFile.read(folder.resolve("none.csv"), rows::add)
                        .problems()
                        .toString())
                .contains("is not there");
        Path utf16 = Files.writeString(folder.resolve("utf16.csv"), "item_id,data_type\na,Article\n", UTF_16);
        assertThat(CatalogueFile.read(utf16, rows::add).problems().toString()).contains("is not UTF-8");
    }

    @Test
    void badUtf8IsAnErrorWithItsLine() throws Exception {
        StringBuilder text = new StringBuilder("item_id,data_type,name\n");
        for (int i = 0; i < 9_000; i++) {
            text.append('i').append(i).append(",Article,x\n");
        }
        text.append("z,Article,Caf\u00e9\nlast,Article,x\n");
        Path file = Files.writeString(folder.resolve("latin.csv"), text, ISO_8859_1);
        CatalogueFile.Result result = CatalogueFile.read(file, rows::add);
        assertThat(result.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(9_002);
            assertThat(problem.message()).isEqualTo("is not UTF-8");
        });
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheHeader() throws Exception {
        assertThat(read("\ufeffitem_id,data_type\na,Article\n").problems()).isEmpty();
        assertThat(rows).hasSize(1);
    }

    @Test
    void tabsAndLineEndsWithinACellBecomeBlanks() throws Exception {
        assertThat(read("item_id,data_type,name\na,Article,\"two\n lines\tand a tab\"\nb,Artikel,\n")
                        .problems())
                .extracting(Problem::line)
                .containsExactly(4);
        assertThat(rows.get(0).name()).isEqualTo("two lines and a tab");
    }

    @Test
    void manyProblemsAreCounted() throws Exception {
        CatalogueFile.Result result = read("item_id,data_type\n" + "x,y\n".repeat(1_500));
        assertThat(result.problems()).hasSize(1_001);
        assertThat(result.problems().get(1_000).message()).isEqualTo("and 500 more errors");
    }

    /** Every column is known and filled, under either name of the notes: nothing to warn of. */
    @ParameterizedTest
    @ValueSource(strings = {"coverage_notes", "notes"})
    void all25ColumnsOfKbartAreTakenWithoutAWarning(String notes) throws Exception {
        Path file = folder.resolve("ACME_Global_Books_2024-01-31.txt");
        Files.writeString(
                file,
                "publication_title\tprint_identifier\tonline_identifier\tdate_first_issue_online\tnum_first_vol_online\t"
                        + "num_first_issue_online\tdate_last_issue_online\tnum_last_vol_online\tnum_last_issue_online\t"
                        + "title_url\tfirst_author\ttitle_id\tembargo_info\tcoverage_depth\t" + notes
                        + "\tpublisher_name\tpublication_type\tdate_monograph_published_print\t"
                        + "date_monograph_published_online\tmonograph_volume\tmonograph_edition\tfirst_editor\t"
                        + "parent_publication_title_id\tpreceding_publication_title_id\taccess_type\n"
                        + "A\t0317-8471\t2434-561X\t1990-01-01\t1\t1\t2020-12-31\t31\t4\thttps://a.org\tDoe\tja\tP1Y\t"
                        + "fulltext\tno supplements\tACME\tserial\t2003\t2004\t1\t2nd\tRoe\tseries\tbefore\tF\n");
        assertThat(CatalogueFile.read(file, rows::add).problems()).isEmpty();
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).itemId()).isEqualTo("ja");
        assertThat(rows.get(0).accessType()).isEqualTo("Free_To_Read");
        assertThat(rows.get(0).parentId()).isEmpty();
    }

    @Test
    void kbartIsReadAsTitles() throws Exception {
        String header =
                "publication_title\tprint_identifier\tonline_identifier\tdate_first_issue_online\tnum_first_vol_online\t"
                        + "num_first_issue_online\tdate_last_issue_online\tnum_last_vol_online\tnum_last_issue_online\ttitle_url\t"
                        + "first_author\ttitle_id\tembargo_info\tcoverage_depth\tcoverage_notes\tpublisher_name\tpublication_type\t"
                        + "date_monograph_published_print\tdate_monograph_published_online\tmonograph_volume\tmonograph_edition\t"
                        + "first_editor\tparent_publication_title_id\tpreceding_publication_title_id\taccess_type\tpkb-note\n";
        Path file = folder.resolve("ACME_Global_All_Journals_2024-01-31.txt");
        Files.writeString(
                file,
                header
                        + "Journal \"of\" A\t0317-8471\t2434-561X\t1990\t1\t1\t\t\t\thttps://a.org\t\tja\t\tfulltext\t\tACME\tserial\t\t\t\t\t\t\t\tP\tx\n"
                        + "Journal \"of\" A\t0317-8471\t2434-561X\t2001\t1\t1\t\t\t\thttps://a.org\t\tja\t\tfulltext\t\tACME\tserial\t\t\t\t\t\t\t\tP\tx\n"
                        + "\"Book, B\"\t9783161484100\t\t\t\t\t\t\t\t\tDoe\t\t\tfulltext\t\tACME\tMonograph\t2003\t2004-05-06\t\t\t\t\t\tF\n"
                        + "C\t\t\t\t\t\t\t\t\t\t\tc\t\t\t\t\tmagazine\t\t\t\t\t\t\t\tX\n");
        CatalogueFile.Result result = CatalogueFile.read(file, rows::add);
        assertThat(result.problems())
                .extracting(Problem::line, Problem::field)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(5, "publication_type"),
                        org.assertj.core.groups.Tuple.tuple(5, "access_type"));
        CatalogueRow journal = rows.get(0);
        assertThat(journal.itemId()).isEqualTo("ja");
        assertThat(journal.dataType()).isEqualTo("Journal");
        assertThat(journal.name()).isEqualTo("Journal \"of\" A");
        assertThat(journal.onlineIssn()).isEqualTo("2434-561X");
        assertThat(journal.accessType()).isEqualTo("Controlled");
        assertThat(journal.packages()).isEqualTo("All_Journals");
        CatalogueRow book = rows.get(1);
        assertThat(book.itemId()).isEqualTo("9783161484100");
        assertThat(book.name()).isEqualTo("Book, B");
        assertThat(book.isbn()).isEqualTo("9783161484100");
        assertThat(book.yop()).isEqualTo("2004");
        assertThat(book.publicationDate()).isEqualTo("2004-05-06");
        assertThat(book.accessType()).isEqualTo("Free_To_Read");
    }

    @Test
    void aMillionDistinctIdsHaveNoSuspects() {
        DuplicateIds ids = new DuplicateIds();
        for (int i = 1; i <= 1_000_000; i++) {
            ids.add("10.1000/item." + i, i);
        }
        assertThat(ids.suspects()).isEmpty();
        ids.add("10.1000/item.77", 1_000_001);
        assertThat(ids.suspects()).containsExactly(new DuplicateIds.Suspect(77, 1_000_001, "10.1000/item.77"));
    }

    private CatalogueFile.Result read(String text) throws IOException {
        rows.clear();
        return CatalogueFile.read(Files.writeString(folder.resolve("catalogue.csv"), text), rows::add);
    }
}
