package fr.comptoir.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.comptoir.customers.base.Change;
import fr.comptoir.customers.base.Changes;
import fr.comptoir.customers.base.Fault;
import fr.comptoir.customers.base.Outcome;
import fr.comptoir.customers.base.Page;
import fr.comptoir.customers.base.Subject;
import fr.comptoir.customers.customer.Customer;
import fr.comptoir.customers.customer.CustomerField;
import fr.comptoir.customers.customer.CustomerKind;
import fr.comptoir.customers.customer.Customers;
import fr.comptoir.model.catalogue.IndexNames;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

abstract class CustomersContract extends ContractTest {
    @Test
    void everyFieldComesBackAsItWasKept() {
        Customer customer = Customer.create("paris-1", CustomerKind.INSTITUTION, "Université de l'Été")
                .with(CustomerField.CITY, " Saint-Étienne ")
                .with(CustomerField.COUNTRY, "fr")
                .with(CustomerField.UAI, "0751717J")
                .with(CustomerField.ROR, "https://ror.org/05f82e368")
                .with(CustomerField.ISNI, "0000 0001 2150 7757")
                .with(CustomerField.NOTE, "two\nlines")
                .withListed(false);

        Customer kept = db.customers().add(customer, MARIE).orThrow();

        assertThat(kept.get(CustomerField.CITY)).isEqualTo("Saint-Étienne");
        assertThat(kept.get(CustomerField.COUNTRY)).isEqualTo("FR");
        assertThat(kept.get(CustomerField.ROR)).isEqualTo("05f82e368");
        assertThat(kept.get(CustomerField.ISNI)).isEqualTo("0000000121507757");
        assertThat(kept.get(CustomerField.NOTE)).isEqualTo("two\nlines");
        assertThat(kept.listed()).isFalse();
        assertThat(kept.version()).isEqualTo(1);
        assertThat(kept.changedAt()).isEqualTo(clock.instant());
        assertThat(db.customers().find("paris-1")).contains(kept);
    }

    @Test
    void anIndexHasANameOfItsOwn() {
        Customer one = Customer.create("one", CustomerKind.INSTITUTION, "One");
        Customer two = Customer.create("Two", CustomerKind.INSTITUTION, "Two");
        Customer kept = db.customers()
                .add(one.with(CustomerField.INDEX_NAME, "b-one"), MARIE)
                .orThrow();
        assertThat(kept.get(CustomerField.INDEX_NAME)).isEqualTo("b-one");
        assertThat(db.customers().add(two.with(CustomerField.INDEX_NAME, "b-one"), MARIE))
                .isEqualTo(Outcome.refused("index_name", Fault.Kind.TAKEN, "b-one"));
        assertThat(db.customers().add(two.with(CustomerField.INDEX_NAME, "B Two"), MARIE))
                .isEqualTo(Outcome.refused("index_name", Fault.Kind.FORM, "B Two"));
        db.customers().add(two, MARIE).orThrow();
        assertThat(db.customers().update(kept.with(CustomerField.INDEX_NAME, "two"), MARIE))
                .as("what another has from its customer_id")
                .isEqualTo(Outcome.refused("index_name", Fault.Kind.TAKEN, "two"));
        assertThat(db.customers()
                        .update(kept.with(CustomerField.INDEX_NAME, "one"), MARIE)
                        .orThrow()
                        .get(CustomerField.INDEX_NAME))
                .isEqualTo("one");
    }

