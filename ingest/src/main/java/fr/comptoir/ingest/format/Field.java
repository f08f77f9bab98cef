package fr.comptoir.ingest.format;

/** What a reader can find in a line. */
public enum Field {
    /** The client's address or host name, as the server saw it. */
    ADDRESS,
    /** The addresses a proxy says the client has, comma separated; the site names the field ({@code client_address}). */
    CLIENT_CHAIN,
    /** The field the site names as login. */
    LOGIN,
    METHOD,
    /** The request target as sent: path and query, or an absolute URI. */
    TARGET,
    /** The target up to {@code ?} or {@code #}, without scheme and authority; still percent-encoded. */
    PATH,
    /** What follows the {@code ?}, up to {@code #}; still percent-encoded. */
    QUERY,
    /** The status as written. */
    STATUS_TEXT,
    USER_AGENT,
    REFERER,
    /** The virtual host, or the request's Host header. */
    HOST,
    /** The field the site names as user cookie. */
    USER_COOKIE,
    /** The field the site names as session cookie. */
    SESSION_COOKIE,
    /** The field the site names as authenticated organisation. */
    ORGANISATION,
    /** The field that the site says is there when a token gave access. */
    TOKEN;

    /** How many fields there are. */
    public static final int COUNT = values().length;
}
