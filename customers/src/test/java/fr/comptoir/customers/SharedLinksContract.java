package fr.comptoir.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.comptoir.customers.base.Change;
import fr.comptoir.customers.base.Changes;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.base.Subject;
import fr.comptoir.customers.key.SharedLink;
import fr.comptoir.customers.key.SharedLinks;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

abstract class SharedLinksContract extends ContractTest {
    private static final LocalDate LAST = DAY.plusDays(30);

    private SharedLinks.Made made() {
        return db.sharedLinks()
                .make("a", " The board ", "metric=No_License&not-access=Open", DAY, LAST, MARIE)
                .orThrow();
    }

    @Test
    void aLinkIsFoundByItsSecretUntilItsLastDay() {
        SharedLinks.Made made = made();
        SharedLink link = db.sharedLinks().find(made.secret()).orElseThrow();
        assertThat(link)
                .isEqualTo(made.link())
                .isEqualTo(db.sharedLinks().of("a").get(0));
        assertThat(link.name()).isEqualTo("The board");
        assertThat(link.query()).isEqualTo("metric=No_License&not-access=Open");
        assertThat(link.isGood(LAST)).isTrue();
        assertThat(link.isGood(LAST.plusDays(1))).isFalse();
        assertThat(db.sharedLinks().find(made.secret() + "x")).isEmpty();
        assertThat(db.sharedLinks().find("x".repeat(100_000))).isEmpty();
        assertThat(made.toString()).doesNotContain(made.secret());
    }

    @Test
    void aWithdrawnLinkOpensNothing() {
        SharedLinks.Made made = made();
        long id = made.link().id();
        assertThat(db.sharedLinks().withdraw("b", id, MARIE).problems())
                .containsExactly(new Fault("link", Fault.Kind.UNKNOWN, String.valueOf(id)));
        db.sharedLinks().withdraw("a", id, MARIE).orThrow();
        assertThat(db.sharedLinks().find(made.secret()).orElseThrow().isGood(DAY))
                .isFalse();
        assertThat(db.sharedLinks().withdraw("a", id, MARIE).isDone()).isFalse();
        assertThat(db.changes()
                        .find(Changes.Query.of(Subject.customer("a")), Page.first(9))
                        .rows())
                .extracting(Change::field, Change::oldValue, Change::newValue)
                .containsExactly(
                        tuple("shared_link", "The board, 2026-04-14", ""),
                        tuple("shared_link", "", "The board, 2026-04-14"));
    }

    @Test
    void whatIsWrongIsSaidOfAllFields() {
        assertThat(db.sharedLinks()
                        .make("a", " ", "x\r\nSet-Cookie: y", DAY, DAY.minusDays(1), MARIE)
                        .problems())
                .extracting(Fault::field, Fault::kind)
                .containsExactly(
                        tuple("name", Fault.Kind.BLANK),
                        tuple("view", Fault.Kind.FORM),
                        tuple("last_day", Fault.Kind.FORM));
        assertThat(db.sharedLinks()
                        .make("a", "n", "", DAY, DAY.plusDays(SharedLinks.DAYS_MAX + 1), MARIE)
                        .isDone())
                .isFalse();
        assertThat(db.sharedLinks().of("a")).isEmpty();
    }
}