    @Test
    void anIndexIsNotCalledAsAnothersWithItsMark() {
        String marked = IndexNames.of(Map.of("Univ A", "", "univ-a", "")).get("Univ A");
        db.customers()
                .add(Customer.create("Univ A", CustomerKind.INSTITUTION, "A"), MARIE)
                .orThrow();
        for (String index : List.of("univ-a", marked)) {
            Customer other = Customer.create("other", CustomerKind.INSTITUTION, "Other");
            assertThat(db.customers().add(other.with(CustomerField.INDEX_NAME, index), MARIE))
                    .isEqualTo(Outcome.refused("index_name", Fault.Kind.TAKEN, index));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'; drop table customer; --", "%", "a_b", "\\", "\"x\"", ":customer", "?", "${x}", "é'\"!%"})
    void whatLooksLikeSqlIsData(String text) {
        Customer kept = added(text.replace(";", ""), text);

        assertThat(kept.name()).isEqualTo(text);
        assertThat(db.customers()
                        .search(Customers.Search.of(text), Page.first(10))
                        .rows())
                .containsExactly(kept);
        added("other", "Other");
        assertThat(db.customers()
                        .search(Customers.Search.of(text), Page.first(10))
                        .rows())
                .containsExactly(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "UAI, 0751717K, CHECK_DIGIT",
        "UAI, 751717J, FORM",
        "ROR, 05f82e369, CHECK_DIGIT",
        "ISNI, 0000000121507758, CHECK_DIGIT",
        "ISNI, 12, FORM",
        "OCLC, abc, FORM",
        "ISIL, x, FORM",
        "COUNTRY, XX, CHECK_DIGIT",
        "EMAIL, nobody, FORM",
        "REQUESTOR_ID, a b, FORM"
    })
    void whatIsWrongIsRefusedAndNothingKept(CustomerField field, String value, Fault.Kind kind) {
        Outcome<Customer> outcome = db.customers()
                .add(Customer.create("a", CustomerKind.INSTITUTION, "A").with(field, value), MARIE);

        assertThat(outcome.problems()).containsExactly(new Fault(field.key(), kind, field.normal(value)));
        assertThat(db.customers().find("a")).isEmpty();
        assertThat(db.changes().find(Changes.Query.ALL, Page.first(10)).rows()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a|b", "a;b", "a\nb", " a", "0000000000000000", "a\u0000"})
    void anIdThatCannotStandInASetIsRefused(String id) {
        assertThat(db.customers()
                        .add(Customer.create(id, CustomerKind.INSTITUTION, "A"), MARIE)
                        .problems())
                .extracting(Fault::field)
                .containsExactly("customer_id");
    }

    @Test
    void anIdIsTakenOnce() {
        added("a", "A");

        assertThat(db.customers()
                        .add(Customer.create("a", CustomerKind.PUBLISHER, "B"), MARIE)
                        .problems())
                .containsExactly(new Fault("customer_id", Fault.Kind.TAKEN, "a"));
        assertThat(added("A", "the case of an id matters").customerId()).isEqualTo("A");
    }

    @Test
    void whoChangesAnOldVersionIsToldAndOverwritesNothing() {
        Customer read = added("a", "A");
        Customer first = db.customers()
                .update(read.with(CustomerField.CITY, "Lyon"), MARIE)
                .orThrow();

        Outcome<Customer> second = db.customers().update(read.with(CustomerField.CITY, "Nice"), MARIE);

        assertThat(second).isEqualTo(new Outcome.Conflict<>(first));
        assertThat(db.customers().find("a")).contains(first);
    }

    @Test
    void ofManyEditorsAtOnceOneWins() throws Exception {
        Customer read = added("a", "A");

        List<Outcome<Customer>> answers =
                atOnce(6, i -> db.customers().update(read.with(CustomerField.CITY, "City " + i), MARIE));

        assertThat(answers).filteredOn(Outcome::isDone).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer instanceof Outcome.Conflict)
                .hasSize(5);
        assertThat(db.customers().find("a").orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void eachChangeIsKeptWithOldAndNew() {
        Customer read = added("a", "A");
        db.customers()
                .update(read.with(CustomerField.CITY, "Lyon").withListed(false), MARIE.because("they moved"))
                .orThrow();

        List<Change> changes = db.changes()
                .find(Changes.Query.of(Subject.customer("a")), Page.first(10))
                .rows();

        assertThat(changes.subList(0, 2))
                .extracting(
                        Change::field,
                        Change::oldValue,
                        Change::newValue,
                        change -> change.author().reason())
                .containsExactly(
                        tuple("listed", "true", "false", "they moved"), tuple("city", "", "Lyon", "they moved"));
    }

    @Test
    void theRequestorIdIsNotInTheRecord() {
        Customer read = db.customers()
                .add(
                        Customer.create("a", CustomerKind.INSTITUTION, "A")
                                .with(CustomerField.REQUESTOR_ID, "secret-requestor"),
                        MARIE)
                .orThrow();
        db.customers()
                .update(read.with(CustomerField.REQUESTOR_ID, "other-secret"), MARIE)
                .orThrow();

        assertThat(db.changes().find(Changes.Query.ALL, Page.first(50)).rows())
                .filteredOn(change -> change.field().equals("requestor_id"))
                .hasSize(2)
                .noneMatch(change -> (change.oldValue() + change.newValue()).contains("secret"));
    }

    @Test
    void savingWhatIsThereChangesNothing() {
        Customer read = added("a", "A");

        assertThat(db.customers().update(read, MARIE)).isEqualTo(new Outcome.Done<>(read));
    }

    @ParameterizedTest
    @CsvSource({"ecole", "ÉCOLE", "lyon ecole", "ens-l", "oeuvre", "ŒUVRE"})
    void searchingMindsNeitherAccentsNorCase(String words) {
        Customer kept = db.customers()
                .add(
                        Customer.create("ENS-LYON", CustomerKind.INSTITUTION, "École normale, Œuvres")
                                .with(CustomerField.CITY, "Lyon"),
                        MARIE)
                .orThrow();
        added("other", "Other");

        assertThat(db.customers()
                        .search(Customers.Search.of(words), Page.first(10))
                        .rows())
                .containsExactly(kept);
    }

    @Test
    void pagesAreBoundedAndTellTheWhole() {
        for (int i = 0; i < 7; i++) {
            added("c" + i, "Customer " + i);
        }

        Page<Customer> page = db.customers().search(Customers.Search.of(""), new Page.Ask(3, 2));

        assertThat(page.rows()).extracting(Customer::customerId).containsExactly("c3", "c4");
        assertThat(page.total()).isEqualTo(7);
        assertThat(page.hasMore()).isTrue();
        assertThat(new Page.Ask(-5, 1_000_000)).isEqualTo(new Page.Ask(0, Page.LIMIT));
    }

    @Test
    void aWithdrawnCustomerIsFoundOnlyWhenAskedForAndComesBack() {
        Customer read = added("a", "A");
        Customer gone = db.customers().withdraw("a", read.version(), MARIE).orThrow();

        assertThat(gone.isWithdrawn()).isTrue();
        assertThat(db.customers()
                        .search(Customers.Search.of("a"), Page.first(5))
                        .rows())
                .isEmpty();
        assertThat(db.customers()
                        .search(new Customers.Search("a", null, null, true), Page.first(5))
                        .rows())
                .containsExactly(gone);
        assertThat(db.customers().restore("a", gone.version(), MARIE).orThrow().isWithdrawn())
                .isFalse();
    }
}
