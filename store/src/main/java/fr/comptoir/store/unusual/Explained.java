package fr.comptoir.store.unusual;

/**
 * One value of one thing that actions have, and how its actions changed from one month to the next.
 *
 * @param what the thing
 * @param value of it; of an address or a user agent the first digits of its keyed hash; empty for none
 * @param share of the whole change, 1 for all of it; it may be more, when something else changed the other way
 */
public record Explained(What what, String value, long before, long now, double share) {
    /** What actions have. */
    public enum What {
        TITLE,
        ACCESS_METHOD,
        PAGE_RULE,
        FORMAT,
        ARRIVAL,
        ROUTE,
        ADDRESS,
        AGENT,
        USER_IDENTITY,
        DAY
    }
}
