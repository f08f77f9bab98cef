package fr.comptoir.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which value of a malformed line cannot be read is said in the words of the format. */
class FaultsTest {
    private static final String TIME = "[10/Oct/2026:13:55:36 +0200]";

    @Test
    void ofCombined() throws Exception {
        Map<String, String> faults = Map.of(
                "",
                "the line is empty",
                "192.0.2.7",
                "%h: expected an address and then \" \", found \"192.0.2.7\"",
                "192.0.2.7 - - [10/Okt/2026:13:55:36 +0200] \"GET / HTTP/1.1\" 200 1 \"-\" \"-\"",
                "%t: expected a time as the format writes it and then \"] \"\", found \"10/Okt/2026:13:55:36 +0200] \"GET / HTTP/...\"",
                "192.0.2.7 - - " + TIME + " \"GET / HTTP/1.1\" 2OO 1 \"-\" \"-\"",
                "%>s: expected a status of three digits or - and then \" \", found \"2OO\"",
                "192.0.2.7 - - " + TIME + " \"GET / HTTP/1.1\" 200 many \"-\" \"-\"",
                "%b: expected a number or - and then \" \"\", found \"many\"",
                "192.0.2.7 - - " + TIME + " \"GET / HTTP/1.1\" 200 1 \"-\" \"-\" 0.004",
                "the line should end before \" 0.004\"");
        for (Map.Entry<String, String> each : faults.entrySet()) {
            assertThat(fault(Sites.combined(), each.getKey())).isEqualTo(each.getValue());
        }
    }

    @Test
    void ofNginx() throws Exception {
        assertThat(fault(
                        Sites.nginx("<$remote_addr> $msec \"$request\" $status"),
                        "192.0.2.7 1791000000.987 \"GET /a HTTP/1.1\" 200"))
                .isEqualTo("it does not begin with \"<\"");
        assertThat(fault(
                        Sites.nginx("<$remote_addr> $msec \"$request\" $status"),
                        "<192.0.2.7> 1791000000.987 \"GET /a HTTP/1.1\" 200 7"))
                .isEqualTo(
                        "$status: expected a status of three digits or - and then the end of the line, found \"200 7\"");
    }

    @Test
    void ofJson() throws Exception {
        assertThat(fault(Sites.json(), "192.0.2.7 - -")).isEqualTo("it is not one object of JSON: \"192.0.2.7 - -\"");
        assertThat(fault(Sites.json(), "{\"remote_addr\":\"h\",\"request\":\"GET / HTTP/1.1\",\"status\":200}"))
                .isEqualTo("it has no member that is its time");
        assertThat(
                        fault(
                                Sites.json(),
                                "{\"time\":\"2026-10-10T13:55:36Z\",\"remote_addr\":\"h\",\"request\":\"GET / HTTP/1.1\",\"status\":\"fine\"}"))
                .isEqualTo("status: expected a number of three digits at most, found \"fine\"");
    }

    @Test
    void ofW3c() throws Exception {
        assertThat(fault(Sites.w3c(), "2026-10-10 11:55:36 192.0.2.7 GET /a 200"))
                .isEqualTo("no #Fields line came before it");
        LineReader reader = Sites.w3c().format().newReader();
        Sites.read(reader, "#Fields: date time c-ip cs-method cs-uri-stem sc-status", new LineFields());
        assertThat(fault(reader, "2026-10-10 11:55:36 192.0.2.7 GET /a 200 7"))
                .isEqualTo("it has 7 columns, the #Fields line before it has 6");
        assertThat(fault(reader, "2026-10-10 11:55 192.0.2.7 GET /a 200"))
                .isEqualTo("its date, time, status or address is not as the #Fields line says");
    }

    @Test
    void controlsAreNotShown() throws Exception {
        assertThat(fault(Sites.json(), "\u001b[31m")).isEqualTo("it is not one object of JSON: \"\uFFFD[31m\"");
    }

    private static String fault(Sites site, String line) throws Exception {
        return fault(site.format().newReader(), line);
    }

    private static String fault(LineReader reader, String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        assertThat(reader.read(bytes, 0, bytes.length, new LineFields()))
                .as(line)
                .isFalse();
        return reader.fault(bytes, 0, bytes.length);
    }
}
