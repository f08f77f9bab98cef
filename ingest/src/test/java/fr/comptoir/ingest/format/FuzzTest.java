package fr.comptoir.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A million mutated lines: no exception, no endless loop, no field outside its line, and each line is readable or it is not. */
class FuzzTest {
    private static final long SEED = 4711;
    private static final int LINES = 1_000_000;
    private static final byte[] SIGNS = "\"\\ []{}:,-%+?#/0129\t\r\u00e9eTuxGH".getBytes(StandardCharsets.UTF_8);

    /** A site, lines that its reader needs before, and the line that is mutated: the last. */
    private record Case(Sites site, List<String> lines) {
        static Case of(Sites site, String... lines) {
            return new Case(site, List.of(lines));
        }
    }

    private static final String TIME = "[10/Oct/2026:13:55:36 +0200]";
    private static final List<Case> CASES = List.of(
            Case.of(
                    Sites.combined().login("%u"),
                    "192.0.2.7 - ann " + TIME
                            + " \"GET http://h/a\\\"?b#c HTTP/1.1\" 200 2326 \"-\" \"Mozilla/5.0 (X11) \\x22\""),
            Case.of(
                    Sites.nginx(
                                    "$remote_addr $msec \"$request_method $scheme://$host$request_uri\" $status $upstream_addr \"$http_cookie\"")
                            .userCookie("$cookie_uid"),
                    "h 1791000000.987 \"GET https://h/a?b\" 200 10.0.0.1:80, 10.0.0.2:80 \"a=b; uid=7\""),
            Case.of(
                    Sites.apache("%{X-Forwarded-For}i %a:%p %{%a, %d %b %Y %I:%M:%S %p}t %r %>s %b %{User-Agent}i"),
                    "192.0.2.1, 10.0.0.1 ::1:80 Sat, 10 Oct 2026 01:55:36 PM GET /a b HTTP/1.1 200 5 Mozilla/5.0 (X11)"),
            Case.of(
                    Sites.w3c().userCookie("%{uid}C"),
                    "#Fields: date time c-ip cs-method cs-uri-stem cs-uri-query sc-status cs(User-Agent) cs(Cookie)",
                    "2026-10-10 11:55:36 192.0.2.7 GET /a x=y 200 \"A \"\"B\"\" %2520\" uid=7;+a=b"),
            Case.of(
                    Sites.json().login("user_id").userCookie("%{uid}C"),
                    "{\"ts\":1791000000.52,\"request\":{\"remote_ip\":\"[::1]:80\",\"method\":\"GET\",\"uri\":\"\\/a?\\u00e9\\ud83d\\ude00\",\"headers\":{\"User-Agent\":[\"x\\ty\"],\"Cookie\":[\"uid=7\"]}},\"user_id\":null,\"status\":200}"),
            Case.of(
                    Sites.json(),
                    "{\"time\":\"2026-10-10T13:55:36.123+02:00\",\"remote_addr\":\"h\",\"request\":\"GET /\\\" HTTP/1.1\",\"status\":\"200\"}"));

    @Test
    void mutatedLines() throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        int readable = 0;
        for (Case one : CASES) {
            LineReader reader = one.site().format().newReader();
            LineFields fields = new LineFields();
            byte[] line = one.lines().get(one.lines().size() - 1).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i + 1 < one.lines().size(); i++) {
                Sites.read(reader, one.lines().get(i), fields);
            }
            assertThat(reader.read(line, 0, line.length, fields))
                    .as(new String(line, StandardCharsets.UTF_8))
                    .isTrue();
            byte[] buffer = new byte[line.length + 40];
            for (int i = 0; i < LINES / CASES.size(); i++) {
                int from = random.nextInt(16);
                int to = from + mutate(line, buffer, from, random);
                try {
                    if (reader.read(buffer, from, to, fields)) {
                        readable++;
                        check(fields, from, to);
                    } else if (i % 16 == 0) {
                        assertThat(reader.faultText(buffer, from, to)).isNotBlank();
                        assertThat(reader.fault(buffer, from, to)).isNotNull();
                    }
                } catch (RuntimeException | AssertionError e) {
                    throw new AssertionError(
                            "seed " + SEED + ": " + new String(buffer, from, to - from, StandardCharsets.UTF_8), e);
                }
            }
        }
        assertThat(readable).isBetween(LINES / 20, LINES - LINES / 20);
    }

    private static int mutate(byte[] line, byte[] buffer, int from, SplittableRandom random) {
        int length = line.length;
        System.arraycopy(line, 0, buffer, from, length);
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes && length > 0; i++) {
            int at = from + random.nextInt(length);
            switch (random.nextInt(4)) {
                case 0 -> buffer[at] = SIGNS[random.nextInt(SIGNS.length)];
                case 1 -> buffer[at] = (byte) random.nextInt(256);
                case 2 -> {
                    System.arraycopy(buffer, at + 1, buffer, at, from + length - at - 1);
                    length--;
                }
                default -> {
                    System.arraycopy(buffer, at, buffer, at + 1, from + length - at);
                    buffer[at] = SIGNS[random.nextInt(SIGNS.length)];
                    length++;
                }
            }
        }
        return random.nextInt(20) == 0 ? random.nextInt(length + 1) : length;
    }

    private static void check(LineFields fields, int from, int to) {
        if (fields.garbageRequest == fields.has(Field.PATH) || fields.time < 0 || fields.status > 999) {
            throw new AssertionError("time " + fields.time + ", status " + fields.status);
        }
        for (Field field : Field.values()) {
            int f = field.ordinal();
            if (!fields.has(field)) {
                continue;
            }
            boolean inLine = fields.bytesOf(field) != fields.bytes || (fields.from[f] >= from && fields.to[f] <= to);
            if (fields.from[f] > fields.to[f] || !inLine) {
                throw new AssertionError(field + " " + fields.from[f] + " to " + fields.to[f]);
            }
            fields.unescape(field);
            if (fields.to[f] < fields.from[f] || fields.to[f] > fields.bytesOf(field).length) {
                throw new AssertionError(field + " after unescaping: " + fields.from[f] + " to " + fields.to[f]);
            }
        }
    }
}
