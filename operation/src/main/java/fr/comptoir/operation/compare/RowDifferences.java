package fr.comptoir.operation.compare;

import fr.comptoir.operation.compare.Rows.Row;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows that two files of a report do not share, whatever their order. Of each row 64 bits are remembered, and of those that differ the
 * first {@value #KEPT} themselves.
 *
 * @param first the first cells that differ
 * @param rows how many rows differ: other figures, only in the one, or only in the other
 */
public record RowDifferences(List<Cell> first, long rows) {
    private static final int KEPT = 1000;
    private static final int SHOWN = 10;

    /** No row differs. */
    public static final RowDifferences NONE = new RowDifferences(List.of(), 0);

    public RowDifferences {
        first = List.copyOf(first);
    }

    /**
     * A cell that differs.
     *
     * @param place of the row, see {@link Row}
     * @param column {@code ""} for the row as a whole, which is in one file only
     * @param then its value in the first file; {@code ""} when it is not there
     * @param now its value in the second file; {@code ""} when it is not there
     */
    public record Cell(String place, String column, String then, String now) {}

    /** Compares two files of one kind; each is read twice. */
    public static RowDifferences between(Path then, Path now, ReportKind kind) throws IOException {
        Side old = new Side(hashes(then, kind));
        Side made = new Side(hashes(now, kind));
        Rows.read(then, kind, row -> made.keepUnknown(row, old));
        Rows.read(now, kind, row -> old.keepUnknown(row, made));
        return new Pairs(old.kept, made.kept).differences(old.unknown, made.unknown);
    }

    private static long[] hashes(Path file, ReportKind kind) throws IOException {
        Hashes hashes = new Hashes();
        Rows.read(file, kind, row -> hashes.add(hash(row)));
        return hashes.sorted();
    }

    private static long hash(Row row) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(row.toString().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    /** Hashes of rows, eight bytes each. */
    private static final class Hashes {
        private long[] all = new long[1 << 10];
        private int size;

        void add(long hash) {
            if (size == all.length) {
                all = Arrays.copyOf(all, 2 * size);
            }
            all[size++] = hash;
        }

        long[] sorted() {
            long[] sorted = Arrays.copyOf(all, size);
            Arrays.sort(sorted);
            return sorted;
        }
    }

    /** One of the two files, and its rows that the other has not. */
    private static final class Side {
        private final long[] hashes;
        private final Map<String, Row> kept = new LinkedHashMap<>();
        private long unknown;

        Side(long[] hashes) {
            this.hashes = hashes;
        }

        /** Keeps a row of {@code owner} that is not among these. */
        void keepUnknown(Row row, Side owner) {
            if (Arrays.binarySearch(hashes, hash(row)) < 0) {
                owner.unknown++;
                if (owner.kept.size() < KEPT) {
                    owner.kept.put(key(row), row);
                }
            }
        }
    }

    private static String key(Row row) {
        return row.place().equals(Rows.HEADER) ? row.place() + row.columns() : row.place();
    }

    /** Rows of the one side beside those of the other that tell of the same. */
    private record Pairs(Map<String, Row> old, Map<String, Row> made) {
        RowDifferences differences(long oldRows, long madeRows) {
            List<Cell> cells = new ArrayList<>();
            long pairs = 0;
            for (Map.Entry<String, Row> row : old.entrySet()) {
                Row other = made.get(row.getKey());
                if (other == null) {
                    cells.add(alone(row.getValue(), true));
                } else {
                    pairs++;
                    addCells(cells, row.getValue(), other);
                }
            }
            for (Map.Entry<String, Row> row : made.entrySet()) {
                if (!old.containsKey(row.getKey())) {
                    cells.add(alone(row.getValue(), false));
                }
            }
            return new RowDifferences(cells.subList(0, Math.min(SHOWN, cells.size())), oldRows + madeRows - pairs);
        }

        private static Cell alone(Row row, boolean old) {
            boolean header = row.place().equals(Rows.HEADER);
            String text = header ? row.values().get(0) : whole(row);
            return new Cell(row.place(), header ? row.columns().get(0) : "", old ? text : "", old ? "" : text);
        }

        private static void addCells(List<Cell> cells, Row then, Row now) {
            Map<String, String> before = byColumn(then);
            Map<String, String> after = byColumn(now);
            before.forEach((column, value) -> {
                String other = after.getOrDefault(column, "");
                if (!value.equals(other)) {
                    cells.add(new Cell(then.place(), column, value, other));
                }
            });
            after.forEach((column, value) -> {
                if (!before.containsKey(column) && !value.isEmpty()) {
                    cells.add(new Cell(then.place(), column, "", value));
                }
            });
        }

        private static Map<String, String> byColumn(Row row) {
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 0; i < row.values().size(); i++) {
                values.put(row.columns().get(i), row.values().get(i));
            }
            return values;
        }

        /** The figures of a row, as many as make sense in a line. */
        private static String whole(Row row) {
            List<String> figures = new ArrayList<>();
            byColumn(row).forEach((column, value) -> figures.add(column + "=" + value));
            return String.join(", ", figures.subList(0, Math.min(3, figures.size())));
        }
    }
}
