package fr.comptoir.validate.read;

import java.io.Closeable;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads in a thread of its own, some batches ahead of who looks at them. What breaks there is thrown here, after all that was read before it.
 *
 * @param <B> a batch, which is filled by one thread, then looked at by the other
 */
final class Ahead<B> implements Closeable {
    private static final int BATCHES = 4;

    private final Supplier<B> empty;
    private final Filler<B> filler;
    private final BlockingQueue<Filled<B>> queue = new ArrayBlockingQueue<>(BATCHES);
    private final Thread reader;
    private @Nullable Filled<B> last;

    /** Reads. */
    interface Filler<B> {
        /** Puts into a batch what comes next; gives whether more may follow. What is in it when this throws still counts. */
        boolean fill(B batch);
    }

    /** A batch; the last one says so, and why there are no more. */
    private record Filled<B>(
            B batch, boolean last, @Nullable Throwable failure) {}

    Ahead(String name, Supplier<B> empty, Filler<B> filler) {
        this.empty = empty;
        this.filler = filler;
        reader = new Thread(this::read, name);
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try {
            boolean more = true;
            while (more) {
                Filled<B> next = filled();
                more = !next.last;
                queue.put(next);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt(); // nobody waits for more
        }
    }

    @SuppressWarnings("IllegalCatch") // thrown again where the batches are taken
    private Filled<B> filled() {
        B batch = empty.get();
        try {
            return new Filled<>(batch, !filler.fill(batch), null);
        } catch (RuntimeException | Error failure) {
            return new Filled<>(batch, true, failure);
        }
    }

    /** The next batch, which may be empty; null after the last. */
    @Nullable
    B next() {
        if (last != null) {
            throwAgain(last.failure);
            return null;
        }
        try {
            Filled<B> next = queue.take();
            if (next.last) {
                last = next;
            }
            return next.batch;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("reading was stopped"));
        }
    }

    private static void throwAgain(@Nullable Throwable failure) {
        if (failure instanceof RuntimeException wrong) {
            throw wrong;
        }
        if (failure instanceof Error wrong) {
            throw wrong;
        }
    }

    /** Ends the reading, and comes back when nothing is read any more. */
    @Override
    public void close() {
        reader.interrupt();
        try {
            reader.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
