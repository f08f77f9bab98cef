package fr.comptoir.store.duck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptDuckTest {
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger made = new AtomicInteger();

    @TempDir
    Path folder;

    @Test
    void whatAQuestionMadeIsGoneAndTypesAndTablesStay() throws Exception {
        try (KeptDuck kept = borrow(folder)) {
            kept.duck().execute("CREATE TABLE answer AS SELECT 1 AS n");
            assertThat(names(kept, "a")).isEqualTo("main.kept1");
        }
        try (KeptDuck kept = borrow(folder)) {
            assertThatThrownBy(() -> kept.duck().execute("FROM answer"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("answer");
            kept.duck().execute("SELECT 'red'::colour");
            kept.duck().execute("FROM " + names(kept, "a"));
        }
        assertThat(opened).hasValue(1);
        assertThat(made).hasValue(1);
    }

    @Test
    void aSecondConnectionSeesWhatTheQuestionMade() throws Exception {
        try (KeptDuck kept = borrow(folder)) {
            kept.duck().execute("CREATE TABLE answer AS SELECT 'red'::colour AS c");
            try (Duck second = kept.duck().another()) {
                second.execute("FROM answer WHERE c = 'red'::colour");
            }
            kept.duck().execute("FROM answer");
        }
    }

    @Test
    void manyAskAtOnceInOneDatabaseAndNobodySeesTheOthers() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> sums = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                int number = i;
                sums.add(threads.submit(() -> sum(number)));
            }
            for (int i = 0; i < sums.size(); i++) {
                assertThat(sums.get(i).get()).isEqualTo(1000 * i + 7);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(opened).hasValue(1);
    }

    private int sum(int number) throws Exception {
        int[] sum = new int[1];
        try (KeptDuck kept = borrow(folder)) {
            kept.duck().execute("CREATE TABLE answer AS SELECT " + number + " AS n FROM range(1000)");
            String names = names(kept, "key " + number % 3);
            ColumnReader.read(
                    kept.duck(),
                    "SELECT (sum(n) + any_value(seven))::INTEGER FROM answer, " + names,
                    (chunk, rows) -> sum[0] = chunk.vector(0).getInt(0));
        }
        return sum[0];
    }

    @Test
    void ofTablesThatNobodyUsesTheLastFewAreKept() throws Exception {
        String last = "";
        try (KeptDuck one = borrow(folder);
                KeptDuck two = borrow(folder)) {
            String first = names(one, "a");
            for (String key : List.of("b", "c", "d", "e", "f", "g")) {
                last = names(two, key);
            }
            one.duck().execute("FROM " + last);
            two.duck().execute("FROM " + first);
        }
        try (KeptDuck kept = borrow(folder)) {
            assertThat(names(kept, "g")).isEqualTo(last);
            assertThat(made).hasValue(7);
            assertThatThrownBy(() -> kept.duck().execute("FROM main.kept1")).hasMessageContaining("kept1");
        }
    }

    @Test
    void anotherFolderHasAnotherDatabaseAndOneIsKept() throws Exception {
        Duck first;
        try (KeptDuck kept = borrow(folder);
                KeptDuck other = borrow(Files.createDirectory(folder.resolve("other")))) {
            first = kept.duck();
            other.duck().execute("CREATE TABLE answer AS SELECT 1 AS n");
        }
        assertThat(first.connection().isClosed()).isTrue();
        try (KeptDuck kept = borrow(folder.resolve("other"))) {
            kept.duck().execute("SELECT 'red'::colour");
        }
        try (KeptDuck kept = borrow(folder)) {
            kept.duck().execute("SELECT 'red'::colour");
        }
        assertThat(opened).hasValueBetween(2, 3);
    }

    @Test
    void whatDidNotFitInMemoryIsGoneWithTheDatabase() throws Exception {
        try (KeptDuck kept = borrow(folder)) {
            kept.duck().execute("SET memory_limit = '20MB'");
            kept.duck().execute("CREATE TABLE answer AS SELECT hash(i)::VARCHAR AS a FROM range(2000000) t(i)");
            assertThat(folder).isNotEmptyDirectory();
        }
        assertThat(folder).isEmptyDirectory();
        try (KeptDuck kept = borrow(folder)) {
            kept.duck().execute("SELECT 'red'::colour");
        }
        assertThat(opened).hasValue(2);
    }

    private String names(KeptDuck kept, String key) throws Exception {
        return kept.table(key, String.class, (duck, table) -> {
            made.incrementAndGet();
            duck.execute("CREATE TABLE " + table + " AS SELECT 7 AS seven");
            return table;
        });
    }

    private KeptDuck borrow(Path parent) throws Exception {
        return KeptDuck.borrow(parent, duck -> {
            opened.incrementAndGet();
            duck.execute("CREATE TYPE colour AS ENUM ('red')");
        });
    }
}
