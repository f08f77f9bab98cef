package fr.comptoir.server.counterapi;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.operation.ReportWork;
import fr.comptoir.operation.ReportWork.Whose;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReportPaceTest {
    private static final List<String> ALL = List.of("YOP", "Access_Type");

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1000);
    private final ReportPace pace = new ReportPace(now::get);

    private void took(ReportWork work, int seconds) {
        ReportPace.Measure measure = pace.begin(work);
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
        measure.done();
    }

    private static ReportWork titles(List<String> attributes, Whose whose, int months) {
        return new ReportWork("TR 5.1", attributes, whose, months, 1_000L * months);
    }

    @Test
    void nothingIsKnownBeforeAReportWasMade() {
        pace.begin(titles(ALL, Whose.INSTITUTION, 1)); // and never done
        assertThat(pace.estimate(titles(ALL, Whose.INSTITUTION, 1))).isEmpty();
    }

    @Test
    void moreMonthsTakeLonger() {
        took(titles(ALL, Whose.INSTITUTION, 2), 10);
        took(titles(ALL, Whose.INSTITUTION, 4), 20);
        assertThat(pace.estimate(titles(ALL, Whose.INSTITUTION, 12))).contains(Duration.ofSeconds(60));
    }

    @Test
    void attributesAndConsortiaHaveTheirOwnPace() {
        took(titles(List.of(), Whose.INSTITUTION, 1), 1);
        took(titles(ALL, Whose.INSTITUTION, 1), 4);
        took(titles(ALL, Whose.CONSORTIUM, 1), 30);
        assertThat(pace.estimate(titles(List.of(), Whose.INSTITUTION, 2))).contains(Duration.ofSeconds(2));
        assertThat(pace.estimate(titles(ALL, Whose.INSTITUTION, 2))).contains(Duration.ofSeconds(8));
        assertThat(pace.estimate(titles(ALL, Whose.CONSORTIUM, 2))).contains(Duration.ofSeconds(60));
    }

    @Test
    void whatWasNotMadeYetIsLikeTheOthersOfItsReport() {
        took(titles(ALL, Whose.INSTITUTION, 1), 4);
        took(titles(List.of(), Whose.CONSORTIUM, 1), 6);
        assertThat(pace.estimate(titles(ALL, Whose.THE_WORLD, 2))).contains(Duration.ofSeconds(10));
        assertThat(pace.estimate(new ReportWork("IR 5.1", ALL, Whose.INSTITUTION, 1, 1_000)))
                .isEmpty();
    }

    @Test
    void theLatestCount() {
        took(titles(ALL, Whose.INSTITUTION, 1), 1_000);
        for (int i = 0; i < 20; i++) {
            took(titles(ALL, Whose.INSTITUTION, 1), 3);
        }
        assertThat(pace.estimate(titles(ALL, Whose.INSTITUTION, 1))).contains(Duration.ofSeconds(3));
    }

    @Test
    void monthsWithoutFiguresSayNothing() {
        took(new ReportWork("TR 5.1", ALL, Whose.INSTITUTION, 0, 0), 5);
        assertThat(pace.estimate(titles(ALL, Whose.INSTITUTION, 1))).isEmpty();
    }
}
