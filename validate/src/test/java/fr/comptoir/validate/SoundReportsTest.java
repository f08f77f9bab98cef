package fr.comptoir.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nothing is wrong, nothing is found. */
class SoundReportsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DR-r5",
                "DR-r51",
                "IR-components-r51",
                "IR-r5",
                "IR-r51",
                "PR-r5",
                "PR-r51",
                "TR-empty-r51",
                "TR-partial-r51",
                "TR-r5",
                "TR-r51",
                "TR_J1-r51"
            })
    void examplesHaveNoFindingInAnyForm(String name) {
        assertThat(Examples.check(Examples.example(name + ".json"))).isEmpty();
        assertThat(Examples.check(Examples.example(name + ".tsv"))).isEmpty();
        assertThat(Examples.check(Workbooks.csv(Examples.example(name + ".tsv"))))
                .isEmpty();
        assertThat(Examples.check(Workbooks.xlsx(Examples.example(name + ".tsv"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PR-totals-r51.json"})
    void oneFigureForTheWholePeriodIsSound(String name) {
        assertThat(Examples.check(Examples.example(name))).isEmpty();
    }

    static Stream<Arguments> sound() {
        return Examples.table("sound.txt").stream().map(row -> {
            assertThat(row).as(String.join(" ¦ ", row)).hasSize(3);
            return Arguments.of((Object[]) row);
        });
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("sound")
    void whatTheCodeAllowsIsNotFound(String file, String from, String to) {
        String report = Examples.example(file);
        assertThat(report).contains(from);
        assertThat(Examples.check(report.replace(from, to))).isEmpty();
    }
}
