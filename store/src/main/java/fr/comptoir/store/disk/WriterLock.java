package fr.comptoir.store.disk;

import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The right to write: one at a time, among programs by the operating system's lock on {@code data/lock}, within one program by a
 * semaphore, as the system's lock is of a whole program. The system gives it back when the program ends, however it ends.
 */
public final class WriterLock implements AutoCloseable {
    /** Asked once, when another is writing. */
    @FunctionalInterface
    public interface Waiting {
        /** Whether to wait until the other has finished; says so to the user if it does. */
        boolean goesOn();
    }

    private static final ConcurrentMap<Path, Semaphore> HELD_HERE = new ConcurrentHashMap<>();

    private final Semaphore here;
    private @Nullable FileChannel channel;

    private WriterLock(Semaphore here) {
        this.here = here;
    }

    /**
     * Takes the lock.
     *
     * @throws InputException when another writes and {@code waiting} does not want to wait
     */
    public static WriterLock take(Path file, Waiting waiting) throws IOException, InputException {
        Path folder = Disk.parent(file).toRealPath();
        Semaphore here = HELD_HERE.computeIfAbsent(folder, unused -> new Semaphore(1, true));
        boolean waited = false;
        try {
            if (!here.tryAcquire(0, TimeUnit.SECONDS)) { // unlike the one without a time, not before those who wait
                waited = true;
                wait(folder, waiting);
                here.acquire();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("waiting for " + file + " was interrupted");
            interrupted.initCause(e);
            throw interrupted;
        }
        WriterLock lock = new WriterLock(here);
        try {
            lock.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock taken = lock.channel.tryLock();
            if (taken == null) {
                if (!waited) {
                    wait(folder, waiting);
                }
                lock.channel.lock();
            }
            return lock;
        } catch (IOException | InputException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static void wait(Path folder, Waiting waiting) throws InputException {
        if (!waiting.goesOn()) {
            throw new InputException(Problem.error(
                    folder.toString(),
                    0,
                    "",
                    "another run of Comptoir is writing here; try again when it has finished"));
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (channel != null) {
                channel.close();
            }
        } finally {
            here.release();
        }
    }
}
