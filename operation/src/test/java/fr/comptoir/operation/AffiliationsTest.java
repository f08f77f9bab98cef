package fr.comptoir.operation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.model.catalogue.Institution;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AffiliationsTest {
    private static final LocalDate IN_2025 = LocalDate.of(2025, 6, 1);
    private static final LocalDate IN_2026 = LocalDate.of(2026, 6, 1);

    private static Institution institution(String id, String... memberOf) {
        return new Institution(0, id, "Name of " + id, "", "", "", "", "", List.of(), List.of(), List.of(memberOf));
    }

    @Test
    void whatIsRememberedIsOfTheDaysAndTheCustomerThatWereAsked() {
        Affiliations affiliations = new Affiliations(
                List.of(institution("cons"), institution("u1", "cons@2026-01-01.."), institution("u2", "cons")));
        for (int i = 0; i < 2; i++) {
            assertThat(affiliations.members("cons", IN_2025, IN_2025))
                    .extracting(Institution::customerId)
                    .containsExactly("u2");
            assertThat(affiliations.members("cons", IN_2026, IN_2026))
                    .extracting(Institution::customerId)
                    .containsExactly("u1", "u2");
            assertThat(affiliations.members("u1", IN_2026, IN_2026)).isEmpty();
            assertThat(affiliations.described("cons")).contains("Name of u1", "Name of u2");
            assertThat(affiliations.described("u2")).contains("Name of u2").doesNotContain("Name of u1");
        }
    }
}
