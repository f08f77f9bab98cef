package fr.comptoir.operation;

import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code REPORT.sha256} beside a report: a line that {@code sha256sum -c} checks, then, as comments, what the report was made from.
 *
 * @param sha256 of the report's bytes, 64 hex digits
 * @param provenance absent when another program wrote the file
 */
record SideFile(String sha256, Optional<Provenance> provenance) {
    static final String ENDING = ".sha256";
    private static final String COMMENT = "#";
    private static final Pattern LINE = Pattern.compile("\\\\?([0-9a-fA-F]{64}) [ *].+");
    private static final long BYTES_MAX = 16 << 20;

    /** Where the side file of a report stands. */
    static Path of(Path report) {
        return report.resolveSibling(report.getFileName() + ENDING);
    }

    /** The content of a side file. */
    static byte[] bytes(Path report, String sha256, Provenance provenance) {
        String comments = "Made by " + provenance.program()
                + ". \"sha256sum -c\" checks the report, \"comptoir verify\" makes it again and says what changed.\n"
                + ProvenanceJson.indented(provenance);
        String text = line(String.valueOf(report.getFileName()), sha256)
                + comments.lines().map(line -> COMMENT + " " + line + "\n").collect(Collectors.joining());
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** As {@code sha256sum} writes it: a name with a backslash or a line end is escaped, and the line begins with a backslash. */
    private static String line(String name, String sha256) {
        String escaped = name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
        return (escaped.equals(name) ? "" : "\\") + sha256 + "  " + escaped + "\n";
    }

    /**
     * Reads the side file of a report; absent when there is none.
     *
     * @throws InputException when it is something else, or was changed
     */
    static Optional<SideFile> read(Path report) throws IOException, InputException {
        Path file = of(report);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        if (Files.size(file) > BYTES_MAX) {
            throw wrong(file, "it is too large");
        }
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw wrong(file, "it is no text in UTF-8");
        }
        Matcher line = LINE.matcher(lines.isEmpty() ? "" : lines.get(0));
        if (!line.matches()) {
            throw wrong(file, "its first line is not what sha256sum writes");
        }
        String json = lines.stream()
                .filter(comment -> comment.startsWith(COMMENT))
                .map(comment -> comment.substring(COMMENT.length()))
                .dropWhile(comment -> !comment.strip().equals("{"))
                .collect(Collectors.joining("\n"));
        String sha256 = line.group(1).toLowerCase(Locale.ROOT);
        try {
            return Optional.of(
                    new SideFile(sha256, json.isEmpty() ? Optional.empty() : Optional.of(ProvenanceJson.read(json))));
        } catch (IllegalArgumentException e) {
            throw wrong(file, String.valueOf(e.getMessage()));
        }
    }

    private static InputException wrong(Path file, String message) {
        return new InputException(
                Problem.error(file.toString(), 0, "", "is no side file of a report as Comptoir writes it: " + message));
    }
}
