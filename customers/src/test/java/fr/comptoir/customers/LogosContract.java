package fr.comptoir.customers;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.base.Change;
import fr.comptoir.customers.base.Changes;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.base.Page;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

abstract class LogosContract extends ContractTest {
    @Test
    void aLogoComesBackByteByByteAndGoes() {
        added("a", "A");
        byte[] png = new byte[200_000];
        System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, 0, png, 0, 8);
        byte[] svg = "<svg></svg>".getBytes(StandardCharsets.UTF_8);

        assertThat(db.logos().save("a", 1, png, MARIE).orThrow()).isEqualTo(png.length);
        assertThat(db.logos().of("a").orElseThrow().content()).isEqualTo(png);
        assertThat(db.logos().save("a", 1, svg, MARIE)).isInstanceOf(Outcome.Conflict.class);
        db.logos().save("a", 2, svg, MARIE).orThrow();
        assertThat(db.logos().of("a").orElseThrow().mediaType()).isEqualTo("image/svg+xml");
        db.logos().save("a", 3, new byte[0], MARIE).orThrow();
        assertThat(db.logos().of("a")).isEmpty();
        assertThat(db.changes().find(Changes.Query.ALL, Page.first(3)).rows())
                .extracting(Change::field)
                .containsOnly("logo");
        assertThat(db.logos().save("x", 1, svg, MARIE).isDone()).isFalse();
    }
}
