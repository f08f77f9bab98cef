package fr.comptoir.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.ingest.format.LineFault.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which value of a malformed line cannot be read is said in the words of the format, and kept without anything of the line. */
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
    void isKeptByKindAndValue() throws Exception {
        String request = "192.0.2.7 - - " + TIME + " \"GET / HTTP/1.1\"";
        Map<String, LineFault> faults = Map.of(
                "",
                LineFault.EMPTY,
                "192.0.2.7",
                new LineFault(Kind.END, "%h"),
                "192.0.2.7 - - " + TIME + " \"GET / HT",
                new LineFault(Kind.END, "%r"),
                request + " 200 1 \"-\" \"Mozill",
                new LineFault(Kind.END, "%{User-Agent}i"),
                "192.0.2.7 - - [10/Okt/2026:13:55:36 +0200] \"GET / HTTP/1.1\" 200 1 \"-\" \"-\"",
                new LineFault(Kind.VALUE, "%t"),
                request + " 2OO 1 \"-\" \"-\"",
                new LineFault(Kind.VALUE, "%>s"),
                request + " 200 1 \"-\" \"-\" 0.004",
                LineFault.REST);
        for (Map.Entry<String, LineFault> each : faults.entrySet()) {
            assertThat(kept(Sites.combined().format().newReader(), each.getKey()))
                    .as(each.getKey())
                    .isEqualTo(each.getValue());
        }
        String pattern = "<$remote_addr> $msec \"$request\" $status";
        assertThat(kept(Sites.nginx(pattern).format().newReader(), "192.0.2.7")).isEqualTo(LineFault.BEGINNING);
        assertThat(kept(Sites.nginx(pattern).format().newReader(), "<192.0.2.7> 1791000000.987 \"GET /a HTTP/1.1\" "))
                .isEqualTo(new LineFault(Kind.END, "$status"));
        assertThat(kept(
                        Sites.nginx(pattern).format().newReader(),
                        "<192.0.2.7> 1791000000.987 \"GET /a HTTP/1.1\" 200 7"))
                .isEqualTo(new LineFault(Kind.VALUE, "$status"));
    }

    @Test
    void ofJsonIsKeptByKindAndValue() throws Exception {
        String request = ",\"request\":\"GET / HTTP/1.1\",\"status\":200}";
        Map<String, LineFault> faults = Map.of(
                "",
                LineFault.EMPTY,
                "{\"time\":\"2026-10-10T13:5",
                LineFault.NOT_JSON,
                "{\"remote_addr\":\"h\"" + request,
                new LineFault(Kind.MISSING, "time"),
                "{\"time\":\"today\",\"remote_addr\":\"h\"" + request,
                new LineFault(Kind.VALUE, "time"),
                "{\"time\":\"2026-10-10T13:55:36Z\"" + request,
                new LineFault(Kind.MISSING, "address"),
                "{\"time\":\"2026-10-10T13:55:36Z\",\"remote_addr\":\"h\",\"status\":200}",
                new LineFault(Kind.MISSING, "request"),
                "{\"time\":\"2026-10-10T13:55:36Z\",\"remote_addr\":\"h\",\"status\":\"fine\"}",
                new LineFault(Kind.VALUE, "status"));
        for (Map.Entry<String, LineFault> each : faults.entrySet()) {
            assertThat(kept(Sites.json().format().newReader(), each.getKey()))
                    .as(each.getKey())
                    .isEqualTo(each.getValue());
        }
    }

    @Test
    void ofW3cIsKeptByKindAndValue() throws Exception {
        LineReader reader = Sites.w3c().format().newReader();
        assertThat(kept(reader, "2026-10-10 11:55:36 192.0.2.7 GET /a 200")).isEqualTo(LineFault.NO_FIELDS);
        Sites.read(reader, "#Fields: date time c-ip", new LineFields());
        assertThat(kept(reader, "2026-10-10 11:55:36 192.0.2.7")).isEqualTo(LineFault.FIELDS);
        Sites.read(reader, "#Fields: date time c-ip cs-method cs-uri-stem sc-status", new LineFields());
        assertThat(kept(reader, "")).isEqualTo(LineFault.EMPTY);
        assertThat(kept(reader, "2026-10-10 11:55:36 192.0.2.7 GET /a 200 7")).isEqualTo(LineFault.COLUMNS);
        assertThat(kept(reader, "2026-10-10 11:55:36 192.0.2.7 GET")).isEqualTo(LineFault.COLUMNS);
        assertThat(kept(reader, "10/10/26 11:55:36 192.0.2.7 GET /a 200")).isEqualTo(new LineFault(Kind.VALUE, "date"));
        assertThat(kept(reader, "2026-10-10 11h55 192.0.2.7 GET /a 200")).isEqualTo(new LineFault(Kind.VALUE, "time"));
        assertThat(kept(reader, "2026-10-10 11:55:36 192.0.2.7 GET /a fine"))
                .isEqualTo(new LineFault(Kind.VALUE, "status"));
        Sites.read(reader, "#Fields: time c-ip cs-method cs-uri-stem sc-status", new LineFields());
        assertThat(kept(reader, "11:55:36 192.0.2.7 GET /a 200")).isEqualTo(LineFault.INCOMPLETE);
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
        return reader.faultText(bytes, 0, bytes.length);
    }

    private static LineFault kept(LineReader reader, String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        assertThat(reader.read(bytes, 0, bytes.length, new LineFields()))
                .as(line)
                .isFalse();
        return reader.fault(bytes, 0, bytes.length);
    }
}
