package fr.comptoir.server.space;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.operation.Import;
import fr.comptoir.operation.ReportingSite;
import fr.comptoir.operation.Site;
import fr.comptoir.server.counterapi.CurrentSite;
import fr.comptoir.server.web.Served;
import fr.comptoir.testkit.TestClock;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page whose figures were replaced while it was made is asked for again; any other failure is one. */
class ReplacedFiguresTest {
    @TempDir
    Path folder;

    private Site site;
    private CurrentSite now;
    private final List<String> sent = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        Files.writeString(folder.resolve("comptoir.yml"), Served.SETTINGS);
        site = Site.open(folder, new TestClock("2026-02-06T10:00:00Z"));
        now = new CurrentSite(site);
        replace("uni");
    }

    private void replace(String customer) throws Exception {
        Path file = Files.writeString(
                folder.resolve("institutions.csv"), "customer_id,name,requestor_id,ip_ranges\n" + customer + ",A,r,\n");
        Import.institutions(site, file, true, "test", (what, done, total) -> {}, line -> {});
    }

    private boolean isAnsweredAgain(String method, ReportingSite answered) {
        Map<String, Object> of =
                Map.of("getMethod", method, "getRequestURI", "/space/uni/titles", "getQueryString", "q=a");
        HttpServletRequest request = proxy(HttpServletRequest.class, (name, first) -> switch (name) {
            case "getAttribute" -> answered;
            default -> of.get(name);
        });
        HttpServletResponse response = proxy(HttpServletResponse.class, (name, first) -> {
            if (name.equals("sendRedirect")) {
                sent.add(String.valueOf(first));
            }
            return name.equals("isCommitted") ? false : null;
        });
        return new ReplacedFigures(now)
                        .resolveException(request, response, null, new IOException("items.parquet is gone"))
                != null;
    }

    private interface Answer {
        Object of(String method, Object first);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.of(method.getName(), arguments == null ? null : arguments[0])));
    }

    @Test
    void whatWasReplacedIsAskedForAgain() throws Exception {
        ReportingSite before = now.get();
        replace("another");
        assertThat(isAnsweredAgain("GET", before)).isTrue();
        assertThat(sent).containsExactly("/space/uni/titles?q=a");
    }

    @Test
    void aFailureStaysOneWhereNothingWasReplaced() throws Exception {
        assertThat(isAnsweredAgain("GET", now.get())).isFalse();
        ReportingSite before = now.get();
        replace("another");
        assertThat(isAnsweredAgain("POST", before)).isFalse();
        assertThat(sent).isEmpty();
    }
}
