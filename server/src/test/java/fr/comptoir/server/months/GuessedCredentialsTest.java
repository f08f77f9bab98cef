package fr.comptoir.server.months;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuessedCredentialsTest {
    private static final String ASKED = "/r51/reports?customer_id=uni&requestor_id=";
    private static final int GUESSES = 500;

    /** Else whoever guesses would know by the answer that a guess was right. */
    @Test
    void afterManyWrongOnesTheRightOneIsNotLookedAtEither(@TempDir Path folder) throws Exception {
        try (LivingSite site = LivingSite.in(folder, "2026-02-04T10:00:00Z", "")) {
            assertThat(site.get(ASKED + "uni-requestor").statusCode()).isEqualTo(200);
            for (int guess = 0; guess < GUESSES; guess++) {
                assertThat(site.get(ASKED + "guess" + guess).statusCode()).isEqualTo(401);
            }
            assertThat(site.get(ASKED + "uni-requestor").statusCode()).isEqualTo(429);
            assertThat(site.get("/r51/status").statusCode()).isEqualTo(200);
            site.clock.pass(Duration.ofMinutes(1));
            assertThat(site.get(ASKED + "uni-requestor").statusCode()).isEqualTo(200);
        }
    }
}
