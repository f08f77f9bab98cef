package fr.comptoir.store.action;

import java.util.Set;

/**
 * Which actions of a month to read; an empty set means all.
 *
 * @param itemIds items or databases acted on; rows without an item are left out when it is not empty
 * @param customers rows that belong to at least one of these customers
 * @param sessions rows of one of these sessions
 */
public record ActionFilter(Set<String> itemIds, Set<String> customers, Set<Long> sessions) {
    public static final ActionFilter ALL = new ActionFilter(Set.of(), Set.of(), Set.of());

    /** Those on some items. */
    public static ActionFilter ofItems(Set<String> itemIds) {
        return new ActionFilter(itemIds, Set.of(), Set.of());
    }

    /** Those of some sessions. */
    public static ActionFilter ofSessions(Set<Long> sessions) {
        return new ActionFilter(Set.of(), Set.of(), sessions);
    }
}
