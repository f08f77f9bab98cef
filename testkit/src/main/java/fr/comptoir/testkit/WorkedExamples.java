package fr.comptoir.testkit;

import java.util.List;
import java.util.stream.Stream;

/** Every worked example, one file for each subject. */
public final class WorkedExamples {
    private WorkedExamples() {}

    public static List<WorkedExample> all() {
        return Stream.of(
                        DoubleClickExamples.all(),
                        SessionExamples.all(),
                        UniqueExamples.all(),
                        BookExamples.all(),
                        SearchExamples.all(),
                        DenialExamples.all(),
                        AccessExamples.all(),
                        AuditExamples.all(),
                        AuditBookExamples.all(),
                        AuditR5Examples.all())
                .flatMap(List::stream)
                .toList();
    }
}
