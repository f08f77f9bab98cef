package fr.comptoir.model.catalogue;

/**
 * Says to whom an action belongs. Immutable and safe for many threads. An answer is a set of customers as text: ids sorted (by UTF-16
 * unit), each once, joined with {@code |}; the consortia of which they are members on that day are in it; empty for the world alone.
 * Days are days since 1970-01-01 in the platform's time zone.
 */
public interface Institutions {
    /** Changes whenever any answer could change; the same for the same content. */
    String version();

    /** The customers of an organisation value of the log, or {@code ""} when no institution has that value. */
    String byOrganisation(String organisation, int day);

    /**
     * The customers of a client address: 16 bytes as two longs, IPv4 as the IPv4-mapped IPv6 address ({@code ::ffff:a.b.c.d}). The most
     * specific range that holds the address on that day decides; where several customers have it, each of them; with
     * {@code attribution: every}, each customer with any such range.
     */
    String byAddress(long high, long low, int day);

    /**
     * The number of the period that day lies in. Within one period no answer changes, so that a caller may keep it under (address,
     * period); periods are few: they end where a range, an organisation or a membership begins or ends.
     */
    int period(int day);
}
