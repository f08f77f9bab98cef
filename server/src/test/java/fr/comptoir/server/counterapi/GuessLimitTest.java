package fr.comptoir.server.counterapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.comptoir.report.ExceptionCode;
import fr.comptoir.testkit.TestClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuessLimitTest {
    private final TestClock clock = new TestClock("2026-11-22T10:00:00Z");
    private final GuessLimit limit = new GuessLimit(clock);

    private void guess(String address, ExceptionCode code, int times) throws Refusal {
        for (int i = 0; i < times; i++) {
            limit.check(address);
            limit.note(address, new Refusal(code, ""));
        }
    }

    @Test
    void whoGuessesIsNotLookedAtForTheRestOfTheMinute() throws Refusal {
        guess("192.0.2.1", ExceptionCode.REQUESTOR_NOT_AUTHORIZED, 1);
        guess("192.0.2.1", ExceptionCode.API_KEY_INVALID, GuessLimit.PER_MINUTE - 1);
        clock.pass(Duration.ofSeconds(20));
        assertThatThrownBy(() -> limit.check("192.0.2.1")).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ExceptionCode.TOO_MANY_REQUESTS);
            assertThat(refusal.retryAfter()).isEqualTo(Optional.of(Duration.ofSeconds(40)));
        });
        assertThatCode(() -> limit.check("192.0.2.2")).doesNotThrowAnyException();
        clock.pass(Duration.ofSeconds(40));
        assertThatCode(() -> limit.check("192.0.2.1")).doesNotThrowAnyException();
    }

    @Test
    void whoAsksForWhatIsNotTheirsOrForNothingDoesNotGuess() throws Refusal {
        guess("192.0.2.1", ExceptionCode.NOT_AUTHORIZED_FOR_INSTITUTION, 2 * GuessLimit.PER_MINUTE);
        guess("192.0.2.1", ExceptionCode.INSUFFICIENT_INFORMATION, 2 * GuessLimit.PER_MINUTE);
        assertThatCode(() -> limit.check("192.0.2.1")).doesNotThrowAnyException();
    }
}
