package fr.comptoir.store.action;

import fr.comptoir.model.action.Actions;

/**
 * Actions read back.
 *
 * @param ids for each row, and perhaps for more, a number that is its own within one {@link ActionSet}, whichever part it was read with
 */
public record ActionRows(Actions actions, long[] ids) {}
