package fr.comptoir.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.month.Anomaly;
import fr.comptoir.customers.month.MonthSteps.Step;
import fr.comptoir.customers.month.Restatement;
import fr.comptoir.customers.month.Restatement.Change;
import fr.comptoir.customers.month.Restatement.State;
import fr.comptoir.customers.month.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Steps, corrections and anomalies. */
abstract class MonthsContract extends ContractTest {
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);

    private Restatement open(int facts) {
        return db.restatements().counted(JANUARY, facts, "late lines", "the service", DAY, changes(facts));
    }

    private static List<Change> changes(int facts) {
        return List.of(
                new Change("5.1", "TR", "a", "Total_Item_Requests", 10, 10 + facts),
                new Change("5", "TR", "b", "Total_Item_Requests", 7, 6));
    }

    @Test
    void aStepIsDoneOnceForEachVersionOfTheFigures() throws Exception {
        assertThat(db.monthSteps().hasBegun()).isFalse();
        assertThat(atOnce(4, i -> db.monthSteps().begin())).containsOnlyOnce(true);
        assertThat(db.monthSteps().hasBegun()).isTrue();
        assertThat(atOnce(4, i -> db.monthSteps().done(JANUARY, 1, Step.ANNOUNCED)))
                .containsOnlyOnce(true);
        assertThat(db.monthSteps().isDone(JANUARY, 1, Step.ANNOUNCED)).isTrue();
        assertThat(db.monthSteps().isDone(JANUARY, 1, Step.PREPARED)).isFalse();
        assertThat(db.monthSteps().isDone(JANUARY, 2, Step.ANNOUNCED)).isFalse();
    }

    @Test
    void aCorrectionKeepsItsDueDateThoughMoreLinesCome() {
        Restatement first = open(2);
        clock.pass(Duration.ofDays(20));
        Restatement second =
                db.restatements().counted(JANUARY, 3, "more late lines", "the service", DAY.plusDays(20), changes(3));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.facts()).isEqualTo(3);
        assertThat(second.reason()).isEqualTo("late lines");
        assertThat(second.dueOn()).isEqualTo("2026-06-15");
        assertThat(db.restatements().changes(first.id())).containsExactlyElementsOf(changes(3));
        assertThat(db.restatements().changes(first.id(), "b"))
                .containsExactly(changes(3).get(1));
        assertThat(db.restatements().pending()).containsExactly(second);
    }

    @Test
    void aDecisionStaysWhenTheSameFiguresAreToldAgain() {
        Restatement first = open(2);
        db.restatements().decide(first.id(), 2, true, MARIE.because("right")).orThrow();
        assertThat(open(2).state()).isEqualTo(State.APPROVING);
        assertThat(open(3).state()).isEqualTo(State.OPEN);
    }

    @Test
    void ofManyWhoAskAtOnceOneIsHeard() throws Exception {
        List<Boolean> asked = atOnce(
                4,
                i -> db.restatements()
                        .request(JANUARY, DAY, MARIE.because("robots " + i))
                        .problems()
                        .isEmpty());
        assertThat(asked).containsOnlyOnce(true);
        assertThat(db.restatements().pending()).hasSize(1);
        db.restatements().applied(JANUARY.plusMonths(1), 2, "by hand", "admin", clock.instant(), DAY, changes(2));
        db.restatements().applied(JANUARY.plusMonths(1), 2, "by hand", "admin", clock.instant(), DAY, changes(2));
        assertThat(db.restatements().all(new Page.Ask(0, 10)).total()).isEqualTo(2);
    }

    @Test
    void whoAsksWhileAnotherIsBeingOpenedIsRefused() throws Exception {
        CompletableFuture<Outcome<Restatement>> asked = new CompletableFuture<>();
        Thread person = new Thread(() -> asked.completeAsync(
                () -> db.restatements().request(JANUARY, DAY, MARIE.because("robots")), Runnable::run));
        Restatement opened = db.inTransaction(() -> {
            Restatement late = open(2);
            person.start();
            try {
                person.join(300); // as long as it may wait for this transaction
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return late;
        });
        assertThat(asked.get().problems()).extracting(Fault::kind).containsExactly(Fault.Kind.TAKEN);
        assertThat(db.restatements().pending()).containsExactly(opened);
    }

    @Test
    void aPersonAsksOnceWithAReason() {
        assertThat(db.restatements().request(JANUARY, DAY, MARIE).problems())
                .extracting(Fault::kind)
                .containsExactly(Fault.Kind.BLANK);
        Restatement asked = db.restatements()
                .request(JANUARY, DAY, MARIE.because("robots of a vendor"))
                .orThrow();
        assertThat(asked.state()).isEqualTo(State.REQUESTED);
        assertThat(asked.openedBy()).isEqualTo(MARIE.who());
        assertThat(db.restatements()
                        .request(JANUARY, DAY, MARIE.because("again"))
                        .problems())
                .extracting(Fault::kind)
                .containsExactly(Fault.Kind.TAKEN);
        Restatement counted = open(2);
        assertThat(counted.id()).isEqualTo(asked.id());
        assertThat(counted.state()).isEqualTo(State.OPEN);
        assertThat(counted.openedBy()).isEqualTo(MARIE.who());
    }

    @Test
    void aDecisionIsOfTheFiguresThatWereSeenAndOfOnePerson() {
        Restatement seen = open(2);
        assertThat(db.restatements().decide(seen.id(), 2, true, MARIE).problems())
                .extracting(Fault::kind)
                .containsExactly(Fault.Kind.BLANK);
        open(3);
        assertThat(db.restatements().decide(seen.id(), 2, true, MARIE.because("right")))
                .isInstanceOf(Outcome.Conflict.class);
        Restatement decided = db.restatements()
                .decide(seen.id(), 3, true, MARIE.because("right"))
                .orThrow();
        assertThat(decided.state()).isEqualTo(State.APPROVING);
        assertThat(decided.decidedBy()).isEqualTo(MARIE.who());
        assertThat(decided.decision()).isEqualTo("right");
        assertThat(db.restatements().decide(seen.id(), 3, false, MARIE.because("no")))
                .isInstanceOf(Outcome.Conflict.class);
        assertThat(db.restatements().decide(0, 3, false, MARIE.because("no")).problems())
                .isNotEmpty();
    }

    @Test
    void whatIsInForceIsShownToWhomItChanges() {
        Restatement one = open(2);
        db.restatements().decide(one.id(), 2, true, MARIE.because("right")).orThrow();
        assertThat(db.restatements().inForce("a", Instant.EPOCH)).isEmpty();
        assertThat(db.restatements().end(one.id(), State.APPROVED)).isTrue();
        assertThat(db.restatements().end(one.id(), State.APPROVED)).isFalse();

        assertThat(db.restatements().inForce("a", Instant.EPOCH))
                .extracting(Restatement::id)
                .containsExactly(one.id());
        assertThat(db.restatements().inForce("c", Instant.EPOCH)).isEmpty();
        clock.pass(Duration.ofDays(1));
        assertThat(db.restatements().inForce("a", clock.instant())).isEmpty();
        assertThat(db.restatements().of(JANUARY, 2)).isPresent();
        assertThat(db.restatements().pending()).isEmpty();
        assertThat(open(3).id()).isNotEqualTo(one.id());
        assertThat(db.restatements().all(Page.first(1)).total()).isEqualTo(2);
    }

    @Test
    void aCorrectionOfTheCommandLineIsKeptAsItWas() {
        Instant at = Instant.parse("2026-03-01T10:00:00Z");
        Restatement applied =
                db.restatements().applied(JANUARY, 4, "recounted", "comptoir recount", at, DAY, changes(4));
        assertThat(applied.state()).isEqualTo(State.APPROVED);
        assertThat(applied.decidedAt()).isEqualTo(at);
        assertThat(db.restatements().inForce("b", at)).containsExactly(applied);
    }

    private static Anomaly.Found found(String customer, String title, long value, double mean) {
        return new Anomaly.Found(
                JANUARY,
                customer,
                "TITLE",
                title,
                "A journal",
                "Total_Item_Requests",
                value,
                mean,
                Anomaly.Kind.SPIKE,
                "{}");
    }

    @Test
    void aCaseIsOpenedOnceAndKeepsWhatPeopleWrote() {
        assertThat(db.anomalies().add(found("a", "t", 450, 100))).isTrue();
        Anomaly anomaly = db.anomalies().all(null, null, Page.first(5)).rows().get(0);
        db.anomalies()
                .note(anomaly.id(), 1, Anomaly.State.IN_REVIEW, "Asked the library.", MARIE)
                .orThrow();
        assertThat(db.anomalies().note(anomaly.id(), 1, Anomaly.State.GENUINE, "Same.", MARIE))
                .isInstanceOf(Outcome.Conflict.class);
        assertThat(db.anomalies().add(found("a", "t", 460, 100))).isFalse();

        Anomaly now = db.anomalies().find(anomaly.id()).orElseThrow();
        assertThat(now.value()).isEqualTo(460);
        assertThat(now.state()).isEqualTo(Anomaly.State.IN_REVIEW);
        assertThat(db.anomalies().notes(now.id()))
                .extracting(Anomaly.Note::text, Anomaly.Note::person, Anomaly.Note::state)
                .containsExactly(tuple("Asked the library.", MARIE.who(), Anomaly.State.IN_REVIEW));
        assertThat(db.anomalies()
                        .note(now.id(), 2, Anomaly.State.GENUINE, " ", MARIE)
                        .problems())
                .extracting(Fault::kind)
                .containsExactly(Fault.Kind.BLANK);
    }

    @Test
    void casesAreFoundByStateAndCustomerTheLargestFirst() {
        db.anomalies().add(found("a", "small", 450, 100));
        db.anomalies().add(found("a", "large", 9450, 100));
        db.anomalies().add(found("b", "other", 500, 100));

        assertThat(db.anomalies().all(null, "a", Page.first(5)).rows())
                .extracting(Anomaly::subject)
                .containsExactly("large", "small");
        assertThat(db.anomalies().all(Anomaly.State.NEW, null, Page.first(5)).total())
                .isEqualTo(3);
        assertThat(db.anomalies().all(Anomaly.State.ERROR, null, Page.first(5)).total())
                .isZero();
        assertThat(db.anomalies().byMonth("a")).isEqualTo(Map.of(JANUARY, 2));
        assertThat(db.anomalies().byMonth("nobody")).isEmpty();
    }

    @Test
    void aCustomersOwnThresholdsHaveAReasonAndAreInItsHistory() {
        added("a", "A");
        Thresholds own = new Thresholds(5, 500, 1, 20);
        assertThat(db.anomalies().setThresholds("a", own, MARIE).problems()).isNotEmpty();
        assertThat(db.anomalies()
                        .setThresholds("nobody", own, MARIE.because("x"))
                        .problems())
                .isNotEmpty();
        assertThat(db.anomalies()
                        .setThresholds("a", new Thresholds(0, 0, 1, 20), MARIE.because("x"))
                        .problems())
                .isNotEmpty();
        db.anomalies()
                .setThresholds("a", own, MARIE.because("a teaching platform"))
                .orThrow();
        assertThat(db.anomalies().thresholds().get("a").thresholds()).isEqualTo(own);
        assertThat(db.anomalies().thresholds().get("a").reason()).isEqualTo("a teaching platform");
        db.anomalies()
                .setThresholds("a", Thresholds.OF_THE_CODE, MARIE.because("as all"))
                .orThrow();
        assertThat(db.anomalies().thresholds()).isEmpty();
    }
}
