package fr.comptoir.operation;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.site.InputException;
import fr.comptoir.registry.IndexedInstitutions;
import fr.comptoir.store.Store;
import fr.comptoir.store.state.Counted;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * What the figures of the open months would become with other institutions; nothing is kept. The months are counted as they would be, so
 * that also uniques are right.
 *
 * @param months the open months that were counted
 * @param changes of the sums of the Platform Report of Release 5.1 by customer and metric; what is equal is left out
 * @param notes what could not be worked out
 */
public record AttributionEffect(List<YearMonth> months, List<Change> changes, List<AttributionNote> notes) {
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
     * Works it out, month by month. Another program that writes to the site is waited for, and let in between two months: counting and
     * closing do not wait until all is worked out.
     *
     * @param institutions all of them, as they would be
     * @param stopped asked before each month: whether nobody wants the answer any more
     * @throws InputException when the store is not to be read, or the institutions have too many addresses
     * @throws CancellationException when it was stopped
     */
    public static AttributionEffect of(Site site, List<Institution> institutions, BooleanSupplier stopped, Say say)
            throws InputException, IOException {
        List<YearMonth> open;
        try (Store store = Stores.forWriting(site, say)) {
            open = OpenMonths.open(store.state());
        }
        AttributionEffect effect = new AttributionEffect(List.of(), List.of(), List.of());
        for (YearMonth month : open) {
            if (stopped.getAsBoolean()) {
                throw new CancellationException("nobody waits for the effect any more");
            }
            effect = effect.and(of(site, institutions, month, say));
        }
        return effect;
    }

    /** Of one month; nothing when it was closed meanwhile. */
    private static AttributionEffect of(Site site, List<Institution> institutions, YearMonth month, Say say)
            throws InputException, IOException {
        try (Store store = Stores.forWriting(site, say)) {
            State before = store.state();
            if (!OpenMonths.open(before).contains(month)) {
                return new AttributionEffect(List.of(), List.of(), List.of());
            }
            State with = before.withInstitutions(store.institutions().write(before, institutions, true));
            IndexedInstitutions indexed = Registry.institutions(site, store, with);
            OpenMonths one = new OpenMonths(site, store, Registry.catalogue(store), indexed);
            State after = one.recount(one.attributeAnew(with, month), month);
            List<Change> changes = Difference.between(store, month, facts(before, month), facts(after, month)).stream()
                    .filter(sum -> sum.report().equals(REPORT))
                    .map(sum -> new Change(month, sum.customer(), sum.metric(), sum.before(), sum.after()))
                    .toList();
            return new AttributionEffect(one.recounted(), changes, one.notes());
        }
    }

    private AttributionEffect and(AttributionEffect next) {
        return new AttributionEffect(
                joined(months, next.months), joined(changes, next.changes), joined(notes, next.notes));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static int facts(State state, YearMonth month) {
        return state.month(month).counted().map(Counted::facts).orElseThrow();
    }
}
