package fr.comptoir.server.directory;

import fr.comptoir.customers.base.Texts;
import fr.comptoir.customers.customer.TitlePackages;
import fr.comptoir.model.site.Problem;
import fr.comptoir.model.text.Sentence;
import fr.comptoir.registry.CatalogueFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.multipart.MultipartFile;

/**
 * The titles of a KBART file or a catalogue that somebody sent.
 *
 * @param name of the file
 * @param items their ids, as the catalogue has them
 * @param problems why the file is not taken; then there are no items
 */
record UploadedTitles(String name, Set<String> items, List<Fault> problems) {
    /**
     * Something that is wrong with the file.
     *
     * @param kind names the words for its place: {@code file}, {@code line}, {@code column} of a line
     */
    record Fault(String kind, int line, String column, Sentence sentence) {
        private static Fault of(Problem problem) {
            String kind = problem.line() == 0 ? "file" : problem.field().isEmpty() ? "line" : "column";
            return new Fault(kind, problem.line(), problem.field(), problem.sentence());
        }
    }

    private static final int SHOWN = 20;
    private static final int NAME_MAX = 200;

    static UploadedTitles read(MultipartFile sent) throws IOException {
        String name = Texts.harmless(Objects.requireNonNullElse(sent.getOriginalFilename(), ""), NAME_MAX);
        Path file = Files.createTempFile("comptoir-titles", ".txt"); // whatever its sender calls it
        try {
            try (InputStream in = sent.getInputStream()) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            }
            Set<String> items = new TreeSet<>();
            CatalogueFile.Result result = CatalogueFile.read(file, row -> {
                if (items.size() <= TitlePackages.ENTRIES_MAX) {
                    items.add(row.itemId());
                }
            });
            List<Fault> problems = result.problems().stream()
                    .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                    .limit(SHOWN)
                    .map(Fault::of)
                    .toList();
            return new UploadedTitles(name, problems.isEmpty() ? items : Set.of(), problems);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
