package fr.comptoir.engine;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Does a job on several threads, the caller's among them, and comes back when all of it is done. Results do not depend on how many. */
record Workers(int threads) {
    /** A range shorter than this is done before a thread has started. */
    private static final int WORTH_A_THREAD = 1 << 14;

    Workers {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread was expected, not " + threads);
        }
    }

    /** A piece of a job, {@code 0 <= piece < pieces}. */
    interface Piece {
        void run(int piece);
    }

    /** Runs every piece once; each thread takes the next one that is left, with a worker of its own. */
    void run(int pieces, Supplier<Piece> worker) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable work = () -> {
            try {
                Piece own = worker.get();
                for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
                    own.run(piece);
                }
            } catch (RuntimeException | Error e) {
                next.set(pieces);
                failure.compareAndSet(null, e);
            }
        };
        Thread[] others = new Thread[Math.max(0, Math.min(threads, pieces) - 1)];
        for (int i = 0; i < others.length; i++) {
            others[i] = new Thread(work, "count-" + (i + 1));
            others[i].start();
        }
        work.run();
        join(others);
        rethrow(failure.get());
    }

    /** Cuts {@code 0 .. size - 1} into ranges, at most one for each thread; for the same size always the same ones. */
    void ranges(int size, Range range) {
        int pieces = Math.min(threads, 1 + size / WORTH_A_THREAD);
        run(pieces, () -> piece -> range.run(piece, start(size, piece, pieces), start(size, piece + 1, pieces)));
    }

    /** A part of a range. */
    interface Range {
        void run(int piece, int from, int to);
    }

    private static int start(int size, int piece, int pieces) {
        return (int) ((long) size * piece / pieces);
    }

    private static void join(Thread[] others) {
        boolean interrupted = false;
        for (Thread other : others) {
            while (other.isAlive()) {
                try {
                    other.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }
}
