package fr.comptoir.server.directory;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.comptoir.customers.base.Texts;
import fr.comptoir.customers.customer.TitlePackages;
import fr.comptoir.model.site.Problem;
import fr.comptoir.model.site.Problem.Severity;
import fr.comptoir.operation.view.SpreadsheetText;
import fr.comptoir.registry.CatalogueFile;
import fr.comptoir.server.web.Sentences;
import fr.comptoir.server.web.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.multipart.MultipartFile;

/**
 * The titles of a KBART file or a catalogue that somebody sent.
 *
 * @param name of the file
 * @param items their ids, as the catalogue has them; none when the file has errors
 * @param problems what is wrong with the file, in its order; at most a thousand of each severity, and then how many more
 * @param counts how many there are of each severity that there is
 */
record UploadedTitles(String name, Set<String> items, List<Problem> problems, Map<Severity, Integer> counts) {
    private static final int NAME_MAX = 200;
    private static final List<String> HEAD = List.of("line", "column", "severity", "what");

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
            return new UploadedTitles(name, result.hasErrors() ? Set.of() : items, result.problems(), result.counts());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    boolean hasErrors() {
        return counts.containsKey(Severity.ERROR);
    }

    /** All that is wrong with the file, a row each, with a head of four columns: line, column, severity, and what it is. */
    String csv(Words words, Locale locale) {
        Sentences sentences = new Sentences(locale);
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEAD.stream()
                    .map(column -> words.say(locale, "packages.findings." + column))
                    .toList());
            for (Problem problem : problems) {
                csv.writeRecord(
                        problem.line() == 0 ? "" : String.valueOf(problem.line()),
                        SpreadsheetText.shielded(problem.field()),
                        words.say(locale, "packages.findings." + problem.severity()),
                        SpreadsheetText.shielded(sentences.say(problem.sentence())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
