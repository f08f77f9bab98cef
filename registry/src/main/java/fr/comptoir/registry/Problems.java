package fr.comptoir.registry;

import fr.comptoir.model.site.Problem;
import fr.comptoir.model.site.Problem.Severity;
import fr.comptoir.model.text.Sentence;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with one file. Of each severity the first {@link #SHOWN_MAX} are kept and the rest are counted. Not thread-safe. */
final class Problems {
    static final int SHOWN_MAX = 1_000;

    private final String file;
    private final Map<String, String> columns;
    private final List<Problem> shown = new ArrayList<>();
    private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);

    Problems(String file) {
        this(file, Map.of());
    }

    /** @param columns what the file calls columns that are read under another name */
    Problems(String file, Map<String, String> columns) {
        this.file = file;
        this.columns = columns;
    }

    String file() {
        return file;
    }

    /** Of a file that no page reads. */
    void error(int line, String field, String message) {
        add(Problem.error(file, line, field, message));
    }

    void error(int line, String field, Sentence sentence) {
        add(Problem.error(file, line, field, sentence));
    }

    /** Of a file that no page reads. */
    void warning(int line, String field, String message) {
        add(Problem.warning(file, line, field, message));
    }

    void warning(int line, String field, Sentence sentence) {
        add(Problem.warning(file, line, field, sentence));
    }

    private void add(Problem problem) {
        if (counts.merge(problem.severity(), 1, Integer::sum) <= SHOWN_MAX) {
            String column = columns.getOrDefault(problem.field(), problem.field());
            shown.add(new Problem(problem.severity(), file, problem.line(), column, problem.sentence()));
        }
    }

    boolean hasErrors() {
        return counts.containsKey(Severity.ERROR);
    }

    /** How many there are of each severity that there is. */
    Map<Severity, Integer> counts() {
        return Map.copyOf(counts);
    }

    /** All that are kept, in the order of the file, and a last one of each severity that says how many more there are. */
    List<Problem> all() {
        List<Problem> all = new ArrayList<>(shown);
        all.sort(java.util.Comparator.comparingInt(Problem::line));
        counts.forEach((severity, count) -> {
            if (count > SHOWN_MAX) {
                int more = count - SHOWN_MAX;
                Sentence rest = severity == Severity.ERROR
                        ? Sentence.of("file.more-errors", "and {0} more errors", more)
                        : Sentence.of("file.more-warnings", "and {0} more warnings", more);
                all.add(new Problem(severity, file, 0, "", rest));
            }
        });
        return all;
    }
}
