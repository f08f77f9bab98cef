package fr.comptoir.operation;

import fr.comptoir.model.site.InputException;
import fr.comptoir.store.Store;
import java.io.IOException;

/** Opens the store of a site for a change; a second program waits for the first, and says so. */
final class Stores {
    private Stores() {}

    static Store forWriting(Site site, Say say) throws InputException, IOException {
        return Store.openForWriting(site.data(), () -> {
            say.say("another comptoir is writing to " + site.folder() + "; waiting for it");
            return true;
        });
    }
}
