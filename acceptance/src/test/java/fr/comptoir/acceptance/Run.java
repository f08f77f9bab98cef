package fr.comptoir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a command came to: its exit status and what it printed on standard output and standard error. */
record Run(int status, String out, String err) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    Run succeeded() {
        return endedWith(0);
    }

    Run endedWith(int expected) {
        assertThat(status).as("exit status of%n%s%n%s", out, err).isEqualTo(expected);
        return this;
    }

    /** The input or the site was wrong, and it was said in one sentence that has each of {@code parts}; warnings do not count. */
    Run saidInOneSentence(String... parts) {
        endedWith(1);
        assertThat(err.lines().filter(line -> !line.startsWith("warning: ")))
                .as(err)
                .hasSize(1);
        return said(parts);
    }

    Run said(String... parts) {
        assertThat(err).contains(parts).doesNotContain("\tat ", "Exception");
        return this;
    }

    JsonNode json() {
        return JSON.readTree(out);
    }
}
