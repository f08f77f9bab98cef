package fr.comptoir.registry;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.site.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstitutionsFileTest {
    @TempDir
    Path folder;

    @Test
    void rowsAreReadInCanonicalForm() throws Exception {
        InstitutionsFile.Result result = read("""
                name,customer_id,isni,ror,isil,oclc,requestor_id,ip_ranges,organisations,member_of
                Univ. A,a,0000 0001 2150 090X,https://ror.org/02mhbdp94,FR-751,123,r1,"193.55.10.*; 193.55.12.0 - 193.55.12.9\
                @2024-01-01..2024-06-30;2a01:e0a::/32@..2024-12-31
                193.55.20.1 # proxy
                193.56.0-1.7",idp.a.org; staff@a.org,c@2024-01-01..
                Consortium,c,,,,,,,,
                """);
        assertThat(result.problems()).isEmpty();
        assertThat(result.institutions().get(0))
                .isEqualTo(new Institution(
                        2,
                        "a",
                        "Univ. A",
                        "r1",
                        "000000012150090X",
                        "FR-751",
                        "02mhbdp94",
                        "123",
                        List.of(
                                "193.55.10.0/24",
                                "193.55.12.0-193.55.12.9@2024-01-01..2024-06-30",
                                "2a01:e0a::/32@..2024-12-31",
                                "193.55.20.1",
                                "193.56.0.7",
                                "193.56.1.7"),
                        List.of("idp.a.org", "staff@a.org"),
                        List.of("c@2024-01-01..")));
    }

    @Test
    void anIndexHasANameOfItsOwn() throws Exception {
        InstitutionsFile.Result result = read("""
                customer_id,name,index_name
                a,A,b-univ.a
                B,B,
                c,C,B-UNIV
                d,D,b-univ.a
                e,E,b
                """);
        assertThat(result.institutions().get(0).index()).isEqualTo("b-univ.a");
        assertThat(result.institutions().get(1).index()).isEqualTo("b");
        assertThat(result.problems())
                .extracting(problem -> problem.line() + " " + problem.message())
                .containsExactly(
                        "4 'B-UNIV' is no name of an index: small letters, digits, '.', '_' and '-', a letter or digit first,"
                                + " '-r51' not last, at most 100 characters",
                        "5 'b-univ.a' is the index of 'a' too in line 2",
                        "6 'b' is the index of 'B' too in line 3");
    }

    @Test
    void errorsAreSaidWithLineAndPiece() throws Exception {
        InstitutionsFile.Result result = read("""
                customer_id,name,ip_ranges,member_of
                a,A,193.55.10.300;193.55.11.0/24,
                a,A again,,
                ,B,,
                c,,,
                0000000000000000,World,,
                d|e,D,,
                f,F,193.55.10.0/24@2024-13-01..,
                g,G,193.55.10.0/24@2024-02-01..2024-01-01,
                h,H,,nobody
                i,I,,j
                j,J,,k@2020-01-01..
                k,K,,i
                """);
        assertThat(result.problems())
                .extracting(Problem::line, Problem::field)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, "ip_ranges"),
                        org.assertj.core.groups.Tuple.tuple(3, "customer_id"),
                        org.assertj.core.groups.Tuple.tuple(4, "customer_id"),
                        org.assertj.core.groups.Tuple.tuple(5, "name"),
                        org.assertj.core.groups.Tuple.tuple(6, "customer_id"),
                        org.assertj.core.groups.Tuple.tuple(7, "customer_id"),
                        org.assertj.core.groups.Tuple.tuple(8, "ip_ranges"),
                        org.assertj.core.groups.Tuple.tuple(9, "ip_ranges"),
                        org.assertj.core.groups.Tuple.tuple(10, "member_of"),
                        org.assertj.core.groups.Tuple.tuple(11, "member_of"));
        assertThat(result.problems()).allMatch(problem -> problem.severity() == Problem.Severity.ERROR);
        assertThat(result.problems().toString())
                .contains(
                        "'193.55.10.300' is no IPv4",
                        "'nobody'",
                        "i > j > k > i",
                        "'2024-13-01' is no day",
                        "stands already in line 2");
    }

    @Test
    void doubtfulRangesAreWarnings() throws Exception {
        InstitutionsFile.Result result = read("""
                customer_id,name,isni,ip_ranges,organisations,member_of
                a,A,0000000121500901,192.168.1.0/24,idp,
                b,B,,12.0.0.0-13.0.0.1;12.0.0.0/8,,
                c,C,,2a00::/18;2c00::/19,,
                d,D,,193.55.0.0/16,,cons
                e,E,,193.55.10.0/24,idp,
                f,F,,193.55.0.0/16@2020-01-01..2020-12-31,,
                g,G,,193.56.0.0/16@2020-01-01..2020-12-31,,
                h,H,,193.56.0.0/16@2021-01-01..,,
                cons,Consortium,,193.55.0.0/16,,
                """);
        assertThat(result.hasErrors()).isFalse();
        assertThat(result.problems().stream().map(problem -> problem.line() + " " + problem.message()))
                .containsExactly(
                        "2 '0000000121500901' is no ISNI that exists: its check digit is wrong",
                        "2 192.168.1.0/24 has private addresses, which no client on the open internet has",
                        "3 12.0.0.0-13.0.0.1 is larger than a /8; is that meant?",
                        "4 2a00::/18 is larger than a /19; is that meant?",
                        "6 193.55.10.0/24 of 'e' overlaps 193.55.0.0/16 of 'd' in line 5",
                        "6 'idp' is one of 'a' too in line 2",
                        "7 193.55.0.0/16 of 'f' is a range of 'd' in line 5",
                        "7 193.55.0.0/16 of 'f' overlaps 193.55.10.0/24 of 'e' in line 6",
                        "10 193.55.0.0/16 of 'cons' is a range of 'f' in line 7",
                        "10 193.55.0.0/16 of 'cons' overlaps 193.55.10.0/24 of 'e' in line 6");
    }

    @Test
    void aFileMayReferToWhatIsKnown() throws Exception {
        List<Institution> known =
                read("customer_id,name\ncons,Consortium\nb,B\n").institutions();
        Path file = Files.writeString(folder.resolve("more.csv"), "customer_id,name,member_of\na,A,cons\nb,B2,\n");
        InstitutionsFile.Result result = InstitutionsFile.read(file, known);
        assertThat(result.problems()).isEmpty();
        assertThat(InstitutionsFile.merge(known, result.institutions()))
                .extracting(Institution::name)
                .containsExactly("A", "B2", "Consortium");
        assertThat(InstitutionsFile.read(file).problems().toString()).contains("there is no customer 'cons'");
    }

    @Test
    void whatIsKnownIsCheckedByItself() {
        List<Institution> known = List.of(
                IndexedInstitutionsTest.institution("a", "193.55.10.0/24", "", "gone"),
                IndexedInstitutionsTest.institution("b", "193.55.0.0/16", "", ""));
        assertThat(InstitutionsFile.check("institutions", known).stream().map(Problem::toString))
                .containsExactly(
                        "institutions: member_of: there is no customer 'gone'",
                        "institutions: ip_ranges: 193.55.10.0/24 of 'a' overlaps 193.55.0.0/16 of 'b'");
    }

    @Test
    void whatIsNoSuchFileIsSaid() throws Exception {
        assertThat(read("name\nA\n").problems().toString()).contains("customer_id", "column is missing");
        assertThat(InstitutionsFile.read(folder.resolve("none")).problems().toString())
                .contains("is not there");
    }

    private InstitutionsFile.Result read(String text) throws IOException {
        return InstitutionsFile.read(Files.writeString(folder.resolve("institutions.csv"), text));
    }
}
