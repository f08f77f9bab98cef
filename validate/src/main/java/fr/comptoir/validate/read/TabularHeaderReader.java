package fr.comptoir.validate.read;

import fr.comptoir.model.code.Release;
import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.declaration.Declarations;
import fr.comptoir.validate.declaration.ReportDeclaration;
import fr.comptoir.validate.declaration.Spelling;
import fr.comptoir.validate.event.Header;
import fr.comptoir.validate.event.HeaderList;
import fr.comptoir.validate.event.HeaderRows;
import fr.comptoir.validate.event.HeaderValue;
import fr.comptoir.validate.finding.Findings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the rows above the body: twelve labels in Release 5, thirteen in Release 5.1, and a blank row (CoP section 3.2.1). */
final class TabularHeaderReader {
    static final Set<String> INSTITUTION_TYPES = Set.of("ISIL", "ISNI", "OCLC", "ROR");

    private final Findings findings;
    private final Lists lists;
    private final List<String[]> rows = new ArrayList<>();
    private final Map<String, Integer> rowOf = new HashMap<>();

    TabularHeaderReader(Findings findings) {
        this.findings = findings;
        lists = new Lists(findings);
    }

    /** Takes a row; false when the row with the column headings is reached, which is then not taken. */
    boolean take(String[] cells) {
        if (looksLikeHeadings(cells)) {
            return false;
        }
        rows.add(cells);
        return true;
    }

    /** Whether more rows cannot belong to a header. */
    boolean isFull() {
        return rows.size() > HeaderRows.of(Release.R5_1).size() + 2;
    }

    private static boolean looksLikeHeadings(String[] cells) {
        boolean metric = false;
        boolean total = false;
        for (String cell : cells) {
            String name = cell.strip();
            metric |= name.equalsIgnoreCase("Metric_Type");
            total |= name.equalsIgnoreCase("Reporting_Period_Total");
        }
        return metric && total;
    }

    /** The header; null when nothing can be read below it. */
    @Nullable
    Header read() {
        List<String> all = HeaderRows.of(Release.R5_1);
        for (int row = 0; row < rows.size(); row++) {
            String label = Cells.at(rows.get(row), 0).strip();
            String meant = all.contains(label) ? label : label.isEmpty() ? null : Spelling.find(label, all);
            if (meant != null) {
                rowOf.putIfAbsent(meant, row);
            }
        }
        if (rowOf.isEmpty()) {
            findings.add(
                    Form.NOT_A_REPORT,
                    "row 1 (A1)",
                    Sentence.of("not-a-report.header", "there is no header; A1 must be Report_Name"));
            return null;
        }
        Release release = release();
        if (release == null) {
            return null;
        }
        findings.release(release);
        checkLabels(HeaderRows.of(release));
        checkBlankRow(HeaderRows.of(release).size());
        String id = text("Report_ID").strip();
        ReportDeclaration report = Declarations.of(release, id).orElse(null);
        if (report == null) {
            String meant = Spelling.find(id, Declarations.reports(release).keySet());
            report = meant == null ? null : Declarations.of(release, meant).orElse(null);
        }
        Header header = new Header(false, release, report);
        fill(header);
        return header;
    }

    private @Nullable Release release() {
        String text = text("Release").strip();
        if (text.isEmpty()) {
            findings.add(
                    Form.RELEASE_MISSING,
                    place("Release"),
                    Sentence.of("release-missing.short", "Release is missing; the report is read as one of 5.1"));
            return Release.R5_1;
        }
        Release release = Release.of(text).orElse(null);
        if (release == null) {
            findings.add(
                    Form.RELEASE,
                    place("Release"),
                    Sentence.of("release", "Release is \"{0}\"; it must be 5 or 5.1", text));
        }
        return release;
    }

