package fr.comptoir.validate.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that are read {@link Ahead}. */
final class RowsAhead implements RowSource {
    private static final int BATCH_ROWS = 256;
    private static final int BATCH_CHARS = 1 << 19;

    private final RowSource source;
    private final Ahead<List<String[]>> ahead;
    private List<String[]> rows = List.of();
    private int at;

    RowsAhead(RowSource source) {
        this.source = source;
        ahead = new Ahead<>("rows-ahead", () -> new ArrayList<>(BATCH_ROWS), this::fill);
    }

    private boolean fill(List<String[]> batch) {
        for (int chars = 0; batch.size() < BATCH_ROWS && chars < BATCH_CHARS; ) {
            String[] cells = source.next();
            if (cells == null) {
                return false;
            }
            batch.add(cells);
            for (String cell : cells) {
                chars += cell.length();
            }
        }
        return true;
    }

    @Override
    public String @Nullable [] next() {
        while (at == rows.size()) {
            List<String[]> next = ahead.next();
            if (next == null) {
                return null;
            }
            rows = next;
            at = 0;
        }
        return rows.get(at++);
    }

    @Override
    public void close() throws IOException {
        ahead.close();
        source.close();
    }
}
