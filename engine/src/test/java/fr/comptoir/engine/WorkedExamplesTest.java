package fr.comptoir.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.testkit.Figures;
import fr.comptoir.testkit.WorkedExample;
import fr.comptoir.testkit.WorkedExample.Expected;
import fr.comptoir.testkit.WorkedExamples;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Code's worked examples and the auditors' scripts, exactly. */
class WorkedExamplesTest {
    static List<WorkedExample> examples() {
        return WorkedExamples.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void givesWhatTheCodeSays(WorkedExample example) {
        assertThat(example.expected()).isNotEmpty();
        for (Expected expected : example.expected()) {
            Figures figures = Figures.of(
                    Counting.count(expected.month(), example.actions(), example.catalogue(), 1), example.catalogue());
            assertThat(figures.counts(expected.release(), expected.chosen()))
                    .as(
                            "%s, Release %s %s",
                            expected.month(), expected.release().code(), expected.of())
                    .isEqualTo(expected.counts());
        }
    }
}
