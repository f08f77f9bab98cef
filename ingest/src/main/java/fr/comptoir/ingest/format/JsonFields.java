package fr.comptoir.ingest.format;

import fr.comptoir.model.site.SiteConfig;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Under which names the members of a JSON log are looked for: those that the site sets, else those that nginx configurations, Caddy and
 * Traefik use. Of several that are there the first counts.
 */
final class JsonFields {
    static final String ADDRESS = "address";
    static final String TIME = "time";
    static final String METHOD = "method";
    static final String REQUEST = "request";
    static final String URI = "uri";
    static final String QUERY = "query";
    static final String STATUS = "status";

    private static final Map<String, List<String>> USUAL = Map.ofEntries(
            Map.entry(
                    ADDRESS,
                    List.of(
                            "request.client_ip",
                            "request.remote_ip",
                            "request.remote_addr",
                            "ClientHost",
                            "ClientAddr",
                            "remote_addr",
                            "remote_ip",
                            "remoteAddr",
                            "client_ip",
                            "clientip",
                            "client",
                            "ip",
                            "address")),
            Map.entry(
                    TIME,
                    List.of(
                            "msec",
                            "StartUTC",
                            "StartLocal",
                            "ts",
                            "time_iso8601",
                            "time_local",
                            "time",
                            "timestamp",
                            "@timestamp",
                            "datetime",
                            "date")),
            Map.entry(METHOD, List.of("request_method", "request.method", "RequestMethod", "method", "verb")),
            Map.entry(REQUEST, List.of("request", "request_line")),
            Map.entry(
                    URI,
                    List.of(
                            "request_uri",
                            "request.uri",
                            "RequestPath",
                            "uri",
                            "document_uri",
                            "url",
                            "path",
                            "target")),
            Map.entry(QUERY, List.of("args", "query_string", "query")),
            Map.entry(STATUS, List.of("status", "DownstreamStatus", "status_code", "response", "code")),
            Map.entry(
                    "user_agent",
                    List.of(
                            "http_user_agent",
                            "request.headers.User-Agent",
                            "request_User-Agent",
                            "user_agent",
                            "useragent",
                            "userAgent",
                            "agent")),
            Map.entry(
                    "referer",
                    List.of(
                            "http_referer",
                            "request.headers.Referer",
                            "request_Referer",
                            "referer",
                            "referrer",
                            "http_referrer")),
            Map.entry(
                    "host",
                    List.of(
                            "host",
                            "http_host",
                            "request.host",
                            "RequestHost",
                            "server_name",
                            "vhost",
                            "virtual_host")),
            Map.entry("cookies", List.of("http_cookie", "request.headers.Cookie", "request_Cookie", "cookie")));
    private static final List<String> USERS = List.of("remote_user", "user_id", "ClientUsername", "user", "login");

    private final Map<String, String> set;

    JsonFields(SiteConfig config) {
        set = config.log().jsonFields();
    }

    /** The members for one of our own names. */
    List<String> names(String own) {
        String name = set.get(own);
        return name == null ? USUAL.getOrDefault(own, List.of()) : List.of(name);
    }

    /** The members for a field that the site names, or that {@code fields} of its log sets. */
    List<String> names(Optional<String> written, String own) {
        if (written.isEmpty()) {
            return set.containsKey(own) ? names(own) : List.of();
        }
        String text = written.get();
        Set<String> names = new LinkedHashSet<>();
        names.add(set.getOrDefault(text, text));
        String name = FieldNames.of(text);
        if (name.equals(FieldNames.USER)) {
            names.addAll(USERS);
        } else if (FieldNames.isCookie(name)) {
            names.add("cookie_" + FieldNames.cookieOf(name));
        } else if (name.startsWith("in:")) {
            String header = name.substring(3);
            names.add("http_" + header.replace('-', '_'));
            names.add("request.headers." + canonical(header));
            names.add("request_" + canonical(header));
            names.add(header.replace('-', '_'));
        }
        return new ArrayList<>(names);
    }

    /** A header's name as Go writes it: {@code X-Forwarded-For}. */
    private static String canonical(String header) {
        StringBuilder text = new StringBuilder();
        for (String part : header.split("-", -1)) {
            text.append(text.isEmpty() ? "" : "-");
            if (!part.isEmpty()) {
                text.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
            }
        }
        return text.toString();
    }
}
