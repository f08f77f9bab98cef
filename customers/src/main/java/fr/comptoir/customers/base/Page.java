package fr.comptoir.customers.base;

import java.util.List;

/**
 * A part of a longer list.
 *
 * @param total how many there are in all
 * @param offset number of the first row of this part, from 0
 */
public record Page<T>(List<T> rows, long total, int offset) {
    /** Most rows that one part has, whatever is asked for. */
    public static final int LIMIT = 500;

    public Page {
        rows = List.copyOf(rows);
    }

    public boolean hasMore() {
        return offset + rows.size() < total;
    }

    /** Which part is asked for. */
    public record Ask(int offset, int limit) {
        public Ask {
            offset = Math.max(0, offset);
            limit = Math.min(Math.max(1, limit), LIMIT);
        }
    }

    public static Ask first(int limit) {
        return new Ask(0, limit);
    }
}
