package fr.comptoir.store.action;

import java.util.Set;

/**
 * Which actions of a month to read; an empty set means all.
 *
 * @param itemIds items or databases acted on; rows without an item are left out when it is not empty
 * @param customers rows that belong to at least one of these customers
 * @param sessions rows of one of these sessions
 * @param around rows that belong to this customer, and all others of their users, whose clicks may replace theirs; blank for all
 * @param wholeSessions with those, all others of their sessions, which decide by what way they came
 */
public record ActionFilter(
        Set<String> itemIds, Set<String> customers, Set<Long> sessions, String around, boolean wholeSessions) {
    public static final ActionFilter ALL = new ActionFilter(Set.of(), Set.of(), Set.of(), "", false);

    /** Those on some items. */
    public static ActionFilter ofItems(Set<String> itemIds) {
        return new ActionFilter(itemIds, Set.of(), Set.of(), "", false);
    }

    /** Those of some sessions. */
    public static ActionFilter ofSessions(Set<Long> sessions) {
        return new ActionFilter(Set.of(), Set.of(), sessions, "", false);
    }

    /** Those of a customer, with all that decides with them what counts. */
    public static ActionFilter around(String customer, boolean wholeSessions) {
        return new ActionFilter(Set.of(), Set.of(), Set.of(), customer, wholeSessions);
    }
}
