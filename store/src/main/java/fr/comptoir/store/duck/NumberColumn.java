package fr.comptoir.store.duck;

import org.jspecify.annotations.Nullable;

/**
 * A column of whole numbers, which can put its values into words of 64 bits: value {@code v} as {@code v - least}, in as many bits as the
 * values there are need. The rows do not change meanwhile.
 */
abstract class NumberColumn {
    final String name;
    /** Its type in SQL. */
    final String type;

    long least;
    /** 0 when all values are the same, 64 when the column needs a word for itself. */
    int bits;

    NumberColumn(String name, String type) {
        this.name = name;
        this.type = type;
    }

    /** Finds {@link #least} and {@link #bits}. */
    final void measure(int rows) {
        if (rows > 0) {
            Range range = range(rows);
            least = range.least;
            bits = Long.SIZE - Long.numberOfLeadingZeros(range.most - range.least);
        }
        if (bits == Long.SIZE) {
            least = 0; // nothing to win, and SQL's sums do not wrap around
        }
    }

    abstract Range range(int rows);

    /** Adds rows {@code from .. from + count - 1} to the words, {@code shift} bits up. */
    abstract void pack(long[] words, int shift, int from, int count);

    /** The least and the most of the values; the difference of the two, as unsigned, is right for any two longs. */
    record Range(long least, long most) {}

    // One class for each type of array, so that each loop is compiled for its own.

    /** The rows {@code order[0]}, {@code order[1]}, ... of an array, or all of them when there is no order. */
    private static int source(int @Nullable [] order, int row) {
        return order == null ? row : order[row];
    }

    static NumberColumn of(String name, long[] values, int @Nullable [] order) {
        return new NumberColumn(name, "BIGINT") {
            @Override
            Range range(int rows) {
                long least = Long.MAX_VALUE;
                long most = Long.MIN_VALUE;
                for (int i = 0; i < rows; i++) {
                    long value = values[source(order, i)];
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
                return new Range(least, most);
            }

            @Override
            void pack(long[] words, int shift, int from, int count) {
                for (int i = 0; i < count; i++) {
                    words[i] |= (values[source(order, from + i)] - least) << shift;
                }
            }
        };
    }

    static NumberColumn of(String name, int[] values, int stride, int offset, int @Nullable [] order) {
        return new NumberColumn(name, "INTEGER") {
            @Override
            Range range(int rows) {
                long least = Long.MAX_VALUE;
                long most = Long.MIN_VALUE;
                for (int i = 0; i < rows; i++) {
                    long value = values[source(order, i) * stride + offset];
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
                return new Range(least, most);
            }

            @Override
            void pack(long[] words, int shift, int from, int count) {
                for (int i = 0; i < count; i++) {
                    words[i] |= (values[source(order, from + i) * stride + offset] - least) << shift;
                }
            }
        };
    }

    static NumberColumn of(String name, short[] values, int @Nullable [] order) {
        return new NumberColumn(name, "SMALLINT") {
            @Override
            Range range(int rows) {
                long least = Long.MAX_VALUE;
                long most = Long.MIN_VALUE;
                for (int i = 0; i < rows; i++) {
                    long value = values[source(order, i)];
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
                return new Range(least, most);
            }

            @Override
            void pack(long[] words, int shift, int from, int count) {
                for (int i = 0; i < count; i++) {
                    words[i] |= (values[source(order, from + i)] - least) << shift;
                }
            }
        };
    }

    static NumberColumn of(String name, byte[] values, int @Nullable [] order) {
        return new NumberColumn(name, "TINYINT") {
            @Override
            Range range(int rows) {
                long least = Long.MAX_VALUE;
                long most = Long.MIN_VALUE;
                for (int i = 0; i < rows; i++) {
                    long value = values[source(order, i)];
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
                return new Range(least, most);
            }

            @Override
            void pack(long[] words, int shift, int from, int count) {
                for (int i = 0; i < count; i++) {
                    words[i] |= (values[source(order, from + i)] - least) << shift;
                }
            }
        };
    }

    /** The rows' own numbers, from 0. */
    static NumberColumn ofRowNumbers(String name) {
        return new NumberColumn(name, "INTEGER") {
            @Override
            Range range(int rows) {
                return new Range(0, rows - 1L);
            }

            @Override
            void pack(long[] words, int shift, int from, int count) {
                for (int i = 0; i < count; i++) {
                    words[i] |= (from + i - least) << shift;
                }
            }
        };
    }
}
