package fr.comptoir.operation;

import fr.comptoir.model.catalogue.Catalogue;
import fr.comptoir.model.fact.MonthTotals;
import fr.comptoir.model.site.InputException;
import fr.comptoir.registry.IndexedInstitutions;
import fr.comptoir.store.Store;
import fr.comptoir.store.state.Counted;
import fr.comptoir.store.state.MonthState;
import fr.comptoir.store.state.State;
import fr.comptoir.store.state.Versions;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Counts the open months again after the catalogue or the institutions changed. What was read from the logs stays as it is. */
final class OpenMonths {
    private final Site site;
    private final Store store;
    private final Catalogue catalogue;
    private final IndexedInstitutions institutions;
    private final List<YearMonth> recounted = new ArrayList<>();
    private final List<AttributionNote> notes = new ArrayList<>();

    OpenMonths(Site site, Store store, Catalogue catalogue, IndexedInstitutions institutions) {
        this.site = site;
        this.store = store;
        this.catalogue = catalogue;
        this.institutions = institutions;
    }

    List<YearMonth> recounted() {
        return recounted;
    }

    List<AttributionNote> notes() {
        return notes;
    }

    /** The open months with their actions given to the customers that the institutions name now. */
    State attributeAnew(State state, Progress progress) throws IOException, InputException {
        List<YearMonth> open = open(state);
        for (int i = 0; i < open.size(); i++) {
            progress.step("attributing months", i, open.size());
            state = attributeAnew(state, open.get(i));
        }
        return state;
    }

    /** One of them. */
    State attributeAnew(State state, YearMonth month) throws IOException, InputException {
        AddressAttribution attribution = AddressAttribution.of(store, state, month, institutions);
        State after = attribution.anew(store, state, month, state.nextRun());
        attribution.note().ifPresent(notes::add);
        return after;
    }

    /** The open months counted. */
    State recount(State state, Progress progress) throws IOException {
        List<YearMonth> open = open(state);
        for (int i = 0; i < open.size(); i++) {
            progress.step("counting months", i, open.size());
            state = recount(state, open.get(i));
        }
        return state;
    }

    /** One of them. */
    State recount(State state, YearMonth month) throws IOException {
        MonthCounter counter = new MonthCounter(
                store, site.config().platform().timeZone(), Runtime.getRuntime().availableProcessors());
        MonthState known = state.month(month);
        MonthTotals totals = counter.count(state, month, catalogue);
        Versions old = known.counted().map(Counted::with).orElse(Versions.NONE);
        Versions with = new Versions(catalogue.version(), institutions.version(), old.robots(), old.rules());
        recounted.add(month);
        return state.withMonthFacts(
                month, Counted.of(known.nextFacts(), site.clock().instant(), totals, with));
    }

    /** The months that are counted and not closed. */
    static List<YearMonth> open(State state) {
        return state.months().values().stream()
                .filter(month -> month.status() == MonthState.Status.OPEN
                        && month.counted().isPresent())
                .map(MonthState::month)
                .toList();
    }
}
