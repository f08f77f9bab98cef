package fr.comptoir.acceptance;

import static fr.comptoir.acceptance.ServedSite.MONTHS;
import static fr.comptoir.acceptance.ServedSite.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the API says when a report takes long, and when somebody asks too often (CoP 5.1, appendix D: 1011, 1020). */
class SlowAndBusyApiTest {
    @TempDir
    private Path folder;

    @Test
    void aSlowReportGoesOnInTheBackground() throws Exception {
        try (ServedSite served = ServedSite.in(folder, "server:\n  report_wait: 0s\n  requests_per_minute: 5000\n")) {
            String path = "/r51/reports/tr?customer_id=cote&requestor_id=cote-api" + MONTHS;
            HttpResponse<byte[]> queued = served.get(path);
            assertThat(queued.statusCode()).isEqualTo(202);
            assertThat(json(queued).get("Code").asInt()).isEqualTo(1011);
            assertThat(queued.headers().firstValueAsLong("Retry-After").orElse(0))
                    .isPositive();
            HttpResponse<byte[]> next = queued;
            while (next.statusCode() == 202) {
                next = served.get(path);
            }
            assertThat(next.statusCode()).isEqualTo(200);
            served.restart();
            assertThat(served.get(path).statusCode()).isEqualTo(200); // at once: nobody waits here
        }
    }

    @Test
    void theLimitIsForEachCustomerSoThatAConsortiumGetsAllItsMembers() throws Exception {
        try (ServedSite served = ServedSite.in(folder, "server:\n  requests_per_minute: 3\n")) {
            String who = "&requestor_id=littoral-api";
            for (String member : new String[] {"cote", "nord", "sud"}) {
                for (int i = 0; i < 3; i++) {
                    assertThat(served.get("/r51/reports?customer_id=" + member + who)
                                    .statusCode())
                            .isEqualTo(200);
                }
            }
            HttpResponse<byte[]> tooMany = served.get("/r51/reports?customer_id=cote" + who);
            assertThat(tooMany.statusCode()).isEqualTo(429);
            assertThat(json(tooMany).get("Code").asInt()).isEqualTo(1020);
            assertThat(json(tooMany).get("Data").asString()).contains("3 requests per minute");
            assertThat(tooMany.headers().firstValue("Retry-After")).isPresent();
        }
    }
}
