package fr.comptoir.ingest.format;

/** What the value of a directive, variable or column is. */
enum Meaning {
    /** Nothing that counting needs, unless the site names it. */
    OPAQUE,
    /** A number, or {@code -}. */
    NUMBER,
    TIME,
    ADDRESS,
    /** Addresses with commas, and perhaps blanks, between them. */
    CHAIN,
    /** Other lists with commas or colons and blanks between them (nginx's upstreams). */
    LIST,
    /** The whole request line. */
    REQUEST,
    METHOD,
    /** Path and query, or an absolute URI. */
    TARGET,
    PATH,
    QUERY,
    STATUS,
    /** A user's name, which may hold blanks. */
    USER,
    USER_AGENT,
    REFERER,
    HOST,
    /** A whole Cookie header. */
    COOKIES,
    /** The text of some other header or note, which may hold blanks. */
    TEXT
}
