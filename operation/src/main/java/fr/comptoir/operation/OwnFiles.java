package fr.comptoir.operation;

import fr.comptoir.ingest.input.Input;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.site.SiteFile;
import fr.comptoir.store.state.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What lies in a site folder and is no log: a folder or pattern that has it in it does not mean it. A file that is named is meant. */
final class OwnFiles {
    private static final List<String> FOLDERS = List.of("data", "reports");
    private static final Set<String> FILES = Set.of(SiteFile.NAME, "catalogue.csv", "institutions.csv");

    private final Path asNamed;
    private final Path folder;
    private final Optional<Path> robots;
    private final Set<String> imported = new TreeSet<>();

    OwnFiles(Site site, List<RunRecord> runs) throws IOException {
        asNamed = site.folder().toAbsolutePath().normalize();
        folder = site.folder().toRealPath();
        robots = site.config().robots().map(file -> file.toAbsolutePath().normalize());
        runs.forEach(run -> run.command().files().forEach(file -> imported.add(file.path())));
    }

    /**
     * The inputs without the site's own files.
     *
     * @param arguments what the user named: that stays
     * @param say hears what was left out
     * @throws InputException when nothing else is there
     */
    List<Input> leftOut(List<Input> inputs, List<String> arguments, Say say) throws InputException, IOException {
        List<Input> logs = new ArrayList<>();
        Set<String> left = new TreeSet<>();
        int files = 0;
        for (Input input : inputs) {
            Path path = input.path();
            Optional<String> own = path == null || arguments.contains(input.name()) ? Optional.empty() : own(path);
            if (own.isPresent()) {
                left.add(own.get());
                files++;
            } else {
                logs.add(input);
            }
        }
        String what = String.join(", ", left);
        if (logs.isEmpty()) {
            throw new InputException(Problem.error(
                    String.join(" ", arguments), 0, "", "there is no log, only what is the site's own: " + what));
        }
        if (files > 0) {
            say.say("not read as logs, as " + (files == 1 ? "it is" : "they are") + " the site's own: " + what + " ("
                    + files + (files == 1 ? " file)" : " files)"));
        }
        return logs;
    }

    /** Whether a file is the site's own and no log, whoever named it. */
    boolean isOwn(Path file) throws IOException {
        return own(file).isPresent();
    }

    /** What of the site a file is, by name; absent when it is none of it. */
    private Optional<String> own(Path file) throws IOException {
        Path named = file.toAbsolutePath().normalize();
        if (imported.contains(named.toString()) || robots.filter(named::equals).isPresent()) {
            return Optional.of(String.valueOf(named.getFileName()));
        }
        // What lies in data/ may be gone by now: opening the store removes what crashed runs left.
        Path real = Files.exists(file)
                ? file.toRealPath()
                : folder.resolve(asNamed.relativize(named)).normalize();
        if (!real.startsWith(folder)) {
            return Optional.empty();
        }
        Path within = folder.relativize(real);
        @Nullable Path parent = within.getParent();
        String first = within.getName(0).toString();
        if (parent == null) {
            return FILES.contains(first) ? Optional.of(first) : Optional.empty();
        }
        return FOLDERS.contains(first) ? Optional.of(first + "/") : Optional.empty();
    }
}
