package fr.comptoir.site;

import fr.comptoir.model.site.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one file, so that all of it is said at once. Not thread-safe. */
final class Problems {
    private final String file;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void error(int line, String field, String message) {
        found.add(Problem.error(file, line, field, message));
    }

    void warning(int line, String field, String message) {
        found.add(Problem.warning(file, line, field, message));
    }

    boolean hasErrors() {
        return found.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
    }

    /** All of them in the order of the file. */
    List<Problem> inOrder() {
        return found.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    }
}
