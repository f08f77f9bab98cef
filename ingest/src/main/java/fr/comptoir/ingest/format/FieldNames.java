package fr.comptoir.ingest.format;

import java.util.Locale;

/**
 * One name for each thing a log may hold, however the format writes it: {@code user}, {@code in:x-org} (a request header),
 * {@code out:x-org} (a response header), {@code cookie:uid}, and for the rest what is written.
 */
final class FieldNames {
    static final String USER = "user";
    static final String COOKIE_HEADER = "in:cookie";
    private static final String COOKIE = "cookie:";

    private FieldNames() {}

    static String requestHeader(String name) {
        return "in:" + name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String responseHeader(String name) {
        return "out:" + name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String cookie(String name) {
        return COOKIE + name;
    }

    static boolean isCookie(String name) {
        return name.startsWith(COOKIE);
    }

    static String cookieOf(String name) {
        return name.substring(COOKIE.length());
    }

    /** The meaning of a request header. */
    static Meaning header(String name) {
        return switch (name.toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "user-agent" -> Meaning.USER_AGENT;
            case "referer", "referrer" -> Meaning.REFERER;
            case "host" -> Meaning.HOST;
            case "cookie" -> Meaning.COOKIES;
            case "x-forwarded-for", "x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting-ip" -> Meaning.CHAIN;
            default -> Meaning.TEXT;
        };
    }

    /** The name of a field as the site writes it: an Apache directive, an nginx variable, a W3C column, or anything else. */
    static String of(String written) {
        String text = written.trim();
        if (text.startsWith("%")) {
            return ApachePattern.name(text);
        }
        if (text.startsWith("$")) {
            String variable = text.startsWith("${") && text.endsWith("}")
                    ? text.substring(2, text.length() - 1)
                    : text.substring(1);
            return NginxPattern.value(variable).name();
        }
        return W3cColumns.name(text);
    }
}
