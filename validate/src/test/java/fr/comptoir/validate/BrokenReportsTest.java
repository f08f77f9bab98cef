package fr.comptoir.validate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.validate.finding.Finding;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of {@code broken.txt} is a report with one mistake, which has to be found where it is. */
class BrokenReportsTest {
    static Stream<Arguments> broken() {
        return Examples.table("broken.txt").stream().map(row -> {
            assertThat(row).as(String.join(" ¦ ", row)).hasSize(6);
            return Arguments.of((Object[]) row);
        });
    }

    @ParameterizedTest(name = "{3}: {0}, {1}")
    @MethodSource("broken")
    void isFoundWhereItIs(String file, String from, String to, String code, String severity, String place) {
        List<Finding> findings = Examples.check(Examples.edit(Examples.example(file), from, to));
        assertThat(findings)
                .as("what is found in %s", file)
                .anySatisfy(finding -> {
                    assertThat(finding.code()).isEqualTo(code);
                    assertThat(finding.place()).isEqualTo(place);
                    assertThat(finding.severity().label()).isEqualTo(severity);
                })
                .allSatisfy(finding -> {
                    assertThat(finding.message()).isNotBlank().doesNotContain("null");
                    assertThat(finding.section())
                            .startsWith(finding.section().startsWith("5.0.3") ? "5.0.3, " : "5.1, ");
                });
    }
}
