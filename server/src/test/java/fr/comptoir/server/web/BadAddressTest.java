package fr.comptoir.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Grant;
import fr.comptoir.customers.account.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be answered in an address of the space is said, each of it, with a way to what can. */
class BadAddressTest {
    @TempDir
    private static Path folder;

    private static Served served;
    private static Browser admin;

    @BeforeAll
    static void serve() throws Exception {
        served = Served.in(folder);
        admin = served.signedIn("bad@test.example", new Grant(Role.PLATFORM_ADMINISTRATOR, null, null));
    }

    @AfterAll
    static void stop() throws Exception {
        served.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "packages?sort=colour; “colour” is not known; /packages",
                "packages.csv?sort=colour; “colour” is not known; Titles_Unused",
                "packages?sort=Total_Item_Requests&page=0; page: “0” is no number; /packages?sort=Total_Item_Requests",
                "institutions?sort=Package; “Package” is not known; /institutions",
                "titles?sort=Total; “Total” is not known; /titles",
                "reports?report=TR&colour=red; There is no “colour”; /reports?report=TR&amp;release=5.1&amp;begin_date=",
                "reports?colour=red; There is no “colour”; /reports",
                "reports?report=TR_J1&yop=2020; There is no “yop”; /reports?report=TR_J1",
                "reports?report=XX; “XX” is not known; /reports",
                "reports?report=TR&release=7; release: “7” is not known; /reports",
                "reports?release=7; release: “7” is not known; expected is one of 5, 5.1",
                "reports.csv?release=7; release: “7” is not known; 5.1",
                "reports.json?report=XX; “XX” is not known; PR_P1",
                "titles?title=x&not_title=x; “x” is wanted and excluded at once; /titles",
                "reports?report=TR&begin_date=2026-01&begin_date=2026-02; begin_date is given twice; begin_date=2026-01",
                "reports/file?report=TR&colour=red; There is no “colour”; colour",
                "reports/file?report=TR&format=doc; format: “doc” is not known; csv, json, pdf, tsv, xlsx",
                "overview.csv?panel=colours; panel: “colours” is not known; freshness",
                "explain?id=x&colour=red; There is no “colour”; /explain?id=x",
                "explain?id=x&id=y; id is given twice; /explain?id=x",
                "days?day=2026-01-01&day=2026-01-02; day is given twice; /days",
                "title?id=x&arrival_=y; There is no “arrival_”; /title?id=x",
            })
    void itIsSaidWithTheWayBack(String path, String said, String back) throws Exception {
        HttpResponse<String> answer = admin.get("/space/0000000000000000/" + path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(said).contains(back);
    }

    @Test
    void thousandsOfValuesAreSaidToBeTooMany() throws Exception {
        HttpResponse<String> answer =
                admin.get("/space/0000000000000000/overview?metric=No_License" + "&yop=1".repeat(9_000));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("9000 values are more than the 100", "/overview?metric=No_License");
    }

    /** A table of the administration that is shorter than the address thinks says so, and leads to its last rows. */
    @Test
    void rowsBeyondTheEndAreSaidToBeNone() throws Exception {
        for (String page : List.of("/admin/customers?from=5000", "/admin/accounts?from=5000")) {
            assertThat(admin.get(page).body())
                    .as(page)
                    .contains("none so far down", "from=0")
                    .doesNotContain("5,001 to");
        }
    }
}
