package fr.comptoir.cli;

import fr.comptoir.model.site.InputException;
import fr.comptoir.operation.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --site DIR}, which every command takes. */
final class SiteOption {
    @Option(
            names = "--site",
            paramLabel = "DIR",
            description = "The site folder (default: $$COMPTOIR_SITE, else the current folder).")
    @Nullable
    Path folder;

    Path folder() {
        if (folder != null) {
            return folder;
        }
        String environment = System.getenv("COMPTOIR_SITE");
        return Path.of(environment == null || environment.isEmpty() ? "." : environment);
    }

    Clock clock() {
        return Clock.systemUTC();
    }

    Site open() throws InputException, IOException {
        return Site.open(folder(), clock());
    }
}
