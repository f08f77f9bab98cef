package fr.comptoir.store.action;

import java.util.Set;

/**
 * Which actions of a month to read; an empty set means all.
 *
 * @param itemIds items or databases acted on; rows without an item are left out when it is not empty
 * @param customers rows that belong to at least one of these customers
 */
public record ActionFilter(Set<String> itemIds, Set<String> customers) {
    public static final ActionFilter ALL = new ActionFilter(Set.of(), Set.of());
}
