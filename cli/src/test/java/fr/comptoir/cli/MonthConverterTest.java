package fr.comptoir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonthConverterTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "close 2026-13",
                "recount 2026-13",
                "months 2026-13",
                "explain TR --customer u1 --month 2026-13",
            })
    void aMonthThatDoesNotExistIsSaidAsWhatItIs(String command) {
        StringWriter err = new StringWriter();
        int status = Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), command.split(" "));
        assertThat(err.toString())
                .contains("there is no month \"2026-13\"; a month is written 2026-01")
                .doesNotContain("java.");
        assertThat(status).isEqualTo(ExitStatus.WRONG_USAGE);
    }
}
