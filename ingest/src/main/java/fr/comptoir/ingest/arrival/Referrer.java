package fr.comptoir.ingest.arrival;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.comptoir.model.net.IpAddress;
import java.util.Locale;
import java.util.Optional;

/** What rules look at of a referrer. Immutable. */
public final class Referrer {
    private static final String SCHEME_END = "://";

    private final String host;
    private final byte[] path;

    private Referrer(String host, byte[] path) {
        this.host = host;
        this.path = path;
    }

    /** Reads {@code scheme://host/path}; empty when there is no host, as in {@code about:blank}. */
    public static Optional<Referrer> parse(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, UTF_8);
        int scheme = text.indexOf(SCHEME_END);
        if (scheme <= 0) {
            return Optional.empty();
        }
        int start = scheme + SCHEME_END.length();
        int end = start;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String host = host(text.substring(start, end));
        int pathEnd = end;
        while (pathEnd < text.length() && "?#".indexOf(text.charAt(pathEnd)) < 0) {
            pathEnd++;
        }
        String path = text.substring(end, pathEnd);
        return host.isEmpty() ? Optional.empty() : Optional.of(new Referrer(host, path.getBytes(UTF_8)));
    }

    /** The first page of a host. */
    static Referrer ofHost(String host) {
        return new Referrer(host(host), "/".getBytes(UTF_8));
    }

    /** Without user, port and the dot of the root; an address of IPv6 with its brackets (RFC 3986, section 3.2.2). */
    private static String host(String authority) {
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        if (host.startsWith("[")) {
            String address = host.substring(0, host.indexOf(']') + 1);
            return IpAddress.host(address).orElseGet(() -> address.toLowerCase(Locale.ROOT));
        }
        int port = host.indexOf(':');
        host = port < 0 ? host : host.substring(0, port);
        return (host.endsWith(".") ? host.substring(0, host.length() - 1) : host).toLowerCase(Locale.ROOT);
    }

    /** In lower case, without port. */
    public String host() {
        return host;
    }

    /** As it was sent, without query. */
    byte[] path() {
        return path;
    }
}
