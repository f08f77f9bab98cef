package fr.comptoir.server.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.account.Grant;
import fr.comptoir.customers.account.Role;
import fr.comptoir.customers.customer.CustomerField;
import fr.comptoir.customers.customer.DatedValue;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that an administrator sends: the titles of packages, and all customers at once. */
class DirectoryFilesTest {
    private static final String HEADER = "publication_title\tprint_identifier\ttitle_id\tpublication_type\n";

    @TempDir
    static Path folder;

    private static Served served;
    private static Browser admin;

    @BeforeAll
    static void serve() throws Exception {
        served = Served.in(folder);
        admin = served.signedIn("admin@test.example", new Grant(Role.PLATFORM_ADMINISTRATOR, null, null));
    }

    @AfterAll
    static void stop() throws Exception {
        served.close();
    }

    @Test
    void aPackageHasTheTitlesOfAKbartFile() throws Exception {
        assertThat(Browser.location(admin.post("/admin/packages", "package_id", "all/2024", "name", "All")))
                .isEqualTo("/admin/packages/all~2f2024");
        String path = "/admin/packages/all~2f2024";
        String titles = HEADER + "One\t\tt1\tserial\nTwo\t\tt2\tserial\n";
        admin.upload(
                path + "/titles",
                "kbart",
                "A_B_C_2024-01-01.txt",
                titles.getBytes(StandardCharsets.UTF_8),
                "version",
                "1");
        assertThat(served.database.titlePackages().items("all/2024")).containsExactly("t1", "t2");
        admin.post(path + "/subscriptions", "version", "2", "text", "uni@2024-01-01.. 1200.50 EUR\nother");
        assertThat(served.database.titlePackages().subscriptions("all/2024")).hasSize(2);
        assertThat(admin.get(path).body()).contains("1200.50 EUR", "<code>t1</code>");
        assertThat(admin.post(path + "/subscriptions", "version", "3", "text", "uni 12 EUR extra")
                        .statusCode())
                .isEqualTo(400);
    }

    /** Thirty serials with an ISSN whose check digit is wrong, in a file that lacks columns of KBART and has one of its own. */
    private static byte[] doubtful() {
        StringBuilder text = new StringBuilder(HEADER.replace("\n", "\tshelf\n"));
        for (int i = 0; i < 30; i++) {
            text.append("Title\t1234-5678\tt").append(i).append("\tserial\tA1\n");
        }
        return text.toString().getBytes(UTF_8);
    }

