package fr.comptoir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.cli.Main;
import fr.comptoir.customers.CustomersDatabase;
import fr.comptoir.customers.base.Author;
import fr.comptoir.customers.base.Days;
import fr.comptoir.customers.customer.AddressRange;
import fr.comptoir.model.net.IpRange;
import fr.comptoir.operation.Backup;
import fr.comptoir.operation.Site;
import fr.comptoir.server.ComptoirServer;
import fr.comptoir.server.customers.CustomersBackup;
import fr.comptoir.server.customers.CustomersSetup;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code comptoir backup} and {@code comptoir restore}. */
class BackupTest {
    @TempDir
    Path folder;

    private record Said(int status, String text) {}

    private static Said run(String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        return new Said(Main.run(out, out, arguments), said.toString());
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void aSiteThatIsServedComesBackWithItsFiguresAndItsPeople() throws Exception {
        String key;
        String before;
        String query = "/r51/reports/tr_j1?customer_id=cote" + ServedSite.MONTHS + "&api_key=";
        try (ServedSite served = ServedSite.in(Files.createDirectory(folder.resolve("site")), "")) {
            Site site = Site.open(served.site.folder, Clock.systemUTC());
            try (CustomersDatabase database = CustomersSetup.open(site)) {
                key = database.keys()
                        .make("cote", "kept", null, Author.of("test"))
                        .orThrow()
                        .text();
            }
            before = figures(ServedSite.text(served.get(query + key)));
            Said backup = run("backup", path("backup.zip"), "--site", served.site.folder.toString());
            assertThat(backup.status()).as(backup.text()).isZero();
            try (CustomersDatabase database = CustomersSetup.open(site)) {
                database.keys().make("cote", "later", null, Author.of("test")).orThrow();
            }
            assertThat(served.get("/r51/status").statusCode()).isEqualTo(200);
            Said again = run("backup", path("backup.zip"), "--site", served.site.folder.toString());
            assertThat(again.status()).isEqualTo(1);
            assertThat(again.text()).contains("is there already");
        }
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("backup.zip"))))
                    .isEqualTo("rw-------");
        }
        Said restore = run("restore", path("backup.zip"), "--site", path("restored"));
        assertThat(restore.status()).as(restore.text()).isZero();
        Site site = Site.open(folder.resolve("restored"), Clock.systemUTC());
        try (ComptoirServer server = ComptoirServer.start(site, 0, "Comptoir test", () -> {});
                CustomersDatabase database = CustomersSetup.open(site)) {
            String after = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + query + key))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            assertThat(before).contains("\"Report_Items\"", "Total_Item_Requests");
            assertThat(figures(after)).isEqualTo(before);
            assertThat(database.keys().of("cote")).extracting(one -> one.name()).containsExactly("kept");
        }
    }

    @Test
    void whatAPersonChangedWhileTheBackupWasMadeIsStillThereAfterARestore() throws Exception {
        try (ServedSite served = ServedSite.in(Files.createDirectory(folder.resolve("site")), "")) {
            Site site = Site.open(served.site.folder, Clock.systemUTC());
            Backup.CustomersBackup customers = file -> {
                try (CustomersDatabase database = CustomersSetup.open(site)) {
                    int version =
                            database.customers().find("cote").orElseThrow().version();
                    List<AddressRange> ranges =
                            new ArrayList<>(database.addressRanges().of("cote"));
                    ranges.add(new AddressRange(IpRange.parse("203.0.113.0/28").get(0), Days.ALWAYS));
                    database.addressRanges()
                            .save("cote", version, ranges, Author.of("test"))
                            .orThrow();
                }
                return CustomersBackup.write(site, file);
            };
            Backup.write(site, folder.resolve("b.zip"), "Comptoir test", customers, text -> {});
        }
        assertThat(run("restore", path("b.zip"), "--site", path("restored")).status())
                .isZero();
        Site site = Site.open(folder.resolve("restored"), Clock.systemUTC());
        try (ComptoirServer server = ComptoirServer.start(site, 0, "Comptoir test", () -> {});
                CustomersDatabase database = CustomersSetup.open(site)) {
            assertThat(server.port()).isPositive();
            assertThat(database.addressRanges().of("cote"))
                    .extracting(range -> range.range().toString())
                    .contains("203.0.113.0/28");
        }
    }

    @Test
    void aBackupIsNotWrittenIntoWhatItCopies() throws Exception {
        try (ServedSite served = ServedSite.in(Files.createDirectory(folder.resolve("site")), "")) {
            Path data = served.site.folder.resolve("data");
            Files.createDirectories(data.resolve("more"));
            for (Path file : List.of(data.resolve("b.zip"), data.resolve("more").resolve("b.zip"))) {
                Said said = run("backup", file.toString(), "--site", served.site.folder.toString());
                assertThat(said.status()).isEqualTo(1);
                assertThat(said.text()).contains("give another folder");
                assertThat(file).doesNotExist();
            }
        }
    }

    /** Without the moment in which it was made. */
    private static String figures(String report) {
        return report.replaceFirst("\"Created\":\"[^\"]*\"", "");
    }

    @Test
    void whatIsNoGoodBackupIsRefusedWithASentenceAndLeavesNoSite() throws Exception {
        try (ServedSite served = ServedSite.in(Files.createDirectory(folder.resolve("site")), "")) {
            assertThat(run("backup", path("good.zip"), "--site", served.site.folder.toString())
                            .status())
                    .isZero();
        }
        byte[] good = Files.readAllBytes(folder.resolve("good.zip"));
        Files.write(folder.resolve("short.zip"), Arrays.copyOf(good, good.length / 2));
        Files.writeString(folder.resolve("text.zip"), "no archive");
        zip("newer.zip", "backup.json", "{\"format\": 2, \"program\": \"Comptoir 9.0\"}", "comptoir.yml", "");
        zip("other.zip", "readme.txt", "hello");
        zip("slip.zip", "backup.json", "{\"format\": 1}", "data/../../evil", "x", "comptoir.yml", "");
        zip("odd.zip", "backup.json", "{\"format\": 1}", "etc/passwd", "x", "comptoir.yml", "");
        String[][] refused = {
            {"short.zip", "is no backup of Comptoir, or was cut off"},
            {"text.zip", "is no backup of Comptoir, or was cut off"},
            {"newer.zip", "has format 2 of Comptoir 9.0; this program reads up to 1"},
            {"other.zip", "is no backup of Comptoir"},
            {"slip.zip", "has 'data/../../evil', which no backup has"},
            {"odd.zip", "has 'etc/passwd', which no backup has"},
            {"none.zip", "is not there"},
        };
        for (String[] one : refused) {
            Said said = run("restore", path(one[0]), "--site", path("from-" + one[0]));
            assertThat(said.status()).as(one[0]).isEqualTo(1);
            assertThat(said.text()).contains(one[1]);
            assertThat(folder.resolve("from-" + one[0]).resolve("comptoir.yml")).doesNotExist();
            assertThat(folder.resolve("evil")).doesNotExist();
        }
        Said onto = run("restore", path("good.zip"), "--site", path("site"));
        assertThat(onto.status()).isEqualTo(1);
        assertThat(onto.text()).contains("is not empty");
    }

    private void zip(String name, String... entries) throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }
}
