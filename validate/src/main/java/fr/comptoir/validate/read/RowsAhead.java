package fr.comptoir.validate.read;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Reads rows in a thread of its own, some thousand ahead, while the ones before are looked at. What breaks there is thrown here, after the rows before it. */
final class RowsAhead implements RowSource {
    private static final int BATCHES = 4;
    private static final int BATCH_ROWS = 256;
    private static final int BATCH_CHARS = 1 << 19;

    /** Rows in their order; the last batch says so, or why there are no more. */
    private record Batch(
            List<String[]> rows, boolean last, @Nullable Throwable failure) {}

    private final RowSource source;
    private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(BATCHES);
    private final Thread reader = new Thread(this::readAhead, "rows-ahead");
    private Batch batch = new Batch(List.of(), false, null);
    private int at;

    RowsAhead(RowSource source) {
        this.source = source;
        reader.setDaemon(true);
        reader.start();
    }

    private void readAhead() {
        try {
            boolean more = true;
            while (more) {
                Batch next = readBatch();
                more = !next.last;
                queue.put(next);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt(); // nobody waits for rows any more
        }
    }

    @SuppressWarnings("IllegalCatch") // thrown again where the rows are taken
    private Batch readBatch() {
        List<String[]> rows = new ArrayList<>(BATCH_ROWS);
        try {
            for (int chars = 0; rows.size() < BATCH_ROWS && chars < BATCH_CHARS; ) {
                String[] cells = source.next();
                if (cells == null) {
                    return new Batch(rows, true, null);
                }
                rows.add(cells);
                for (String cell : cells) {
                    chars += cell.length();
                }
            }
            return new Batch(rows, false, null);
        } catch (RuntimeException | Error failure) {
            return new Batch(rows, true, failure);
        }
    }

    @Override
    public String @Nullable [] next() {
        while (at == batch.rows.size()) {
            if (batch.last) {
                return end(batch.failure);
            }
            batch = take();
            at = 0;
        }
        return batch.rows.get(at++);
    }

    private static String @Nullable [] end(@Nullable Throwable failure) {
        if (failure instanceof RuntimeException wrong) {
            throw wrong;
        }
        if (failure instanceof Error wrong) {
            throw wrong;
        }
        return null;
    }

    private Batch take() {
        try {
            return queue.take();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("reading was stopped"));
        }
    }

    @Override
    public void close() throws IOException {
        reader.interrupt();
        try {
            reader.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        source.close();
    }
}
