package fr.comptoir.server.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who asks for what takes long is told so in time, and finds it later; everything is made once. */
class BesideTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @Test
    void whatTakesLongIsThereWhenItIsAskedForAgain() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        AtomicInteger made = new AtomicInteger();
        Beside.Work<String> work = () -> {
            await(slow);
            return "answer " + made.incrementAndGet();
        };
        try (Beside<String, String> beside = new Beside<>("answer", 2, 10, Duration.ZERO)) {
            assertThat(beside.of("question", work)).isEmpty();
            assertThat(beside.of("question", work)).isEmpty();
            slow.countDown();
            while (beside.of("question", work).isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(beside.of("question", work)).contains("answer 1");
            assertThat(made).as("however many ask").hasValue(1);
        }
    }

    @Test
    void eachQuestionHasItsOwnAnswer() throws Exception {
        try (Beside<String, String> beside = new Beside<>("answer", 2, 10, LONG)) {
            assertThat(beside.of("one", () -> "1")).contains("1");
            assertThat(beside.of("two", () -> "2")).contains("2");
            assertThat(beside.of("one", () -> "3")).contains("1");
        }
    }

    @Test
    void whatIsToBeFoundElsewhereIsNotKept() throws Exception {
        try (Beside<String, String> beside = new Beside<>("answer", 1, 0, LONG)) {
            assertThat(beside.of("question", () -> "1")).contains("1");
            assertThat(beside.of("question", () -> "2")).contains("2");
        }
    }

    @Test
    void whatWasAskedLongestAgoIsForgottenFirst() throws Exception {
        try (Beside<String, String> beside = new Beside<>("answer", 1, 2, LONG)) {
            beside.of("one", () -> "1");
            beside.of("two", () -> "2");
            beside.of("one", () -> "not again");
            beside.of("three", () -> "3");
            assertThat(beside.of("one", () -> "again")).contains("1");
            assertThat(beside.of("two", () -> "again")).contains("again");
        }
    }

    @Test
    void whatFailsIsSaidAndTriedAgain() throws Exception {
        try (Beside<String, String> beside = new Beside<>("answer", 1, 10, LONG)) {
            assertThatThrownBy(() -> beside.of("question", () -> {
                        throw new IOException("disk on fire");
                    }))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the answer cannot be made")
                    .hasRootCauseMessage("disk on fire");
            assertThat(beside.of("question", () -> "made")).contains("made");
        }
    }

    @Test
    void aFaultOfTheInputIsSaidAsItIs() {
        try (Beside<String, String> beside = new Beside<>("answer", 1, 10, LONG)) {
            assertThatThrownBy(() -> beside.of("question", () -> {
                        throw new InputException(Problem.error("catalogue.csv", 3, "item_id", "is blank"));
                    }))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("catalogue.csv");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
