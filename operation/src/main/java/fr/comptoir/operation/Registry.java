package fr.comptoir.operation;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.site.InputException;
import fr.comptoir.registry.IndexedCatalogue;
import fr.comptoir.registry.IndexedInstitutions;
import fr.comptoir.store.Store;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.util.List;

/** The catalogue and the institutions as the store has them. */
final class Registry {
    private Registry() {}

    /** What is wrong with a customer id that no institution has. */
    static String unknownCustomer(String customer) {
        return "there is no customer \"" + customer + "\" in the site's institutions; " + Institution.THE_WORLD
                + " is the world";
    }

    static IndexedCatalogue catalogue(Store store) throws IOException, InputException {
        return catalogue(store, store.state());
    }

    static IndexedCatalogue catalogue(Store store, State state) throws IOException, InputException {
        if (state.catalogue() == 0) {
            return IndexedCatalogue.empty();
        }
        return IndexedCatalogue.read(store.catalogue().index(state.catalogue()));
    }

    static List<Institution> institutions(Store store) throws IOException {
        return store.institutions().read(store.state().institutions());
    }

    static IndexedInstitutions institutions(Site site, Store store, State state) throws IOException {
        return new IndexedInstitutions(
                store.institutions().read(state.institutions()), site.config().attributionEvery());
    }
}
