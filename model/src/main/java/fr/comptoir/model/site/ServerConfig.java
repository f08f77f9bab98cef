package fr.comptoir.model.site;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How {@code comptoir serve} serves a site: the section {@code server} of {@code comptoir.yml}.
 *
 * @param url address under which people and harvesters reach the service, without {@code /} at its end; empty: as each request says
 * @param address on which the service listens; empty: on all of the machine
 * @param tls certificate and key of the service itself; empty: plain HTTP, behind a proxy that has them
 * @param trustedProxies ranges of proxies whose word about client, scheme and host is believed
 * @param cors origins whose pages may read the API in a browser; none by default
 * @param reportWait how long a client waits for a report before it goes on in the background
 * @param reportsWaiting how many reports are made or wait to be made at a time; who asks for one more is told that the service is busy
 * @param requestsPerMinute of one requestor for one customer
 * @param database customers, accounts and keys
 * @param signIn how people sign in besides a password, and come to join an institution
 * @param maskBelow of an institution's usage in a month, a publisher is told no figure from 1 to under this; 1 masks none
 */
public record ServerConfig(
        Optional<String> url,
        Optional<String> address,
        Optional<Tls> tls,
        List<String> trustedProxies,
        List<String> cors,
        Duration reportWait,
        int reportsWaiting,
        int requestsPerMinute,
        Optional<Database> database,
        SignInConfig signIn,
        int maskBelow) {
    /** Long enough for nearly every report, and half of what a client waits by habit. */
    public static final Duration REPORT_WAIT = Duration.ofSeconds(60);

    /** Some hours of work for two makers; more has been asked for by mistake. */
    public static final int REPORTS_WAITING = 1000;

    public static final int REQUESTS_PER_MINUTE = 240;

    /** What small counts are in public statistics by habit. */
    public static final int MASK_BELOW = 5;

    /** All settings at their defaults. */
    public static final ServerConfig DEFAULT = new ServerConfig(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            REPORT_WAIT,
            REPORTS_WAITING,
            REQUESTS_PER_MINUTE,
            Optional.empty(),
            SignInConfig.DEFAULT,
            MASK_BELOW);

    public ServerConfig {
        trustedProxies = List.copyOf(trustedProxies);
        cors = List.copyOf(cors);
    }

    /**
     * TLS of the service itself.
     *
     * @param certificate PEM chain, or a PKCS#12 store ({@code .p12}, {@code .pfx}) that has the key too
     * @param key PEM; absent with PKCS#12
     * @param passwordFile whose first line opens the store or the key; absent: neither has a password
     */
    public record Tls(Path certificate, Optional<Path> key, Optional<Path> passwordFile) {}

    /**
     * A PostgreSQL database in place of the embedded one.
     *
     * @param url {@code jdbc:postgresql://host/name}
     * @param passwordFile whose first line is the password; absent: none is needed
     */
    public record Database(String url, String user, Optional<Path> passwordFile) {}
}
