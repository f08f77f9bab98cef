package fr.comptoir.model.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the log is written.
 *
 * @param kind which family of formats
 * @param pattern the whole Apache LogFormat or nginx log_format string; for COMMON and COMBINED the string they stand for; {@code ""} for
 *     W3C (its {@code #Fields} lines say it) and JSON
 * @param jsonFields for JSON: our field name ({@code address}, {@code time}, {@code method}, {@code request}, {@code uri}, {@code status},
 *     {@code user_agent}, {@code referer}, {@code host}, {@code login}, ...) to the member's name, dots for nesting; empty: nginx, Caddy and
 *     Traefik names are recognised
 * @param clientAddress the field that holds the chain of client addresses behind proxies ({@code %{X-Forwarded-For}i}), if any
 * @param trustedProxies ranges (CIDR, a-b, wildcard, single; IPv4 and IPv6) whose word about the client is believed
 */
public record LogFormat(
        Kind kind,
        String pattern,
        Map<String, String> jsonFields,
        Optional<String> clientAddress,
        List<String> trustedProxies) {

    /** Families of log formats. */
    public enum Kind {
        COMMON,
        COMBINED,
        APACHE,
        NGINX,
        W3C,
        JSON
    }

    public static final String COMMON_PATTERN = "%h %l %u %t \"%r\" %>s %b";
    public static final String COMBINED_PATTERN = COMMON_PATTERN + " \"%{Referer}i\" \"%{User-Agent}i\"";
}
