package fr.comptoir.engine;

import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.fact.SearchFacts;

/**
 * Each search counts, without a double-click filter: once as Searches_Platform, and for each database searched once as its kind, regular,
 * automated or federated (CoP 5.1, sections 7.6 and 7.7). Not thread-safe.
 */
final class SearchRule {
    private static final int METHODS = AccessMethod.values().length;

    private final Uses uses;
    private final SearchFacts facts;
    private final Told told;
    private final int[] counts = new int[ActionKind.values().length * METHODS];

    SearchRule(Uses uses, SearchFacts facts, Told told) {
        this.uses = uses;
        this.facts = facts;
        this.told = told;
    }

    /** Counts the searches of one database, or of the platform (NONE). */
    void count(int customers, int database, Places searches) {
        if (searches.isEmpty()) {
            return;
        }
        for (int i = searches.from(); i < searches.to(); i++) {
            int place = searches.get(i);
            counts[uses.kind(place).ordinal() * METHODS + uses.accessMethod(place)]++;
            told.search(uses.row(place), database);
        }
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                int row = facts.add(customers, database, (byte) (i % METHODS), (byte) (i / METHODS));
                facts.count[row] = counts[i];
                counts[i] = 0;
            }
        }
    }
}
