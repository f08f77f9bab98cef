package fr.comptoir.server.directory;

import fr.comptoir.model.site.Problem;
import fr.comptoir.model.site.Problem.Severity;
import fr.comptoir.model.text.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a page says was found in a file that somebody sent. What is said of several columns of a line is said once, and so is what is said
 * of one column in many lines.
 *
 * @param severity of all of them: errors, and the file is not taken; or warnings, and it is
 * @param file its name
 * @param total how many there are
 * @param first the first of them, in the order of the file
 */
record FileFindings(Severity severity, String file, int total, List<Finding> first) {
    private static final int SHOWN = 20;
    /** What is said at the end of those that are kept, of how many there are more. */
    private static final String REST = "file.more-";

    /**
     * Something that is wrong with the file.
     *
     * @param line the first one that has it, from 1; 0 when it is of the file as a whole
     * @param columns those of it; none when it is of the line as a whole
     * @param times how often it was found
     */
    record Finding(int line, List<String> columns, Sentence sentence, int times) {
        /** Names the words for its place. */
        public String kind() {
            return line == 0 ? "file" : columns.isEmpty() ? "line" : columns.size() == 1 ? "column" : "columns";
        }

        public String columnNames() {
            return String.join(", ", columns);
        }

        /** How many more lines have it. */
        public int moreLines() {
            return columns.size() > 1 ? 0 : times - 1;
        }
    }

    /** What is said once. */
    private record Group(int line, List<String> columns, Object what) {}

    static FileFindings of(Severity severity, UploadedTitles titles) {
        List<Finding> all = overLines(overColumns(titles.problems().stream()
                .filter(problem -> problem.severity() == severity
                        && !problem.sentence().code().startsWith(REST))
                .toList()));
        List<Finding> first = all.subList(0, Math.min(SHOWN, all.size()));
        return new FileFindings(severity, titles.name(), titles.counts().getOrDefault(severity, 0), first);
    }

    private static List<Finding> overColumns(List<Problem> problems) {
        Map<Group, List<Problem>> alike = problems.stream()
                .collect(Collectors.groupingBy(
                        problem -> new Group(problem.line(), List.of(), problem.sentence()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<Finding> findings = new ArrayList<>();
        alike.forEach((group, all) -> findings.add(new Finding(
                group.line(),
                all.stream()
                        .map(Problem::field)
                        .filter(field -> !field.isEmpty())
                        .toList(),
                all.get(0).sentence(),
                all.size())));
        return findings;
    }

    private static List<Finding> overLines(List<Finding> findings) {
        Map<Group, Finding> alike = new LinkedHashMap<>();
        for (Finding finding : findings) {
            Object what = finding.columns().size() == 1 ? finding.sentence().code() : finding;
            alike.merge(
                    new Group(0, finding.columns(), what),
                    finding,
                    (one, next) -> new Finding(one.line(), one.columns(), one.sentence(), one.times() + next.times()));
        }
        return List.copyOf(alike.values());
    }

    public boolean isEmpty() {
        return total == 0;
    }

    /** How many are not told of. */
    public int more() {
        return total - first.stream().mapToInt(Finding::times).sum();
    }
}
