package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.TestSite.get;
import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.acceptance.PackedProgram.Started;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code comptoir serve} from the one jar: starts, answers, is killed, starts again, stops at Ctrl-C. */
class ServeIT {
    /** 128 and the number of SIGINT. */
    private static final int INTERRUPTED = 130;

    @TempDir
    private static Path folder;

    private static PackedProgram program;
    private static TestSite site;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void count() throws Exception {
        program = PackedProgram.released();
        site = TestSite.imported(folder.resolve("site"));
        site.count(site.log(get("192.0.2.7", "12/Jan/2026:10:00:00", "/article/a1/pdf")));
    }

    @Test
    void itServesIsKilledAndServesAgain() throws Exception {
        String customer = firstCustomer();
        String key = site.run("key", "make", "--customer", customer)
                .succeeded()
                .out()
                .strip();
        String path = "/r51/reports/tr?customer_id=" + customer + "&api_key=" + key
                + "&begin_date=2026-01&end_date=2026-01&attributes_to_show=YOP";
        String before;
        Started first = program.start(site, "first", List.of("serve", "--port", "0"));
        try {
            String address = first.address();
            assertThat(answer(address + "/r51/status", "gzip").statusCode()).isEqualTo(200);
            assertThat(answer(address + "/manage/health", "gzip").statusCode()).isEqualTo(200);
            HttpResponse<String> report = answer(address + path, "identity");
            assertThat(report.statusCode()).as(report.body()).isEqualTo(200);
            before = report.body();
            assertThat(answer(address + path, "br").headers().firstValue("Content-Encoding"))
                    .contains("br");
            Run second = program.start(site, "second", List.of("serve", "--port", "0"))
                    .finished();
            assertThat(second.status()).isEqualTo(1);
            assertThat(second.err()).contains("is served by another comptoir already");
        } finally {
            first.process().destroyForcibly().waitFor();
        }
        Started again = program.startInForeground(site, "again", List.of("serve", "--port", "0"));
        try {
            assertThat(answer(again.address() + path, "identity").body()).isEqualTo(before);
            assertThat(Files.readString(again.err()) + Files.readString(again.out()))
                    .doesNotContain(key);
            again.interrupt();
            again.finished().endedWith(INTERRUPTED);
        } finally {
            again.process().destroyForcibly();
        }
    }

    private static String firstCustomer() {
        return site.read("institutions.csv")
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .split(",", -1)[0];
    }

    private HttpResponse<String> answer(String address, String encoding) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Accept-Encoding", encoding)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
