package fr.comptoir.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The special reader and the general one must say the same of every line, also of broken ones. */
class ReadersAgreeTest {
    private static final long SEED = 20_261_121;
    private static final String[] PIECES = {
        "\"",
        "\\",
        " ",
        "-",
        "- -",
        "[",
        "]",
        "\\\"",
        "\" \"",
        " \"",
        "GET ",
        " HTTP/1.1",
        "HTTP/",
        "?",
        "#",
        "\\x22",
        "\t",
        "é",
        "/",
        "200",
        "0",
        "/Feb/",
        "+0100",
        ":",
        "://",
        "\"\"",
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%h %l %u %t \"%r\" %>s %b",
                "%h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\"",
                "%a %l %u %t \"%r\" %>s %O \"%{Referer}i\" \"%{User-Agent}i\" \"%{X-Forwarded-For}i\" \"%{uid}C\"",
                "$remote_addr - $remote_user [$time_local] \"$request\" $status $body_bytes_sent \"$http_referer\" \"$http_user_agent\"",
            })
    void onRandomLines(String pattern) throws Exception {
        Sites sites = (pattern.startsWith("$") ? Sites.nginx(pattern) : Sites.apache(pattern)).login("%u");
        if (pattern.contains("uid")) {
            sites = sites.userCookie("%{uid}C").client("%{X-Forwarded-For}i");
        }
        PatternFormat format = (PatternFormat) sites.format();
        LineReader special = format.newReader();
        LineReader general = format.generalReader();
        assertThat(special).isInstanceOf(CombinedReader.class);
        SplittableRandom random = new SplittableRandom(SEED);
        LineFields one = new LineFields();
        LineFields other = new LineFields();
        int readable = 0;
        for (int i = 0; i < 60_000; i++) {
            byte[] line = line(pattern, random).getBytes(StandardCharsets.UTF_8);
            boolean first = special.read(line, 0, line.length, one);
            boolean second = general.read(line, 0, line.length, other);
            String text = new String(line, StandardCharsets.UTF_8);
            assertThat(first).as("seed %s: %s", SEED, text).isEqualTo(second);
            if (first) {
                readable++;
                assertThat(values(one)).as("seed %s: %s", SEED, text).isEqualTo(values(other));
            }
        }
        assertThat(readable).isBetween(10_000, 59_000);
    }

    private static List<String> values(LineFields fields) {
        List<String> values = new ArrayList<>();
        values.add(fields.time + " " + fields.status + " " + fields.garbageRequest);
        for (Field field : Field.values()) {
            values.add(field + (fields.has(field) ? "=" + fields.text(field) : " absent"));
        }
        return values;
    }

    private static String line(String pattern, SplittableRandom random) {
        StringBuilder line = new StringBuilder();
        line.append(pick(random, "192.0.2.1", "2001:db8::1", "host.example", "-"))
                .append(' ')
                .append(pick(random, "-", "-", "-", pattern.startsWith("$") ? "-" : "ident"))
                .append(' ')
                .append(pick(random, "-", "-", "frank", "a b", "\"\"", ""))
                .append(" [")
                .append(pick(
                        random,
                        "10/Oct/2026:13:55:36 +0200",
                        "11/Oct/2026:00:00:00 +0000",
                        "28/Feb/2026:23:59:59 -1130"))
                .append("] \"")
                .append(pick(
                        random,
                        "GET /a/b?c=d HTTP/1.1",
                        "GET /x",
                        "-",
                        "",
                        "POST http://h/p#q HTTP/1.0",
                        "GET /\\\"\\xe9 b HTTP/2.0",
                        "\\x16\\x03"))
                .append("\" ")
                .append(pick(random, "200", "304", "404", "-"))
                .append(' ')
                .append(pick(random, "0", "-", "1234567890123"));
        int quoted = pattern.split("\"").length / 2 - 1;
        for (int i = 0; i < quoted; i++) {
            line.append(" \"")
                    .append(pick(random, "-", "", "text", "Mozilla/5.0 (a; b)", "q\\\"q", "\\\\", "uid=7; sid=8"))
                    .append('"');
        }
        int changes = random.nextInt(3) == 0 ? random.nextInt(1, 4) : 0;
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(line.length());
            switch (random.nextInt(3)) {
                case 0 -> line.deleteCharAt(at);
                case 1 -> line.insert(at, pick(random, PIECES));
                default -> line.replace(at, Math.min(line.length(), at + random.nextInt(3)), pick(random, PIECES));
            }
        }
        return line.toString();
    }

    private static String pick(SplittableRandom random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
