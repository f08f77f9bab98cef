package fr.comptoir.validate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.validate.finding.Finding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The reports beside the tests, and what the validator says of them when they are changed. */
final class Examples {
    private Examples() {}

    static byte[] bytes(String name) {
        try (InputStream in = Examples.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static String example(String name) {
        return text("examples/" + name);
    }

    /** The text with the first {@code from} replaced; the text must have it. */
    static String edit(String text, String from, String to) {
        int at = text.indexOf(from);
        assertThat(at).as("\"%s\" stands in the report", from).isNotNegative();
        return text.substring(0, at) + to + text.substring(at + from.length());
    }

    static List<Finding> check(String report) {
        return check(report.getBytes(StandardCharsets.UTF_8));
    }

    static List<Finding> check(byte[] report) {
        return check(report, ValidationOptions.standard().withRepeatsMax(1000));
    }

    static List<Finding> check(byte[] report, ValidationOptions options) {
        List<Finding> findings = new ArrayList<>();
        try {
            Verdict verdict = new ReportValidator(options).validate(new ByteArrayInputStream(report), findings::add);
            assertThat(verdict.bySeverity().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isGreaterThanOrEqualTo(findings.size());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return findings;
    }

    /** Rows of a table in a resource: columns between broken bars, with escapes for what cannot be seen. */
    static List<String[]> table(String name) {
        List<String[]> rows = new ArrayList<>();
        for (String line : text(name).split("\n", -1)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] cells = line.split(" ¦ ", -1);
                for (int at = 0; at < cells.length; at++) {
                    cells[at] = cells[at]
                            .replace("\\t", "\t")
                            .replace("\\n", "\n")
                            .replace("\\s", " ")
                            .replace("\\uFEFF", "\uFEFF");
                }
                rows.add(cells);
            }
        }
        return rows;
    }
}
