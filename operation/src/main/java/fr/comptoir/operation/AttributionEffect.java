package fr.comptoir.operation;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.site.InputException;
import fr.comptoir.registry.IndexedInstitutions;
import fr.comptoir.store.Store;
import fr.comptoir.store.state.Counted;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * What the figures of the open months would become with other institutions; nothing is kept. The months are counted as they would be, so
 * that also uniques are right.
 *
 * @param months the open months that were counted
 * @param changes of the sums of the Platform Report of Release 5.1 by customer and metric; what is equal is left out
 * @param notes sentences a person should read
 */
public record AttributionEffect(List<YearMonth> months, List<Change> changes, List<String> notes) {
    private static final String REPORT = "PR (5.1)";

    public AttributionEffect {
        months = List.copyOf(months);
        changes = List.copyOf(changes);
        notes = List.copyOf(notes);
    }

    /** A sum that changes. */
    public record Change(YearMonth month, String customer, String metric, long before, long after) {
        /** How much more it becomes. */
        public long difference() {
            return after - before;
        }
    }

    /**
     * Works it out. Another program that writes to the site is waited for.
     *
     * @param institutions all of them, as they would be
     * @throws InputException when the store is not to be read, or the institutions have too many addresses
     */
    public static AttributionEffect of(Site site, List<Institution> institutions, Say say)
            throws InputException, IOException {
        try (Store store = Stores.forWriting(site, say)) {
            State before = store.state();
            State with = before.withInstitutions(store.institutions().write(before, institutions, true));
            IndexedInstitutions indexed = Registry.institutions(site, store, with);
            OpenMonths open = new OpenMonths(site, store, Registry.catalogue(store), indexed);
            State after = open.recount(open.attributeAnew(with, (what, done, total) -> {}), (what, done, total) -> {});
            List<Change> changes = new ArrayList<>();
            for (YearMonth month : open.recounted()) {
                Difference.between(store, month, facts(before, month), facts(after, month)).stream()
                        .filter(one -> one.report().equals(REPORT))
                        .map(one -> new Change(month, one.customer(), one.metric(), one.before(), one.after()))
                        .forEach(changes::add);
            }
            return new AttributionEffect(open.recounted(), changes, open.notes());
        }
    }

    private static int facts(State state, YearMonth month) {
        return state.month(month).counted().map(Counted::facts).orElseThrow();
    }
}