    private void checkLabels(List<String> labels) {
        for (int row = 0; row < labels.size(); row++) {
            String expected = labels.get(row);
            String[] cells = row < rows.size() ? rows.get(row) : new String[0];
            String label = Cells.at(cells, 0);
            String place = Cells.place(0, row + 1);
            if (!label.equals(expected)) {
                if (expected.equals(Spelling.find(label, List.of(expected)))) {
                    findings.add(
                            Form.HEADER_SPELLING,
                            place,
                            Sentence.of(
                                    "header-spelling.label", "the label is \"{0}\"; it is spelt {1}", label, expected));
                } else {
                    findings.add(
                            Form.HEADER_LABEL,
                            place,
                            label.isBlank()
                                    ? Sentence.of("header-label.missing", "the label {0} is missing", expected)
                                    : Sentence.of(
                                            "header-label.other",
                                            "the label is \"{0}\"; in this row it must be {1}",
                                            label,
                                            expected));
                }
            }
            for (int column = 2; column < cells.length; column++) {
                if (!cells[column].isBlank()) {
                    findings.add(
                            Form.HEADER_EXTRA_CELL,
                            Cells.place(column, row + 1),
                            Sentence.of(
                                    "header-extra-cell",
                                    "the cell has \"{0}\"; beside the value a header row is empty",
                                    cells[column]));
                }
            }
        }
    }

    private void checkBlankRow(int labels) {
        String place = "row " + (labels + 1);
        if (rows.size() <= labels) {
            findings.add(
                    Form.HEADER_BLANK_ROW,
                    place,
                    Sentence.of(
                            "header-blank-row.missing",
                            "the blank row between the header and the column headings is missing"));
        } else if (!Cells.isBlank(rows.get(labels))) {
            findings.add(
                    Form.HEADER_BLANK_ROW,
                    place,
                    Sentence.of(
                            "header-blank-row.filled", "the row must be blank; the column headings follow below it"));
        }
        if (rows.size() > labels + 1) {
            findings.add(
                    Form.HEADER_BLANK_ROW,
                    "row " + (labels + 2),
                    Sentence.of(
                            "header-blank-row.place",
                            "the column headings must stand in this row, below one blank row"));
        }
    }

    private void fill(Header header) {
        for (String label : HeaderRows.of(header.release)) {
            if (rowOf.containsKey(label)) {
                header.values.put(label, new HeaderValue(text(label), place(label)));
            }
        }
        if (rowOf.containsKey("Institution_ID")) {
            header.institutionIdPlace = place("Institution_ID");
            header.institutionIds.addAll(
                    lists.typed("Institution_ID", text("Institution_ID"), INSTITUTION_TYPES, at("Institution_ID")));
        }
        List<String> metrics =
                lists.semicolons("Metric_Types", text("Metric_Types").replace("|", "; "), at("Metric_Types"));
        if (text("Metric_Types").contains("|")) {
            findings.add(
                    Form.LIST_FORM,
                    place("Metric_Types"),
                    Sentence.of(
                            "list-form.metrics",
                            "Metric_Types has |; metric types are joined with one semicolon and one space"));
        }
        if (!metrics.isEmpty()) {
            header.filters.put("Metric_Type", new HeaderList(metrics, place("Metric_Types")));
        }
        lists("Report_Filters", filterNames(header.report), header.filters);
        lists("Report_Attributes", attributeNames(header.report), header.attributes);
        lists("Reporting_Period", Set.of("Begin_Date", "End_Date"), header.filters);
        header.exceptions.addAll(HeaderParts.exceptions(text("Exceptions"), at("Exceptions"), findings));
    }

    private void lists(String label, Set<String> names, Map<String, HeaderList> into) {
        lists.pairs(label, text(label).strip(), names, at(label)).forEach((name, value) -> {
            boolean single = name.equals("Database") || name.equals("Item_ID") || name.equals("Platform");
            into.put(name, new HeaderList(single ? List.of(value) : lists.pipes(name, value, at(label)), place(label)));
        });
    }

    static Set<String> filterNames(@Nullable ReportDeclaration report) {
        Set<String> names = new LinkedHashSet<>();
        if (report != null) {
            names.addAll(report.filters());
            names.addAll(report.presets().keySet());
        }
        return names;
    }

    private static Set<String> attributeNames(@Nullable ReportDeclaration report) {
        return report == null ? Set.of() : report.reportAttributes(false);
    }

    private Supplier<String> at(String label) {
        return () -> place(label);
    }

    private String text(String label) {
        Integer row = rowOf.get(label);
        return row == null ? "" : Cells.at(rows.get(row), 1);
    }

    private String place(String label) {
        Integer row = rowOf.get(label);
        return row == null ? HeaderRows.place(label) : Cells.place(1, row + 1);
    }
}
