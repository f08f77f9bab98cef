package fr.comptoir.store.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.action.Ledger;
import fr.comptoir.model.action.LineOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StateTest {
    private static final YearMonth JANUARY = YearMonth.of(2024, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2024, 2);
    private static final ActionFile FILE = new ActionFile(1, "run-1.parquet", 10);

    @Test
    void aRunAddsFilesHoursAndNumbers() {
        State state = State.EMPTY.withRun(run(1, input(1, Optional.empty(), 0b11)), Map.of(JANUARY, List.of(FILE)));
        assertThat(state.nextRun()).isEqualTo(2);
        assertThat(state.nextInput()).isEqualTo(2);
        assertThat(state.month(JANUARY).actions()).containsExactly(FILE);
        assertThat(state.month(JANUARY).rows()).isEqualTo(10);
        assertThat(state.month(JANUARY).hours()).containsExactly(Map.entry(LocalDate.of(2024, 1, 31), 0b11));

        ActionFile more = new ActionFile(2, "run-2.parquet", 5);
        State next = state.withRun(run(2, input(2, Optional.empty(), 0b100)), Map.of(JANUARY, List.of(more)));
        assertThat(next.month(JANUARY).actions()).containsExactly(FILE, more);
        assertThat(next.month(JANUARY).hours()).containsExactly(Map.entry(LocalDate.of(2024, 1, 31), 0b111));
        assertThat(state.month(JANUARY).actions())
                .as("the state before is what it was")
                .containsExactly(FILE);
    }

    @Test
    void aRunOutOfTurnIsRefused() {
        assertThatThrownBy(() -> State.EMPTY.withRun(run(2, input(1, Optional.empty(), 0)), Map.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRetractedLineIsKeptWithItsMonth() {
        InputRecord.Tail tail = new InputRecord.Tail(100, 7, LineOutcome.ACTION, Optional.of(LocalDate.of(2024, 2, 1)));
        State state =
                State.EMPTY.withRun(run(1, input(4, Optional.of(new InputRecord.Retraction(3, tail)), 0)), Map.of());
        assertThat(state.month(FEBRUARY).retracted()).containsExactly(new RetractedLine(3, 7));
        assertThat(state.nextInput()).isEqualTo(5);
    }

    @Test
    void onlyAnOpenMonthIsCountedAnew() {
        State counted = State.EMPTY.withMonthFacts(JANUARY, counted(1));
        assertThat(counted.month(JANUARY).nextFacts()).isEqualTo(2);
        assertThatThrownBy(() -> State.EMPTY.closed(JANUARY)).hasMessage("2024-01 was never counted");

        State closed = counted.closed(JANUARY);
        assertThat(closed.month(JANUARY).status()).isEqualTo(MonthState.Status.CLOSED);
        assertThatThrownBy(() -> closed.withMonthFacts(JANUARY, counted(2))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> closed.closed(JANUARY)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aClosedMonthChangesByARestatementThatKeepsWhatWasBefore() {
        State closed = State.EMPTY.withMonthFacts(JANUARY, counted(1)).closed(JANUARY);
        assertThatThrownBy(() -> closed.restated(JANUARY, Instant.EPOCH)).isInstanceOf(IllegalStateException.class);

        State proposed = closed.proposed(JANUARY, counted(2), "late logs");
        assertThat(proposed.month(JANUARY).counted()).contains(counted(1));
        assertThat(proposed.month(JANUARY).nextFacts()).isEqualTo(3);
        assertThat(proposed.withoutProposal(JANUARY).month(JANUARY).nextFacts())
                .as("a version is never used twice")
                .isEqualTo(3);

        MonthState month = proposed.restated(JANUARY, Instant.EPOCH).month(JANUARY);
        assertThat(month.status()).isEqualTo(MonthState.Status.RESTATED);
        assertThat(month.counted()).contains(counted(2));
        assertThat(month.proposed()).isEmpty();
        assertThat(month.restatements())
                .containsExactly(new Restatement(
                        counted(2), "late logs", Optional.of(new Restatement.Applied(counted(1), Instant.EPOCH))));
    }

    @Test
    void anOpenMonthIsNotRestated() {
        assertThatThrownBy(() -> State.EMPTY.proposed(JANUARY, counted(1), "why"))
                .isInstanceOf(IllegalStateException.class);
    }

    static Counted counted(int facts) {
        return new Counted(facts, Instant.parse("2024-02-03T04:05:06Z"), 100, 10, 1, new Versions("c", "i", "r", "p"));
    }

    static RunRecord run(int number, InputRecord... inputs) {
        Ledger ledger = new Ledger();
        ledger.add(LineOutcome.ACTION, 5);
        return new RunRecord(
                number,
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(9),
                "0.1.0",
                new Command(
                        "import catalogue",
                        List.of("--replace", "catalogue.csv"),
                        List.of(new Command.ReadFile("catalogue.csv", "/site/catalogue.csv", 4_711, "ab12"))),
                new Versions("c", "i", "r", "p"),
                List.of(inputs),
                ledger,
                List.of(
                        new RunRecord.MalformedLines(1, "value", "%>s", 3, 17, 120),
                        new RunRecord.MalformedLines(1, "empty", "", 1, 18, 18)),
                List.of(
                        new RunRecord.UnmatchedPath(Optional.of(JANUARY), "/robots.txt", 12),
                        new RunRecord.UnmatchedPath(Optional.empty(), "/before", 3)),
                List.of(new RunRecord.RobotHit(JANUARY, "[^a-z]bot/", 7)),
                List.of(new RunRecord.OtherSite("portal.example.org", 5)));
    }

    static InputRecord input(int number, Optional<InputRecord.Retraction> retraction, int hours) {
        Ledger ledger = new Ledger();
        ledger.add(LineOutcome.MALFORMED, 1);
        ledger.add(LineOutcome.ACTION, 4);
        LocalDate day = LocalDate.of(2024, 1, 31);
        InputRecord.Tail tail = new InputRecord.Tail(4711, 5, LineOutcome.EXCLUDED_ROBOT, Optional.of(day));
        return new InputRecord(
                number,
                "access.log",
                "/var/log/access.log",
                12_345_678_901L,
                "0123456789abcdef0123456789abcdef",
                "fedcba9876543210fedcba9876543210",
                retraction.map(InputRecord.Retraction::input),
                1,
                Optional.of(tail),
                retraction,
                ledger,
                new TreeMap<>(Map.of(day, ledger)),
                hours == 0 ? new TreeMap<>() : new TreeMap<>(Map.of(day, hours)));
    }
}
