package fr.comptoir.store.unusual;

/**
 * One value of one thing that actions have, and how its actions changed from one month to the next.
 *
 * @param what the thing
 * @param value of it; of an address the first digits of its keyed hash
 * @param share of the whole change, 1 for all of it; it may be more, when something else changed the other way
 */
public record Explained(What what, String value, long before, long now, double share) {
    /** What actions have. */
    public enum What {
        TITLE,
        ACCESS_METHOD,
        PAGE_RULE,
        FORMAT,
        ADDRESS,
        USER_IDENTITY,
        DAY
    }
}
