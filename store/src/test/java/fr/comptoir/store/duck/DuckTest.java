package fr.comptoir.store.duck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckTest {
    @TempDir
    Path folder;

    /** On two threads, DuckDB breaks even an ORDER BY when it is told not to keep the order; that was silent. */
    @Test
    void anOrderedAnswerComesInOrder() throws Exception {
        try (Duck duck = Duck.open(folder)) {
            String shuffled = "(SELECT i FROM range(300000) t(i) ORDER BY hash(i))";
            Path file = folder.resolve("sorted.parquet");
            duck.copySlices("SELECT i FROM " + shuffled, folder.resolve("slices.parquet"));
            duck.copy("SELECT i FROM " + shuffled + " ORDER BY i", file);
            assertThat(outOfOrder(duck, "SELECT i FROM " + shuffled + " ORDER BY i"))
                    .isZero();
            assertThat(outOfOrder(duck, "SELECT i FROM " + Sql.parquet(List.of(file))))
                    .isZero();
        }
    }

    @Test
    void afterSlicesThatFailedAnAnswerComesInOrderAllTheSame() throws Exception {
        try (Duck duck = Duck.open(folder)) {
            assertThatThrownBy(() -> duck.copySlices("SELECT nothing", folder.resolve("none.parquet")))
                    .isInstanceOf(SQLException.class);
            assertThat(longs(
                            duck,
                            "SELECT (current_setting('preserve_insertion_order')"
                                    + " AND current_setting('disabled_optimizers') = '')::BIGINT"))
                    .containsExactly(1L);
        }
    }

    @Test
    void javaColumnsAreATableOfEachRowOnce() throws Exception {
        int rows = 3 * Duck.ROW_GROUP + 17;
        int[] numbers = new int[rows];
        int[] backwards = new int[rows];
        long[] squares = new long[rows];
        for (int i = 0; i < rows; i++) {
            numbers[i] = i;
            backwards[i] = rows - 1 - i;
            squares[i] = (long) i * i;
        }
        try (Duck duck = Duck.open(folder)) {
            new ColumnTable("numbers", rows)
                    .ints("n", numbers)
                    .longs("square", squares)
                    .register(duck);
            new ColumnTable("backwards", backwards).ints("n", numbers).register(duck);
            assertThat(longs(duck, "SELECT count(*) FROM numbers")).containsExactly((long) rows);
            assertThat(longs(duck, "SELECT count(DISTINCT n) FROM numbers WHERE square = n::BIGINT * n"))
                    .containsExactly((long) rows);
            assertThat(longs(duck, "SELECT n::BIGINT FROM backwards LIMIT 2")).containsExactly(rows - 1L, rows - 2L);
            ColumnTable.dictionary("texts", List.of("", "é", "it's")).register(duck);
            assertThat(longs(duck, "SELECT length(text) FROM texts ORDER BY n")).containsExactly(0L, 1L, 4L);
        }
    }

    @Test
    void everyShortValueIsTakenOutOfItsWordAsItWasPutIn() throws Exception {
        int[] ints = {Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE};
        short[] shorts = {Short.MIN_VALUE, -1, 0, 1, Short.MAX_VALUE};
        byte[] bytes = {Byte.MIN_VALUE, -1, 0, 1, Byte.MAX_VALUE};
        long[] longs = {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE};
        String columns = "a, b, c, d, e, f, g, h";
        try (Duck duck = Duck.open(folder)) {
            new ColumnTable("t", 5)
                    .bytes("a", bytes)
                    .ints("b", ints)
                    .longs("c", longs)
                    .shorts("d", shorts)
                    .bytes("e", bytes)
                    .ints("f", ints)
                    .ints("g", ints)
                    .ints("h", ints, 0, 3)
                    .register(duck);
            duck.execute("CREATE TABLE expected AS SELECT * FROM (VALUES"
                    + " ((-128)::TINYINT, -2147483648, -9223372036854775808, (-32768)::SMALLINT, (-128)::TINYINT, -2147483648, -2147483648, 1),"
                    + " (-1, -1, -1, -1, -1, -1, -1, 1), (0, 0, 0, 0, 0, 0, 0, 1), (1, 1, 1, 1, 1, 1, 1, 1),"
                    + " (127, 2147483647, 9223372036854775807, 32767, 127, 2147483647, 2147483647, 1)) v(" + columns
                    + ")");
            assertThat(longs(duck, "SELECT count(*) FROM (SELECT " + columns + " FROM t INTERSECT FROM expected)"))
                    .containsExactly(5L);
        }
    }

    /** Columns whose values need 0 to 64 bits share words in every way. */
    @Test
    void valuesOfAnyRangeComeOutAsTheyWentIn() throws Exception {
        long seed = 20_260_131;
        SplittableRandom random = new SplittableRandom(seed);
        int rows = 100;
        for (int round = 0; round < 20; round++) {
            try (Duck duck = Duck.open(folder)) {
                ColumnTable table = new ColumnTable("t", rows);
                long[][] columns = new long[12][rows];
                StringBuilder names = new StringBuilder();
                for (int c = 0; c < columns.length; c++) {
                    int shift = random.nextInt(65);
                    long least = random.nextLong();
                    for (int i = 0; i < rows; i++) {
                        columns[c][i] =
                                shift == 64 ? least : (random.nextLong() >> shift) + (shift < 2 ? 0 : least >> 1);
                    }
                    table.longs("c" + c, columns[c]);
                    names.append(c == 0 ? "" : ", ").append("c").append(c);
                }
                table.rowNumbers("n").register(duck);
                List<Long> read = longs(duck, "SELECT unnest([" + names + "]) FROM t ORDER BY n");
                for (int i = 0; i < rows * columns.length; i++) {
                    assertThat(read.get(i))
                            .as("seed %s, round %s, value %s", seed, round, i)
                            .isEqualTo(columns[i % columns.length][i / columns.length]);
                }
            }
        }
    }

    @Test
    void wordsAreTextsInTheFile() throws Exception {
        try (Duck duck = Duck.open(folder)) {
            Words.table(duck, "colours", List.of("", "red", "it's blue"));
            Path file = folder.resolve("words.parquet");
            duck.copy("SELECT text FROM colours WHERE n > 0", file);
            assertThat(longs(duck, "SELECT count(*) FROM " + Sql.parquet(List.of(file)) + " WHERE text = 'it''s blue'"))
                    .containsExactly(1L);
        }
    }

    @Test
    void aFailureSaysWhatAndWhy() throws Exception {
        Path file = Files.writeString(folder.resolve("broken.parquet"), "not Parquet at all");
        try (Duck duck = Duck.open(folder)) {
            assertThatThrownBy(() -> longs(duck, "SELECT * FROM " + Sql.parquet(List.of(file))))
                    .isInstanceOf(SQLException.class)
                    .satisfies(failure -> assertThat(Duck.failure((SQLException) failure, "facts cannot be read"))
                            .hasMessageStartingWith("facts cannot be read: ")
                            .hasMessageContaining("broken.parquet")
                            .message()
                            .hasLineCount(1));
        }
    }

    @Test
    void aFullDiskIsSaidWithTheFileAndWithoutDuckDbsJson() {
        for (String message : new String[] {
            "IO Error: Could not write file \"data/facts/2026-01/v1.unfinished/items.parquet\": No space left on device",
            "{\"exception_type\":\"IO\",\"exception_message\":\"Could not write file \\\"data/facts/2026-01/v1.unfinished/items.parquet\\\": No space left on device\\nmore\",\"errno\":\"28\"}"
        }) {
            assertThat(Duck.failure(new SQLException(message), "facts cannot be written"))
                    .isInstanceOf(FileSystemException.class)
                    .hasMessage("data/facts/2026-01/v1.unfinished/items.parquet: No space left on device");
        }
        assertThat(Duck.failure(
                        new SQLException("{\"exception_type\":\"IO\",\"exception_message\":\"Disk is asleep\\nmore\"}"),
                        "facts cannot be written"))
                .hasMessage("facts cannot be written: Disk is asleep");
    }

    private static long outOfOrder(Duck duck, String sql) throws SQLException, IOException {
        List<Long> numbers = longs(duck, sql);
        assertThat(numbers).hasSize(300_000);
        long breaks = 0;
        for (int i = 1; i < numbers.size(); i++) {
            breaks += numbers.get(i) < numbers.get(i - 1) ? 1 : 0;
        }
        return breaks;
    }

    private static List<Long> longs(Duck duck, String sql) throws SQLException, IOException {
        List<Long> numbers = new ArrayList<>();
        ColumnReader.read(duck, sql, (chunk, rows) -> {
            for (int row = 0; row < rows; row++) {
                numbers.add(chunk.vector(0).getLong(row));
            }
        });
        return numbers;
    }
}
