package fr.comptoir.report;

import fr.comptoir.model.code.Release;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The facts of the Code's section 4, read from {@code reports.txt}: they know nothing of the declarations. */
final class CodeTables {
    private CodeTables() {}

    /**
     * What the Code says of one report.
     *
     * @param facts as the lines of the file: {@code columns}, {@code metrics}, {@code Report_Filters}, ...
     */
    record Table(Release release, String id, Map<String, String> facts) {
        String text(String fact) {
            return Objects.requireNonNull(facts.get(fact), fact);
        }

        List<String> words(String fact) {
            return text(fact).isEmpty() ? List.of() : List.of(text(fact).split(" ", -1));
        }

        ReportDeclaration declaration() {
            return Reports.find(release, id).orElseThrow();
        }

        @Override
        public String toString() {
            return id + " of Release " + release.code();
        }
    }

    static List<Table> all() {
        List<Table> tables = new ArrayList<>();
        for (String line : text().lines().toList()) {
            if (line.startsWith("[")) {
                String[] head = line.substring(1, line.length() - 1).split(" ", -1);
                tables.add(new Table(Release.of(head[0]).orElseThrow(), head[1], new LinkedHashMap<>()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                int colon = line.indexOf(':');
                tables.get(tables.size() - 1)
                        .facts()
                        .put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        return tables;
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(CodeTables.class.getResourceAsStream("reports.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
