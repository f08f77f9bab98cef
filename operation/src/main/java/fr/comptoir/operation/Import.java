package fr.comptoir.operation;

import fr.comptoir.model.catalogue.Institution;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.registry.CatalogueBuilder;
import fr.comptoir.registry.CatalogueFile;
import fr.comptoir.registry.IndexedCatalogue;
import fr.comptoir.registry.IndexedInstitutions;
import fr.comptoir.registry.InstitutionsFile;
import fr.comptoir.store.Store;
import fr.comptoir.store.catalogue.CatalogueFiles;
import fr.comptoir.store.state.Command;
import fr.comptoir.store.state.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Adds or updates the catalogue or the institutions, and recounts the open months with them; closed months stay as they are. */
public final class Import {
    private Import() {}

    /**
     * What came of an import.
     *
     * @param read rows of the files
     * @param known rows that the site knows now
     * @param recounted open months that were counted again
     * @param notes sentences a person should read
     */
    public record Result(
            long read, long known, List<Problem> warnings, List<YearMonth> recounted, List<String> notes) {}

    /**
     * Imports catalogue or KBART files, in their order: of two rows with the same id, the later file's counts.
     *
     * @param replace whether the files together are the whole truth
     * @param program version of the program, for the record of the run
     * @throws InputException with every error of the files; nothing is changed then
     */
    public static Result catalogue(
            Site site, List<Path> files, boolean replace, String program, Progress progress, Say say)
            throws InputException, IOException {
        try (Store store = Stores.forWriting(site, say)) {
            Instant started = site.clock().instant();
            IndexedCatalogue before = Registry.catalogue(store);
            State state = store.state();
            List<Problem> warnings = new ArrayList<>();
            long[] read = {0};
            boolean whole = replace;
            for (Path file : files) {
                progress.step("importing " + file.getFileName(), 0, 1);
                List<Problem> crossing = new ArrayList<>();
                int version = store.catalogue()
                        .write(state, row -> read[0] += readFile(file, row, warnings), whole, (all, index) -> {
                            CatalogueBuilder builder = new CatalogueBuilder();
                            all.each(builder::add);
                            CatalogueBuilder.Built built = builder.build(file.toString());
                            crossing.addAll(built.problems());
                            built.catalogue().write(index);
                        });
                refuse(crossing);
                if (file.equals(files.get(files.size() - 1))) {
                    warnings.addAll(crossing);
                }
                state = state.withCatalogue(version);
                whole = false;
                progress.step("importing " + file.getFileName(), 1, 1);
            }
            IndexedCatalogue after = Registry.catalogue(store, state);
            List<YearMonth> recounted = List.of();
            if (!after.countingVersion().equals(before.countingVersion())) {
                OpenMonths months = new OpenMonths(site, store, after, Registry.institutions(site, store, state));
                state = months.recount(state, progress);
                recounted = months.recounted();
            }
            Records.commit(site, store, started, state, program, command(Command.IMPORT_CATALOGUE, files, replace));
            return new Result(read[0], after.size(), warnings, recounted, List.of());
        }
    }

    private static long readFile(Path file, CatalogueFiles.Row row, List<Problem> warnings)
            throws IOException, InputException {
        try {
            CatalogueFile.Result result = CatalogueFile.read(file, read -> {
                try {
                    row.take(read);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            refuse(result.problems());
            warnings.addAll(result.problems());
            return result.rows();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Imports {@code institutions.csv}; to whom the actions of the open months belong is worked out anew from the hashes of their
     * addresses.
     *
     * @param replace whether the file is the whole truth
     * @param program version of the program, for the record of the run
     * @throws InputException with every error of the file; nothing is changed then
     */
    public static Result institutions(Site site, Path file, boolean replace, String program, Progress progress, Say say)
            throws InputException, IOException {
        try (Store store = Stores.forWriting(site, say)) {
            InstitutionsFile.Result read =
                    InstitutionsFile.read(file, replace ? List.of() : Registry.institutions(store));
            refuse(read.problems());
            Command command = command(Command.IMPORT_INSTITUTIONS, List.of(file), replace);
            return institutions(site, store, read.institutions(), replace, read.problems(), program, command, progress);
        }
    }

    /**
     * Takes institutions that people keep elsewhere as the whole truth; as {@link #institutions(Site, Path, boolean, String, Progress, Say)}.
     *
     * @param institutions as they were read from a file or made from a database that checks them
     */
    public static Result institutions(
            Site site, List<Institution> institutions, String program, Progress progress, Say say)
            throws InputException, IOException {
        try (Store store = Stores.forWriting(site, say)) {
            Command command = Command.of(Command.CHANGE_INSTITUTIONS, List.of());
            return institutions(site, store, institutions, true, List.of(), program, command, progress);
        }
    }

    private static Result institutions(
            Site site,
            Store store,
            List<Institution> institutions,
            boolean replace,
            List<Problem> warnings,
            String program,
            Command command,
            Progress progress)
            throws InputException, IOException {
        Instant started = site.clock().instant();
        IndexedInstitutions before = Registry.institutions(site, store, store.state());
        State state = store.state();
        state = state.withInstitutions(store.institutions().write(state, institutions, replace));
        IndexedInstitutions after = Registry.institutions(site, store, state);
        List<YearMonth> recounted = List.of();
        List<String> notes = List.of();
        if (!after.version().equals(before.version())) {
            OpenMonths months = new OpenMonths(site, store, Registry.catalogue(store), after);
            state = months.attributeAnew(state, progress);
            state = months.recount(state, progress);
            recounted = months.recounted();
            notes = months.notes().stream()
                    .map(note -> note.month() + ": " + note)
                    .toList();
        }
        Records.commit(site, store, started, state, program, command);
        List<Institution> known = store.institutions().read(state.institutions());
        return new Result(institutions.size(), known.size(), warnings, recounted, notes);
    }

    private static Command command(String operation, List<Path> files, boolean replace) throws IOException {
        List<String> arguments =
                new ArrayList<>(files.stream().map(Path::toString).toList());
        if (replace) {
            arguments.add(0, "--replace");
        }
        return ReadFiles.command(operation, arguments, files);
    }

    private static void refuse(List<Problem> problems) throws InputException {
        if (problems.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR)) {
            throw new InputException(problems);
        }
    }
}
