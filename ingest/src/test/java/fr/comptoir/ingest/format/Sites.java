package fr.comptoir.ingest.format;

import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.LogFormat;
import fr.comptoir.model.site.SiteConfig;
import fr.comptoir.model.site.Statuses;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A site that has a log and nothing else, and a line read with it. */
record Sites(
        LogFormat log,
        Optional<String> login,
        Optional<String> userCookie,
        Optional<String> sessionCookie,
        Optional<String> organisation) {

    static Sites of(LogFormat.Kind kind, String pattern) {
        LogFormat log = new LogFormat(kind, pattern, Map.of(), Optional.empty(), List.of());
        return new Sites(log, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Sites apache(String pattern) {
        return of(LogFormat.Kind.APACHE, pattern);
    }

    static Sites nginx(String pattern) {
        return of(LogFormat.Kind.NGINX, pattern);
    }

    static Sites combined() {
        return of(LogFormat.Kind.COMBINED, LogFormat.COMBINED_PATTERN);
    }

    static Sites w3c() {
        return of(LogFormat.Kind.W3C, "");
    }

    static Sites json() {
        return of(LogFormat.Kind.JSON, "");
    }

    Sites login(String field) {
        return new Sites(log, Optional.of(field), userCookie, sessionCookie, organisation);
    }

    Sites userCookie(String field) {
        return new Sites(log, login, Optional.of(field), sessionCookie, organisation);
    }

    Sites sessionCookie(String field) {
        return new Sites(log, login, userCookie, Optional.of(field), organisation);
    }

    Sites organisation(String field) {
        return new Sites(log, login, userCookie, sessionCookie, Optional.of(field));
    }

    Sites client(String field) {
        LogFormat changed =
                new LogFormat(log.kind(), log.pattern(), log.jsonFields(), Optional.of(field), List.of("10.0.0.0/8"));
        return new Sites(changed, login, userCookie, sessionCookie, organisation);
    }

    Sites fields(Map<String, String> names) {
        LogFormat changed = new LogFormat(log.kind(), log.pattern(), names, log.clientAddress(), List.of());
        return new Sites(changed, login, userCookie, sessionCookie, organisation);
    }

    SiteConfig config() {
        return new SiteConfig(
                new SiteConfig.Platform("p", "P", ZoneId.of("Europe/Paris")),
                new SiteConfig.Provider("P", ""),
                log,
                Statuses.delivered(),
                Optional.empty(),
                new SiteConfig.UserFields(login, userCookie, sessionCookie),
                organisation,
                false,
                List.of());
    }

    LineFormat format() throws InputException {
        return LineFormat.of(config());
    }

    /** The last of these lines, read after the others; the buffer holds other bytes before and after it. */
    Read read(String... lines) throws InputException {
        LineReader reader = format().newReader();
        LineFields fields = new LineFields();
        boolean readable = false;
        for (String line : lines) {
            readable = read(reader, line, fields);
        }
        return new Read(readable, fields);
    }

    static boolean read(LineReader reader, String line, LineFields fields) {
        byte[] bytes = ("\"x\n" + line + "\n- \"y\\\"").getBytes(StandardCharsets.UTF_8);
        int from = 3;
        return reader.read(bytes, from, from + line.getBytes(StandardCharsets.UTF_8).length, fields);
    }

    /** What a line gave. */
    record Read(boolean readable, LineFields fields) {
        String time() {
            return Instant.ofEpochMilli(fields.time).toString();
        }

        int status() {
            return fields.status;
        }

        boolean garbage() {
            return fields.garbageRequest;
        }

        boolean has(Field field) {
            return fields.has(field);
        }

        String text(Field field) {
            return fields.text(field);
        }
    }
}
