package fr.comptoir.customers;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.customers.base.Changes;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.key.ApiKey;
import fr.comptoir.customers.key.Keys;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class KeysContract extends ContractTest {
    private Keys keys;

    @BeforeEach
    final void addCustomer() {
        added("a", "A");
        keys = db.keys();
    }

    private Keys.Made made() {
        return keys.make("a", "Celus", null, MARIE).orThrow();
    }

    @Test
    void aKeyIsFoundByItsTextAndKeptNowhere() {
        Keys.Made made = made();

        assertThat(made.text()).matches("cpt_[A-Za-z0-9_-]{43}");
        assertThat(keys.find(made.text())).contains(made.key());
        assertThat(made.key().hint()).isEqualTo(made.text().substring(0, 8));
        assertThat(made.toString()).doesNotContain(made.text());
        assertThat(db.changes().find(Changes.Query.ALL, Page.first(50)).rows().toString())
                .doesNotContain(made.text());
        assertThat(made().text()).isNotEqualTo(made.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cpt_", "x", "cpt_' or '1'='1", "cpt_%"})
    void whatIsNoKeyOpensNothing(String text) {
        made();

        assertThat(keys.find(text)).isEmpty();
        assertThat(keys.use(text)).isEmpty();
        assertThat(keys.find("cpt_" + "x".repeat(100_000))).isEmpty();
    }

    @Test
    void aKeyExpires() {
        Instant end = clock.instant().plus(Duration.ofDays(1));
        Keys.Made made = keys.make("a", "Celus", end, MARIE).orThrow();

        clock.pass(Duration.ofDays(1).minusMillis(1));
        assertThat(keys.use(made.text())).isPresent();
        clock.pass(Duration.ofMillis(1));
        assertThat(keys.use(made.text())).isEmpty();
        assertThat(keys.find(made.text()).orElseThrow().state(clock.instant())).isEqualTo(ApiKey.State.EXPIRED);
        assertThat(keys.make("a", "Celus", end, MARIE).problems())
                .extracting(Fault::field)
                .containsExactly("expires");
    }

    @Test
    void aWithdrawnKeyOpensNothing() {
        Keys.Made made = made();
        ApiKey gone = keys.withdraw(made.key().id(), MARIE).orThrow();

        assertThat(gone.state(clock.instant())).isEqualTo(ApiKey.State.WITHDRAWN);
        assertThat(keys.use(made.text())).isEmpty();
        assertThat(keys.withdraw(made.key().id(), MARIE).orThrow()).isEqualTo(gone);
    }

    @Test
    void theKeyOfAWithdrawnCustomerOpensNothing() {
        Keys.Made made = made();
        db.customers().withdraw("a", version("a"), MARIE).orThrow();

        assertThat(keys.use(made.text())).isEmpty();
        assertThat(keys.make("a", "Celus", null, MARIE).problems())
                .containsExactly(new Fault("customer_id", Fault.Kind.UNKNOWN, "a"));
    }

    @Test
    void bothKeysAreGoodWhileTheyOverlap() {
        Keys.Made old = made();
        Keys.Made next =
                keys.rotate(old.key().id(), Duration.ofDays(7), null, MARIE).orThrow();

        assertThat(keys.use(old.text())).isPresent();
        assertThat(keys.use(next.text())).isPresent();
        assertThat(next.key().name()).isEqualTo("Celus");
        clock.pass(Duration.ofDays(7));
        assertThat(keys.use(old.text())).isEmpty();
        assertThat(keys.use(next.text())).isPresent();
        assertThat(keys.rotate(old.key().id(), Duration.ZERO, null, MARIE).problems())
                .extracting(Fault::kind)
                .containsExactly(Fault.Kind.STATE);
    }

    @Test
    void anOverlapNeverProlongsTheOldKey() {
        Instant end = clock.instant().plus(Duration.ofDays(2));
        Keys.Made old = keys.make("a", "Celus", end, MARIE).orThrow();

        keys.rotate(old.key().id(), Duration.ofDays(7), null, MARIE).orThrow();

        assertThat(keys.find(old.text()).orElseThrow().expiresAt()).isEqualTo(end);
    }

    @Test
    void ofTwoWhoRotateAtOnceOneDoes() throws Exception {
        long id = made().key().id();

        assertThat(atOnce(
                        4, i -> keys.rotate(id, Duration.ofDays(1), null, MARIE).isDone()))
                .containsOnlyOnce(true);
        assertThat(keys.of("a")).hasSize(2);
    }

    @Test
    void lastUseIsNotedOnceAMinute() {
        Keys.Made made = made();
        Instant first = clock.instant();
        keys.use(made.text());
        clock.pass(Duration.ofSeconds(59));
        keys.use(made.text());
        assertThat(keys.find(made.text()).orElseThrow().lastUsedAt()).isEqualTo(first);

        clock.pass(Duration.ofSeconds(1));
        keys.use(made.text());
        assertThat(keys.find(made.text()).orElseThrow().lastUsedAt()).isEqualTo(first.plusSeconds(60));
    }

    @Test
    void keysThatExpireSoonAndWereNotReplacedAreNamed() {
        Instant soon = clock.instant().plus(Duration.ofDays(3));
        ApiKey one = keys.make("a", "one", soon, MARIE).orThrow().key();
        ApiKey two = keys.make("a", "two", soon, MARIE).orThrow().key();
        ApiKey three = keys.make("a", "three", soon, MARIE).orThrow().key();
        made();
        keys.rotate(two.id(), Duration.ofDays(7), null, MARIE).orThrow();
        keys.withdraw(three.id(), MARIE).orThrow();

        assertThat(keys.expiring(clock.instant(), soon.plusMillis(1))).containsExactly(one);
        assertThat(keys.expiring(clock.instant(), soon)).isEmpty();
    }
}
