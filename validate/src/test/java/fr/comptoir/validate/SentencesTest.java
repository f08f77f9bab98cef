package fr.comptoir.validate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.testkit.SentenceFiles;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SentencesTest {
    @Test
    void whatIsSaidOnPagesIsSaidInFrenchToo() throws IOException {
        assertThat(SentenceFiles.faults("validate")).isEmpty();
    }
}
