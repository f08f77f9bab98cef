package fr.comptoir.registry;

import fr.comptoir.model.catalogue.CatalogueRow;
import fr.comptoir.model.site.Problem;
import fr.comptoir.model.site.Problem.Severity;
import fr.comptoir.model.text.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A file of the catalogue: {@code catalogue.csv}, or KBART, which is recognised by its header. It is streamed; only the check for
 * duplicates grows with the file, by some twenty bytes a row.
 *
 * <p>Errors: no {@code item_id} column, an id that is blank or stands twice, an unknown {@code data_type}, {@code access_type},
 * {@code access_type_r5}, {@code oa_status} or {@code article_version}, a day or year that is none, bytes that are not UTF-8, broken CSV.
 * Warnings: unknown columns, identifiers with a wrong check digit (kept), identifiers without the form of one (left out).
 */
public final class CatalogueFile {
    /**
     * What came of reading.
     *
     * @param rows how many rows were given on
     * @param problems in the order of the file; at most a thousand of each severity, and then how many more
     * @param counts how many there are of each severity that there is, those included that {@code problems} leaves out
     */
    public record Result(long rows, List<Problem> problems, Map<Severity, Integer> counts) {
        private static Result of(long rows, Problems problems) {
            return new Result(rows, problems.all(), problems.counts());
        }

        public boolean hasErrors() {
            return counts.containsKey(Severity.ERROR);
        }
    }

    private final Path file;
    private final Problems problems;
    private final Consumer<CatalogueRow> rows;
    private final DuplicateIds ids = new DuplicateIds();
    private long count;

    private CatalogueFile(Path file, Problems problems, Consumer<CatalogueRow> rows) {
        this.file = file;
        this.problems = problems;
        this.rows = rows;
    }

    /**
     * Gives each row without an error to {@code rows}, in the order of the file. Whether the file has errors is known at its end only, so
     * the caller keeps what it got aside until then; duplicates are found at the end too.
     *
     * @throws IOException when the file cannot be read
     */
    public static Result read(Path file, Consumer<CatalogueRow> rows) throws IOException {
        Problems problems = new Problems(file.toString());
        if (!Files.isRegularFile(file)) {
            problems.error(0, "", Sentence.of("file.absent", "is not there"));
            return Result.of(0, problems);
        }
        Optional<String> header = CsvTable.firstLine(file);
        if (header.isPresent() && KbartFile.isHeader(header.get())) {
            Problems named = new Problems(file.toString(), KbartFile.NAMES);
            return Result.of(new KbartFile(file, named, rows).read(), named);
        }
        CatalogueFile reading = new CatalogueFile(file, problems, rows);
        reading.read();
        return Result.of(reading.count, problems);
    }

    private void read() throws IOException {
        CatalogueRowReader reader = new CatalogueRowReader(problems);
        CsvTable.read(file, problems, CatalogueRow.COLUMNS, 1, CsvTable::clean, (line, values) -> {
            Optional<CatalogueRow> row = reader.read(line, values);
            if (row.isPresent()) {
                ids.add(values[0], line);
                count++;
                rows.accept(row.get());
            }
        });
        if (!ids.suspects().isEmpty()) {
            sayDuplicates();
        }
    }

    private void sayDuplicates() throws IOException {
        Map<Integer, String> idByLine = new HashMap<>();
        ids.suspects().forEach(suspect -> idByLine.put(suspect.firstLine(), ""));
        CsvTable.read(
                file,
                new Problems(problems.file()),
                CatalogueRow.COLUMNS,
                1,
                CsvTable::clean,
                (line, values) -> idByLine.computeIfPresent(line, (key, blank) -> values[0]));
        for (DuplicateIds.Suspect suspect : ids.suspects()) {
            if (suspect.id().equals(idByLine.get(suspect.firstLine()))) {
                problems.error(
                        suspect.line(),
                        "item_id",
                        Sentence.of(
                                "value.twice", "'{0}' stands already in line {1}", suspect.id(), suspect.firstLine()));
            }
        }
    }
}
