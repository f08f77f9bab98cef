package fr.comptoir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether one command is described or all of them, depends on the first argument; nobody is to notice. */
class MainTest {
    private static final List<String> COMMANDS = List.of(
            "demo",
            "init",
            "import",
            "check",
            "count",
            "report",
            "validate",
            "verify",
            "annual",
            "explain",
            "about",
            "months",
            "recount",
            "close",
            "serve",
            "key",
            "robots");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    @Test
    void theHelpNamesEveryCommandInOrder() {
        assertThat(run("--help")).isEqualTo(ExitStatus.DONE);
        assertThat(out.toString())
                .containsSubsequence(
                        COMMANDS.stream().map(name -> "\n  " + name + " ").toList());
    }

    @Test
    void everyCommandAnswersToTheNameItCallsItself() {
        for (String name : COMMANDS) {
            out.getBuffer().setLength(0);
            assertThat(run(name, "--help")).isEqualTo(ExitStatus.DONE);
            assertThat(out.toString()).startsWith("Usage: comptoir " + name + " ");
        }
    }

    @Test
    void anUnknownCommandIsToldTheNextOne() {
        assertThat(run("cuont")).isNotEqualTo(ExitStatus.DONE);
        assertThat(err.toString()).contains("cuont").contains("count");
    }

    @Test
    void withoutACommandAllAreShown() {
        assertThat(run()).isNotEqualTo(ExitStatus.DONE);
        assertThat(err.toString()).contains("a command was expected").contains("robots");
    }
}
