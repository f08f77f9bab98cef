package fr.comptoir.operation;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.model.site.SiteConfig;
import fr.comptoir.site.SiteFile;
import fr.comptoir.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * A site folder whose {@code comptoir.yml} is read and right.
 *
 * @param folder as the user named it
 * @param warnings what in {@code comptoir.yml} is probably not meant
 * @param clock the only source of "now"
 */
public record Site(Path folder, SiteConfig config, List<Problem> warnings, Clock clock) {
    /** Opens a site folder; nothing of it is written. */
    public static Site open(Path folder, Clock clock) throws InputException, IOException {
        SiteFile file = SiteFile.read(folder);
        return new Site(folder, file.config(), file.warnings(), clock);
    }

    /** Where Comptoir writes. */
    public Path data() {
        return folder.resolve("data");
    }

    /** The institutions that are imported, by ascending customer id. */
    public List<Institution> institutions() throws IOException, InputException {
        try (Store store = Store.openForReading(data())) {
            return Registry.institutions(store);
        }
    }
}
