package fr.comptoir.validate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BadIdentifiersTest {
    @Test
    void whatIsNotRememberedMayBeWrongToo() {
        BadIdentifiers bad = new BadIdentifiers();
        for (long name = 0; name < BadIdentifiers.NAMES_MAX; name++) {
            bad.add(name);
        }
        bad.add(7);
        assertThat(bad.has(7)).isTrue();
        assertThat(bad.mayHave(-1)).as("all are remembered").isFalse();
        bad.add(-5);
        assertThat(bad.has(-5)).as("no more than those").isFalse();
        assertThat(bad.mayHave(-5)).isTrue();
        assertThat(bad.mayHave(7)).as("it is known to").isFalse();
    }
}
