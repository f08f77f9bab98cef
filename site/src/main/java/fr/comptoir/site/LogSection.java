package fr.comptoir.site;

import fr.comptoir.model.net.IpRange;
import fr.comptoir.model.site.LogFormat;
import fr.comptoir.model.site.LogFormat.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code log}. Whether a format string can be compiled is for the reader of lines to say. */
final class LogSection {
    private static final List<String> NAMES = List.of("common", "combined", "w3c", "json");
    private static final Pattern NGINX_VARIABLE = Pattern.compile("\\$\\{?[a-z_]");
    private static final Pattern DIRECTIVE = Pattern.compile("\\s*(LogFormat|log_format)\\s.*", Pattern.DOTALL);

    private LogSection() {}

    static LogFormat read(Section log) {
        String format =
                log.required("format", "common, combined, w3c, json, or a whole LogFormat or log_format string");
        Kind kind = kind(log, format);
        Map<String, String> fields = fields(log.section("fields"));
        if (log.has("fields") && kind != Kind.JSON) {
            log.error("fields", "names the members of JSON lines; the format is not json");
        }
        Optional<String> clientAddress = log.text("client_address");
        List<String> trustedProxies = trustedProxies(log);
        if (clientAddress.isPresent() && !log.has("trusted_proxies")) {
            log.warning(
                    "client_address",
                    "has no effect without 'trusted_proxies': nobody's word about the client is believed");
        }
        if (clientAddress.isEmpty() && log.has("trusted_proxies")) {
            log.warning(
                    "trusted_proxies",
                    "has no effect without 'client_address', the field in which proxies name the client");
        }
        log.close();
        return new LogFormat(kind, pattern(kind, format), fields, clientAddress, trustedProxies);
    }

    /** Warns of a field that the lines do not carry: it would be absent in each of them. */
    static void checkField(Section section, String key, Optional<String> field, LogFormat log) {
        if (field.isEmpty() || log.pattern().isEmpty()) {
            return;
        }
        boolean nginx = log.kind() == Kind.NGINX;
        if (field.get().charAt(0) != (nginx ? '$' : '%')) {
            section.error(
                    key,
                    "'" + field.get() + "' is no field of this format; one such as "
                            + (nginx ? "$remote_user or $cookie_NAME" : "%u, %{NAME}C or %{NAME}i") + " was expected");
        } else if (!plain(log.pattern()).contains(plain(field.get()))) {
            section.warning(key, "the format has no " + field.get() + ", so it is absent in every line");
        }
    }

    /** Without what changes the writing of a directive and not its meaning. */
    private static String plain(String pattern) {
        return pattern.replaceAll("\\$\\{([a-z0-9_]+)\\}", "\\$$1").replaceAll("%[<>!0-9,]+", "%");
    }

    private static Kind kind(Section log, String format) {
        if (NAMES.contains(format.toLowerCase(Locale.ROOT))) {
            return Kind.valueOf(format.toUpperCase(Locale.ROOT));
        }
        if (DIRECTIVE.matcher(format).matches()) {
            log.error(
                    "format",
                    "only the format string itself was expected, without LogFormat or log_format and the name");
        }
        if (NGINX_VARIABLE.matcher(format).find()) {
            return Kind.NGINX;
        }
        if (format.indexOf('%') < 0 && !format.isEmpty()) {
            log.error(
                    "format",
                    "'" + format + "' is neither one of " + String.join(", ", NAMES)
                            + " nor an Apache LogFormat string (with %h ...) nor an nginx log_format string (with $remote_addr ...)"
                            + Suggestion.didYouMean(format, NAMES));
        }
        return Kind.APACHE;
    }

    private static String pattern(Kind kind, String format) {
        return switch (kind) {
            case COMMON -> LogFormat.COMMON_PATTERN;
            case COMBINED -> LogFormat.COMBINED_PATTERN;
            case APACHE, NGINX -> format;
            case W3C, JSON -> "";
        };
    }

    private static Map<String, String> fields(Section section) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name : section.freeKeys()) {
            if (!section.has(name)) {
                section.error(name, "the name of a member was expected");
            }
            section.text(name).ifPresent(member -> fields.put(name, member));
        }
        return fields;
    }

    private static List<String> trustedProxies(Section log) {
        List<String> proxies = new ArrayList<>();
        for (Section.Scalar range : log.scalars("trusted_proxies")) {
            try {
                IpRange.parse(range.text()).forEach(proxy -> proxies.add(proxy.toString()));
            } catch (IllegalArgumentException e) {
                log.problems().error(range.line(), log.field("trusted_proxies"), String.valueOf(e.getMessage()));
            }
        }
        return proxies;
    }
}