    @Test
    void aFileThatIsTakenSaysWhatLooksWrongInIt() throws Exception {
        admin.post("/admin/packages", "package_id", "doubtful", "name", "Doubtful");
        String path = "/admin/packages/doubtful";
        HttpResponse<String> all =
                admin.upload(path + "/titles/findings.csv", "kbart", "d.txt", doubtful(), "version", "1");
        assertThat(all.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(all.body()).startsWith("\uFEFFLine,Column,Severity,What is wrong\r\n");
        List<String> lines = all.body().lines().skip(1).toList();
        assertThat(lines)
                .allMatch(line -> line.contains(",warning,"))
                .filteredOn(line -> line.contains("check digit"))
                .hasSize(30);
        assertThat(served.database.titlePackages().items("doubtful")).isEmpty();
        admin.upload(path + "/titles", "kbart", "d.txt", doubtful(), "version", "1");
        assertThat(admin.get(path).body())
                .contains("The titles of d.txt are taken; " + lines.size() + " things in the file look wrong:")
                .contains("class=\"warnings\" role=\"status\"")
                .containsPattern(
                        "Line 1, each of the columns online_identifier, [a-z_, ]+:</span> <span>is missing, a column of KBART<")
                .containsPattern(
                        "Line 2, column print_identifier:.*its check digit is wrong.*\\(likewise in 29 more lines\\)");
        assertThat(served.database.titlePackages().items("doubtful")).hasSize(30);
        assertThat(admin.get(path).body()).doesNotContain("look wrong");
        admin.post("/language", "language", "fr");
        admin.upload(path + "/titles", "kbart", "d.txt", doubtful(), "version", "2");
        assertThat(admin.get(path).body())
                .contains("Les titres de d.txt sont pris", lines.size() + " points du fichier semblent faux")
                .containsPattern("Ligne 2, colonne print_identifier.*\\(de même dans 29 autres lignes\\)");
        admin.post("/language", "language", "en");
    }

    /** A thousand of them are kept. */
    @Test
    void whatIsNotKeptOfAFileIsCounted() throws Exception {
        admin.post("/admin/packages", "package_id", "many", "name", "Many");
        StringBuilder text = new StringBuilder("item_id,data_type,name,print_issn\n");
        for (int i = 0; i < 1_100; i++) {
            text.append("t").append(i).append(",Journal,Title,1234-5678\n");
        }
        byte[] file = text.toString().getBytes(UTF_8);
        admin.upload("/admin/packages/many/titles", "kbart", "m.csv", file, "version", "1");
        assertThat(admin.get("/admin/packages/many").body())
                .contains("The titles of m.csv are taken; 1,100 things in the file look wrong:")
                .contains("(likewise in 999 more lines)", "and 100 more.")
                .doesNotContain("100 more warnings");
    }

    @Test
    void aCheckOfASoundFileSaysSoAndChangesNothing() throws Exception {
        admin.post("/admin/packages", "package_id", "sound", "name", "Sound");
        byte[] sound = "item_id,data_type,name\nt1,Journal,One\n".getBytes(UTF_8);
        HttpResponse<String> nothing =
                admin.upload("/admin/packages/sound/titles/findings.csv", "kbart", "s.csv", sound, "version", "1");
        assertThat(Browser.location(nothing)).isEqualTo("/admin/packages/sound");
        assertThat(admin.get("/admin/packages/sound").body()).contains("Nothing is wrong with the file s.csv.");
        assertThat(served.database.titlePackages().items("sound")).isEmpty();
    }

    @Test
    void hostileFilesAreRefusedWithASentence() throws Exception {
        admin.post("/admin/packages", "package_id", "bomb", "name", "Bomb");
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            byte[] row = (HEADER + "A\t\tt\tserial\n".repeat(10_000)).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 100; i++) {
                gzip.write(row);
            }
        }
        String path = "/admin/packages/bomb/titles";
        HttpResponse<String> answer = admin.upload(path, "kbart", "kbart.txt.gz", bomb.toByteArray(), "version", "1");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(admin.get("/admin/packages/bomb").body()).contains("The file kbart.txt.gz is not taken");
        byte[] unknown = (HEADER + "One\t\tt1\tfilm\n").getBytes(StandardCharsets.UTF_8);
        admin.upload(path, "kbart", "film.txt", unknown, "version", "1");
        assertThat(admin.get("/admin/packages/bomb").body())
                .contains("Line 2, column publication_type:", "&#39;film&#39; is neither serial nor monograph");
        admin.post("/language", "language", "fr");
        admin.upload(path, "kbart", "film.txt", unknown, "version", "1");
        assertThat(admin.get("/admin/packages/bomb").body())
                .contains(
                        "Ligne 2, colonne publication_type\u00a0:", "«\u00a0film\u00a0» n’est ni serial ni monograph");
        admin.post("/language", "language", "en");
        String wide = HEADER + "x".repeat(100_000) + "\t\t" + "y".repeat(100_000) + "\tserial\n";
        admin.upload(path, "kbart", "wide.txt", wide.getBytes(StandardCharsets.UTF_8), "version", "1");
        assertThat(admin.get("/admin/packages/bomb").body()).contains("role=\"alert\"");
        assertThat(served.database.titlePackages().items("bomb")).isEmpty();
        HttpResponse<String> large = admin.upload(path, "kbart", "large.txt", new byte[21 << 20], "version", "1");
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains("2 MB for a form, 20 MB for a file");
        assertThat(served.browser()
                        .upload("/admin/exchange/check", "file", "a.csv", new byte[10])
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void allCustomersGoOutAndComeBack() throws Exception {
        admin.post(
                "/admin/new-customer", "customer_id", "csv", "kind", "INSTITUTION", "name", "C, \"s\"", "city", "=1+1");
        String csv =
                admin.get("/admin/exchange/customers.csv", "Accept", "text/csv").body();
        assertThat(csv).startsWith("\uFEFFcustomer_id,kind,name,").contains("\"C, \"\"s\"\"\"", "192.0.2.0/24");
        String json = admin.get("/admin/exchange/customers.json", "Accept", "application/json")
                .body();
        for (String same : new String[] {csv, json}) {
            HttpResponse<String> again =
                    admin.upload("/admin/exchange/check", "file", "same", same.getBytes(StandardCharsets.UTF_8));
            assertThat(again.body()).contains("This file changes nothing.").doesNotContain("are not read");
        }
        String change =
                "customer_id;name;city;ip_ranges\ncsv;New name;Lyon;203.0.113.192/26@2024-01-01..\nadded;Added;;\n";
        HttpResponse<String> would =
                admin.upload("/admin/exchange/check", "file", "c.csv", change.getBytes(StandardCharsets.UTF_8));
        assertThat(would.body()).contains("Customers added (1)", "Customers changed (1)");
        assertThat(served.customer("csv").name()).isEqualTo("C, \"s\"");
        admin.post("/admin/exchange");
        assertThat(served.customer("csv").get(CustomerField.CITY)).isEqualTo("Lyon");
        assertThat(served.database.addressRanges().of("csv")).hasSize(1);
        assertThat(served.customer("added").name()).isEqualTo("Added");
    }

    private static void take(String file) throws Exception {
        HttpResponse<String> would =
                admin.upload("/admin/exchange/check", "file", "f.csv", file.getBytes(StandardCharsets.UTF_8));
        assertThat(would.statusCode()).as(would.body()).isEqualTo(200);
        admin.post("/admin/exchange");
    }

    @Test
    void aFileThatASpreadsheetSavedSaysWhoIsListedInItsOwnWords() throws Exception {
        take("customer_id;name;listed\nexcel;Excel;\n");
        assertThat(served.customer("excel").listed()).isTrue();
        for (String word : new String[] {"TRUE", "FALSE", "vrai", "FAUX", "Oui", "non", "1", "0", "YES", "No"}) {
            take("customer_id;listed\nexcel;" + word + "\n");
            assertThat(served.customer("excel").listed()).as(word).isEqualTo("TRUE vrai Oui 1 YES".contains(word));
        }
        String before = served.version("excel");
        take("customer_id;listed\nexcel;\n");
        HttpResponse<String> odd = admin.upload(
                "/admin/exchange/check", "file", "f", "customer_id,listed\nexcel,perhaps\n".getBytes(UTF_8));
        assertThat(odd.statusCode()).isEqualTo(400);
        assertThat(odd.body()).contains("“perhaps” is none of true, false");
        assertThat(served.version("excel")).isEqualTo(before);
    }

    /** A column whose name has a typing error must not be thought to be taken. */
    @Test
    void columnsThatAreNotReadAreNamed() throws Exception {
        for (String file : new String[] {
            "customer_id,name,Citty,,phone\nunread,Unread,Lyon,,1\n",
            "[{\"customer_id\":\"unread\",\"name\":\"Unread\",\"citty\":\"Lyon\",\"phone\":1,\"ips\":[]}]"
        }) {
            HttpResponse<String> answer = admin.upload("/admin/exchange/check", "file", "f", file.getBytes(UTF_8));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("are not read: citty, phone<", "Customers added (1)");
        }
    }

    @Test
    void entriesWithSemicolonsAndFormulasComeBackAsTheyWere() throws Exception {
        String entry = "Library; North \\ East";
        String json = "{\"customers\":[{\"customer_id\":\"semi\",\"name\":\"=1+1\","
                + "\"organisations\":[\"Library; North \\\\ East\",\"b\"]}]}";
        take(json);
        List<DatedValue> kept = served.database.organisations().of("semi");
        assertThat(kept).extracting(DatedValue::value).containsExactly(entry, "b");
        String csv =
                admin.get("/admin/exchange/customers.csv", "Accept", "text/csv").body();
        assertThat(csv).contains("'=1+1").doesNotContain(",=1+1");
        take("customer_id,organisations\nsemi,\n");
        take("customer_id,name\nsemi,Other\n");
        take(csv);
        assertThat(served.customer("semi").name()).isEqualTo("=1+1");
        assertThat(served.database.organisations().of("semi")).isEqualTo(kept);
        take("customer_id,organisations\nsemi,c;d\n");
        assertThat(served.database.organisations().of("semi"))
                .extracting(DatedValue::value)
                .containsExactly("c", "d");
    }

    @Test
    void rangesBeyondTheLimitAreRefusedInAFileToo() throws Exception {
        for (String cell : new String[] {"192.0.2.1\n".repeat(20_001), "0-255.0-255.7.9"}) {
            String file = "customer_id,ip_ranges\nuni,\"" + cell + "\"\n";
            HttpResponse<String> answer = admin.upload("/admin/exchange/check", "file", "f", file.getBytes(UTF_8));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("more than 20000");
        }
        HttpResponse<String> pasted = admin.post(
                "/admin/customers/uni/ranges/check", "version", served.version("uni"), "text", "0-255.0-255.7.9");
        assertThat(pasted.statusCode()).isEqualTo(400);
    }

    @Test
    void aFileWithFaultsChangesNothing() throws Exception {
        String[][] files = {
            {"name\nX\n", "there is no column customer_id"},
            {"customer_id,ror\nuni,wrong\n", "uni ror"},
            {"customer_id,member_of\nuni,nowhere\n", "nowhere"},
            {"customer_id,ip_ranges\nuni,no address\n", "no address"},
            {"customer_id,kind\nuni,CASTLE\n", "CASTLE"},
            {"", "there is no column customer_id"},
            {"customer_id,name\ntwo,One\ntwo,Other\n", "line 3: “two” stands twice"},
            {"customer_id,name,Name\nuni,One,Other\n", "line 1: “name” stands twice"},
            {"[{\"customer_id\": \"two\"}, {\"customer_id\": \"two\"}]", "customer 2: “two” stands twice"},
            {"{\"customers\": [{\"name\": \"x\"}]}", "customer 1: customer_id is blank"},
            {"[[[[[", "it is no JSON"},
            {"\u0000\u0001", "there is no column customer_id"},
        };
        for (String[] file : files) {
            String before = served.version("uni");
            HttpResponse<String> answer =
                    admin.upload("/admin/exchange/check", "file", "f", file[0].getBytes(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).as(file[0]).isEqualTo(400);
            assertThat(answer.body()).as(file[0]).contains(file[1]);
            assertThat(served.version("uni")).isEqualTo(before);
        }
        byte[] latin = "customer_id,name\nuni,Universit\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(admin.upload("/admin/exchange/check", "file", "f", latin).body())
                .contains("it is not UTF-8 text");
    }
}
