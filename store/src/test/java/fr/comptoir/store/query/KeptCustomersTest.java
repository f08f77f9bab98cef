package fr.comptoir.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import fr.comptoir.store.duck.Duck;
import fr.comptoir.store.fact.FactFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of the sets of customers is what the files say, however many months are asked for. */
class KeptCustomersTest {
    private static final YearMonth FIRST = YearMonth.of(2024, 1);

    @TempDir
    Path folder;

    private Duck duck;

    @BeforeEach
    void open() throws Exception {
        duck = Duck.open(folder);
    }

    @AfterEach
    void close() throws Exception {
        duck.close();
    }

    @Test
    void aCustomerHasTheSetsOfEachMonth() throws Exception {
        List<CountedMonth> months = List.of(
                month(0, "(0, ''), (1, 'a'), (1, 'cons'), (2, 'b'), (2, 'cons')"), month(1, "(0, 'b'), (1, 'a')"));
        KeptCustomers kept = new KeptCustomers(100);
        for (int again = 0; again < 2; again++) {
            assertThat(sets(kept, "cons", months)).containsExactly("[1, 2]", "[]");
            assertThat(sets(kept, "a", months)).containsExactly("[1]", "[1]");
            assertThat(sets(kept, "b", months)).containsExactly("[2]", "[0]");
            assertThat(sets(kept, "nobody", months)).containsExactly("[]", "[]");
            assertThat(sets(kept, "b", months.subList(1, 2))).containsExactly("[0]");
        }
        assertThat(kept.pairs()).isEqualTo(6);
    }

    @Test
    void aFilePutInItsPlaceIsReadAnew() throws Exception {
        KeptCustomers kept = new KeptCustomers(100);
        assertThat(sets(kept, "a", List.of(month(0, "(1, 'a')")))).containsExactly("[1]");
        CountedMonth month = month(0, "(2, 'a')");
        Files.setLastModifiedTime(
                month.facts().resolve(FactFiles.CUSTOMERS), FileTime.from(Instant.parse("2024-02-01T00:00:00Z")));
        assertThat(sets(kept, "a", List.of(month))).containsExactly("[2]");
    }

    @Test
    void noMoreIsKeptThanFits() throws Exception {
        KeptCustomers kept = new KeptCustomers(3);
        CountedMonth one = month(0, "(1, 'a'), (2, 'a')");
        CountedMonth other = month(1, "(3, 'a'), (4, 'a')");
        CountedMonth large = month(2, "(1, 'a'), (2, 'a'), (3, 'a'), (4, 'a')");
        for (int again = 0; again < 2; again++) {
            assertThat(sets(kept, "a", List.of(one, other, large))).containsExactly("[1, 2]", "[3, 4]", "[1, 2, 3, 4]");
            assertThat(kept.pairs()).isEqualTo(2);
        }
    }

    private List<String> sets(KeptCustomers kept, String customer, List<CountedMonth> months) throws Exception {
        return kept.of(duck, months).stream()
                .map(month -> Arrays.toString(month.setsOf(customer)))
                .toList();
    }

    private CountedMonth month(int place, String pairs) throws Exception {
        Path facts = Files.createDirectories(folder.resolve("v" + place));
        Path file = facts.resolve(FactFiles.CUSTOMERS);
        Files.deleteIfExists(file);
        duck.copy(
                "SELECT set AS Customers, nullif(customer, '') AS Customer_ID FROM (VALUES " + pairs
                        + ") v(set, customer)",
                file);
        return new CountedMonth(FIRST.plusMonths(place), facts);
    }
}
